"""Repetition: no word stands there twice by mistake, and no phrase goes on and on.

Many languages double words by their grammar: there, only what is said four times is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from salerno.checks._text import visible
from salerno.languages import ancestors, script
from salerno.model import Finding, Severity, Unit

NAME = "repetition"

_WORD = re.compile(
    r"[^\s\d!-/:-@\[-`{-~\u00ab\u00bb\u060c\u061b\u061f\u06d4\u0964\u2010-\u206f\u3000-\u3003\uff00-\uff0f]+"
)
_SPACES = re.compile(r"(?<=[^\s.!?।۔؟])  +(?=\S)")
"""Two spaces after a full stop are a habit; within a sentence they are none."""

_GRAMMAR = {
    "ca": "",
    "cs": "",
    "da": "der det",
    "de": "die das der sie den dem wir ihr",
    "en": "that had her is",
    "es": "",
    "fr": "nous vous",
    "gl": "",
    "it": "via piano appena man poco",
    "nb": "",
    "nl": "die dat u ze zo heel je",
    "pl": "",
    "pt": "",
    "ro": "",
    "ru": "чуть едва еле",
    "sv": "",
    "uk": "ледь",
}
"""Languages that double no words, save these."""
_LONGEST_PERIOD = 4
_TIMES = 4
_LONGEST = 20_000
"""Characters that are looked at: what goes on and on has begun by then."""


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield a doubled word, doubled spaces, and a phrase that is repeated over and over."""
    text = visible(target, unit.syntax)[:_LONGEST]
    matches = list(_WORD.finditer(text))
    words = [match.group().casefold() for match in matches]
    if run := _loop(words):
        source = [word.casefold() for word in _WORD.findall(visible(unit.source, unit.syntax))]
        if not _loop(source):
            span = matches[run[0]].start(), matches[run[1] - 1].end()
            message = f"the same words over and over: {_short(text[slice(*span)])}"
            yield Finding(NAME, Severity.MAJOR, message, target_span=span)
            return
    if (double := _doubled(words, text, matches, locale)) is not None:
        span = matches[double].start(), matches[double + 1].end()
        if f"{words[double]} {words[double]}" not in unit.source.casefold():
            message = f"a word stands there twice: {_short(text[slice(*span)])}"
            yield Finding(NAME, Severity.MINOR, message, target_span=span)
    if "  " in target and "  " not in unit.source and (match := _SPACES.search(target)):
        yield Finding(NAME, Severity.MINOR, "two spaces in a row", target_span=match.span())


def _loop(words: Sequence[str]) -> tuple[int, int] | None:
    """Return where a phrase of one to four words begins and ends that is said four times in a row."""
    for period in range(1, _LONGEST_PERIOD + 1):
        same = 0
        for place in range(period, len(words)):
            same = same + 1 if words[place] == words[place - period] else 0
            if same >= period * (_TIMES - 1) and len(words[place]) > 1:
                return place - same - period + 1, place + 1
    return None


def _doubled(
    words: Sequence[str],
    text: str,
    matches: Sequence[re.Match[str]],
    locale: str,
) -> int | None:
    """Return which word is followed by itself, with nothing but a space between them."""
    grammar = _grammar(locale)
    if grammar is None:
        return None
    for place in range(len(words) - 1):
        word = words[place]
        if word == words[place + 1] and len(word) > 1 and word not in grammar:
            between = text[matches[place].end() : matches[place + 1].start()]
            if between.isspace() and not matches[place + 1].group()[0].isupper():
                return place
    return None


@cache
def _grammar(locale: str) -> frozenset[str] | None:
    known = _GRAMMAR.get(ancestors(locale)[-1].lower())
    return None if known is None or script(locale) == "Zyyy" else frozenset(known.split())


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:60]}…"  # noqa: PLR2004 - about a line of a report
