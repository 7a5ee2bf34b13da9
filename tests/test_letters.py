"""What deceives the eye is reported where it stands, and what only looks strange is not."""

import pytest

from generator import check, letters, start
from generator import site as sites


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He met R\u0430gozin twice.", ["R\u0430gozin"]),
        ("\u0420ogozin, and N\u0410TO", ["\u0420ogozin", "N\u0410TO"]),
        ("\u0431\u043enus, k\u03a9", []),  # neither side passes for the other
        ("\u041c\u043e\u0441\u043a\u0432a", ["\u041c\u043e\u0441\u043a\u0432a"]),
        ("Alph\u03bf", ["Alph\u03bf"]),
        ("\u041c\u043e\u0441\u043a\u0432\u0430 and NATO", []),
        ("\u0415\u0421-NATO", []),
        ("\u0395\u03b9\u03c1\u03ae\u03bd\u03b7 5\u00b5m na\u00efve", []),
        ("\u0375a is no word, nor is \u037ea", []),  # a mark of numbers, a question mark
        ("", []),
    ],
)
def test_words_of_two_scripts_that_look_like_one(text: str, words: list[str]):
    found = list(letters.mixed(text))
    assert [word for _, word, _ in found] == words
    assert all(text[at : at + len(word)] == word for at, word, _ in found)


def test_a_long_run_of_look_alikes_takes_one_look_each():
    found = list(letters.mixed("a\u0430" * 50_000))
    assert sum(len(word) for _, word, _ in found) <= 100_000


def test_check_says_where_and_lets_it_pass(tmp_path):
    start.new(tmp_path / "new")
    articles = tmp_path / "new/seeds/articles"
    text = "Second Tale\n\nAda V\u0430ntongeren went\u202e home. V\u0430ntongeren sleeps.\n"
    (articles / "second.txt").write_text(text, encoding="utf-8")
    (articles / "third.txt").write_text("---\ntitle: H\u0430rbour\u200b\n---\nNobody went.\n", encoding="utf-8")
    with (tmp_path / "new/seeds/actors.yml").open("a", encoding="utf-8") as file:
        file.write("\nquay-board:\n  name: Quay Bo\u0430rd\n  type: organization\n  aliases: [Qu\u2066ay]\n")
    found = check.problems(sites.load(tmp_path / "new/mkdocs.yml"))
    said = [problem for problem in found if problem.code in {"look-alike", "unseen"}]
    assert {problem.severity for problem in said} == {"warning"}
    places = sorted((str(problem.place).removeprefix("seeds/"), problem.code) for problem in said)
    line = next(problem.place.line for problem in said if problem.place.path == "seeds/actors.yml")
    assert places == [
        (f"actors.yml:{line}:3", "look-alike"),
        (f"actors.yml:{line}:3", "unseen"),
        ("articles/second.txt:3:21", "unseen"),
        ("articles/second.txt:3:5", "look-alike"),
        ("articles/third.txt:2:15", "unseen"),
        ("articles/third.txt:2:8", "look-alike"),
    ]
    assert all(str(problem).isprintable() for problem in said)
