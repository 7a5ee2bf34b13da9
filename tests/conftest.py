"""What tests share: the option that renews golden files, and the site of this repository, built once."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser):
    parser.addoption("--update-golden", action="store_true", help="write what is made now as what is expected")


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of the built site of this repository."""
    root = tmp_path_factory.mktemp("repository")
    for name in ("mkdocs.yml", "seeds", "docs", "templates"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, root / name)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": "http://127.0.0.1:8765/"}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "-q"], cwd=root, env=environment, check=True)
    return root / "site"


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
