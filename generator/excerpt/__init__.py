"""Take from one analysed article what the site shows of it: its own words in Markdown, and what other pages show."""

from generator.addresses import paragraphs
from generator.excerpt import edges, prose, rows, titles
from generator.excerpt.passages import Sentences
from generator.model import TEXT_BLOCKS, Analysis, Article, Glossary
from generator.sheet import Extract, Sheet
from generator.site import Link


def extract(analysis: Analysis, glossary: Glossary, link: Link) -> Extract:
    """Return all that is made of one article; a pure function of its analysis and of what the glossary says of it."""
    article = analysis.article
    anchors = _anchors(article)
    sentences = Sentences(article, anchors)
    return Extract(
        _sheet(analysis, glossary, sentences, anchors),
        prose.write(analysis, dict(enumerate(anchors, 1)), edges.captions(analysis), link),
        rows.rows(analysis, sentences),
    )


def _anchors(article: Article) -> tuple[str, ...]:
    texts = (article.text[block.start : block.end] for block in article.blocks if block.kind in TEXT_BLOCKS)
    return tuple(paragraphs(texts))


def _sheet(analysis: Analysis, glossary: Glossary, sentences: Sentences, anchors: tuple[str, ...]) -> Sheet:
    article = analysis.article
    title = titles.title(article)
    return Sheet(
        slug=article.id,
        fixed=article.fixed,
        seed=article.seed,
        sha256=article.sha256,
        title=title,
        description=titles.description(article, sentences, title),
        date=article.date,
        date_basis=article.date_basis,
        publication=article.publication or "",
        series=article.series or "",
        volume=article.volume,
        issue=article.issue,
        authors=article.authors,
        url=article.url or "",
        language=article.language or "",
        anchors=anchors,
        named=edges.named(analysis, sentences),
        about=edges.about(analysis, sentences),
        adjectives=edges.adjectives(analysis),
        said=edges.said(analysis, sentences, glossary),
        quotations=len(analysis.quotations),
        reports=edges.reports(analysis, sentences, glossary),
        lost=edges.lost(analysis, sentences),
        stated=edges.stated(analysis, sentences),
        together=edges.together(analysis, sentences),
        findings=analysis.findings,
        places=edges.places(analysis),
    )
