"""Length: the target is not empty of words, and about as long as the source lets one expect.

Letters are counted, after Gale and Church (1993): the length of a translation varies as the square
root of the source's. So a band is `rate · n ± k · spread · √n`, wide for a label, narrow for a page.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from salerno.checks._text import visible
from salerno.languages import english_name, script
from salerno.model import Finding, Severity, Unit

NAME = "length"

_NO_LETTERS = re.compile(
    r"[\s\d_!-/:-@\[-`{-~\u0080-\u00bf\u060c\u061b\u061f\u06d4\u0964\u2000-\u206f\u3000-\u3004"
    r"\u3008-\u3020\u2190-\u2bff\uff00-\uff20\uff3b-\uff40\uff5b-\uff65\ufeff]+",
)
"""Space, figures and punctuation; vowel signs count as letters, for they take as long to type."""
_SENTENCE_END = re.compile(r"(?<![.!?])[.!?]++(?=[\s\"'”’»)\]]|\Z)|[。！？।۔؟]")

_SHORTEST_SOURCE = 25
"""Letters; below them a translation may well be half as long: `Do not drink alcohol.`"""
_TOO_SHORT = 2.0
_TOO_SHORT_FOR_SENTENCES = 1.0
"""Where a sentence is missing as well, so much is telling."""
_TOO_LONG = 4.0
"""Explanations make good translations long more often than anything makes them short."""


@dataclass(frozen=True, slots=True)
class _Band:
    """Letters of a script for one of English: of the tersest and of the wordiest languages."""

    shortest: float
    longest: float
    spread: float


_HAN = _Band(0.26, 0.38, 0.6)
_BANDS = {
    "Arab": _Band(0.80, 1.05, 1.4),
    "Cyrl": _Band(0.93, 1.10, 1.3),
    "Deva": _Band(0.92, 1.05, 1.25),
    "Hans": _HAN,
    "Hant": _HAN,
    "Latn": _Band(1.00, 1.25, 1.4),
}
"""Measured on translations of health texts: Arabic, Russian, Hindi, Chinese, and for Latin
script Basque, French, German, Italian, Portuguese, Spanish and Swahili."""
_ANY_SCRIPT = _Band(0.35, 1.40, 1.4)


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield a finding if the target has no words, or is far shorter or longer than usual."""
    said, found = visible(unit.source, unit.syntax), visible(target, unit.syntax)
    expected, letters = _letters(said), _letters(found)
    if not letters:
        if expected:
            message = "the translation has no words"
            yield Finding(NAME, Severity.CRITICAL, message, target_span=(0, len(target)))
        return
    if expected < _SHORTEST_SOURCE:
        return
    band = _BANDS.get(script(locale), _ANY_SCRIPT)
    unit_of_spread = band.spread * math.sqrt(expected)
    short_by = (band.shortest * expected - letters) / unit_of_spread
    long_by = (letters - band.longest * expected) / unit_of_spread
    if short_by > _TOO_SHORT:
        yield _finding(f"short: {letters} letters for {expected}, words may be missing", locale)
    elif short_by > _TOO_SHORT_FOR_SENTENCES and _sentences(found) < _sentences(said):
        yield _finding(f"short: {_sentences(found)} of {_sentences(said)} sentences", locale)
    elif long_by > _TOO_LONG:
        yield _finding(f"long: {letters} letters for {expected}, words may have been added", locale)


def _letters(text: str) -> int:
    return len(_NO_LETTERS.sub("", text))


def _sentences(text: str) -> int:
    return max(1, len(_SENTENCE_END.findall(text)))


def _finding(judgement: str, locale: str) -> Finding:
    message = f"the translation is unusually {judgement} ({english_name(locale)})"
    return Finding(NAME, Severity.MAJOR, message)
