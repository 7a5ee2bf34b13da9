"""The commands: ``backmatter init``, ``build``, ``check``, ``annotate``."""

import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from itertools import islice
from pathlib import Path

import click
import msgspec
from rich.console import Console
from rich.status import Status

from generator import analyse, annotate, build, check, read, site, start
from generator.model import Problem, Seed
from generator.site import Site, SiteError

_config = click.option(
    "-f",
    "--config-file",
    "config",
    type=click.Path(path_type=Path),
    default="mkdocs.yml",
    show_default=True,
    help="The site's mkdocs.yml.",
)
_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of lines.")
_WORTH_A_POOL = 200  # articles; below, starting processes costs more than it saves


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="backmatter")
def main() -> None:
    """Turn a folder of articles into a searchable site with the apparatus of a scholarly book."""


@main.command("build")
@_config
@click.option("--force", is_flag=True, help="Overwrite generated pages that a person changed.")
@_json
def build_(config: Path, *, force: bool, as_json: bool) -> None:
    """Bring docs/ up to date with seeds/; says what it wrote, kept and removed."""
    found = _site(config)
    with _progress(f"Building {found.name} …"), _executor(found) as executor:
        report = build.build(found, executor=executor, force=force)
    if as_json:
        click.echo(msgspec.json.encode(report))
    else:
        _say(report.problems)
        for path in report.written:
            click.echo(f"wrote   {found.docs.name}/{path}")
        for path in report.removed:
            click.echo(f"removed {found.docs.name}/{path}")
        click.echo(f"{len(report.written)} written, {len(report.kept)} kept, {len(report.removed)} removed")
    sys.exit(report.failed)


@main.command("check")
@_config
@_json
def check_(config: Path, *, as_json: bool) -> None:
    """List everything that does not add up, as file:line:column: what, why, what to do."""
    found = _site(config)
    with _progress(f"Checking {found.name} …"):
        problems = check.problems(found)
    if as_json:
        click.echo(msgspec.json.encode(problems))
    else:
        _say(problems, to_stdout=True)
    sys.exit(any(problem.severity == "error" for problem in problems))


@main.command("annotate")
@_config
@click.option("--seeds", type=click.Path(path_type=Path, exists=True, file_okay=False), help="A folder with articles/.")
@click.option("--no-starter", is_flag=True, help="Leave out the glossary that ships with the package.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
def annotate_(config: Path, seeds: Path | None, files: Sequence[Path], *, no_starter: bool) -> None:
    """Print the analysis of every article, or of FILES, as JSON Lines."""
    found = _bare(seeds) if seeds else _site(config)
    found = msgspec.structs.replace(found, starter=found.starter and not no_starter)
    glossary, problems = read.glossary(found)
    seeds_read, more = _read(files, found)
    _say((*problems, *more))
    for line in annotate.lines(analyse.articles(seeds_read, glossary), glossary):
        click.echo(line)
    sys.exit(any(problem.severity == "error" for problem in (*problems, *more)))


@main.command("init")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def init(folder: Path) -> None:
    """Make a new site in FOLDER that builds at once."""
    problem = start.new(folder)
    if problem is not None:
        _say([problem])
        sys.exit(1)
    click.echo(f"Made {folder}. Next: cd {folder} && mkdocs serve")


def _site(config: Path) -> Site:
    try:
        return site.load(config)
    except SiteError as error:
        _say([error.problem])
        sys.exit(1)


def _bare(seeds: Path) -> Site:
    """Describe a seeds folder that stands by itself."""
    folder = seeds.resolve()
    return Site(folder.parent, folder, folder.parent / "docs", (site.packaged_templates(),))


def _read(files: Sequence[Path], found: Site) -> tuple[Sequence[Seed], Sequence[Problem]]:
    if not files:
        return read.seeds(found)
    seeds: list[Seed] = []
    problems: list[Problem] = []
    for path in files:
        inside = path.resolve().is_relative_to(found.seeds)
        name = path.resolve().relative_to(found.seeds).as_posix() if inside else path.as_posix()
        seed, said = read.article(path, name, found)
        seeds += [seed] if seed is not None else []
        problems += said
    return sorted(seeds, key=lambda seed: seed.path), problems


def _executor(found: Site) -> AbstractContextManager[Executor | None]:
    """Give a pool of processes where there is enough to do for more than one."""
    articles = found.seeds / "articles"
    many = next(islice(articles.rglob("*.*"), _WORTH_A_POOL, None), None) is not None
    return ProcessPoolExecutor() if many else nullcontext()


def _progress(words: str) -> AbstractContextManager[Status | None]:
    """Show on a terminal, and only there, that something is being done."""
    console = Console(stderr=True)
    return console.status(words) if console.is_terminal else nullcontext()


def _say(problems: Iterable[Problem], *, to_stdout: bool = False) -> None:
    for problem in problems:
        click.echo(str(problem), err=not to_stdout)
