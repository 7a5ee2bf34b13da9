"""Which part of a name is the surname, and which stands alone."""

import pytest

from generator import surname


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Ada Berg", ["Berg"]),
        ("Ada", []),
        ("Ada Berg Jr.", ["Berg"]),
        ("Ada van der Berg", ["van der Berg", "Van der Berg", "Berg"]),
        ("Ada al-Berg", ["al-Berg", "Al-Berg", "Berg"]),
        ("Ada el-berg", ["el-berg"]),
        ("Zhao Minghai", ["Zhao"]),
        ("Ada B.", []),
        ("Ada B", []),
        ("Ada van B", ["van B", "Van B"]),
    ],
)
def test_the_surname_stands_alone_in_these_forms(name: str, forms: list[str]):
    assert list(surname.surnames(name)) == forms
