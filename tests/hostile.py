"""A site whose every word attacks: each nasty string as text, title, author, file name, front matter and glossary."""

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import yaml

from generator import start
from generator.site import load
from tests import builds, nasty
from tests.long import times

HARMLESS = [f"harmless{at // 4}" for at in range(40)]  # four of each, a series; so many that lists are split
ARTICLE = """{0}

Plain words come first, {0} and they end here ({0}, March 4). {0}

- {0}

It was said:

    “{0}”

{0}
He is of the Harbour {0} Board, said {0}. {0} came (Herald {0}, May 4, 2001).
"""
# What makes pages of its own, so not of every string in a short run: a heading, a speaker, sources as they are printed.
CITED = """
Harbour Works {0}

“The harbour is closed to every ship until the spring,” Ann {0} said (Gazette {0}, June 5, 2002, p. {0}).
On May 7, 2003, {0} met the Common Board (, May 8). Herald {0} reported on June 3 that it was late.
Its days are known (Interfax, May 9{0}, 2001; Herald {0}, May 4, 5 {0}, 2001; “A {0} title,” Herald {0}, May 6, 2001).
"""
# What no file's name can hold, and what an article's first lines may not be taken for.
_NO_NAME = re.compile(r"[/\0]")
_NO_ADDRESS = re.compile(r"[\s<>\"\0-\x20\x7f-\x9f]")
_ENVIRONMENT = {"NO_MKDOCS_2_WARNING": "1", "PATH": "/usr/bin:/bin"}
_MORE = {"mkdocs": ["-q"], "properdocs": ["-q", "-f", "mkdocs.yml"], "zensical": ["--clean"]}


def site(folder: Path, strings: Sequence[str]) -> Path:
    """Make a site of *strings*, an article for each, and give its folder."""
    assert start.new(folder) == ()
    for at, text in enumerate(strings):
        name = _NO_NAME.sub("\u2215", text).encode()[:150].decode(errors="ignore")
        front = yaml.safe_dump(_front(text, at)) if text.strip() else "language: fa\n"
        cited = CITED if at % times(4, 1) == 0 or any(live in text for live in nasty.LIVE) else ""
        content = f"---\n{front}---\n{(ARTICLE + cited).format(text)}"
        (folder / f"seeds/articles/{at:03}{name}.txt").write_text(content, encoding="utf-8", newline="")
    for name, entry in (("actors", _actor), ("outlets", _outlet), ("publications", _publication)):
        entries = {f"{name}-{at}": entry(text) for at, text in enumerate(strings) if text.strip()}
        if name == "actors":
            entries["common"] = {
                **_actor(strings[0]),
                "name": f"Common Board {strings[0]}",
                "aliases": ["Common Board"],
            }
        (folder / f"seeds/{name}.yml").write_text(yaml.safe_dump(entries), encoding="utf-8")
    return folder


def _front(text: str, at: int) -> dict[str, object]:
    return {
        "title": text,
        "date": f"{1990 + at % 20}-03-04",
        "authors": [text, f"Ann {text}"],
        "publication": text,
        "description": text,
        "language": "fa",
        "url": f"https://evil.invalid/{_NO_ADDRESS.sub('', text)}",
    }


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


def built(
    folder: Path, strings: Sequence[str], builder: str = "mkdocs", features: Sequence[str] = (), port: int = 8765
) -> Path:
    """Make a site of *strings* with more *features* of the theme, build it for *port*, and give its folder."""
    settings = site(folder, strings) / "mkdocs.yml"
    more = "".join(f"    - {feature}\n" for feature in features)
    text = settings.read_text(encoding="utf-8").replace("  features:\n", f"  features:\n{more}")
    settings.write_text(text, encoding="utf-8")
    if builder == "zensical":  # which knows no plugins
        builds.report(load(settings))
    command = [sys.executable, "-m", builder, "build", *_MORE[builder]]
    environment = {**_ENVIRONMENT, "SITE_URL": f"http://127.0.0.1:{port}/"}
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return folder


STRINGS = list(dict.fromkeys(nasty.STRINGS))
