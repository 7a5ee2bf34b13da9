"""What a build writes while the site is served starts no second build; what a person saves does."""

from pathlib import Path

import pytest

from generator.plugin.once import Once


@pytest.fixture
def builds() -> list[str]:
    return []


@pytest.fixture
def once(tmp_path: Path, builds: list[str]) -> Once:
    (tmp_path / "docs").mkdir()
    (tmp_path / "seeds").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x", encoding="utf-8")

    def build() -> None:
        builds.append("built")
        (tmp_path / "docs/page.md").write_text(f"page {len(builds)}", encoding="utf-8")

    return Once(build, [tmp_path / "mkdocs.yml", tmp_path / "docs", tmp_path / "seeds"])


def test_nothing_saved_builds_nothing(once: Once, builds: list[str]):
    once()
    assert builds == []


@pytest.mark.parametrize("saved", ["seeds/article.txt", "docs/by-hand.md", "mkdocs.yml"])
def test_one_save_builds_once_though_the_build_writes(once: Once, builds: list[str], tmp_path: Path, saved: str):
    (tmp_path / saved).write_text("new words", encoding="utf-8")
    once()
    once()
    assert builds == ["built"]


def test_what_is_removed_is_built_too(once: Once, builds: list[str], tmp_path: Path):
    (tmp_path / "seeds/article.txt").write_text("words", encoding="utf-8")
    once()
    (tmp_path / "seeds/article.txt").unlink()
    once()
    assert builds == ["built", "built"]


def test_a_build_that_failed_is_tried_again(tmp_path: Path):
    tries: list[str] = []

    def build() -> None:
        tries.append("tried")
        if len(tries) == 1:
            raise OSError("no room")

    once = Once(build, [tmp_path])
    (tmp_path / "a").write_text("", encoding="utf-8")
    with pytest.raises(OSError, match="no room"):
        once()
    once()
    assert tries == ["tried", "tried"]
