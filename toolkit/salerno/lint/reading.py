"""Sections that take more years of school to read than most patients have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from salerno.lint.grades import grades
from salerno.lint.remark import Remark, remark
from salerno.model import Translate


def remarks(pieces: Sequence[Translate], locale: str) -> Iterator[Remark]:
    """Yield the sections that a formula finds too hard; shorter sentences and words mend it."""
    for grade in grades(pieces, locale):
        if grade.severity:
            where = f"the section “{grade.section}”" if grade.section else "the text"
            message = f"{where} is hard to read: {grade.formula} {grade.value:.1f}"
            span = (0, len(grade.first.source))
            yield remark(grade.first, "reading-level", grade.severity, message, span)
