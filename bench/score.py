"""Score the analysis against hand-made labels, where a set of labelled articles lies beside the project.

``../shared/dev-set`` holds pairs of ``NNN.txt`` and ``NNN.gold.json``; ``../shared/score`` the scorer, and the program
that writes for each article the glossary that a careful editor would have kept.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from generator import analyse, annotate, read
from generator.site import Site

SHARED = Path(__file__).parent.parent.parent / "shared"
LABELLED, SCORER = SHARED / "dev-set", SHARED / "score"


def annotations(seeds: Path) -> str:
    """Give the analysis of each article below *seeds* as a line of JSON."""
    site = Site(seeds.parent, seeds, seeds.parent / "docs", (), starter=True)
    glossary, _ = read.glossary(site)
    found, _ = read.seeds(site)
    return "".join(line + "\n" for line in annotate.lines(analyse.articles(found, glossary), glossary))


def main() -> None:
    """Print the scores with the reviewed glossary of each article."""
    if not LABELLED.is_dir():
        print(f"no labelled articles at {LABELLED}: nothing to score")
        return
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        subprocess.run([sys.executable, SCORER / "glossary.py", LABELLED, out / "sites"], check=True)
        lines = "".join(annotations(seeds) for seeds in sorted((out / "sites").iterdir()))
        (out / "annotations.jsonl").write_text(lines, encoding="utf-8")
        command = [sys.executable, SCORER / "score.py", LABELLED, out / "annotations.jsonl", *sys.argv[1:]]
        print("with the reviewed glossary of each article", flush=True)
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
