"""How long translations from English are: the table that `tests/fit_lengths.py` measures."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from salerno.languages import ancestors, script

GROWTH = 0.7
"""The deviation grows with the length to this power: 0.5 in Gale and Church (1993), who knew no
glosses and no freedom; 1 would say that translators of long texts are as free as those of labels."""
BASE = 10
"""Letters by which every text counts as longer: labels vary most of all."""
_SEVERAL_SENTENCES = 140
"""Letters of an English text that has more than one or two sentences."""
_SENTENCES_MERGE = 0.5
"""How many deviations more it may lose: translators make one sentence of two."""


@dataclass(frozen=True, slots=True)
class Band:
    """Letters of a language for the letters of an English text, names and numbers not counted."""

    rate: float
    spread: float
    """The standard deviation, for one letter."""
    short: float = 2.3
    """How many deviations are too few."""
    long: float = 3.8
    """How many are too many: explanations make good translations long more often than anything
    makes them short."""
    measured: bool = False

    def is_short(self, score: float, expected: int) -> bool:
        """Return whether a score is that of a text with something missing."""
        return score > self.short + (_SENTENCES_MERGE if expected > _SEVERAL_SENTENCES else 0)

    def deviation(self, expected: int, found: int) -> float:
        """Return how far off a text of `found` letters is for one of `expected`, below 0 if short."""
        return (found - self.rate * expected) / (self.spread * math.pow(expected + BASE, GROWTH))


def _measured(rate: float, spread: float, short: float, long: float) -> Band:
    return Band(rate, spread, short, long, measured=True)


_LANGUAGES = {
    "ar": _measured(0.882, 0.602, 2.0, 5.2),  # 1538 segments
    "de": _measured(1.172, 0.621, 2.5, 3.9),  # 494 segments
    "es": _measured(1.154, 0.612, 2.4, 3.7),  # 2170 segments
    "eu": _measured(1.073, 0.569, 2.7, 3.7),  # 262 segments
    "fr": _measured(1.218, 0.645, 2.5, 3.9),  # 500 segments
    "hi": _measured(0.959, 0.508, 2.1, 3.6),  # 1538 segments
    "it": _measured(1.120, 0.594, 2.0, 3.3),  # 326 segments
    "pt": _measured(1.082, 0.573, 2.0, 3.3),  # 373 segments
    "ru": _measured(1.045, 0.554, 2.7, 3.9),  # 493 segments
    "sw": _measured(1.090, 0.608, 2.0, 4.0),  # 1538 segments
    "zh": _measured(0.300, 0.203, 2.7, 4.5),  # 2038 segments
}
"""Measured on human translations of health texts, TICO-19 (CC0) and segments of bio-MQM without an
error (Apache-2.0). French rows of TICO-19 are left out, for about 8 % are other sentences."""

_ESTIMATES = {
    "bn": Band(1.02, 0.65),
    "ca": Band(1.13, 0.62),
    "cs": Band(0.95, 0.60),
    "fa": Band(0.93, 0.65),
    "gl": Band(1.11, 0.60),
    "he": Band(0.76, 0.55),
    "id": Band(1.07, 0.68),
    "ja": Band(0.44, 0.42),
    "ko": Band(0.47, 0.35),
    "nl": Band(1.13, 0.65),
    "pl": Band(1.09, 0.65),
    "tl": Band(1.18, 0.70),
    "tr": Band(1.08, 0.65),
    "uk": Band(1.06, 0.60),
    "ur": Band(0.93, 0.65),
    "vi": Band(0.95, 0.62),
}
"""No health texts to measure on: rates from Salerno's own catalogs or, where it has none (cs, he, id,
ko, nl, tl), guessed from a relative; spreads are those of measured languages of the family."""

_SCRIPTS = {
    "Arab": Band(0.92, 0.75),
    "Beng": Band(1.02, 0.75),
    "Cyrl": Band(1.06, 0.70),
    "Deva": Band(0.96, 0.70),
    "Grek": Band(1.20, 0.75),
    "Hang": Band(0.47, 0.40),
    "Hans": Band(0.31, 0.25),
    "Hant": Band(0.31, 0.25),
    "Hebr": Band(0.75, 0.65),
    "Jpan": Band(0.48, 0.40),
    "Latn": Band(1.10, 0.85),
}
"""For languages that nothing is known of."""
_ANY_SCRIPT = Band(0.90, 1.40)


@cache
def band(locale: str) -> Band:
    """Return the language's band, or its script's, or one so wide that it speaks of halves only."""
    language = ancestors(locale)[-1]
    known = _LANGUAGES.get(language) or _ESTIMATES.get(language)
    return known or _SCRIPTS.get(script(locale), _ANY_SCRIPT)
