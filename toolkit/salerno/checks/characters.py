"""Characters: each letter is what it looks like, and one that the language writes.

A look-alike from another alphabet is read wrong by a voice, and found by no search.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from salerno.checks._scripts import other_variant
from salerno.checks._text import visible
from salerno.languages import ancestors, english_name, script
from salerno.model import Finding, Severity, Unit

NAME = "characters"

_UNREADABLE = re.compile("[\ufffd\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff]")
"""No font shows them: what a lost byte became, halves of a pair, private use."""
_MOJIBAKE = re.compile(
    "[ÃÂ][\u0080-\u009f\u00a1-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf]|â€|[ÐÑ][\u0080-\u00bf]"
    "|[ØÙ][\u0080-\u00bf\u2020-\u2122]"
)
"""UTF-8 that was read as Latin-1 or Windows-1252: `Ã©`, `â€™`."""
_INVISIBLE = re.compile("[\u034f\u115f\u1160\u180e\u200b\u3164\ufeff\uffa0\ufff9-\ufffb]")
_JOINERS = re.compile("(?<=[A-Za-z\u00c0-\u024f\u0400-\u04ff])[\u200c\u200d]")
_BREAKS_LINES = frozenset({"Khmr", "Laoo", "Mymr", "Thai"})
"""Scripts in which a zero-width space tells where a line may end."""
_FORMS = re.compile("[\ufb00-\ufb06\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdf1\ufe70-\ufefc]")
"""Ligatures and shapes of Arabic letters that only old files have."""

_LATIN, _CYRILLIC, _GREEK = "A-Za-z\u00c0-\u024f", "\u0400-\u052f", "\u0370-\u03ff"
_MIXED = re.compile(
    rf"(?<![{_LATIN}{_CYRILLIC}{_GREEK}])(?:[{_LATIN}]++[{_CYRILLIC}{_GREEK}]"
    rf"|[{_CYRILLIC}]++[{_LATIN}{_GREEK}]|[{_GREEK}]++[{_LATIN}{_CYRILLIC}])"
    rf"[{_LATIN}{_CYRILLIC}{_GREEK}]*+"
)
"""A word is looked at from its start only, so that a long one takes no longer than its length."""
_LONGEST_WORD = 100
_LOOK_ALIKES = frozenset(
    "aceopxyijsABCEHIJKMOPSTXY" + "асеорхуіјѕһАВСЕНІЈКМОРЅТХҮ" + "ανορυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"
)
_STRANGE = {
    "ar": "یکہھےں",
    "fa": "يكىہھے",
    "ps": "يىك",
    "ro": "şţŞŢ",
    "ur": "يكى",
}
"""Letters that look like the language's own and are its neighbours': other searches find them."""
_HALF_SPACE = re.compile("(?<![\u0600-\u06ff\u200c])ن?می (?=[\u0621-\u06cc]{2})")
"""The Persian prefix, cut off from its verb; a word of its own it is only in verse."""


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield what no reader, no voice and no search will read as it was meant."""
    if target.isascii():
        return
    for pattern, message in (
        (_UNREADABLE, "holds a sign that no font can show"),
        (_MOJIBAKE, "holds letters that were broken on the way (mojibake)"),
    ):
        if (match := pattern.search(target)) and match.group() not in unit.source:
            yield Finding(NAME, Severity.MAJOR, message, target_span=match.span())
    text = visible(target, unit.syntax)
    for message, span in (*_hidden(unit, target, locale), *_letters(text, locale)):
        yield Finding(NAME, Severity.MINOR, message, target_span=span)


def _hidden(unit: Unit, target: str, locale: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield what cannot be seen: invisible signs, and letters put together from parts."""
    for pattern in (_INVISIBLE, _JOINERS):
        match = pattern.search(target)
        if match and match.group() not in unit.source and not _has_a_use(match.group(), locale):
            yield f"holds an invisible sign (U+{ord(match.group()):04X})", match.span()
    if match := _FORMS.search(target):
        yield f"{match.group()} is an old form of letters that have their own signs", match.span()
    composed = unicodedata.normalize("NFC", target)
    if len(composed) < len(target):
        pairs = enumerate(zip(composed, target, strict=False))
        start = next((place for place, (left, right) in pairs if left != right), 0)
        message = f"{composed[start]} is typed as a letter and a mark, which searches may not find (no NFC)"
        yield message, (start, min(start + 2, len(target)))


def _has_a_use(sign: str, locale: str) -> bool:
    return sign == "\u200b" and script(locale) in _BREAKS_LINES


def _letters(text: str, locale: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield letters that look like others, or like those of the language."""
    mixed = next((each for each in _MIXED.finditer(text) if _deceives(each.group())), None)
    if mixed:
        yield f"{mixed.group()} has look-alike letters of two alphabets", mixed.span()
    language = _language(locale)
    if (pattern := _strange(language)) and (match := pattern.search(text)):
        yield (
            f"{match.group()} is a letter that {english_name(locale)} writes otherwise",
            match.span(),
        )
    if language == "fa" and (match := _HALF_SPACE.search(text)):
        yield "the prefix می wants a zero-width non-joiner, not a space", match.span()
    if (
        language == "zh"
        and (variants := other_variant(script(locale)))
        and not variants.isdisjoint(text)
    ):
        place = next(place for place, sign in enumerate(text) if sign in variants)
        yield f"{text[place]} belongs to the other way of writing Chinese", (place, place + 1)


def _deceives(word: str) -> bool:
    """Return whether the letters of one of the alphabets all look like the other's."""
    if len(word) > _LONGEST_WORD:
        return False
    alphabets = (
        [letter for letter in word if re.match(f"[{letters}]", letter)]
        for letters in (_LATIN, _CYRILLIC, _GREEK)
    )
    return any(found and _LOOK_ALIKES.issuperset(found) for found in alphabets)


@cache
def _language(locale: str) -> str:
    return ancestors(locale)[-1].lower()


@cache
def _strange(language: str) -> re.Pattern[str] | None:
    letters = _STRANGE.get(language)
    return re.compile(f"[{letters}]") if letters else None
