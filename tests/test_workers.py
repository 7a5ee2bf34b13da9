"""Many articles are read by several processes, which make what one makes."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator import analyse, annotate, read, start, suggest, workers
from generator import site as sites
from generator.site import Site
from tests.test_stopped import INTERRUPTED

MANY = 500


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Give a site that is worth a pool."""
    folder = tmp_path_factory.mktemp("large") / "new"
    assert start.new(folder) == ()
    text = "Tale {0}\n\nAda Vantongeren left the Lower Quay Council (Polar Post, March {1}).\n"
    for at in range(MANY - 1):
        path = folder / f"seeds/articles/{at}.txt"
        path.write_text(text.format(at, at % 28 + 1), encoding="utf-8")
    return sites.load(folder / "mkdocs.yml")


def processors(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: set(range(number)), raising=False)


def test_a_pool_makes_what_one_process_makes(large: Site, monkeypatch: pytest.MonkeyPatch):
    processors(monkeypatch, 2)
    glossary, _ = read.glossary(large)
    seeds, _ = read.seeds(large)
    with workers.pool(large) as executor:
        assert executor is not None
        shared = list(annotate.lines(analyse.articles(seeds, glossary, executor=executor), glossary))
        assert suggest.suggestions(large, executor=executor) == suggest.suggestions(large)
    assert shared == list(annotate.lines(analyse.articles(seeds, glossary), glossary))
    assert len(shared) == MANY


@pytest.mark.skipif(not Path("/proc/thread-self/children").exists(), reason="this system does not tell of processes")
def test_an_interrupt_of_all_processes_at_once_is_one_line(large: Site):
    entry = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    command = [sys.executable, "-c", f"{entry}; from generator.__main__ import main; main()", "annotate"]
    for moment in range(3):  # while the processes start, and while they work
        with subprocess.Popen(
            command, cwd=large.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
        ) as process:
            children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
            while not children.read_text(encoding="ascii") and process.poll() is None:
                time.sleep(0.005)
            time.sleep(moment * 0.1)
            os.killpg(process.pid, signal.SIGINT)
            _, said = process.communicate()
        assert process.returncode == 130
        assert said.splitlines() == [INTERRUPTED.strip()]


def test_one_processor_or_few_articles_need_no_pool(large: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    processors(monkeypatch, 1)
    with workers.pool(large) as executor:
        assert executor is None
    processors(monkeypatch, 2)
    start.new(tmp_path / "new")
    with workers.pool(sites.load(tmp_path / "new/mkdocs.yml")) as executor:
        assert executor is None
