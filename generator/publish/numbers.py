"""Write the number of a paragraph into the links that lead to it: pages hold the sign alone, so that none shifts."""

import re
from collections.abc import Callable
from urllib.parse import unquote

_LINK = re.compile(r'(<a [^>]*?href="(?P<page>[^"#]*)#(?P<anchor>[^"]*)"[^>]*>[^<]*¶)(?=</a>)')
_ARTICLE = re.compile(r"(?:^|/)articles/([^/]+?)(?:/|/index\.html|\.html|\.md)?$")


def filled(html: str, here: str, number: Callable[[str, str], int]) -> str:
    """Return *html* with its numbers; *here* is the article whose page it is of, *number* knows them by anchor."""

    def with_number(link: re.Match[str]) -> str:
        page = link["page"]
        article = _ARTICLE.search(unquote(page)) if page else None
        of = article[1] if article else here if page in {"", "./"} else ""
        found = number(of, unquote(link["anchor"])) if of else 0
        return f"{link[1]}{found}" if found else link[1]

    return _LINK.sub(with_number, html) if "¶</a>" in html else html
