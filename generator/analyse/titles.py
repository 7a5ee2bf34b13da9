"""The words that stand before a person's name without being part of it: offices, ranks, forms of address."""

from functools import lru_cache

_TITLES = frozenset(
    "Academician Acting Admiral Adviser Advisor Ambassador Analyst Archbishop Attorney Ayatollah Baron Bishop"
    " Brigadier Brigadier-General Captain Cardinal Chair Chairman Chairperson Chairwoman Chancellor Chief Col."
    " Colonel Colonel-General Commander Commander-in-Chief Commissioner Comrade Congressman Congresswoman"
    " Coordinator Correspondent Councillor Count Crown Defense Defence Delegate Deputy Director Director-General"
    " Doctor Dr Dr. Economist Editor Emir Envoy Ex-President Executive Expert Father Finance First Foreign"
    " Former Gen. General Governor Grand Head Her His Hon. Imam Inspector Interior Journalist Judge Justice King"
    " Lady Lawyer Leader Lieutenant Lieutenant-General Lord Lt. Madam Major Major-General Majesty Marshal Mayor"
    " Metropolitan Minister Mr Mr. Mrs Mrs. Ms Ms. Mullah National Officer Patriarch Police Politician Pope"
    " Premier President Presidential Prime Prince Princess Professor Prof. Prosecutor Prosecutor-General Queen"
    " Rabbi Rear Rector Representative Rev. Secretary Secretary-General Security Sen. Senator Sergeant Shaikh"
    " Sheikh Sir Speaker Special Spokesman Spokesperson Spokeswoman State Sultan Taoiseach Treasurer Trade Tsar"
    " Under-Secretary Vice Vice-Admiral Vice-President Vice-Premier Warlord Writer".split()
)
_HEADS = frozenset(
    "academician admiral adviser advisor ambassador analyst archbishop ayatollah bishop brigadier captain chair"
    " chairman chairperson chairwoman chancellor chief colonel commander commissioner coordinator correspondent"
    " delegate deputy director editor emir envoy executive expert general governor head imam journalist judge"
    " king lawyer leader lieutenant major marshal mayor member minister mullah officer ombudsman patriarch"
    " politician premier president prince professor prosecutor queen rector representative scholar secretary"
    " senator sheikh speaker spokesman spokesperson spokeswoman sultan writer".split()
)


def is_title(word: str) -> bool:
    """Whether a capitalised word before or after a name is an office, a rank or a form of address."""
    return word in _TITLES or (word.endswith("s") and word[:-1] in _TITLES) or names_office(word)


@lru_cache(maxsize=65_536)
def names_office(word: str) -> bool:
    """Whether the word can be the head of the name of an office: ``Secretary-General``, ``minister``."""
    folded = word.casefold().rstrip(".")
    parts = folded.split("-")
    return any(part in _HEADS for part in parts)
