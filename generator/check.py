"""Check a site: everything that does not add up, all at once."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from generator import build, letters, progress, render, settings, write
from generator.cache import Cache
from generator.edges import group
from generator.model import Actor, Glossary, Outlet, Place, Problem
from generator.progress import Follow
from generator.render.templates import Templates
from generator.site import Site

_NAMED = 5  # of the entries that wait for review
_NEAR = 0.8  # how alike an identifier and what may be meant for it are, from 0 to 1


def problems(site: Site, *, follow: Follow = progress.quietly) -> tuple[Problem, ...]:
    """Give every problem of *site*, sorted by place; nothing is written."""
    kept = Cache()
    understood = build.corpus(site, kept, follow=follow)
    templates = Templates(site)
    pages = render.pages(understood.corpus, understood.articles.prose, templates, kept, follow=follow)
    plan = write.planned(pages, site, lambda: build.failed((*understood.corpus.problems, *templates.found)))
    glossary = understood.glossary
    texts = {path: seed.text for path, seed in understood.articles.seeds.items()}
    found = {
        *understood.corpus.problems,
        *templates.found,
        *plan.problems,
        *shared_names(glossary),
        *unknown_offices(glossary),
        *unreviewed(glossary),
        *letters.problems(understood.corpus.articles.values(), texts, glossary, site.seeds.name),
        *settings.problems(site.root / site.config),
    }
    return (*sorted(found), *stale(plan, site))  # what a build mends comes last


def shared_names(glossary: Glossary) -> Iterator[Problem]:
    """Yield each way of writing that two actors of the site's own share."""
    own = [actor for actor in glossary.actors.values() if actor.origin == "site" and actor.status != "ignored"]
    written = group(((text, actor) for actor in own for text in _written(actor)), by=lambda pair: pair[0])
    for text, pairs in written.items():
        actors = list(dict.fromkeys(actor.id for _, actor in pairs))
        if len(actors) > 1:
            what = f"{text!r} is a name of {' and '.join(actors)}"
            fix = "drop it from one of them if only one is meant"
            why = "it is linked only where the article names one of them otherwise"
            yield Problem(pairs[-1][1].place, "alias-shared", what, why, fix, "warning")


def _written(actor: Actor) -> Iterator[str]:
    yield actor.name
    yield from (alias.text for alias in actor.aliases)


def unknown_offices(glossary: Glossary) -> Iterator[Problem]:
    """Yield each office held at an actor that looks like an identifier, or nearly is one, and is none."""
    for actor in glossary.actors.values():
        for place in {role.of for role in actor.roles if role.of and role.of not in glossary.actors}:
            if " " in place or place != place.lower():
                continue
            near = get_close_matches(place, glossary.actors, 1, _NEAR)
            if near or "-" in place:
                what = f"{actor.id!r} holds an office at {place!r}, which no file describes"
                meant = f"did you mean `{near[0]}`? " if near else ""
                fix = f"{meant}write the identifier of an actor, or words"
                yield Problem(actor.place, "office-unknown", what, fix=fix, severity="warning")


def unreviewed(glossary: Glossary) -> Iterator[Problem]:
    """Yield for each file how many of its entries a rule proposed and nobody has reviewed, at the first of them."""
    entries: tuple[Actor | Outlet, ...] = (*glossary.actors.values(), *glossary.outlets.values())
    waiting = sorted((entry.place, entry.id) for entry in entries if entry.status == "suggested")
    for found in group(waiting, by=lambda pair: pair[0].path).values():
        many = f"{len(found)} suggested entries wait" if len(found) > 1 else "a suggested entry waits"
        names = ", ".join(identifier for _, identifier in found[:_NAMED])
        fix = "say `status: reviewed` where one is right, `ignored` where it is none"
        what = f"{many} for review: {names}{', …' if len(found) > _NAMED else ''}"
        yield Problem(found[0][0], "unreviewed", what, "they are linked meanwhile", fix, "warning")


def stale(plan: write.Outcome, site: Site) -> Iterator[Problem]:
    """Yield each page that is not what the seeds make."""
    states: Mapping[str, tuple[str, ...]] = {
        "is not what the seeds make": plan.written,
        "is made by no seed any more": plan.removed,
    }
    for what, paths in states.items():
        for path in paths:
            yield Problem(Place(f"{site.docs.name}/{path}"), "stale", f"it {what}", fix="run `backmatter build`")
