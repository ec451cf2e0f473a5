"""Language: the target is in the locale's language, and in its script.

Little words tell the language, letters the script; names in another script are no other script's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from salerno.checks._clauses import words_of
from salerno.checks._scripts import (
    foreign,
    han,
    has_kana,
    has_letters,
    latin_words,
    name_of,
    other_variant,
    script_of,
)
from salerno.checks._strangers import stranger
from salerno.checks._text import visible
from salerno.languages import ancestors, english_name, script
from salerno.model import Finding, Severity, Unit

NAME = "language"
READS_WORDS = True

_PSEUDO = ("-XA", "-XB")
_LONGEST = 20_000
"""Characters that are looked at: a language does not change beyond them."""
_REAL_WORDS = 2
_FEWEST_VARIANTS = 2
_ONLY_HAN = 12
"""So many Chinese characters without a syllable are no Japanese; headings have fewer."""
_LETTERS_OF_OTHERS = {
    "be": frozenset("щъїєґ"),
    "bg": frozenset("ыэёіїєґўђјљњћџ"),
    "mk": frozenset("йщъыьэюяёіїєґўђћ"),
    "ru": frozenset("іїєґўђјљњћџѓќ"),
    "sr": frozenset("йщъыьэюяёіїєґў"),
    "uk": frozenset("ыэъёў"),
}
"""Cyrillic letters that the language has not; a word or two with them may be names."""
_NAMES_WITH_THEM = 2


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield a finding if the target is in another script or in another language."""
    if locale.endswith(_PSEUDO):
        return
    text = visible(target, unit.syntax)[:_LONGEST]
    writing = _script(locale)
    if (match := foreign(text, writing)) and match.group() not in unit.source:
        named = f"{name_of(script_of(match.group()[0]))} letters"
        message = f"holds {named}, which {english_name(locale)} is not written with"
        yield Finding(NAME, Severity.MAJOR, message, target_span=match.span())
    elif message := _wrong(text, locale, writing):
        yield Finding(NAME, Severity.MAJOR, message, target_span=(0, len(target)))


@cache
def _script(locale: str) -> str:
    return script(locale)


def _wrong(text: str, locale: str, writing: str) -> str:
    """Return what speaks against the whole text; nothing if nothing does."""
    language = ancestors(locale)[-1].lower()
    if writing != "Latn" and not has_letters(text, writing):
        some = len(set(latin_words(text))) >= _REAL_WORDS
        return f"no word is in the {name_of(writing)} script" if some else ""
    if language == "zh":
        return _chinese(text, writing)
    if language == "ja":
        bare = len(han(text)) >= _ONLY_HAN and not has_kana(text)
        return "the translation seems to be Chinese, for it has no kana" if bare else ""
    return _other_words(words_of(text.casefold()), language, locale)


def _other_words(words: Sequence[str], language: str, locale: str) -> str:
    """Return which other language the letters or the little words are of."""
    if letters := _LETTERS_OF_OTHERS.get(language):
        strange = sum(not letters.isdisjoint(word) for word in words)
        if strange > _NAMES_WITH_THEM:
            return f"{strange} words have letters that {english_name(locale)} has not"
    other = stranger(words, language)
    if other is None:
        return ""
    return f"the translation seems to be {english_name(other)}, not {english_name(locale)}"


def _chinese(text: str, writing: str) -> str:
    """Return whether the text is written in the other of two ways."""
    found = han(text)
    strange = other_variant(writing)
    own = other_variant("Hant" if writing == "Hans" else "Hans")
    count = sum(character in strange for character in found)
    if count >= _FEWEST_VARIANTS and count > sum(character in own for character in found):
        ways = ("Simplified", "Traditional")
        other, wanted = ways if writing == "Hant" else reversed(ways)
        return f"the translation is written in {other} Chinese, not in {wanted}"
    return ""
