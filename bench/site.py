"""Measure how long whole sites take to build, against bare MkDocs over the same ``docs/`` in the same run.

Sites of 10, 100 and 1,000 invented articles, those of them that the environment's BENCH_ARTICLES allows, or of as many
as the arguments say. Prints for each the pages, the milliseconds of processor that a page takes in our first build
(seeds to site, with pictures, feeds and Pagefind), in a build after which nothing changed, and in MkDocs alone; their
ratio; the largest memory; the megabytes of Pagefind's index and of the data files; the largest page.
"""

import sys
import tempfile
from pathlib import Path

from parts import building, corpus, process
from parts.volume import files, megabytes

SIZES = (10, 100, 1000)  # of them those that BENCH_ARTICLES allows


def measure(count: int) -> None:
    """Print a line for a site of *count* articles."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "new"
        corpus.make(root, count)
        first = process.run(process.mkdocs("build", "-q"), root)
        again = process.run(process.mkdocs("build", "-q"), root)
        floor = process.run(building.settings(root, "bare", plugin=""), root)
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
            "Pagefind": f"{megabytes(files(root / 'site/pagefind')):.2f}",
            "data": f"{megabytes(files(root / 'site/data')):.2f}",
            "largest kB": f"{max(written) / 1000:.0f}",
        }
        print(" ".join(f"{name} {figure:<7}" for name, figure in figures.items()), flush=True)


def main() -> None:
    """Measure sites of each size."""
    print("milliseconds of processor a page: first, again, bare; megabytes: ours, bare, Pagefind, data")
    asked = [int(argument) for argument in sys.argv[1:]]
    for count in asked or [size for size in SIZES if size <= corpus.COUNT]:
        measure(count)


if __name__ == "__main__":
    main()
