"""Editions: what was signed, named by its hash; and what becomes of one when its source moves on."""

from salerno.edition.changes import Changes, changes
from salerno.edition.content import (
    canonical,
    digest_of_text,
    document_of,
    from_document,
    hash_of,
    parse,
    problems_of,
)
from salerno.edition.currency import Consequence, Shape, classified, consequence

__all__ = [
    "Changes",
    "Consequence",
    "Shape",
    "canonical",
    "changes",
    "classified",
    "consequence",
    "digest_of_text",
    "document_of",
    "from_document",
    "hash_of",
    "parse",
    "problems_of",
]
