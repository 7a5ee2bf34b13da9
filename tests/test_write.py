"""What writing promises: only what changed, only what is ours, whole files, whatever stops it."""

import errno
import functools
import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Collection, Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import write
from generator.model import Page
from generator.site import Site
from generator.write import disk, lock, mark
from tests.papers import of_texts
from tests.strategies import SEVERAL

TOP = "---\ngenerated: true\n"
OURS = f"{TOP}---\n"


def made(path: str, words: str) -> Page:
    """Make a page as the templates begin one."""
    return Page(path, f"{OURS}{words}\n")


A, B = Page("articles/a.md", f"{TOP}seed:\n  path: articles/a.txt\n---\nA\n"), made("actors/b.md", "B")
INDEX = made("index.md", "home")
EDITED = f"{OURS}edited\n"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path, tmp_path / "seeds", tmp_path / "docs", ())


def wrote(pages: Iterable[Page], site: Site, failed: Collection[str] = (), *, force: bool = False) -> write.Outcome:
    return write.pages(iter(pages), site, lambda: failed, force=force)


def files(site: Site) -> dict[str, str]:
    """Give every file, the digest of one that is as it was written in its open form."""
    return {
        path.relative_to(site.docs).as_posix(): unsealed(path.read_bytes()).decode("utf-8")
        for path in sorted(site.docs.rglob("*"))
        if path.is_file()
    }


def unsealed(content: bytes) -> bytes:
    return re.sub(rb"generated: sha256-\w+", b"generated: true", content, count=1) if mark.holds(content) else content


def codes(outcome: write.Outcome) -> list[str]:
    return [problem.code for problem in outcome.problems]


def test_the_second_build_writes_nothing(site: Site):
    assert wrote([A, B], site).written == (B.path, A.path)
    before = {path: path.stat().st_mtime_ns for path in site.docs.rglob("*")}
    again = wrote([A, B], site)
    assert (again.written, again.removed, set(again.kept)) == ((), (), {A.path, B.path})
    assert {path: path.stat().st_mtime_ns for path in site.docs.rglob("*")} == before


def test_only_what_changed_is_written(site: Site):
    wrote([A, B], site)
    new = made(A.path, "new")
    assert wrote([new, B], site).written == (A.path,)
    assert files(site) == {A.path: f"{OURS}new\n", B.path: B.text}


@pytest.mark.parametrize("force", [False, True])
def test_while_the_glossary_has_a_mistake_pages_stay_and_new_ones_come(site: Site, *, force: bool):
    wrote([A], site)
    outcome = wrote([made(A.path, "new"), B], site, failed=["seeds/actors.yml"], force=force)
    assert (outcome.written, outcome.kept) == ((B.path,), (A.path,))
    assert files(site) == {A.path: A.text, B.path: B.text}
    assert wrote([made(A.path, "new"), B], site).written == (A.path,)


def test_what_no_seed_makes_goes_and_its_empty_folder_too(site: Site):
    deep = made("sources/polar/2010.md", "deep")
    wrote([A, deep], site)
    assert wrote([A], site).removed == (deep.path,)
    assert not (site.docs / "sources").exists()


def test_a_folder_that_holds_something_else_stays(site: Site):
    wrote([A, B], site)
    (site.docs / "actors/mine.md").write_text("mine\n", encoding="utf-8")
    assert wrote([A], site).removed == (B.path,)
    assert files(site) == {A.path: A.text, "actors/mine.md": "mine\n"}


def test_a_page_that_a_person_changed_is_named_and_kept(site: Site):
    wrote([A, B], site)
    (site.docs / A.path).write_text(EDITED, encoding="utf-8")
    outcome = wrote([made(A.path, "new"), B], site)
    assert codes(outcome) == ["page-edited"]
    assert outcome.problems[0].place.path == f"docs/{A.path}"
    assert files(site)[A.path] == EDITED


def test_force_overwrites_what_a_person_changed(site: Site):
    wrote([A], site)
    (site.docs / A.path).write_text(EDITED, encoding="utf-8")
    assert wrote([A], site, force=True).written == (A.path,)
    assert files(site) == {A.path: A.text}


@pytest.mark.parametrize("force", [False, True])
def test_a_page_that_a_person_wrote_where_one_is_made_is_kept(site: Site, *, force: bool):
    site.docs.mkdir()
    (site.docs / "index.md").write_text("my own home\n", encoding="utf-8")
    assert codes(wrote([INDEX], site, force=force)) == ["page-taken"]
    assert files(site) == {"index.md": "my own home\n"}


def test_a_page_without_the_mark_is_not_written_and_its_template_is_to_get_it(site: Site):
    outcome = wrote([A, Page(B.path, "B\n")], site)
    assert codes(outcome) == ["page-unmarked"]
    assert "begin its template with them" in str(outcome.problems[0])
    assert files(site) == {A.path: A.text}


def test_whatever_is_rendered_bears_the_mark():
    pages = of_texts(*SEVERAL * 15, SEVERAL[1] * 200).pages()
    assert {"actors/ada-vantongeren/undated.md", "sources/polar-post/2001.md", "assets/search.js"} <= pages.keys()
    assert [path for path, text in pages.items() if not mark.holds(mark.sealed(text))] == []


TORN = f"{OURS.replace('true', 'sha256-0123456789abcdef')}<<<<<<< HEAD\nmine\n=======\ntheirs\n>>>>>>> branch\n"


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("failed", [(), ("seeds/articles/b.txt",), ("seeds/actors.yml",), ("seeds/articles/a.txt",)])
def test_a_page_that_a_merge_tore_is_made_anew_or_goes(site: Site, failed: tuple[str, ...], *, force: bool):
    wrote([A, B], site)
    for page in (A, B):
        (site.docs / page.path).write_text(TORN, encoding="utf-8")
    outcome = wrote([A], site, failed=failed, force=force)
    assert (outcome.written, outcome.removed) == ((A.path,), (B.path,))
    assert [(problem.code, problem.severity) for problem in outcome.problems] == [("page-conflict", "warning")] * 2
    assert files(site) == {A.path: A.text}
    assert wrote([A], site).problems == ()


@pytest.mark.parametrize("words", ["<<<<<<< HEAD\n", "=======\n", ">>>>>>> x\n<<<<<<< HEAD\n=======\n", " <<<<<<<\n"])
def test_a_page_with_less_than_the_marks_of_a_merge_is_an_edited_one(site: Site, words: str):
    wrote([A], site)
    (site.docs / A.path).write_text(OURS + words, encoding="utf-8")
    assert codes(wrote([A], site)) == ["page-edited"]


def test_a_page_that_a_person_wrote_keeps_the_marks_of_a_merge(site: Site):
    wrote([A], site)
    torn = TORN.partition("---\n<")[2]
    (site.docs / "about.md").write_text(torn, encoding="utf-8")
    assert wrote([A], site).problems == ()
    assert files(site)["about.md"] == torn


def test_a_changed_page_that_no_seed_makes_any_more_is_named_and_kept(site: Site):
    wrote([A, B], site)
    (site.docs / B.path).write_text(EDITED, encoding="utf-8")
    outcome = wrote([A], site)
    assert (outcome.removed, codes(outcome)) == ((), ["page-orphaned"])
    assert files(site)[B.path] == EDITED


def test_a_hand_written_page_is_never_touched(site: Site):
    site.docs.mkdir()
    (site.docs / "about.md").write_text("about\n", encoding="utf-8")
    wrote([A], site)
    wrote([], site)
    assert files(site) == {"about.md": "about\n"}


def test_a_page_that_went_missing_comes_back(site: Site):
    wrote([A, B], site)
    (site.docs / A.path).unlink()
    assert wrote([A, B], site).written == (A.path,)


def test_what_a_checkout_gave_other_line_ends_is_ours(site: Site):
    wrote([A, B], site)
    for page in (A, B):
        file = site.docs / page.path
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    outcome = wrote([A], site)
    assert (outcome.written, outcome.removed, outcome.problems) == ((A.path,), (B.path,), ())
    assert files(site) == {A.path: A.text}


def test_what_a_clone_brought_is_ours_as_what_was_written_here(site: Site, tmp_path: Path):
    wrote([A, B], site)
    clone = Site(tmp_path, tmp_path / "seeds", tmp_path / "clone", ())
    shutil.copytree(site.docs, clone.docs)
    outcome = wrote([made(A.path, "new")], clone)
    assert (outcome.written, outcome.removed, outcome.problems) == ((A.path,), (B.path,), ())


@pytest.mark.parametrize("line", ["generated: true", "generated: sha256-0000000000000000"])
def test_a_mark_that_does_not_fit_the_page_makes_nothing_ours(site: Site, line: str):
    forged = f"---\n{line}\n---\nwords of a person\n"
    for path in (A.path, "about.md"):
        disk.put(site.docs / path, forged.encode())
    outcome = wrote([A], site)
    assert (outcome.written, outcome.removed) == ((), ())
    assert sorted(codes(outcome)) == ["page-edited", "page-orphaned"]
    assert wrote([A], site, force=True).written == (A.path,)
    assert files(site) == {A.path: A.text, "about.md": forged}


@pytest.mark.parametrize(
    ("failed", "gone"),
    [
        ((), ["actors/b.md", "articles/a.md"]),
        (("seeds/articles/a.txt",), []),  # the actor may be one that only the failed article names
        (("seeds/articles/other.txt",), ["articles/a.md"]),
        (("seeds/articles/other/",), ["articles/a.md"]),
        (("seeds/articles/",), []),
        (("seeds/",), []),
        (("seeds/actors.yml",), []),
        (("templates/article.md.jinja",), []),
    ],
)
def test_what_a_failed_seed_may_have_made_stays(site: Site, failed: tuple[str, ...], gone: list[str]):
    wrote([A, B], site)
    assert list(wrote([], site, failed=failed).removed) == gone


@pytest.mark.parametrize("text", ["[\n---\nA\n", "seed\n---\nA\n", "seed: x\n---\nA\n", ""])
def test_a_page_that_does_not_say_of_which_seed_it_is_stays_where_any_failed(site: Site, text: str):
    wrote([Page(A.path, TOP + text)], site)
    assert wrote([], site, failed=["seeds/articles/other.txt"]).removed == ()
    assert wrote([], site).removed == (A.path,)


@pytest.mark.parametrize("path", ["../out.md", "/out.md", "a/../../out.md", ".hidden.md", "a//b.md", "a/./b.md"])
def test_nothing_is_written_outside(site: Site, path: str):
    outcome = wrote([made(path, "x")], site, force=True)
    assert (outcome.written, codes(outcome)) == ((), ["page-taken"])
    assert files(site) == {}


@pytest.mark.parametrize("force", [False, True])
def test_a_link_is_never_followed(site: Site, tmp_path: Path, *, force: bool):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "b.md").write_text(B.text, encoding="utf-8")
    wrote([A, B], site)
    (site.docs / B.path).unlink()
    (site.docs / "actors").rmdir()
    (site.docs / "actors").symlink_to(outside)
    (site.docs / A.path).unlink()
    (site.docs / A.path).symlink_to(outside / "new.md")
    outcome = wrote([A, made(B.path, "new")], site, force=force)
    assert codes(outcome) == ["page-taken", "page-taken"]
    wrote([], site, force=force)
    assert {path.name: path.read_text(encoding="utf-8") for path in outside.iterdir()} == {"b.md": B.text}


def test_a_file_or_folder_in_the_way_is_named_and_the_rest_is_written(site: Site):
    (site.docs / "articles/a.md").mkdir(parents=True)
    (site.docs / "actors").write_text("a file\n", encoding="utf-8")
    outcome = wrote([A, B, INDEX], site)
    assert (outcome.written, codes(outcome)) == ((INDEX.path,), ["page-taken", "page-taken"])


@pytest.mark.parametrize("name", [".backmatter-4711-42.tmp", ".backmatter-0-9.tmp", ".backmatter-9-0.tmp"])
def test_what_a_stopped_build_left_is_swept(site: Site, name: str):
    wrote([A], site)
    (site.docs / "articles" / name).write_text("half", encoding="utf-8")
    (site.docs / name).write_text("half", encoding="utf-8")
    wrote([A], site)
    assert files(site) == {A.path: A.text}


@pytest.mark.parametrize(
    "name",
    [
        *(".backmatter-notes.md", "a.backmatter-1-1.tmp", ".backmatter-1-1.tmp.md", ".backmatter-1-1_tmp"),
        *("_backmatter-1-1.tmp", ".backmatter--1.tmp", ".backmatter-1-.tmp", ".backmatter-:-1.tmp"),
        *(".backmatter-1-:.tmp", ".backmatter-a-1.tmp", ".backmatter-11.tmp"),
    ],
)
def test_what_a_person_may_have_called_so_is_not(site: Site, name: str):
    wrote([A], site)
    (site.docs / name).write_text("mine", encoding="utf-8")
    wrote([A], site)
    assert files(site) == {name: "mine", A.path: A.text}


def test_what_another_build_swept_meanwhile_is_no_mistake(site: Site, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(os, "walk", lambda top: [(str(top), [], [".backmatter-1-1.tmp"])])
    assert wrote([A], site).written == (A.path,)


def test_a_link_that_is_called_so_stays_and_so_does_what_it_leads_to(site: Site):
    wrote([A], site)
    left = site.docs / ".backmatter-1-1.tmp"
    left.symlink_to("articles/a.md")
    wrote([A], site)
    assert left.is_symlink()
    assert files(site)[A.path] == A.text


def test_what_a_link_leads_to_is_not_swept(site: Site, tmp_path: Path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / ".backmatter-1-1.tmp").write_text("mine", encoding="utf-8")
    wrote([A], site)
    (site.docs / "pictures").symlink_to(outside)
    wrote([A], site)
    assert (outside / ".backmatter-1-1.tmp").exists()


@pytest.mark.parametrize("plant", [os.link, os.symlink])
def test_what_someone_put_where_the_temporary_file_belongs_is_not_written_through(tmp_path: Path, plant):
    (tmp_path / "mine").write_text("mine", encoding="utf-8")
    page = tmp_path / "page.md"
    disk.put(page, b"old")
    planted = []

    def watched(path, *arguments):
        if not planted:
            planted.append(plant(tmp_path / "mine", path))
        return real(path, *arguments)

    real = os.open
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "open", watched)
        with pytest.raises(FileExistsError):
            disk.put(page, b"new")
    assert (page.read_bytes(), (tmp_path / "mine").read_bytes()) == (b"old", b"mine")


def test_what_a_build_leaves_that_cannot_even_clear_away_is_swept_by_the_next(
    site: Site, monkeypatch: pytest.MonkeyPatch
):
    def failing(*_arguments, **_options):
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch:
        for name in ("replace", "unlink"):
            patch.setattr(Path, name, failing)
        assert codes(wrote([A], site)) == ["disk"]
    assert len(files(site)) == 1
    assert wrote([A], site).problems == ()
    assert files(site) == {A.path: A.text}


@pytest.mark.parametrize(("mask", "mode"), [(0o027, 0o640), (0, 0o666)])
def test_a_page_has_the_mode_that_the_person_wants(site: Site, mask: int, mode: int):
    before = os.umask(mask)
    try:
        wrote([A], site)
    finally:
        os.umask(before)
    assert stat.S_IMODE((site.docs / A.path).stat().st_mode) == mode


def test_the_disk_is_waited_for_at_each_file_and_each_folder_and_nothing_stays_open(
    site: Site, monkeypatch: pytest.MonkeyPatch
):
    real, waited, opened = os.fsync, [], []
    monkeypatch.setattr(os, "fsync", lambda opened: (waited.append(os.fstat(opened).st_ino), real(opened)))
    open_, close = os.open, os.close
    monkeypatch.setattr(os, "open", lambda *arguments: opened.append(open_(*arguments)) or opened[-1])
    monkeypatch.setattr(os, "close", lambda descriptor: (opened.remove(descriptor), close(descriptor)))
    wrote([A, B], site)
    for name in (A.path, B.path, "articles", "actors"):
        assert (site.docs / name).stat().st_ino in waited, name
    assert opened == []


def test_what_fails_names_the_page_and_the_reason(site: Site, monkeypatch: pytest.MonkeyPatch):
    def failing(*_arguments):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "write", failing)
    (problem,) = wrote([A], site).problems
    assert str(problem) == (
        f"docs/{A.path}: error: it cannot be read or written: No space left on device,"
        " each file is whole, old or new; make room or give leave, build again [disk]"
    )
    with pytest.raises(OSError, match=r"No space left on device: '.*/docs/articles/a\.md'") as caught:
        disk.put(site.docs / A.path, b"A")
    assert caught.value.errno == errno.ENOSPC


def test_what_is_gone_already_is_dropped_without_a_word(site: Site):
    (site.docs / "articles").mkdir(parents=True)
    disk.drop(site.docs / A.path, site.docs)
    assert list(site.docs.iterdir()) == []


HOLD = """
import sys, time
from pathlib import Path
from generator.write import lock
with lock.held(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(site: Site):
    """Hold the lock of the site in another process, until its input ends."""
    site.docs.mkdir()
    command = [sys.executable, "-c", HOLD, str(site.docs)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "held\n"
        yield process


@pytest.mark.parametrize("told", [True, False])
def test_a_second_build_says_who_holds_the_folder(
    site: Site, holder: subprocess.Popen, monkeypatch: pytest.MonkeyPatch, *, told: bool
):
    locks = f"1: POSIX  ADVISORY  READ 1 00:01:1 0 EOF\n{Path('/proc/locks').read_text(encoding='ascii')}"
    inode = site.docs.stat().st_ino
    if told and f":{inode} " not in locks:
        pytest.skip("this system names no holder")
    monkeypatch.setattr(Path, "read_text", lambda *_arguments, **_options: locks if told else "")
    monkeypatch.setattr(lock, "held", functools.partial(lock.held, patience=0))
    (problem,) = wrote([A], site).problems
    who = f"process {holder.pid}" if told else "a process that the system does not name"
    said = f"docs: error: another build is writing here: {who}, nothing was written; "
    assert str(problem) == f"{said}build again when it has ended [locked]"
    assert files(site) == {}


def test_a_second_build_waits_until_the_first_has_ended(
    site: Site, holder: subprocess.Popen, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(lock.time, "sleep", lambda _seconds: holder.communicate(""))
    assert wrote([A], site).written == (A.path,)


@pytest.mark.parametrize(("number", "said"), [(errno.ENOLCK, []), (errno.EIO, ["disk"])])
def test_a_disk_without_locks_is_written_to_and_one_that_fails_is_not(
    site: Site, monkeypatch: pytest.MonkeyPatch, number: int, said: list[str]
):
    def failing(_descriptor, _operation):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(lock.fcntl, "flock", failing)
    assert codes(wrote([A], site)) == said
    assert files(site) == ({} if said else {A.path: A.text})


def test_a_second_build_goes_on_when_the_first_has_died(site: Site, holder: subprocess.Popen):
    holder.kill()
    assert wrote([A], site).written == (A.path,)


def test_a_folder_that_cannot_be_made_is_one_problem(tmp_path: Path):
    (tmp_path / "docs").write_text("a file\n", encoding="utf-8")
    outcome = wrote([A], Site(tmp_path, tmp_path / "seeds", tmp_path / "docs", ()))
    assert codes(outcome) == ["disk"]
    assert str(outcome.problems[0]).startswith("docs: error: it cannot be read or written: ")


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes anywhere")
def test_a_read_only_folder_is_one_problem(site: Site):
    wrote([A], site)
    site.docs.chmod(0o555)
    try:
        assert codes(wrote([A, INDEX], site)) == ["disk"]
    finally:
        site.docs.chmod(0o755)
    assert files(site) == {A.path: A.text}


OPERATIONS = ("open", "write", "fsync", "close")
UNREAD = {"page-unreadable"}  # what cannot be read may be a person's


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
@pytest.mark.parametrize("name", [*OPERATIONS, "mkdir", "replace", "rmdir", "unlink"])
def test_whichever_operation_fails_every_file_is_whole_and_the_next_build_repairs(
    site: Site, monkeypatch: pytest.MonkeyPatch, name: str, number: int
):
    old = [A, B, INDEX]
    new = [made(A.path, "new a"), INDEX, made("sources/polar/x.md", "new x")]
    owner = os if name in OPERATIONS else Path
    real = getattr(owner, name)
    for nth in range(100):
        wrote(old, site, force=True)
        count = iter(range(1000))

        def failing(*arguments, nth=nth, count=count, **options):
            fails = next(count) == nth
            if fails and name != "close":
                raise OSError(number, os.strerror(number))
            done = real(*arguments, **options)
            if fails:  # a file that cannot be closed without loss is closed all the same
                raise OSError(number, os.strerror(number))
            return done

        with monkeypatch.context() as patch:
            patch.setattr(owner, name, failing)
            outcome = wrote(new, site)
        after = files(site)
        whole = {page.path: {page.text} for page in old}
        for page in new:
            whole.setdefault(page.path, set()).add(page.text)
        assert all(text in whole[path] for path, text in after.items())
        assert {INDEX.path, A.path} <= set(after)
        failed = next(count) > nth + 1 or bool(outcome.problems)
        if outcome.problems:
            assert codes(outcome) == ["disk"] or (name in {"open", "close"} and UNREAD.issuperset(codes(outcome)))
        repaired = wrote(new, site)
        assert repaired.problems == ()
        assert files(site) == {page.path: page.text for page in new}
        if not failed:
            return
    pytest.fail("the operations never came to an end")


def test_an_interrupt_leaves_no_temporary_file(site: Site, monkeypatch: pytest.MonkeyPatch):
    def interrupted(_descriptor):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        wrote([A], site)
    assert [path for path in site.docs.rglob("*") if path.is_file()] == []


PATHS = st.sampled_from(["index.md", "articles/a.md", "articles/b.md", "actors/c.md", "sources/p/q.md"])
SITES = st.dictionaries(PATHS, st.text(max_size=4), max_size=5)


@given(st.lists(SITES, min_size=1, max_size=4), st.dictionaries(PATHS, st.just("a person's words"), max_size=2))
def test_the_folder_is_what_was_made_last_and_what_persons_wrote(tmp_path_factory, builds, by_hand):
    root = tmp_path_factory.mktemp("site")
    site = Site(root, root / "seeds", root / "docs", ())
    for path, text in by_hand.items():
        disk.put(site.docs / path, text.encode())
    for texts in builds:
        wrote([made(path, text) for path, text in texts.items()], site)
    assert files(site) == {path: made(path, text).text for path, text in builds[-1].items()} | by_hand
