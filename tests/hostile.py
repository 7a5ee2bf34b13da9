"""A site whose every word attacks: each nasty string as text, title, author, file name, front matter and glossary."""

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import yaml

from generator import start
from tests import nasty

HARMLESS = [f"harmless{at // 4}" for at in range(12)]  # four of each: the series of one publication
ARTICLE = """{0}

Plain words come first, {0} and they end here ({0}, March 4). {0}

- {0}

It was said:

    “{0}”

{0}
He is of the Harbour {0} Board, said {0}. {0} came (Herald {0}, May 4, 2001).
"""
# What no file's name can hold, and what an article's first lines may not be taken for.
_NO_NAME = re.compile(r"[/\0]")
_ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "PATH": "/usr/bin:/bin", "SITE_URL": "http://127.0.0.1:8765/"}


def site(folder: Path, strings: Sequence[str]) -> Path:
    """Make a site of *strings*, an article for each, and give its folder."""
    assert start.new(folder) == ()
    for at, text in enumerate(strings):
        name = _NO_NAME.sub("\u2215", text).encode()[:150].decode(errors="ignore")
        front = yaml.safe_dump(_front(text)) if text.strip() else "language: fa\n"
        content = f"---\n{front}---\n{ARTICLE.format(text)}"
        (folder / f"seeds/articles/{at:03}{name}.txt").write_text(content, encoding="utf-8", newline="")
    for name, entry in (("actors", _actor), ("outlets", _outlet), ("publications", _publication)):
        entries = {f"{name}-{at}": entry(text) for at, text in enumerate(strings) if text.strip()}
        (folder / f"seeds/{name}.yml").write_text(yaml.safe_dump(entries), encoding="utf-8")
    return folder


def _front(text: str) -> dict[str, object]:
    return {"title": text, "authors": [text, f"Ann {text}"], "publication": text, "description": text, "language": "fa"}


def _actor(text: str) -> dict[str, object]:
    office = {"title": text, "of": text}
    return {
        "name": f"Harbour {text} Board",
        "type": "organization",
        "aliases": [text],
        "summary": text,
        "roles": [office],
    }


def _outlet(text: str) -> dict[str, object]:
    return {"name": f"Herald {text}", "aliases": [text], "type": text, "country": text}


def _publication(text: str) -> dict[str, object]:
    return {"name": text, "publisher": text}


def built(folder: Path, strings: Sequence[str]) -> Path:
    """Make a site of *strings*, build it with MkDocs, and give its folder."""
    command = [sys.executable, "-m", "mkdocs", "build", "-q"]
    subprocess.run(command, cwd=site(folder, strings), env=_ENVIRONMENT, check=True, capture_output=True)
    return folder


STRINGS = list(dict.fromkeys(nasty.STRINGS))
