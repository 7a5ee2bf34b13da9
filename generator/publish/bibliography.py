"""Write the record of an article for reference managers: BibTeX, RIS, CSL-JSON, COinS."""

import json
from collections.abc import Iterator
from urllib.parse import quote, urlencode

from generator import escape
from generator.dates import Date
from generator.publish.record import Name, Record

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PLAIN = "/:=,;@()"  # signs that an address may hold, which keep it readable


def downloads(record: Record) -> Iterator[tuple[str, str, str]]:
    """Yield name, file suffix and address of each format; the address holds the record itself (RFC 2397)."""
    for name, suffix, kind, text in (
        ("BibTeX", "bib", "application/x-bibtex", bibtex(record)),
        ("RIS", "ris", "application/x-research-info-systems", ris(record)),
        ("CSL-JSON", "json", "application/vnd.citationstyles.csl+json", csl(record)),
    ):
        yield name, suffix, f"data:{kind};charset=utf-8,{quote(text, safe=_PLAIN)}"


def bibtex(record: Record) -> str:
    """Write a BibTeX entry; a key of ASCII letters, as BibTeX wants it; an interval has biblatex's ``date``."""
    first = record.issued[0] if record.issued else Date()
    fields = {
        "author": _braced(" and ".join(_bibtex_name(name) for name in record.authors)),
        "title": _braced(_braced(escape.bibtex(record.title))),  # twice: no style changes its capitals
        "journal": _braced(escape.bibtex(record.series)),
        "publisher": _braced(escape.bibtex(record.publisher)),
        "issn": _braced(escape.bibtex(record.issn)),
        "volume": _braced(record.volume),
        "number": _braced(record.issue),
        "year": _braced(str(first.year or "")),
        "month": _MONTHS[first.month - 1] if first.month else "",
        "day": _braced(str(first.day or "")),
        "date": _braced(record.edtf if len(record.issued) > 1 else ""),
        "language": _braced(escape.bibtex(record.language)),
        "url": _braced(escape.verbatim(record.url)),
    }
    kind = "article" if record.series else "misc"
    rows = [f"  {name} = {value}" for name, value in fields.items() if value]
    return ",\n".join([f"@{kind}{{{_key(record.id)}", *rows]) + "\n}\n"


def _key(identifier: str) -> str:
    """Give the key of an article: ASCII, as BibTeX wants it, and no other article's.

    What is not ASCII is written as in the names of hosts (Punycode, RFC 3492); no identifier has two hyphens in a row.
    """
    return identifier if identifier.isascii() else f"xn--{identifier.encode('punycode').decode('ascii')}"


def _braced(value: str) -> str:
    return f"{{{value}}}" if value else ""


def _bibtex_name(name: Name) -> str:
    if not name.given:
        return _braced(escape.bibtex(name.family))
    return ", ".join(escape.bibtex(part) for part in (name.family, name.suffix, name.given) if part)


def ris(record: Record) -> str:
    """Write a RIS record."""
    first = record.issued[0] if record.issued else Date()
    rows = [
        ("TY", "JOUR" if record.series else "ELEC"),
        ("ID", record.id),
        ("TI", record.title),
        *(("AU", _ris_name(name)) for name in record.authors),
        ("T2", record.series),
        ("PB", record.publisher),
        ("SN", record.issn),
        ("VL", record.volume),
        ("IS", record.issue),
        ("PY", str(first.year or "")),
        ("DA", str(first).replace("-", "/") if first.month else ""),
        ("LA", record.language),
        ("UR", record.url),
    ]
    return "".join([*(f"{tag}  - {escape.ris(value)}\n" for tag, value in rows if value), "ER  - \n"])


def _ris_name(name: Name) -> str:
    return ", ".join(part for part in (name.family, name.given, name.suffix) if part)


def csl_item(record: Record) -> dict[str, object]:
    """Give a CSL item (citeproc)."""
    item: dict[str, object] = {
        "id": record.id,
        "type": "article-journal" if record.series else "webpage",
        "title": record.title,
        "author": [_csl_name(name) for name in record.authors],
        "container-title": record.series,
        "publisher": record.publisher,
        "ISSN": record.issn,
        "volume": record.volume,
        "issue": record.issue,
        "issued": {"date-parts": [_parts(date) for date in record.issued]} if record.issued else None,
        "language": record.language,
        "URL": record.url,
    }
    return {key: value for key, value in item.items() if value}


def csl(record: Record) -> str:
    """Write CSL-JSON: a list of one item."""
    return json.dumps([csl_item(record)], ensure_ascii=False) + "\n"


def _csl_name(name: Name) -> dict[str, str]:
    if not name.given:
        return {"literal": name.family}
    parts = {"family": name.family, "given": name.given, "suffix": name.suffix}
    return {key: value for key, value in parts.items() if value}


def _parts(date: Date) -> list[int]:
    return [part for part in (date.year, date.month, date.day) if part]


def coins(record: Record) -> str:
    """Write the title attribute of a COinS span (OpenURL 1.0, Z39.88)."""
    first = [(name.family, name.given) for name in record.authors[:1] if name.given]
    fields = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:journal"),
        ("rft.genre", "article"),
        ("rft.atitle", record.title),
        ("rft.jtitle", record.series),
        ("rft.issn", record.issn),
        ("rft.volume", record.volume),
        ("rft.issue", record.issue),
        ("rft.date", str(record.issued[0]) if record.issued else ""),
        ("rft.language", record.language),
        *(field for family, given in first for field in (("rft.aulast", family), ("rft.aufirst", given))),
        *(("rft.au", name) for name in record.printed),
        ("rft_id", record.url),
    ]
    return urlencode([(name, value) for name, value in fields if value])
