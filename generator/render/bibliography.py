"""Write the record of an article for those who cite it: text, BibTeX, RIS, CSL-JSON, COinS."""

import json
import re
from urllib.parse import urlencode

from generator.model import Article
from generator.render import escape

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ASCII = re.compile(r"[^a-z0-9-]+")


def url(article: Article, site_url: str) -> str:
    """Give the address of the article's page, empty where the site has none."""
    return f"{site_url}articles/{article.id}/" if site_url else ""


def bibtex(article: Article, title: str, site_url: str) -> str:
    """Write a BibTeX entry; a key of ASCII letters, as BibTeX wants it."""
    year, month, _ = _date(article)
    fields = {
        "title": f"{{{escape.bibtex(title)}}}",
        "author": " and ".join(f"{{{escape.bibtex(name)}}}" for name in article.authors),
        "journal": escape.bibtex(article.publication or ""),
        "volume": str(article.volume or ""),
        "number": str(article.issue or ""),
        "year": year,
        "month": _MONTHS[int(month) - 1] if month else "",
        "url": escape.bibtex(article.url or url(article, site_url)),
    }
    kind = "article" if article.publication else "misc"
    key = _ASCII.sub("-", article.id).strip("-") or "article"
    rows = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return "\n".join([f"@{kind}{{{key},", ",\n".join(rows), "}"])


def ris(article: Article, title: str, site_url: str) -> str:
    """Write a RIS record."""
    year, month, day = _date(article)
    rows = [
        ("TY", "JOUR" if article.publication else "GEN"),
        ("TI", escape.ris(title)),
        *(("AU", escape.ris(name)) for name in article.authors),
        ("T2", escape.ris(article.publication or "")),
        ("VL", str(article.volume or "")),
        ("IS", str(article.issue or "")),
        ("PY", year),
        ("DA", "/".join(part for part in (year, month, day) if part) if month else ""),
        ("UR", escape.ris(article.url or url(article, site_url))),
    ]
    return "\n".join([*(f"{tag}  - {value}" for tag, value in rows if value), "ER  - "])


def csl(article: Article, title: str, site_url: str) -> str:
    """Write a CSL-JSON item (citeproc), as a list of one."""
    parts = [int(part) for part in _date(article) if part]
    item: dict[str, object] = {
        "id": article.id,
        "type": "article-journal" if article.publication else "article",
        "title": title,
        "author": [{"literal": escape.visible(name)} for name in article.authors],
        "container-title": escape.visible(article.publication or ""),
        "volume": str(article.volume or ""),
        "issue": str(article.issue or ""),
        "issued": {"date-parts": [parts]} if parts else None,
        "URL": article.url or url(article, site_url),
    }
    return json.dumps([{key: value for key, value in item.items() if value}], ensure_ascii=False, indent=2)


def coins(article: Article, title: str, site_url: str) -> str:
    """Write the title attribute of a COinS span (OpenURL 1.0, Z39.88)."""
    fields = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:journal"),
        ("rft.genre", "article"),
        ("rft.atitle", title),
        ("rft.jtitle", escape.visible(article.publication or "")),
        ("rft.volume", str(article.volume or "")),
        ("rft.issue", str(article.issue or "")),
        ("rft.date", article.date or ""),
        *(("rft.au", escape.visible(name)) for name in article.authors),
        ("rft_id", article.url or url(article, site_url)),
    ]
    return urlencode([(name, value) for name, value in fields if value])


def _date(article: Article) -> tuple[str, str, str]:
    year, month, day = [*(article.date or "").split("-"), "", "", ""][:3]
    return year, month, day
