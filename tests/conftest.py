"""What tests share: the option that renews golden files, and the site of this repository, built once."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tests.browser import free_port, served

ROOT = Path(__file__).parent.parent
settings.register_profile("backmatter", deadline=None)  # a machine that is busy is no failure
settings.load_profile("backmatter")


def pytest_addoption(parser: pytest.Parser):
    parser.addoption("--update-golden", action="store_true", help="write what is made now as what is expected")


@pytest.fixture(scope="session")
def port() -> int:
    """Give the port for which the site of this repository is built."""
    return free_port()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, port: int) -> Path:
    """Give the folder of the built site of this repository."""
    root = tmp_path_factory.mktemp("repository")
    for name in ("mkdocs.yml", "seeds", "docs", "templates"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, root / name)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": f"http://127.0.0.1:{port}/"}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "-q"], cwd=root, env=environment, check=True)
    return root / "site"


@pytest.fixture(scope="session")
def address(built: Path, port: int) -> Iterator[str]:
    """Give the address at which the built site of this repository is served."""
    with served(built, port) as found:
        yield found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Give the browser that the system has."""
    command = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if command is None and "CI" not in os.environ:
        pytest.skip("there is no Chromium here")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=command, args=["--no-sandbox"])
        yield browser
        browser.close()
