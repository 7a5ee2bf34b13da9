"""The README's table of modules is made of the modules' own first lines."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OPEN, CLOSE = "<!-- modules -->\n", "<!-- /modules -->"


def table() -> str:
    rows = ["| module | its one job |", "|---|---|"]
    for path in sorted((ROOT / "generator").rglob("*.py")):
        first_line = (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n")[0]
        rows.append(f"| `{path.relative_to(ROOT).as_posix()}` | {first_line} |")
    return "\n".join(rows) + "\n"


def test_the_table_of_modules_is_true(request: pytest.FixtureRequest):
    readme = ROOT / "README.md"
    before, rest = readme.read_text(encoding="utf-8").split(OPEN)
    printed, after = rest.split(CLOSE)
    if request.config.getoption("--update-golden"):
        printed = table()
        readme.write_text(before + OPEN + printed + CLOSE + after, encoding="utf-8", newline="\n")
    assert printed == table()
