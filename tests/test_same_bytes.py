"""The same seeds give the same bytes: no clock, order of files, hash seed, locale or zone shows."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from generator import start

ROOT = Path(__file__).parent.parent
BUILD = """
import sys
import time_machine
time_machine.travel(sys.argv[3]).start()  # before anything of ours is imported, and in each process
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from generator import build, site
from generator.cache import Cache
if __name__ == "__main__":
    found = site.load(Path(sys.argv[1]))
    if sys.argv[2] == "1":
        report = build.build(found, Cache())
    else:
        with ProcessPoolExecutor(int(sys.argv[2])) as executor:
            report = build.build(found, Cache(), executor=executor)
    sys.stdout.buffer.write("\\n".join(map(str, report.problems)).encode())
"""

PUBLISH = """
import sys
import time_machine
time_machine.travel(sys.argv.pop(1)).start()
from mkdocs.__main__ import cli
cli()
"""


class Around(NamedTuple):
    """What may not show: the variables and the time that surround a build, its processes, the order of its files."""

    variables: dict[str, str]
    processes: str
    clock: str
    order: int


ENVIRONMENTS = [
    Around({"PYTHONHASHSEED": "0"}, "1", "2026-10-04T12:00:00", 1),
    Around({"PYTHONHASHSEED": "1"}, "1", "1970-01-02T00:00:00", -1),
    Around({"PYTHONHASHSEED": "4294967295", "TZ": "Pacific/Kiritimati"}, "2", "1999-12-31T23:59:59", 1),
    Around({"TZ": "America/Anchorage", "LC_ALL": "C"}, "1", "2000-02-29T00:00:00", -1),
    Around({"LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}, "3", "2010-02-16T09:30:00", -1),
    Around({"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}, "1", "2038-01-19T03:14:08", 1),
    Around({"PYTHONOPTIMIZE": "2", "PYTHONDONTWRITEBYTECODE": "1"}, "1", "2026-10-05T12:00:00", 1),
    Around(
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONHASHSEED": "7"},
        "2",
        "2106-02-07T06:28:16",
        -1,
    ),
]


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give seeds of several shapes: this repository's, the new site's, the golden sites', and names that sort oddly."""
    folder = tmp_path_factory.mktemp("all") / "new"
    start.new(folder)
    articles = folder / "seeds/articles"
    for at, path in enumerate(
        sorted([*(ROOT / "seeds/articles").iterdir(), *ROOT.glob("tests/golden/*/seeds/articles/*")])
    ):
        shutil.copyfile(path, articles / f"{'Éz'[at % 2]}{at}{path.suffix}")
    shutil.copyfile(ROOT / "seeds/actors.yml", folder / "seeds/actors.yml")
    return folder / "seeds"


def copied(seeds: Path, folder: Path, around: Around) -> None:
    """Copy a site so that its files are made in another order, with another time."""
    folder.mkdir()
    shutil.copyfile(seeds.parent / "mkdocs.yml", folder / "mkdocs.yml")
    for path in sorted(seeds.rglob("*"), reverse=around.order < 0):
        if path.is_file():
            copy = folder / "seeds" / path.relative_to(seeds)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
            os.utime(copy, (1e9 + around.order, 1e9 + around.order))


def run(command: list[object], where: Path, around: Around) -> str:
    """Run *command* and give what it prints; of the environment all goes but what is listed."""
    keep = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=where, env=keep | around.variables, check=True, capture_output=True)
    return done.stdout.decode(errors="replace")


def digests(folder: Path) -> dict[str, str]:
    """Give the digest of each file below *folder*."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def made(seeds: Path, folder: Path, around: Around) -> tuple[dict[str, str], list[str]]:
    """Build a copy from another working directory, at another time."""
    copied(seeds, folder, around)
    (folder / "build.py").write_text(BUILD, encoding="utf-8")
    where = folder if around.order > 0 else folder.parent
    settings = os.path.relpath(folder / "mkdocs.yml", where)
    said = run([sys.executable, folder / "build.py", settings, around.processes, around.clock], where, around)
    assert (folder / "docs/index.md").exists()
    return digests(folder / "docs"), sorted(line.split(":")[0] for line in said.splitlines())


def test_eight_environments_give_the_same_bytes(seeds: Path, tmp_path: Path):
    first, *others = [made(seeds, tmp_path / str(at), around) for at, around in enumerate(ENVIRONMENTS)]
    assert all(other == first for other in others)


def published(seeds: Path, folder: Path, around: Around) -> dict[str, str]:
    """Build the whole site of a copy, its search included."""
    copied(seeds, folder, around)
    (folder / "docs").mkdir()
    run([sys.executable, "-c", PUBLISH, around.clock, "build", "-q"], folder, around)
    return digests(folder / "site")


def test_three_environments_give_the_same_site(seeds: Path, tmp_path: Path):
    names = ("a", "another", "ein Ordner é")
    first, *others = [
        published(seeds, tmp_path / name, around) for name, around in zip(names, ENVIRONMENTS[::-3], strict=True)
    ]
    assert sum(path.startswith("pagefind/filter/") for path in first) > 3
    for other in others:
        assert {path for path in first.keys() | other.keys() if first.get(path) != other.get(path)} == set()
