"""Measure builds: from nothing, again, after a small change; MkDocs beside Hugo."""

from collections.abc import Callable
from pathlib import Path
from shutil import rmtree

from parts import corpus, glossary, hugo, process, table
from parts.process import Cost

PLUGIN = "  - backmatter\n"  # as mkdocs.yml has it
MADE = (".cache", "docs", "site")


def generator(root: Path) -> None:
    """Measure ``backmatter build``."""
    table.heading("backmatter build")
    build = process.backmatter("build")
    start = process.run(process.backmatter("--version"), root)
    table.cost("only to start: --version", start)
    clear(root)
    cold = _measured(root, build, "cold: no .cache, no docs/")
    _measured(root, build, "again, nothing changed", beside=cold)
    corpus.edit(root, 0, edition=1)
    _measured(root, build, "one sentence of one article edited", beside=cold)
    glossary.add_alias(root / "seeds")
    _measured(root, build, "one alias added that 1 % of the articles use", beside=cold)


def mkdocs(root: Path) -> None:
    """Measure ``mkdocs build`` as the site is set up: generator and Pagefind."""
    table.heading("mkdocs build")
    build = process.mkdocs("build", "-q")
    clear(root)
    cold = _measured(root, build, "cold: no .cache, no docs/")
    _measured(root, build, "again, nothing changed", beside=cold)
    corpus.edit(root, 0, edition=2)
    _measured(root, build, "one sentence of one article edited", beside=cold)


def beside_hugo(root: Path) -> None:
    """Measure MkDocs without Pagefind, and without the generator, against Hugo over the same ``docs/``."""
    table.heading("the same docs/, Hugo as the floor")
    quiet = settings(root, "quiet", plugin="  - backmatter:\n      pagefind: false\n")
    bare = settings(root, "bare", plugin="")
    process.run(quiet, root)  # so that nothing changes in what is measured
    with_generator = process.run(quiet, root)
    generator_alone = process.run(process.backmatter("build"), root)
    alone = process.run(bare, root)
    floor = _hugo(root)
    beside = _times("of Hugo", floor)
    table.cost("mkdocs build, pagefind: false, nothing changed", with_generator, beside(with_generator.seconds))
    without = with_generator.seconds - generator_alone.seconds
    table.row("  less backmatter build, nothing changed", without, "CPU s", beside(without))
    table.cost("MkDocs alone: the plugin left out", alone, beside(alone.seconds))
    rmtree(root / "bare")
    rmtree(root / "quiet")


def clear(root: Path) -> None:
    """Remove what builds made."""
    for name in MADE:
        rmtree(root / name, ignore_errors=True)
    (root / "docs").mkdir()  # MkDocs wants it to be there


def _measured(root: Path, command: list[str], label: str, *, beside: Cost | None = None) -> Cost:
    """Run a build and print what it took, as a share of the cost *beside*, and how many files of docs/ it wrote."""
    before = _written(root / "docs")
    taken = process.run(command, root)
    written = len(_written(root / "docs") - before)
    share = f"{taken.seconds / (beside or taken).seconds:.2f} of cold; "
    table.cost(label, taken, f"{share}{written:,} files of docs/ written")
    return taken


def _written(docs: Path) -> set[tuple[Path, int]]:
    """Give each file with the time when it was written."""
    return {(path, path.stat().st_mtime_ns) for path in docs.rglob("*") if path.is_file()}


def settings(root: Path, name: str, *, plugin: str) -> list[str]:
    """Write settings that have *plugin* in place of ours, and give the command that builds with them."""
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    if PLUGIN not in text:
        raise SystemExit(f"mkdocs.yml has no line {PLUGIN!r}, so the plugin cannot be set or left out")
    (root / f"{name}.yml").write_text(text.replace(PLUGIN, plugin), encoding="utf-8")
    return process.mkdocs("build", "-q", "-f", f"{name}.yml", "-d", name)


def _hugo(root: Path) -> Cost | None:
    """Measure Hugo, None where there is none."""
    if not hugo.installed():
        table.skipped("hugo", "it is not installed (Debian: apt install hugo), so there is no floor")
        return None
    floor = hugo.build(root / "docs", root.parent / "hugo")
    rmtree(root.parent / "hugo")
    table.cost("hugo", floor)
    return floor


def _times(name: str, floor: Cost | None) -> Callable[[float], str]:
    """Give what tells how many times the floor some seconds are."""
    return lambda seconds: f"{seconds / floor.seconds:.2f} {name}" if floor else ""
