"""Read ``seeds/``: the articles and the glossary, each mistake a problem with its place."""

from generator.read.articles import article, seeds
from generator.read.glossary import glossary

__all__ = ["article", "glossary", "seeds"]
