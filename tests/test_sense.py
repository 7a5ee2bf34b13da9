"""Whether a capital stands for its government or is a place."""

import pytest

from generator.analyse.index import Form
from generator.analyse.name import sense
from generator.model import Actor, Alias, Sense

SELONIA = Actor("selonia", "Selonia", "state", (Alias("Brezno", "capital"), Alias("Selonian", "demonym")))
CAPITAL = Form("selonia", "capital")

SENSES: list[tuple[str, Sense]] = [
    # it wants, says and decides
    ("Brezno said that it would wait.", "government"),
    ("Brezno wants the pier.", "government"),
    ("Brezno has also refused to pay.", "government"),
    ("Brezno, which pays for it, is ready to wait.", "government"),
    ("They know that Brezno will insist on it.", "government"),
    ("Nobody has seen Brezno's policy on piers.", "government"),
    ("It is part of Brezno's long and costly efforts.", "government"),
    ("Relations with Brezno are cool.", "government"),
    ("The talks between Brezno and the North failed.", "government"),
    ("They have told Brezno so.", "government"),
    # something happens there
    ("They met in Brezno on Monday.", "place"),
    ("He returned to Brezno by train.", "place"),
    ("They flew from Brezno to the North.", "place"),
    ("A fire broke out near Brezno in May.", "place"),
    ("They left Brezno at noon.", "place"),
    ("It was signed in the capital, Brezno, in May.", "place"),
    # nobody can tell
    ("The Brezno trains are late.", "unsure"),
    ("Brezno.", "unsure"),
]


@pytest.mark.parametrize(("sentence", "expected"), SENSES)
def test_the_sense_of_a_capital(sentence: str, expected: Sense) -> None:
    start = sentence.index("Brezno")
    assert sense.of(sentence, start, start + len("Brezno"), CAPITAL, SELONIA) == expected


@pytest.mark.parametrize("kind", ["name", "acronym", "demonym", "surname"])
def test_only_a_capital_can_be_a_place(kind: str) -> None:
    sentence = "They met in Selonia."
    assert sense.of(sentence, 12, 19, Form("selonia", kind), SELONIA) == "actor"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("alias", "expected"), [("Brezno", "place"), ("Selonian Republic", "actor"), ("Seloniya", "actor")]
)
def test_another_name_of_a_state_is_a_capital_if_it_is_one_other_word(alias: str, expected: Sense) -> None:
    sentence = f"They met in {alias} today."
    assert sense.of(sentence, 12, 12 + len(alias), Form("selonia", "alias"), SELONIA) == expected
