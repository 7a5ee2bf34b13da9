"""Read the articles: each file as it lies on disk, or a problem with its place."""

import hashlib
import os
from pathlib import Path

from generator.model import Place, Problem, Seed
from generator.read import frontmatter, walk
from generator.read.decode import decode
from generator.read.files import content
from generator.site import Site

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
