"""The README's tables of modules are made of the modules' own first lines, from the top layer down."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "generator"
OPEN, CLOSE = "<!-- modules -->\n", "<!-- /modules -->"


def job(path: Path) -> str:
    """Give the first line of a module's or a package's docstring."""
    file = path / "__init__.py" if path.is_dir() else path
    return (ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or "").split("\n")[0]


def rows(paths: list[Path], within: Path = PACKAGE) -> str:
    listed = (f"| `{path.relative_to(within).as_posix()}{'/' * path.is_dir()}` | {job(path)} |\n" for path in paths)
    return "| module | its one job |\n|---|---|\n" + "".join(listed)


def modules() -> list[Path]:
    """Give the modules and packages of the generator from the top layer down."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    names = re.findall(r"\w+", " ".join(contracts[0]["layers"]))
    found = [PACKAGE / name if (PACKAGE / name).is_dir() else PACKAGE / f"{name}.py" for name in names]
    return [path for path in found if path.exists()]


def rooms(package: Path) -> list[Path]:
    """Give the modules of a package, and its packages with theirs behind them."""
    files = [path for path in package.rglob("*.py") if not {"__pycache__", "example"} & set(path.parts)]
    found = {path.parent if path.stem == "__init__" else path for path in files}
    return sorted(found - {package})


def tables() -> str:
    made = rows(modules())
    for package in (path for path in modules() if path.is_dir()):
        if inside := rooms(package):
            title = f"<summary>The rooms of <code>{package.relative_to(ROOT).as_posix()}/</code></summary>"
            made += f"\n<details>\n{title}\n\n{rows(inside, package)}\n</details>\n"
    return made


def test_the_tables_of_modules_are_true(request: pytest.FixtureRequest):
    readme = ROOT / "README.md"
    before, rest = readme.read_text(encoding="utf-8").split(OPEN)
    printed, after = rest.split(CLOSE)
    if request.config.getoption("--update-golden"):
        printed = tables()
        readme.write_text(before + OPEN + printed + CLOSE + after, encoding="utf-8", newline="\n")
    assert printed == tables()


def test_the_tables_name_every_module():
    named = set(modules()) | {room for path in modules() if path.is_dir() for room in rooms(path)}
    assert set(rooms(PACKAGE)) - named == set()
