"""Dates in figures that are two dates: 03/04/2026 is in March for some readers, in April for others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from salerno.lint.remark import Remark, remark, text_of
from salerno.model import Severity, Translate

_DATE = re.compile(r"(?<![\w./-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\w/-]|\.\d)")
_MONTHS = 12


def remarks(pieces: Sequence[Translate], _locale: str) -> Iterator[Remark]:
    """Yield the dates of which nobody can tell day and month."""
    for piece in pieces:
        for match in _DATE.finditer(text_of(piece)):
            first, second = int(match[1]), int(match[3])
            if first != second and 0 < first <= _MONTHS and 0 < second <= _MONTHS:
                message = f"{match[0]} is two dates; write the month as a word"
                yield remark(piece, "date", Severity.MAJOR, message, match.span())
