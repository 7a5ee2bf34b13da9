"""The same seeds give the same bytes: no clock, order of files, hash seed, locale or zone shows."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator import start

ROOT = Path(__file__).parent.parent
BUILD = """
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from generator import build, site
if __name__ == "__main__":
    found = site.load(Path(sys.argv[1]))
    if sys.argv[2] == "1":
        report = build.build(found)
    else:
        with ProcessPoolExecutor(int(sys.argv[2])) as executor:
            report = build.build(found, executor=executor)
    sys.stdout.buffer.write("\\n".join(map(str, report.problems)).encode())
"""
ENVIRONMENTS = [
    ({"PYTHONHASHSEED": "0"}, "1", 1),
    ({"PYTHONHASHSEED": "1"}, "1", -1),
    ({"PYTHONHASHSEED": "4294967295", "TZ": "Pacific/Kiritimati"}, "2", 1),
    ({"TZ": "America/Anchorage", "LC_ALL": "C"}, "1", -1),
    ({"LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}, "3", -1),
    ({"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}, "1", 1),
    ({"PYTHONOPTIMIZE": "2", "PYTHONDONTWRITEBYTECODE": "1"}, "1", 1),
    ({"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONHASHSEED": "7"}, "2", -1),
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


def made(seeds: Path, folder: Path, environment: dict[str, str], processes: str, order: int) -> tuple[str, str]:
    """Build a copy whose files were made in another order, from another working directory."""
    folder.mkdir()
    shutil.copyfile(seeds.parent / "mkdocs.yml", folder / "mkdocs.yml")
    for path in sorted(seeds.rglob("*"), reverse=order < 0):
        if path.is_file():
            copy = folder / "seeds" / path.relative_to(seeds)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
            os.utime(copy, (1e9 + order, 1e9 + order))
    (folder / "build.py").write_text(BUILD, encoding="utf-8")
    where = folder if order > 0 else folder.parent
    command = [sys.executable, folder / "build.py", os.path.relpath(folder / "mkdocs.yml", where), processes]
    # The rest of the environment goes, so that only what is listed differs.
    keep = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=where, env=keep | environment, check=True, capture_output=True)
    digest = hashlib.sha256()
    for path in sorted((folder / "docs").rglob("*")):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    said = done.stdout.decode(errors="replace")
    assert (folder / "docs/index.md").exists()
    return digest.hexdigest(), "\n".join(sorted(line.split(":")[0] for line in said.splitlines()))


def test_eight_environments_give_the_same_bytes(seeds: Path, tmp_path: Path):
    results = [made(seeds, tmp_path / str(at), *environment) for at, environment in enumerate(ENVIRONMENTS)]
    assert len(set(results)) == 1
