"""What the generator takes from mkdocs.yml: the address of the site as all others see it, whatever the environment."""

from pathlib import Path

import pytest

from generator import site


@pytest.mark.parametrize(
    ("setting", "address"),
    [
        ("https://papers.example", "https://papers.example/"),
        ("https://papers.example/a/", "https://papers.example/a/"),
        ("!ENV [SITE_URL, 'https://papers.example/']", "https://papers.example/"),
        ("!ENV [SITE_URL, 'http://127.0.0.1:8000/']", ""),
        ("!ENV SITE_URL", ""),
        ("http://localhost:8000/", ""),
        ("'http://[broken'", ""),
        ("''", ""),
        ("[a, b]", ""),
    ],
)
def test_the_address_is_what_mkdocs_yml_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str, address: str
):
    monkeypatch.setenv("SITE_URL", "https://elsewhere.example/")
    (tmp_path / "mkdocs.yml").write_text(f"site_name: Papers\nsite_url: {setting}\n", encoding="utf-8")
    assert site.load(tmp_path / "mkdocs.yml").url == address
