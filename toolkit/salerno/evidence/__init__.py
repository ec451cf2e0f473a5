"""The evidence beside a published page: all that it takes to prove it, without catalogs or database."""

from salerno.evidence.file import Evidence, parse, text_of
from salerno.evidence.proof import Place, page_problems, problems_of

__all__ = ["Evidence", "Place", "page_problems", "parse", "problems_of", "text_of"]
