"""Build the same ``docs/`` with Hugo, as a floor: a plain theme of a few layouts, which stand beside this file."""

import shutil
from pathlib import Path

from parts import process
from parts.process import Cost

THEME = Path(__file__).with_name("hugo")


def installed() -> str | None:
    """Give where Hugo is, None where it is not."""
    return shutil.which("hugo")


def build(docs: Path, root: Path) -> Cost:
    """Build *docs* as a Hugo site in the new folder *root*."""
    shutil.copytree(THEME, root)
    for path in filter(Path.is_file, docs.rglob("*")):
        # Hugo calls the index of a folder _index.md, and a folder with an index.md one page.
        name = "_index.md" if path.name == "index.md" else path.name
        target = root / ("content" if path.suffix == ".md" else "static") / path.parent.relative_to(docs) / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    return process.run(["hugo", "--quiet"], root)
