"""What in a source text would be hard to read, or be translated wrongly into every language at once.

A rule is a module with `remarks(pieces, locale)`. What hangs on a language says nothing about others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salerno.lint import acronyms, ambiguity, dates, passives, reading, sentences
from salerno.lint.grades import Grade, grades
from salerno.lint.remark import Remark
from salerno.model import Translate

__all__ = ["RULES", "Grade", "Remark", "grades", "remarks"]

RULES = {
    "acronym": acronyms,
    "ambiguous": ambiguity,
    "date": dates,
    "passive": passives,
    "reading-level": reading,
    "sentence": sentences,
}
"""By the names that their findings have."""


def remarks(pieces: Sequence[Translate], locale: str) -> Iterator[Remark]:
    """Yield what to mend in an article, in reading order; `locale` is that of its source."""
    found = [remark for rule in RULES.values() for remark in rule.remarks(pieces, locale)]
    yield from sorted(found, key=lambda each: (each.piece.line, each.finding.source_span or (0, 0)))
