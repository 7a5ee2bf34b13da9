"""Measure how many bytes and files a site is made of."""

from collections.abc import Iterable
from pathlib import Path

from parts import process, table


def volume(root: Path) -> None:
    """Print the bytes of ``docs/`` and ``site/`` beside those of the articles."""
    table.heading("bytes and files")
    if not (root / "site").is_dir():
        process.run(process.mkdocs("build", "-q"), root)
    articles = megabytes(files(root / "seeds/articles"))
    table.row("seeds/articles", articles, "MB")
    pages = [path for path in files(root / "docs") if path.suffix == ".md"]
    article_pages = [path for path in pages if path.match("docs/articles/*.md") and path.name != "index.md"]
    _beside("docs/, all Markdown", pages, articles)
    _beside("docs/, article pages alone", article_pages, articles)
    _beside("docs/, all files", files(root / "docs"), articles)
    _largest("docs/, largest page", pages, root)
    _largest("docs/, largest file", files(root / "docs"), root)
    _beside("site/, all files", files(root / "site"), articles)
    _largest("site/, largest page", [path for path in files(root / "site") if path.suffix == ".html"], root)
    _largest("site/, largest file", files(root / "site"), root)
    _beside(".cache", files(root / ".cache"), articles)


def files(folder: Path) -> list[Path]:
    """List the files below *folder*."""
    return [path for path in folder.rglob("*") if path.is_file()]


def megabytes(paths: Iterable[Path]) -> float:
    """Give the megabytes of files."""
    return sum(path.stat().st_size for path in paths) / 1e6


def _beside(label: str, paths: list[Path], articles: float) -> None:
    size = megabytes(paths)
    table.row(label, size, "MB", f"{size / articles:.1f} bytes a byte of the articles; {len(paths):,} files")


def _largest(label: str, paths: list[Path], root: Path) -> None:
    path = max(paths, key=lambda path: path.stat().st_size)
    table.row(label, path.stat().st_size / 1e3, "kB", path.relative_to(root).as_posix())
