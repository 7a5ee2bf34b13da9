"""A build that is killed at any moment leaves whole files, and the next repairs what it left."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator import write
from generator.model import Page
from generator.site import Site
from generator.write import mark
from tests.long import times

MOMENTS = times(12, 200)
OURS = "---\ngenerated: true\n---\n"
SCRIPT = """
import sys
from pathlib import Path
from tests.test_crash import pages, site
from generator import write
print("ready", flush=True)
outcome = write.pages(pages(sys.argv[2]), site(Path(sys.argv[1])), tuple)
sys.exit(bool(outcome.problems))
"""
ROOT = Path(__file__).parent.parent


def pages(version: str) -> list[Page]:
    """Give the pages of 500 articles; some go and some come with the version."""
    return [
        Page(f"articles/{at}.md", OURS + f"{version} {at}\n" * 200) for at in range(500) if version == "old" or at % 50
    ] + [Page(f"{version}/{at}.md", f"{OURS}{version}\n") for at in range(20)]


def site(root: Path) -> Site:
    return Site(root, root / "seeds", root / "docs", ())


def files(root: Path) -> dict[str, bytes]:
    docs = root / "docs"
    return {path.relative_to(docs).as_posix(): path.read_bytes() for path in docs.rglob("*") if path.is_file()}


def started(root: Path, version: str) -> subprocess.Popen:
    command = [sys.executable, "-c", SCRIPT, str(root), version]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "ready\n"
    return process


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[float, dict[str, dict[str, bytes]]]:
    """Give how long a change of version takes, and what each version leaves when nothing disturbs it."""
    root, left = tmp_path_factory.mktemp("undisturbed"), {}
    for version in ("old", "new", "old"):
        begun = time.monotonic()
        assert write.pages(pages(version), site(root), tuple).problems == ()
        left[version] = files(root)
    return time.monotonic() - begun, left


def test_killed_at_any_moment_every_file_is_whole_and_the_next_build_repairs(tmp_path: Path, undisturbed):
    seconds, left = undisturbed
    moments = random.Random(4711)  # noqa: S311 - moments, not secrets
    whole = {version: {page.path: mark.sealed(page.text) for page in pages(version)} for version in ("old", "new")}
    write.pages(pages("old"), site(tmp_path), tuple)
    killed = 0
    for at in range(MOMENTS):
        version = ("new", "old")[at % 2]
        with started(tmp_path, version) as process:
            time.sleep(moments.random() * seconds * 1.1)
            process.send_signal(signal.SIGKILL)
            process.wait()
            killed += process.returncode == -signal.SIGKILL
        for path, content in files(tmp_path).items():
            temporary = path.rsplit("/", 1)[-1].startswith(".backmatter-")
            assert temporary or content in {whole["old"].get(path), whole["new"].get(path)}, path
        assert write.pages(pages(version), site(tmp_path), tuple).problems == ()
        assert files(tmp_path) == left[version]
    assert killed


def test_two_builds_at_once_leave_what_one_leaves(tmp_path: Path, undisturbed):
    for at in range(times(3, 20)):
        version = ("old", "new")[at % 2]
        both = [started(tmp_path, version), started(tmp_path, version)]
        for process in both:
            process.communicate()
        assert [process.returncode for process in both] == [0, 0]
        assert files(tmp_path) == undisturbed[1][version]
