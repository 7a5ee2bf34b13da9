"""What the commands print, where, and with which exit code."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import start
from generator.cli import main

SLUG = "the-quay-that-two-towns-share"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "new"
    assert start.new(folder) == ()
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def seed(site: Path, name: str) -> Path:
    return site / "seeds/articles" / name


def test_what_stands_in_the_way_of_a_page_is_one_line_and_the_others_are_written(site: Path):
    page = site / f"docs/articles/{SLUG}.md"
    page.unlink()
    page.mkdir()
    seed(site, "second.txt").write_text("Second Tale\n\nAda Vantongeren went home.\n", encoding="utf-8")
    for said in (run("check").stdout, run("build").stderr):
        (line,) = [line for line in said.splitlines() if ": error: " in line and "[stale]" not in line]
        assert line.startswith(f"docs/articles/{SLUG}.md: error: something that the generator did not write stands ")
    assert (site / "docs/articles/second-tale.md").exists()


@pytest.mark.usefixtures("site")
def test_a_build_of_what_is_built_says_so():
    result = run("build")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("0 written, ")


def test_a_build_says_what_it_wrote_and_removed(site: Path):
    seed(site, "second.txt").write_text("Second Tale\n\nAda Vantongeren went home.\n", encoding="utf-8")
    added = run("build")
    assert "wrote   docs/articles/second-tale.md\n" in added.stdout
    seed(site, "second.txt").unlink()
    assert "removed docs/articles/second-tale.md\n" in run("build").stdout


def test_all_problems_come_at_once_with_their_places_and_exit_code_1(site: Path):
    seed(site, "empty.txt").write_bytes(b"")
    seed(site, "front.md").write_text("---\ndate: [\n---\n\nA text.\n", encoding="utf-8")
    result = run("build")
    assert result.exit_code == 1
    assert "seeds/articles/empty.txt" in result.stderr
    assert "seeds/articles/front.md:" in result.stderr
    assert "Traceback" not in result.stderr


def test_one_bad_article_leaves_its_old_page_and_those_it_leads_to(site: Path):
    before = {path: path.read_bytes() for path in (site / "docs/actors").iterdir() if path.is_file()}
    page = site / f"docs/articles/{SLUG}.md"
    text = page.read_bytes()
    seed(site, f"{SLUG}.txt").write_bytes(b"\x00\x01\x02\xff")
    seed(site, "second.txt").write_text("Second Tale\n\nNobody went home.\n", encoding="utf-8")
    assert run("build").exit_code == 1
    assert page.read_bytes() == text
    assert (site / "docs/articles/second-tale.md").exists()
    assert before.keys() <= set((site / "docs/actors").iterdir())


def test_build_as_json(site: Path):
    (site / "docs/index.md").unlink()
    report = json.loads(run("build", "--json").stdout)
    assert report["written"] == ["index.md"]
    assert report["problems"] == []


def test_force_takes_back_what_a_person_changed(site: Path):
    page = site / f"docs/articles/{SLUG}.md"
    text = page.read_bytes()
    mine = text + b"Mine.\n"
    page.write_bytes(mine)
    kept = run("build")
    assert (kept.exit_code, page.read_bytes()) == (1, mine)
    assert f"docs/articles/{SLUG}.md: error: " in kept.stderr
    assert run("build", "--force").exit_code == 0
    assert page.read_bytes() == text


@pytest.mark.usefixtures("site")
def test_check_has_nothing_to_say_about_a_new_site():
    result = run("check")
    assert (result.exit_code, result.output) == (0, "")


def test_check_writes_to_standard_output_what_is_stale_and_changes_nothing(site: Path):
    page = site / f"docs/articles/{SLUG}.md"
    page.unlink()
    result = run("check")
    assert result.exit_code == 1
    assert (
        f"docs/articles/{SLUG}.md: error: it is not what the seeds make; run `backmatter build` [stale]\n"
        in result.stdout
    )
    assert not page.exists()


def test_check_lets_a_warning_pass(site: Path):
    seed(site, "second.txt").write_text(
        "Second Tale\n\nAda Vantongeren went home with the pilot (, December 6). Nobody saw them.\n", encoding="utf-8"
    )
    assert run("build").exit_code == 0
    result = run("check")
    assert result.exit_code == 0
    assert result.stdout.startswith("seeds/articles/second.txt:3:")
    assert ": warning: " in result.stdout


def test_check_as_json(site: Path):
    (site / "docs/index.md").unlink()
    assert [problem["code"] for problem in json.loads(run("check", "--json").stdout)] == ["stale"]


def test_annotate_prints_one_object_a_line(site: Path):
    result = run("annotate")
    assert result.exit_code == 0
    (line,) = result.stdout.splitlines()
    found = json.loads(line)
    text = seed(site, f"{SLUG}.txt").read_text(encoding="utf-8")
    assert (found["article"], found["seed"]) == (SLUG, f"articles/{SLUG}.txt")
    assert all(text[one["start"] : one["end"]] == one["surface"] for one in found["mentions"])
    assert {one["actor"] for one in found["mentions"]} == {"ada-vantongeren", "harbour-league", "northern-harbour-pact"}


def test_annotate_reads_a_folder_without_mkdocs_yml(site: Path):
    expected = run("annotate").stdout
    (site / "mkdocs.yml").unlink()
    assert run("annotate", "--seeds", site / "seeds", "--no-starter").stdout == expected
    for name in ("actors.yml", "outlets.yml", "publications.yml"):
        (site / "seeds" / name).unlink()
    bare = run("annotate", "--seeds", site / "seeds", "--no-starter")
    assert (bare.exit_code, json.loads(bare.stdout)["mentions"]) == (0, [])


def test_annotate_reads_the_files_that_are_named(site: Path):
    elsewhere = site.parent / "elsewhere.txt"
    elsewhere.write_text("Second Tale\n\nAda Vantongeren went home.\n", encoding="utf-8")
    found = json.loads(run("annotate", elsewhere).stdout)
    assert [one["surface"] for one in found["mentions"]] == ["Ada Vantongeren"]


def test_the_site_may_lie_elsewhere(site: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(site.parent)
    assert run("build", "-C", "new/mkdocs.yml").exit_code == 0
    missing = run("build", "--config", "none/mkdocs.yml")
    assert missing.exit_code == 1
    assert missing.stderr.startswith("mkdocs.yml: error: cannot be read: ")


def test_init_makes_a_site_and_says_what_is_next(tmp_path: Path):
    assert run("init", tmp_path / "new").stdout == f"Made {tmp_path}/new. Next: cd {tmp_path}/new && mkdocs serve\n"
    again = run("init", tmp_path / "new")
    assert (again.exit_code, again.stdout) == (1, "")
    assert "[not-empty]" in again.stderr


@pytest.mark.parametrize("arguments", [["bild"], ["build", "--frce"], ["annotate", "no-such-file.txt"], ["init"]])
def test_a_slip_in_the_command_is_exit_code_2(arguments: list[str]):
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_is_one_line_and_leaves_nothing(site: Path, number: int):
    for at in range(400):
        seed(site, f"{at}.txt").write_text(f"Tale {at}\n\nAda Vantongeren went home.\n\n" * 9, encoding="utf-8")
    # What runs these tests in the background has an interrupt ignored; a terminal has not.
    entry = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); from generator.__main__ import main"
    )
    with subprocess.Popen(
        [sys.executable, "-c", f"{entry}; main()", "build"],
        cwd=site,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        while len(list((site / "docs/articles").iterdir())) < 20 and process.poll() is None:
            time.sleep(0.002)
        process.send_signal(number)
        printed, said = process.communicate()
    assert (process.returncode, printed) == (130, "")
    assert said.startswith("Interrupted: ")
    assert said.count("\n") == 1
    assert list((site / "docs").rglob("*.tmp")) == []
    assert run("build").exit_code == 0
    assert run("check").exit_code == 0


STRANGER = "Second Tale\n\nYesterday Foreign Minister Oskar Brandvold met spokeswoman Ilse Marren.\n"


def test_suggest_lists_who_is_missing_with_the_evidence(site: Path):
    seed(site, "second.txt").write_text(STRANGER, encoding="utf-8")
    result = run("suggest")
    assert result.exit_code == 0
    assert "person: Oskar Brandvold\n     1 mention in 1 article: a title before it" in result.stdout
    assert "     articles/second.txt: … Yesterday Foreign Minister Oskar Brandvold met" in result.stdout
    found = json.loads(run("suggest", "--json").stdout)
    assert {guess["id"] for guess in found["actors"]} == {"oskar-brandvold", "ilse-marren"}


def test_what_suggest_writes_is_linked_and_waits_for_review(site: Path):
    seed(site, "second.txt").write_text(STRANGER, encoding="utf-8")
    result = run("suggest", "--write")
    assert result.exit_code == 0
    assert result.stderr.splitlines()[-1].startswith("Added 2 to seeds/actors.yml; they are linked at once")
    before = (site / "seeds/actors.yml").read_bytes()
    result = run("suggest", "--write")
    assert (result.stdout, result.stderr.splitlines()[-1]) == ("", "Nothing added")
    assert (site / "seeds/actors.yml").read_bytes() == before
    assert run("build").exit_code == 0
    assert "../actors/oskar-brandvold.md" in (site / "docs/articles/second-tale.md").read_text(encoding="utf-8")
    assert "nobody has reviewed it" in (site / "docs/actors/oskar-brandvold.md").read_text(encoding="utf-8")
    result = run("check")
    assert result.exit_code == 0
    assert ": warning: 2 suggested entries wait for review: oskar-brandvold, ilse-marren, they" in result.stdout


def test_suggest_needs_no_more_than_articles(tmp_path: Path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/one.txt").write_text(STRANGER, encoding="utf-8")
    assert run("suggest", "--write", "--seeds", str(tmp_path)).exit_code == 0
    assert "oskar-brandvold:" in (tmp_path / "actors.yml").read_text(encoding="utf-8")


def test_suggest_leaves_a_broken_file_and_says_so(site: Path):
    seed(site, "second.txt").write_text(STRANGER, encoding="utf-8")
    (site / "seeds/actors.yml").write_text("ada: [\n", encoding="utf-8")
    result = run("suggest", "--write")
    assert result.exit_code == 1
    assert result.stderr.count("seeds/actors.yml:2:1: error: the YAML is broken here") == 1
    assert result.stderr.splitlines()[-1] == "Nothing added"
    assert (site / "seeds/actors.yml").read_text(encoding="utf-8") == "ada: [\n"
