"""What a check finds in the glossary alone."""

import pytest

from generator import check
from generator.model import Actor, Glossary, Place, Role

HERE = Place("seeds/actors.yml", 3, 1)


def glossary(of: str) -> Glossary:
    ada = Actor("ada-berg", "Ada Berg", "person", roles=(Role("Envoy", of),), place=HERE)
    return Glossary({"ada-berg": ada, "selonia": Actor("selonia", "Selonia", "state")})


@pytest.mark.parametrize(
    ("of", "fix"),
    [
        ("selonja", "did you mean `selonia`? write the identifier of an actor, or words"),
        ("northern-pact", "write the identifier of an actor, or words"),
    ],
)
def test_an_office_at_an_actor_that_no_file_describes_is_told(of: str, fix: str):
    (problem,) = check.unknown_offices(glossary(of))
    assert (problem.place, problem.code, problem.severity, problem.fix) == (HERE, "office-unknown", "warning", fix)


@pytest.mark.parametrize("of", ["", "selonia", "Selonja", "the old pier", "parliament"])
def test_an_office_at_an_actor_or_in_words_is_not(of: str):
    assert not list(check.unknown_offices(glossary(of)))
