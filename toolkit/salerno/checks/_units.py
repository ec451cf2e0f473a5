"""Finds the measure beside a number: CLDR's names of units, our own, signs that are everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from salerno.checks._frequency_words import FREQUENCIES, Words
from salerno.checks._text import PADDING
from salerno.checks._unit_words import SIGNS, UNITS
from salerno.checks._vocabulary import LETTER, key_of, listed, pattern_of
from salerno.languages import script, unit_patterns
from salerno.segmentation import is_spaced
from salerno.words import fold

TIME = "time"
"""Our name of the unit of `3 times`."""
STRETCHES = ("second", "minute", "hour", "day", "week", "month", "year")

_CLDR = (
    *("mass-microgram", "mass-milligram", "mass-gram", "mass-kilogram", "mass-ounce", "mass-pound"),
    *("mass-stone", "volume-milliliter", "volume-centiliter", "volume-deciliter", "volume-liter"),
    *("volume-teaspoon", "volume-tablespoon", "volume-drop", "volume-cup", "volume-fluid-ounce"),
    *("length-millimeter", "length-centimeter", "length-meter", "length-kilometer", "length-foot"),
    *("length-inch", "length-mile", "temperature-celsius", "temperature-fahrenheit"),
    *("concentr-percent", "concentr-permille", "energy-kilocalorie", "energy-calorie"),
    *("energy-kilojoule", "pressure-millimeter-ofhg", "duration-second", "duration-minute"),
    *("duration-hour", "duration-day", "duration-week", "duration-month", "duration-year"),
)
"""Those of CLDR's that a patient meets."""
_LONG_ALONE = {
    "duration-day",
    "duration-week",
    "duration-month",
    "duration-year",
    "length-inch",
    "mass-stone",
}
"""Their short forms are letters or words that mean other things too: `m.`, `in`."""

_GAP = rf"[\s\u200c\u200e\u200f\u2066-\u2069{PADDING})‐‑-]{{0,9}}"
"""Between number and unit: a space or hyphen, and what markup was blanked to."""
_FILLERS = {
    "bn": "(?:টি|টা)?",
    "en": r"(?:(?:more|full|whole|consecutive|straight|level|extra|additional)\s)?",
    "fa": r"(?:عدد\s)?",
    "id": r"(?:buah\s)?",
    "tl": r"(?:na\s)?",
    "zh": "[个個]?",
}
"""What else may stand there."""
_SUFFIXES = {"bn": "(?:ের|র|ে|য়)?", "fa": "(?:\u200c?(?:ی|ها|های))?"}

_BEFORE = {"ja": {"teaspoon", "tablespoon"}}
"""Units that may stand before their number, where CLDR does not know."""
_ALL_BEFORE = {"sw"}
"""Where all words for units do; signs may follow it."""
_ONE_BEHIND = {"ar", "he"}
"""Where the word for one, and no other number, follows what it counts."""

_LONGEST = 48
"""Characters of a unit with the gap beside it."""


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    behind: re.Pattern[str]
    before: re.Pattern[str] | None
    units: Mapping[str, str]
    stems: tuple[tuple[re.Pattern[str], str], ...]


def unit_behind(text: str, end: int, locale: str) -> tuple[str, int]:
    """Return the unit that follows a number ending at `end`, and where it ends; `mg/kg` is one."""
    folded = fold(text[end : end + _LONGEST])
    unit, behind = folded_unit_behind(folded.text, 0, locale)
    return unit, end + folded.span(0, behind)[1] if unit else end


def unit_before(text: str, start: int, locale: str, *, one: bool = False) -> tuple[str, int]:
    """Return the unit that stands before a number starting at `start`, and where it starts.

    `one` tells that the number is the word for one.
    """
    head = text[max(0, start - _LONGEST) : start]
    folded = fold(head)
    unit, before = folded_unit_before(folded.text, len(folded.text), locale, one=one)
    return unit, start - len(head) + folded.span(before, before + 1)[0] if unit else start


def folded_unit_behind(folded: str, end: int, locale: str) -> tuple[str, int]:
    """Return the same as `unit_behind` of a text that is folded already, which is quicker."""
    match = _vocabulary(locale).behind.match(folded, end)
    if match is None:
        return "", end
    found = [unit_named(part, locale) for part in match.groups() if part]
    return "/".join(found), match.end()


def folded_unit_before(
    folded: str,
    start: int,
    locale: str,
    *,
    one: bool = False,
) -> tuple[str, int]:
    """Return the same as `unit_before` of a text that is folded already."""
    before = _vocabulary(locale).before
    if before is None or (locale.partition("-")[0] in _ONE_BEHIND and not one):
        return "", start
    match = before.search(folded[max(0, start - _LONGEST) : start])
    if match is None:
        return "", start
    return unit_named(match[1], locale), start - len(match[0])


def unit_named(words: str, locale: str) -> str:
    """Return the unit that folded words name; they match one of `unit_words`."""
    return _unit_of(key_of(words), locale)


@lru_cache(maxsize=4096)
def _unit_of(key: str, locale: str) -> str:
    known = _vocabulary(locale)
    if unit := known.units.get(key):
        return unit
    return next((unit for pattern, unit in known.stems if pattern.fullmatch(key)), "")


@cache
def unit_words(locale: str) -> dict[str, str]:
    """Return the folded words of the locale's language for units, each with CLDR's name or ours."""
    language = language_of(locale)
    tables = [UNITS.get(language, {}), {TIME: FREQUENCIES.get(language, Words()).times}, SIGNS]
    words: dict[str, str] = {}
    for table in tables:
        for unit, line in table.items():
            words.update((fold(word).text, unit) for word in listed(line))
    for unit in _CLDR:
        for head, tail in _sides(unit, locale):
            name = fold(head or tail).text
            if name and not (head and tail) and len(name) < _LONGEST:
                words.setdefault(name, unit.partition("-")[2])
    return words


def language_of(locale: str) -> str:
    """Return the language whose tables a locale reads: Filipino is written as Tagalog."""
    language = locale.partition("-")[0]
    return "tl" if language == "fil" else language


def word_end(locale: str) -> str:
    """Return a pattern of where a word ends; without spaces between words, only Latin ones do."""
    if not is_spaced(locale) or script(locale) == "Kore":
        return "(?<![a-z](?=[a-z]))"
    return f"{_SUFFIXES.get(language_of(locale), '')}(?![{LETTER}])"


@cache
def _vocabulary(locale: str) -> _Vocabulary:
    words = unit_words(locale)
    end = word_end(locale)
    signs = {fold(word).text for line in SIGNS.values() for word in listed(line)}
    followers = signs if language_of(locale) in _ALL_BEFORE else words
    one = rf"({pattern_of(followers)}){end}"
    filler = _FILLERS.get(language_of(locale), "")
    behind = re.compile(rf"{_GAP}{filler}{one}(?:\s?[/∕]\s?{one})?(?:\s?[/∕]\s?{one})?")
    stems = [(_stem(word), unit) for word, unit in words.items() if "*" in word]
    return _Vocabulary(
        behind=behind,
        before=_before(_words_before(locale, words)),
        units={key_of(word): unit for word, unit in words.items() if "*" not in word},
        stems=tuple(stems),
    )


def _stem(word: str) -> re.Pattern[str]:
    return re.compile(f"[{LETTER}]*".join(map(re.escape, key_of(word).split("*"))))


def _words_before(locale: str, words: Mapping[str, str]) -> Iterator[str]:
    language = language_of(locale)
    own = _BEFORE.get(language, set())
    everything = language in _ALL_BEFORE | _ONE_BEHIND
    yield from (word for word, unit in words.items() if everything or unit in own)
    for unit in _CLDR:
        for head, tail in _sides(unit, locale):
            if head and not tail:
                yield fold(head).text


def _sides(unit: str, locale: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before a number and what behind it, for each way to write a unit."""
    short, long = unit_patterns(locale).get(unit, ((), ()))
    for pattern in (long or short) if unit in _LONG_ALONE else (*short, *long):
        head, _, tail = pattern.partition("{0}")
        yield head.strip(), tail.strip()


def _before(words: Iterable[str]) -> re.Pattern[str] | None:
    pattern = pattern_of(words)
    if pattern == "(?!)":
        return None
    return re.compile(rf"(?<![{LETTER}])({pattern}){_GAP}\Z")
