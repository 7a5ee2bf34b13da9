"""Measure how long whole sites take to build, against bare MkDocs over the same ``docs/`` in the same run.

Sites of 10, 100 and 1,000 invented articles, or of as many as the arguments say. Prints for each the pages, the
milliseconds of processor that a page takes in our first build (seeds to site, with pictures, feeds and Pagefind), in a
build after which nothing changed, and in MkDocs alone; their ratio; the largest memory; the megabytes of the search
box's index, of Pagefind's and of the data files; the largest page.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from msgspec import Struct
from speed import articles, glossary

from generator import read, start
from generator.site import Site

PERSONS = 1_000
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


class Cost(Struct):
    """What a command took: seconds of processor, its children's included, and megabytes at its largest."""

    seconds: float
    memory: float


def run(root: Path, settings: str, site: str) -> Cost:
    """Build with MkDocs."""
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", settings, "-d", site]
    process = subprocess.Popen(command, cwd=root, env=ENVIRONMENT)  # noqa: S603 - our own command
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(process.returncode)
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def seeds(root: Path, count: int) -> None:
    """Make a site of *count* articles, each of a volume, so that the years are as many as on a real site."""
    start.new(root)
    for path in (root / "seeds/articles").iterdir():
        path.unlink()
    starter, _ = read.glossary(Site(root, root / "seeds", root / "docs", ()))
    known = glossary(starter, PERSONS)
    people = {one.id: {"name": one.name, "type": "person"} for one in known.actors.values() if one.id[1:].isdecimal()}
    (root / "seeds/actors.yml").write_text(json.dumps(people), encoding="utf-8")  # JSON is YAML
    for at, seed in enumerate(articles(known, count)):
        text = seed.text.replace("Volume: 7 ", f"Volume: {1 + at % 20} ", 1)
        (root / f"seeds/articles/{at:06}.txt").write_text(text, encoding="utf-8")


def size(folder: Path) -> float:
    """Give the megabytes below *folder*."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def measure(count: int) -> None:
    """Print a line for a site of *count* articles."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "new"
        seeds(root, count)
        first = run(root, "mkdocs.yml", "site")
        again = run(root, "mkdocs.yml", "site")
        bare = (root / "mkdocs.yml").read_text(encoding="utf-8").replace("  - backmatter\n", "")
        (root / "bare.yml").write_text(bare, encoding="utf-8")
        floor = run(root, "bare.yml", "bare")
        written = [path.stat().st_size for path in (root / "site").rglob("index.html")]
        cost = [1000 * taken.seconds / len(written) for taken in (first, again, floor)]
        figures = {
            "articles": f"{count}",
            "pages": f"{len(written)}",
            "first": f"{cost[0]:.1f}",
            "again": f"{cost[1]:.1f}",
            "bare": f"{cost[2]:.1f}",
            "first/bare": f"{first.seconds / floor.seconds:.2f}",
            "MB ours": f"{max(first.memory, again.memory):.0f}",
            "MB bare": f"{floor.memory:.0f}",
            "box": f"{size(root / 'bare/search') - (root / 'bare/search/index.html').stat().st_size / 1e6:.2f}",
            "Pagefind": f"{size(root / 'site/pagefind'):.2f}",
            "data": f"{size(root / 'docs/data'):.2f}",
            "largest kB": f"{max(written) / 1000:.0f}",
        }
        print(" ".join(f"{name} {figure:<7}" for name, figure in figures.items()), flush=True)


def main() -> None:
    """Measure sites of each size."""
    print("milliseconds of processor a page: first, again, bare; megabytes: ours, bare, box, Pagefind, data")
    for count in map(int, sys.argv[1:] or ("10", "100", "1000")):
        measure(count)


if __name__ == "__main__":
    main()
