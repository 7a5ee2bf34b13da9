"""What the properties are tried on: articles of invented words in the shapes that articles have."""

from hypothesis import strategies as st

from generator.model import Actor, Alias, Glossary, Outlet, Publication, Seed

ACTORS = (
    Actor("ada-vantongeren", "Ada Vantongeren", "person"),
    Actor("ilmar-tarvainen", "Ilmar Tarvainen", "person", (Alias("Tarvainnen", "misspelling"),)),
    Actor("oskar-tarvainen", "Oskar Tarvainen", "person"),
    Actor("harbour-league", "Harbour League", "organization", (Alias("HL", "acronym"),)),
    Actor(
        "northern-harbour-pact",
        "Northern Harbour Pact",
        "treaty",
        (Alias("NHP", "acronym"), Alias("the Pact", "descriptor", "named")),
    ),
    Actor("selonia", "Selonia", "state", (Alias("Brezno", "capital"), Alias("Selonian", "demonym"))),
    Actor("ile-d-ete", "Île d’Été", "place", (Alias("U.P.", "acronym"),)),
)
OUTLETS = (Outlet("polar-post", "Polar Post", ("POLAR-POST",)), Outlet("interport", "Interport"))
GLOSSARY = Glossary(
    {actor.id: actor for actor in ACTORS},
    {outlet.id: outlet for outlet in OUTLETS},
    {"orbit-weekly": Publication("orbit-weekly", "Orbit Weekly", ("OW",), volume_one=2001)},
)
NAMES = sorted({actor.name for actor in ACTORS} | {alias.text for actor in ACTORS for alias in actor.aliases})
CITATIONS = (
    "(Polar Post, March 4)",
    "(Polar Post, Interport, 4 May 2002; OW, June 7, 9)",
    "(see OW, June 23)",
    "(, December 6)",
    "(www.quay.example, May 18)",
    "(",
    "(Harbour League)",
)
WORDS = (
    *"the quay said on in of – * ; ’ Monday, he added. according to 1986. `x` [1] <b> &amp; {: .x }".split(),
    *("March 4,", "“We agree,”", "“a long and careful sentence about the quay,”", "Tarvainen", "Vantongeren’s"),
    *("Interport reported", "naïve", "İstanbul", "e\u0301te\u0301", "مرحبا", "\u200b", "\u202e", "\x07"),
)

SEVERAL = (  # what the laws are sure to be tried on: quoted sentences, lost sources, one report cited in two ways
    "Ada Vantongeren said “we agree on the quay and on all of the berths” (Polar Post, March 4, 2001).",
    "“We agree on the quay and on all of it,” said Ada Vantongeren (POLAR-POST, March 4, 2001; Interport, 2001).",
    "The Pact, the NHP, and the Northern Harbour Pact. It was so (, December 6). Selonian ships left Brezno.",
)

tokens = st.one_of(
    st.sampled_from(WORDS), st.sampled_from(NAMES), st.sampled_from(CITATIONS), st.text(min_size=1, max_size=6)
)
gaps = st.sampled_from((" ", " ", " ", " ", "  ", "\n", "-", ", ", ". "))
ends = st.sampled_from(("\n\n", "\n\n", "\n", "\r\n\r\n", "\n\u00a0\n", "\n\n\u00a0\u00a0\u00a0\u00a0"))
mastheads = st.sampled_from(
    (
        "",
        "Publication: Orbit Weekly Volume: 3 Issue: 12\n\n",
        "A Title\n\nPublication: Orbit Weekly Volume: 2 Issue: 1\n\n",
    )
)


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    return "".join(draw(tokens) + draw(gaps) for _ in range(draw(st.integers(1, 25))))


@st.composite
def texts(draw: st.DrawFn) -> str:
    body = "".join(draw(paragraphs()) + draw(ends) for _ in range(draw(st.integers(1, 5))))
    return draw(mastheads) + body


@st.composite
def unwrapped_texts(draw: st.DrawFn) -> str:
    """Each paragraph is one line, so that none decides how another is wrapped."""
    found = draw(st.lists(paragraphs().map(lambda paragraph: " ".join(paragraph.split())), min_size=1, max_size=5))
    return "\n\n".join(found) + "\n"


def seed(text: str, at: int = 0) -> Seed:
    return Seed(f"articles/{at:03}.txt", text, "0" * 64)


seeds = st.lists(texts(), min_size=1, max_size=4).map(lambda found: [seed(text, at) for at, text in enumerate(found)])
