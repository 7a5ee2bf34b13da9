"""Make a new site that builds at once: a copy of the small one beside this file."""

from collections.abc import Iterator
from pathlib import Path

from generator import build, site
from generator.cache import Cache
from generator.model import Place, Problem
from generator.write import disk

_SITE = Path(__file__).parent / "example"
_HARMLESS = {".git", ".github", ".venv", ".idea", ".vscode", ".DS_Store", "venv", "LICENSE", "LICENSE.md"}


def new(folder: Path) -> tuple[Problem, ...]:
    """Make a site in *folder*; nothing is written where anything stands that it could disturb."""
    try:
        in_the_way = [] if not folder.exists() else sorted(path.name for path in folder.iterdir())
        problems = tuple(_taken(folder, name) for name in in_the_way if name not in _HARMLESS)
        if not problems:
            for path, content in _files(folder.resolve().name):
                disk.put(folder / path, content)
            # MkDocs wants the folder docs/ to be there before its plugins run.
            problems = build.build(site.load(folder / "mkdocs.yml"), Cache()).problems
    except OSError as error:
        what = f"no site can be made here: {error.strerror or error}"
        return (Problem(Place(str(folder)), "disk", what, fix="choose another folder"),)
    return problems


def _files(name: str) -> Iterator[tuple[str, bytes]]:
    for source in sorted(path for path in _SITE.rglob("*") if path.is_file()):
        path = source.relative_to(_SITE).as_posix()
        content = source.read_bytes()
        if path == "mkdocs.yml":
            content = content.replace(b"site_name: My articles", f"site_name: {_plain(name)}".encode())
        # Packagers pass over hidden files, so those that must be hidden are not where they lie.
        yield (f".{path}" if path.startswith("git") else path), content


def _plain(name: str) -> str:
    """Give the folder's name as a title that is the same words in YAML, HTML and Markdown."""
    words = "".join(one if one.isalnum() else " " for one in name).split()
    # A number or a word such as "no" alone would be no string to YAML.
    return " ".join(["Site", *words]) if len(words) == 1 else " ".join(words) or "My articles"


def _taken(folder: Path, name: str) -> Problem:
    what = "something stands here already"
    return Problem(Place((folder / name).as_posix()), "not-empty", what, fix="choose an empty folder, or a new one")
