"""Tell what the generator wrote by the mark that it bears, whatever a list says that anyone can edit."""

import re

_TOP = b"---\ngenerated: true\n"
_TABLES = "actors|articles|citations|mentions|outlets|publications|quotations|statements"
# Files that have no room for a mark: those have names of their own, in folders of their own.
_NAMES = re.compile(
    rf"""assets/ (?: backmatter\.css | backmatter\.js | search\.js )
    | data/ (?: {_TABLES} ) (?: -(?: [0-9X]{{4}} | undated ) )? \.(?: csv | json )
    | data/ articles\.(?: bib | ris | csl\.json )
    | data/ datapackage\.json""",
    re.VERBOSE,
)


def borne(path: str, content: bytes) -> bool:
    """Whether *content* at *path* below ``docs/`` is the generator's: a page says so at its top, others by name."""
    return content.startswith(_TOP) if path.endswith(".md") else _NAMES.fullmatch(path) is not None
