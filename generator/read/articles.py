"""Read the articles: each file as it lies on disk, or a problem with its place."""

import contextlib
import hashlib
import os
import re
from pathlib import Path

import yaml

from generator.model import Place, Problem, Seed
from generator.read import frontmatter, walk
from generator.read.decode import decode
from generator.read.files import content
from generator.site import Site

_HEAD = 4096  # bytes of a page in which its front matter names its seed
_SEED = re.compile(rb"^seed:\n  path: (.+)$", re.MULTILINE)
_LARGEST = 20 * 1024 * 1024  # bytes; the longest book is smaller


def seeds(site: Site) -> tuple[tuple[Seed, ...], tuple[Problem, ...]]:
    """Read every article below ``seeds/articles/``, sorted by path; a bad one is reported and left out."""
    found: list[Seed] = []
    files, problems = walk.files(site)
    for path, name in files:
        place = Place(f"{site.seeds.name}/{name}")
        if path.suffix.casefold() not in walk.SUFFIXES:
            fix = f"call it .txt or .md, or move it out of {site.seeds.name}/articles"
            problems.append(Problem(place, "suffix", "it is no article that can be read", "", fix, "warning"))
            continue
        if not _is_utf8(path):
            problems.append(Problem(place, "file-name", "its name is no UTF-8", fix="give it another name"))
            continue
        read, said = article(path, name, site)
        problems += said
        if read is not None:
            found.append(read)
    return tuple(found), tuple(problems)


def published(site: Site) -> dict[str, str]:
    """Return the seed that each generated page of an article names as its own, by the address of the page."""
    folder = site.docs / "articles"
    pages = sorted(folder.glob("*.md")) if folder.is_dir() else []
    named = ((page.stem, _seed_of(page)) for page in pages)
    return {address: seed for address, seed in named if seed}


def _seed_of(page: Path) -> str:
    """Return the path of the seed that a generated page names in its front matter, empty where it names none."""
    with contextlib.suppress(OSError), page.open("rb") as file:
        head = file.read(_HEAD).replace(b"\r\n", b"\n")
        found = _SEED.search(head)
        if head.startswith(b"---\ngenerated: ") and found:
            return str(yaml.safe_load(found[1]))
    return ""


def article(path: Path, name: str, site: Site) -> tuple[Seed | None, tuple[Problem, ...]]:
    """Read the file at *path*, which problems call *name* below the seeds folder. Never raises."""
    file = f"{site.seeds.name}/{name}"
    raw, refused = content(path, file, site.seeds, _LARGEST)
    if raw is None:
        return None, refused
    text, said = decode(raw, file)
    if text is None:
        return None, said
    body, meta, wrong = frontmatter.split(text, file)
    problems = (*said, *wrong)
    if any(problem.severity == "error" for problem in wrong):
        return None, problems
    if not text[body:].strip("\ufeff \t\r\n\x0b\f\u00a0\u200b"):
        empty = Problem(
            Place(file, 1, 1), "empty", "there is no text in it", fix="paste the article, or remove the file"
        )
        return None, (*problems, empty)
    return Seed(name, text, hashlib.sha256(raw).hexdigest(), body, meta), problems


def _is_utf8(path: Path) -> bool:
    """Whether the name is one that other systems can have, and MkDocs can print."""
    try:
        os.fsencode(path).decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
