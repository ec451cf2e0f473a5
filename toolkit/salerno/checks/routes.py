"""Routes: a medicine for the mouth is not injected, drops for the ear do not go into the eye.

Found is a route of the source that the target has no word for, while it has words for one that the source
has not. Either alone is silent: translators may say it by other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from salerno.checks._route_words import ROUTES
from salerno.checks._text import seen
from salerno.checks._units import language_of, word_end
from salerno.checks._vocabulary import LETTER, key_of, listed, pattern_of
from salerno.model import Finding, Severity, Syntax, Unit
from salerno.words import fold

NAME = "routes"
READS_WORDS = True

_ALSO = "~"
"""What marks words of a route that may say something else."""
_PREFIXES = {"ar": "[وفبلك]{0,2}?(?:ال)??", "he": "[ושכמלבה]{0,2}?"}
_GENERAL = {"vein": "injection", "muscle": "injection", "tongue": "mouth"}
"""Routes that are one kind of another."""
_NAMES = {
    "mouth": "by mouth",
    "injection": "by injection",
    "vein": "into a vein",
    "muscle": "into a muscle",
    "ear": "into the ear",
    "eye": "into the eye",
    "nose": "into the nose",
    "rectum": "into the rectum",
    "vagina": "into the vagina",
    "inhalation": "by breathing in",
    "skin": "on the skin",
    "tongue": "under the tongue",
}

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Found:
    certain: dict[str, Span]
    """The routes that the text names, each with its first place."""
    possible: frozenset[str]
    """Those it may name, with the certain ones."""


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield each route of the source in whose place the target has another."""
    if language_of(locale) not in ROUTES:
        return
    said = _routes(unit.source, unit.syntax, "en")
    if not said.certain:
        return
    answered = _routes(target, unit.syntax, locale)
    lost = [route for route in said.certain if route not in answered.possible]
    new = [route for route in answered.certain if route not in said.possible]
    for first, second in zip(lost, new, strict=False):
        message = f"{_NAMES[first]} in the source became {_NAMES[second]} in the translation"
        spans = said.certain[first], answered.certain[second]
        yield Finding(NAME, Severity.CRITICAL, message, *spans)


def _routes(text: str, syntax: Syntax, locale: str) -> _Found:
    folded = fold(seen(text, syntax))
    certain: dict[str, Span] = {}
    possible: set[str] = set()
    for match in _pattern(locale).finditer(folded.text):
        for name in _named(key_of(match[1]), locale):
            route = name.removesuffix(_ALSO)
            possible.add(route)
            if route == name:
                certain.setdefault(route, folded.span(*match.span()))
    possible |= {_GENERAL[route] for route in possible & _GENERAL.keys()}
    return _Found(certain, frozenset(possible))


@cache
def _pattern(locale: str) -> re.Pattern[str]:
    language = language_of(locale)
    words = [fold(word).text for line in ROUTES[language].values() for word in listed(line)]
    end = word_end(locale)
    start = "" if end.startswith("(?<!") else f"(?<![{LETTER}])"
    return re.compile(f"{start}{_PREFIXES.get(language, '')}({pattern_of(words)}){end}")


@lru_cache(maxsize=4096)
def _named(key: str, locale: str) -> tuple[str, ...]:
    """Return the routes that a word names, those it may name with their mark."""
    return tuple(route for route, pattern in _routes_of(locale).items() if pattern.fullmatch(key))


@cache
def _routes_of(locale: str) -> dict[str, re.Pattern[str]]:
    return {
        route: re.compile("|".join(_ending(key_of(fold(word).text)) for word in listed(line)))
        for route, line in ROUTES[language_of(locale)].items()
    }


def _ending(key: str) -> str:
    return f"[{LETTER}]*".join(map(re.escape, key.split("*")))
