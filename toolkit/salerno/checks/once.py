"""Once: an English word of how often was left in the target, where it reads as another, or as none.

In Spanish and Galician `once` is eleven: patients took eleven tablets. That is right where the source
says eleven.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from salerno.checks._text import seen
from salerno.checks._units import language_of
from salerno.model import Finding, Severity, Unit

NAME = "once"

_ELEVEN_IN = frozenset({"es", "gl"})
_ELEVEN = re.compile(r"(?<![\d.,])11(?![.,]?\d)|(?<!\w)eleven(?:th)?(?!\w)", re.IGNORECASE)
_WORDS = re.compile(
    r"(?<![\w-])(?:once|twice|thrice|daily|weekly|monthly|hourly|nightly|fortnightly"
    r"|times\s(?:a|per|each)\s(?:day|week|month|hour)|times\sdaily"
    r"|every\s(?:day|night|morning|evening|week|month|other\sday|\d{1,3}\s(?:hours|days|weeks)))"
    r"(?!\w)"
)
"""In small letters: capitals are names, of newspapers and reports."""
_ANY_CASE = re.compile(_WORDS.pattern, re.IGNORECASE)
_PARTS = ("once", "twice", "thrice", "ly", "times", "every")
"""One of them is in each; this is quicker to see."""
_MOST = 20


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield each English word of a frequency that the target has from the source."""
    language = language_of(locale)
    if language == "en" or not any(word in target for word in _PARTS):
        return
    source = seen(unit.source, unit.syntax)
    said = {match.group().casefold(): match.span() for match in _ANY_CASE.finditer(source)}
    elevens = len(_ELEVEN.findall(source)) if language in _ELEVEN_IN else 0
    matches = _WORDS.finditer(seen(target, unit.syntax))
    for count, match in enumerate(each for each in matches if each.group() in said):
        if match.group() == "once" and elevens > 0:
            elevens -= 1
        elif count < _MOST:
            message = _message(match.group(), language)
            yield Finding(NAME, Severity.CRITICAL, message, said[match.group()], match.span())


def _message(word: str, language: str) -> str:
    if word == "once" and language in _ELEVEN_IN:
        return "‘once’ reads as eleven here; the source’s ‘once’ is one time"
    return f"the English ‘{word}’ was left in the translation"
