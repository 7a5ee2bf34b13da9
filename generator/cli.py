"""The commands: ``backmatter init``, ``build``, ``check``, ``annotate``, ``suggest``."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import click
import msgspec

from generator import analyse, annotate, build, cache, check, read, site, start, suggest, workers
from generator.model import Problem, Seed
from generator.progress import Bar
from generator.site import Site, SiteError

_config = click.option(
    "-C",
    "--config",
    "-f",
    "--config-file",
    "config",
    type=click.Path(path_type=Path),
    default="mkdocs.yml",
    show_default=True,
    help="The site's mkdocs.yml.",
)
_seeds = click.option(
    "--seeds", type=click.Path(path_type=Path, exists=True, file_okay=False), help="A folder with articles/."
)
_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of lines.")


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
    with workers.pool(found) as executor, cache.opened(found.cache) as kept:
        report = build.build(found, kept, executor=executor, force=force, follow=Bar().follow)
    if as_json:
        click.echo(msgspec.json.encode(report))
    else:
        _say(report.problems)
        for path in report.written:
            _print(f"wrote   {found.docs.name}/{path}")
        for path in report.removed:
            _print(f"removed {found.docs.name}/{path}")
        _print(f"{len(report.written)} written, {len(report.kept)} kept, {len(report.removed)} removed")
    sys.exit(report.failed)


@main.command("check")
@_config
@_json
def check_(config: Path, *, as_json: bool) -> None:
    """List everything that does not add up, as file:line:column: what, why, what to do."""
    found = _site(config)
    problems = check.problems(found, follow=Bar().follow)
    if as_json:
        click.echo(msgspec.json.encode(problems))
    else:
        _say(problems, to_stdout=True)
    sys.exit(_errors(problems))


@main.command("annotate")
@_config
@_seeds
@click.option("--no-starter", is_flag=True, help="Leave out the glossary that ships with the package.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False))
def annotate_(config: Path, seeds: Path | None, files: Sequence[Path], *, no_starter: bool) -> None:
    """Print the analysis of every article, or of FILES, as JSON Lines."""
    found = _bare(seeds) if seeds else _site(config)
    found = msgspec.structs.replace(found, starter=found.starter and not no_starter)
    with workers.pool(found) as executor:
        glossary, problems = read.glossary(found)
        seeds_read, more = _read(files, found)
        _say(dict.fromkeys((*problems, *more)))
        analyses = Bar().follow(
            analyse.articles(seeds_read, glossary, executor=executor), "Reading articles", len(seeds_read)
        )
        for line in annotate.lines(analyses, glossary):
            click.echo(line.encode("utf-8"))
    sys.exit(_errors((*problems, *more)))


@main.command("suggest")
@_config
@_seeds
@click.option("--write", is_flag=True, help="Add the sure ones to actors.yml and outlets.yml, as suggested entries.")
@_json
def suggest_(config: Path, seeds: Path | None, *, write: bool, as_json: bool) -> None:
    """List actors and outlets that the glossary does not know yet, the surest first, with the evidence."""
    place = _bare(seeds) if seeds else _site(config)
    with workers.pool(place) as executor:
        found = suggest.suggestions(place, executor=executor, follow=Bar().follow)
    refused = suggest.write(found, place) if write else ()
    problems = tuple(dict.fromkeys((*found.problems, *refused)))
    if as_json:
        click.echo(msgspec.json.encode(msgspec.structs.replace(found, problems=problems)))
    else:
        _say(problems)
        for line in suggest.lines(found):
            _print(line)
    if write:
        _print(suggest.added(found, place, refused), err=True)
    sys.exit(_errors(problems))


@main.command("init")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def init(folder: Path) -> None:
    """Make a new site in FOLDER that builds at once."""
    problems = start.new(folder)
    _say(problems)
    if not problems:
        _print(f"Made {folder}. Next: cd {folder} && mkdocs serve")
    sys.exit(_errors(problems))


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


def _errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def _say(problems: Iterable[Problem], *, to_stdout: bool = False) -> None:
    for problem in problems:
        _print(str(problem), err=not to_stdout)


def _print(line: str, *, err: bool = False) -> None:
    """Print *line*; a character that the terminal does not have is written as Python escapes it."""
    stream = sys.stderr if err else sys.stdout
    encoding = stream.encoding or "utf-8"
    stream.write(line.encode(encoding, "backslashreplace").decode(encoding) + "\n")
    stream.flush()
