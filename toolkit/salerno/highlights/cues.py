"""The highlights of one text: findings, quantities, negations, terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from salerno.checks import seen
from salerno.checks.quantities import Quantity, quantities
from salerno.highlights.negations import negations
from salerno.model import Cue, Finding, Highlight, Syntax
from salerno.review import NUMBER

_LONGEST_VALUE = 40
"""Digits; a longer one is none that anybody compares by eye."""

Span = tuple[int, int]


def highlights(
    text: str,
    syntax: Syntax,
    locale: str,
    *,
    findings: Iterable[tuple[Span, Finding]] = (),
    terms: Iterable[Span] = (),
) -> tuple[Highlight, ...]:
    """Return the highlights of a text in `locale`, in order of where they start; they may overlap.

    `findings` come with their span in this text, `terms` are the spans of approved terminology. A span
    that is empty or beyond the text, as another's check may give one, is passed over.
    """
    plain = seen(text, syntax)
    found = [
        *(Highlight(*span, Cue.FINDING, finding=finding) for span, finding in findings),
        *_quantities(text, plain, syntax, locale),
        *(Highlight(*span, Cue.NEGATION) for span in negations(plain, locale)),
        *(Highlight(*span, Cue.TERM) for span in terms),
    ]
    kept = [each for each in found if 0 <= each.start < each.end <= len(text)]
    return tuple(sorted(kept, key=lambda each: (each.start, -each.end)))


def _quantities(text: str, plain: str, syntax: Syntax, locale: str) -> Iterator[Highlight]:
    found = quantities(text, syntax, locale)
    for each in found:
        value = " ".join(map(_plain, each.values))[:_LONGEST_VALUE]
        yield Highlight(*each.span, Cue.QUANTITY, value, each.unit)
    if locale.partition("-")[0] == "en":
        yield from _frequencies(plain, found)


def _frequencies(plain: str, found: Iterable[Quantity]) -> Iterator[Highlight]:
    """Yield the English words by which an entry's risk is that of a number, and that are none: daily."""
    taken = {place for each in found for place in range(*each.span)}
    for match in NUMBER.finditer(plain):
        if match.start() not in taken:
            yield Highlight(*match.span(), Cue.QUANTITY)


def _plain(value: Decimal) -> str:
    """Return a value in plain digits, without zeros at the end of a decimal part."""
    text = f"{value:f}" if value.adjusted() < _LONGEST_VALUE else str(value)
    return text.rstrip("0").rstrip(".") if "." in text else text
