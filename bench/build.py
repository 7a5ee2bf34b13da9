"""Measure what a whole site costs: ``python bench/build.py [N] [--build] [--mkdocs] [--hugo] …``.

A site of N invented articles is made as ``backmatter init`` makes one, and measured in sections; without a flag, all.
N is 1,000, or what the environment's BENCH_ARTICLES says; ``make bench`` says 100, which takes minutes.

``--build``   ``backmatter build``: cold, again, after an edited sentence, after an alias.
``--mkdocs``  ``mkdocs build``, generator and Pagefind included: cold, again, after an edited sentence.
``--hugo``    MkDocs with ``pagefind: false``, and without the generator, beside Hugo over the same ``docs/``.
``--bytes``   bytes of ``docs/`` and ``site/`` a byte of the articles, files, the largest page.
``--big``     one article of half a megabyte to five, in four shapes, by itself.
``--git``     what adding an article to a site of 40 shows in git, and how branches merge.
``--serve``   ``mkdocs serve``: from saving an article to its page, and the builds that one save starts.

How to read it.
CPU s: seconds of processor of the whole process tree; a busy machine hardly changes them, so they can be compared.
Wall s: what a person waits; on a busy machine it says little.
Peak MB: the most memory that the tree had at a time, see ``parts/process.py``.
Beside: the ratio to another row of the same run, or to the floor; between machines, compare ratios alone.
Hugo is the floor of building HTML from Markdown: a plain theme (``parts/hugo/``) with a menu, a table of contents, an
index of all words and links resolved between pages. What stands in ``???`` blocks it takes for code, which is cheaper.
“Less backmatter build”: the row above without what ``backmatter build`` took, whose start counts in both.
“Exponent”: of the cost between one size and the next, 1 where it grows as the text does.
An article is 7 kB and holds 20 citations, 8 quotations and about 100 mentions; the first row counts them.
"""

import argparse
import json
import signal
import tempfile
from collections.abc import Callable
from pathlib import Path

from parts import big, branches, building, corpus, process, serving, table, volume

ON_CORPUS: dict[str, Callable[[Path], None]] = {
    "build": building.generator,
    "mkdocs": building.mkdocs,
    "hugo": building.beside_hugo,
    "bytes": volume.volume,
    "serve": serving.serving,
}
APART: dict[str, Callable[[Path], None]] = {"big": big.big, "git": branches.branches}


def density(root: Path) -> None:
    """Print what the articles hold, as the analyser counts it."""
    seeds = sorted((root / "seeds/articles").iterdir())[:100]
    annotations = process.said(process.backmatter("annotate", *map(str, seeds)), root)
    analyses = [json.loads(line) for line in annotations.splitlines()]
    table.heading(f"an article, the mean of {len(seeds)}")
    table.row("length", volume.megabytes(seeds) * 1e3 / len(seeds), "kB")
    for kind in ("mentions", "citations", "quotations"):
        table.row(kind, sum(len(analysis[kind]) for analysis in analyses) / len(seeds), "")


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=int, default=corpus.COUNT, metavar="N")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="a new folder for the sites, which stay there")
    for section in (*ON_CORPUS, *APART):
        parser.add_argument(f"--{section}", dest="sections", action="append_const", const=section)
    return parser.parse_args()


def measure(folder: Path, count: int, sections: list[str]) -> None:
    """Print the sections, on sites below *folder*."""
    if any(section in ON_CORPUS for section in sections):
        root = folder / "corpus"
        corpus.make(root, count)
        print(f"{count:,} articles")
        density(root)
        for section in (section for section in ON_CORPUS if section in sections):
            ON_CORPUS[section](root)
    for section in (section for section in APART if section in sections):
        APART[section](folder)


def main() -> None:
    """Measure what the command line names."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that nothing is left, running or in a folder
    asked = arguments()
    sections = asked.sections or [*ON_CORPUS, *APART]
    if asked.keep:
        asked.keep.mkdir(parents=True, exist_ok=True)
        measure(asked.keep.resolve(), asked.articles, sections)
        return
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), asked.articles, sections)


if __name__ == "__main__":
    main()
