"""Measure what adding shows in git: files, bytes of diff, and conflicts between branches."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from parts import corpus, glossary, process, table

ARTICLES = 40
NAME = ("-c", "user.name=Bench", "-c", "user.email=bench@localhost", "-c", "core.quotePath=false")
ENTRY = "\n{key}:\n  name: {name}\n  type: organization\n  summary: Added on a branch.\n"

Change = Callable[[Path], None]


def branches(folder: Path) -> None:
    """Print what a site of 40 articles shows of an added article, and how branches that add something merge."""
    table.heading(f"git, a site of {ARTICLES} articles")
    root = folder / "git"
    corpus.make(root, ARTICLES)
    process.run(process.backmatter("build"), root)
    _git(root, "init", "-q", "-b", "main")
    _commit(root, "Start")
    _diff(root)
    _merge(root, "two branches add an article each", _article(ARTICLES), _article(ARTICLES + 1))
    _merge(root, "two add an actor, at the end of actors.yml", _last(0), _last(1))
    _merge(root, "two add an actor, in places far apart", _first(0), _last(1))


def _diff(root: Path) -> None:
    """Print the diff of one added article."""
    corpus.write(root, ARTICLES)
    process.run(process.backmatter("build"), root)
    _git(root, "add", "-A")
    names = _git(root, "diff", "--cached", "--name-status").splitlines()
    new = sum(line.startswith("A") for line in names)
    table.row("one article added: files changed", len(names), "files", f"{new} of them new, the seed among them")
    seed = corpus.path(root, ARTICLES).stat().st_size
    for label, option in (("as shown", "--no-text"), ("shown whole, whatever .gitattributes says", "--text")):
        size = len(_git(root, "diff", "--cached", option).encode())
        table.row(f"  diff {label}", size / 1e3, "kB", f"{size / seed:.1f} times the seed")
    counts = [line.split("\t")[:2] for line in _git(root, "diff", "--cached", "--numstat").splitlines()]
    lines = sum(int(count) for pair in counts for count in pair if count.isdecimal())
    table.row("  lines added or removed, as shown", lines, "lines")
    _git(root, "reset", "-q", "--hard")


def _merge(root: Path, label: str, left: Change, right: Change) -> None:
    """Print how many files conflict where two branches are merged, and how many of docs/ the next build rewrites."""
    start = _git(root, "rev-parse", "main").strip()
    for name, change in (("left", left), ("right", right)):
        _git(root, "checkout", "-q", "-B", name, start)
        change(root)
        process.run(process.backmatter("build"), root)
        _commit(root, name)
    merged = _run(root, "merge", "-q", "--no-edit", "left")
    conflicts = _git(root, "diff", "--name-only", "--diff-filter=U").splitlines()
    table.row(label, len(conflicts), "conflicts", ", ".join(conflicts[:4]) or _stale(root))
    if merged.returncode:
        _git(root, "merge", "--abort")
    _git(root, "reset", "-q", "--hard")


def _stale(root: Path) -> str:
    """Say how many files the next build still changes after a merge that went through."""
    process.run(process.backmatter("build"), root)
    _git(root, "add", "-A")
    return f"{len(_git(root, 'diff', '--cached', '--name-only').splitlines())} files change with the next build"


def _article(number: int) -> Change:
    return lambda root: corpus.write(root, number)


def _last(number: int) -> Change:
    """Give what adds an entry at the end of ``actors.yml``; an article names it."""

    def change(root: Path) -> None:
        path = root / "seeds/actors.yml"
        path.write_text(path.read_text("utf-8") + _entry(number), encoding="utf-8")

    return change


def _first(number: int) -> Change:
    """Give what adds an entry behind the first of ``actors.yml``."""

    def change(root: Path) -> None:
        path = root / "seeds/actors.yml"
        first, rest = path.read_text("utf-8").split("\n\n", 1)
        path.write_text(f"{first}\n{_entry(number)}\n{rest}", encoding="utf-8")

    return change


def _entry(number: int) -> str:
    name = glossary.UNLISTED[number]
    return ENTRY.format(key=name.lower().replace(" ", "-"), name=name)


def _commit(root: Path, subject: str) -> None:
    _git(root, "add", "-A")
    _git(root, "commit", "-q", "-m", subject)


def _git(root: Path, *arguments: str) -> str:
    """Run git, and give what it says; where it fails, so do we."""
    finished = _run(root, *arguments)
    if finished.returncode:
        raise SystemExit(f"git {' '.join(arguments)} failed:\n{finished.stderr}")
    return finished.stdout


def _run(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**process.ENVIRONMENT, "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    command = ["git", *NAME, *arguments]
    return subprocess.run(
        command, cwd=root, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
