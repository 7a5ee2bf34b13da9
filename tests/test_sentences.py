"""Where sentences end."""

import pytest

from generator import text


@pytest.mark.parametrize(
    "sentences",
    [
        ["The pier is old.", "Nobody pays!", "Why?"],
        ["The U.S. and Gen. Berg met Mr. A. Dahl.", "They left."],
        ["It belongs to the U.S.", "The rest is sold."],
        ["He said, “It is old.”", "Nobody pays."],
        ["It was so (Interport, February 4).", "Nobody pays."],
        ["It was so. (Interport, February 4)", "Nobody pays."],
        ["It was so. (Interport, February 4. See also Ledger, February 5)", "“Nobody pays,” he said."],
        ["It was so. (Interport, February 4) and it is."],
        ["It was so.[1]", "Nobody pays."],
        ["It rose by 3.5 percent.", "Nobody pays…", "Or so it is."],
        ["Nothing ends here"],
    ],
)
def test_sentences_are_cut_where_they_end(sentences: list[str]) -> None:
    for gap in (" ", "  ", "\n"):
        joined = gap.join(sentences)
        assert [joined[start:end] for start, end in text.sentences(joined, 0, len(joined))] == sentences


@pytest.mark.parametrize("space", ["", " ", "\n \n"])
def test_white_space_around_sentences_is_part_of_none(space: str) -> None:
    whole = f"{space}It was so. {space}"
    assert [whole[start:end] for start, end in text.sentences(whole, 0, len(whole))] == ["It was so."]
    assert list(text.sentences(space, 0, len(space))) == []
