"""The office that an article states with a name."""

import pytest

from generator.analyse.name import role

ROLES = {
    # before the name
    "President Ada Berg spoke.": "President",
    "Deputy Prime Minister Ada Berg spoke.": "Deputy Prime Minister",
    "Then Foreign Minister Ada Berg spoke.": "Then Foreign Minister",
    "Selonia's former defense minister Ada Berg spoke.": "former defense minister",
    "Selonian military Brigadier-General Ada Berg spoke.": "Selonian military Brigadier-General",
    "Secretary-General of the Harbour League Ada Berg spoke.": "Secretary-General of the Harbour League",
    "Defense Minister, Ada Berg, spoke.": "Defense Minister",
    "The party leader Ada Berg spoke.": "party leader",
    "Selonian Harbour Minister Dr. Ada Berg spoke.": "Selonian Harbour Minister",
    "Ole Dahl and Harbour League President Ada Berg spoke.": "Harbour League President",
    "The Selonian Foreign and Harbour Minister Ada Berg spoke.": "Selonian Foreign and Harbour Minister",
    # before it, between commas
    "The mayor of the town, Ada Berg, spoke.": "mayor of the town",
    "The first deputy chairman of the Harbour League, Ada Berg, spoke.": "first deputy chairman of the Harbour League",
    # behind it
    "Ada Berg, the mayor of the town, spoke.": "mayor of the town",
    "Ada Berg, chairman of the Harbour League, spoke.": "chairman of the Harbour League",
    "It was led by Ada Berg, a former minister of works.": "former minister of works",
    # behind it, where no comma closes it
    "Ada Berg, the Director of Harbour Intelligence gave testimony.": "Director of Harbour Intelligence",
    "Ada Berg, Chairman of the League for Quays and Piers left early.": "Chairman of the League for Quays and Piers",
    "While Ada Berg, a Harbour League spokesman waited outside.": "Harbour League spokesman",
    "It was led by Ada Berg, the former Deputy works minister.": "former Deputy works minister",
    "It was led by Ada Berg, the mayor of Brezno and head of the council.": "mayor of Brezno and head of the council",
    "It was led by Ada Berg, a former minister of works who had fled; they paid.": "former minister of works",
    "It was led by Ada Berg, the mayor of a town in which she lives.": "mayor of a town",
    "Ada Berg, the chairman of the Harbour League since May, spoke.": "chairman of the Harbour League since May",
    # none
    "It was shown to Ada Berg, a Harbour League spokesman said yesterday.": "",
    "They asked the ministry's spokeswoman. Ada Berg left.": "",
    "Ada Berg, the Harbour League told the minister and left.": "",
    "Ada Berg spoke.": "",
    "Yesterday Ada Berg spoke.": "",
    "In Selonia Ada Berg spoke.": "",
    "They met Ada Berg, who left early, there.": "",
    "The town, Ada Berg said, is old.": "",
    "Ada Berg, 45, lives in the town of her mother, a village by the sea.": "",
    "The Harbour League Ada Berg left is old.": "",
    "Of all that the minister said, Ada Berg liked nothing.": "",
}


@pytest.mark.parametrize(("sentence", "expected"), ROLES.items())
def test_the_office_stated_with_a_name(sentence: str, expected: str) -> None:
    start = sentence.index("Ada Berg")
    assert role.stated(sentence, start, start + len("Ada Berg")) == expected


@pytest.mark.parametrize("piece", ["Minister ", "word ", "a, ", "President, ", "of the "])
def test_a_role_is_looked_for_near_the_name_alone(piece: str) -> None:
    text = piece * 2_000
    start = len(text) // 2
    assert len(role.stated(text, start, start + 4)) <= 150
