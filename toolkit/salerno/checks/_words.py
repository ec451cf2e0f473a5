"""Finds numbers in words, Han and Roman numerals; what it finds only ever silences an alarm."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from salerno.checks._number_words import ARTICLES, BEFORE, SCALES, WORDS
from salerno.words import Folded

_LETTER = r"\w\u0900-\u0963"
"""`\\w` leaves out the vowel signs of Devanagari, so `दो` would be found inside `दोनों`."""
_ORNAMENTS = re.compile("[\u0640\u064b-\u0652]")
"""Arabic vowel signs and the stretching stroke, which are written or not."""

_LONGEST_SCALE = 24

_HAN = re.compile("[〇零一二两兩三四五六七八九十百千万萬亿億]{1,24}(?:[多余餘][万萬亿億])?")
_HAN_DIGITS = dict(
    zip("〇零一二两兩三四五六七八九", (0, 0, 1, 2, 2, 2, *range(3, 10)), strict=True)
)
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
_HAN_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}

_NO_NUMERAL = re.compile("[一零千万萬百十]|十分|千万|千萬|万一|萬一")
"""Alone, these mostly stand for none: 一些, 十分, 万一."""

_ROMAN = re.compile(r"(?<!\w)(?=[XVI])(X{0,3})(IX|IV|V?I{0,3})(?:er?|ème)?(?!\w)")
_ROMAN_UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b")


def knows(language: str) -> bool:
    """Return whether small numbers in words are known in the language."""
    return language in WORDS


def has_scales(language: str) -> bool:
    """Return whether the words for a thousand, a million and so on are known in the language."""
    return language in SCALES


def word_values(text: str, language: str) -> Counter[Decimal]:
    """Return the values that words of the text stand for; `two thousand` stands for three."""
    folded = _folded(text)
    found = Counter(_values_of_words(folded, language))
    found.update(Decimal(value) for value in _roman_values(text))
    if language == "zh":
        found.update(Decimal(_han_value(match.group())) for match in _HAN.finditer(text))
    return found


def spelt_out(folded: Folded, language: str) -> Iterator[tuple[tuple[int, int], Decimal]]:
    """Yield what a reader may take for a number in words: where it stands in the text, and its value.

    Articles are left out, and so are Roman numerals: both are seldom numbers.
    """
    articles = ARTICLES.get(language, "").split(", ")
    pattern, values = _vocabulary(language)
    for match in pattern.finditer(folded.text) if pattern else ():
        power, end = scale_at(folded.text, match.end(), language)
        if power or match[1] not in articles:
            yield folded.span(match.start(), end), Decimal(f"{values[match[1]]:f}E{power}")
    if language == "zh":
        for match in _HAN.finditer(folded.text):
            if not _NO_NUMERAL.fullmatch(match.group()):
                yield folded.span(*match.span()), Decimal(_han_value(match.group()))


def month_values(text: str) -> Counter[Decimal]:
    """Return the months that an English text names; the verb `may` is none, `May` is one."""
    return Counter(Decimal(_MONTHS.index(month) + 1) for month in _MONTH.findall(text))


def scale_at(text: str, position: int, language: str) -> tuple[int, int]:
    """Return the power of ten by which the words at `position` multiply, and where they end."""
    pattern, powers = _scales(language)
    match = pattern.match(_folded(text[position : position + _LONGEST_SCALE])) if pattern else None
    return (powers[match.group(1)], position + match.end()) if match else (0, position)


def _values_of_words(folded: str, language: str) -> Iterator[Decimal]:
    pattern, values = _vocabulary(language)
    for match in pattern.finditer(folded) if pattern else ():
        value = values[match.group(1)]
        yield value
        if power := scale_at(folded, match.end(), language)[0]:
            yield Decimal(f"{value:f}E{power}")


@cache
def _vocabulary(language: str) -> tuple[re.Pattern[str] | None, dict[str, Decimal]]:
    values = {
        _folded(word): Decimal(value)
        for value, line in WORDS.get(language, {}).items()
        for word in line.split(", ")
    }
    if language == "en":
        values |= _english_compounds(values)
    if not values:
        return None, values
    before, after = ("", "") if language == "zh" else (f"(?<![{_LETTER}])", f"(?![{_LETTER}])")
    pattern = f"{before}{BEFORE.get(language, '')}({_alternatives(values)}){after}"
    return re.compile(pattern), values


def _english_compounds(values: dict[str, Decimal]) -> dict[str, Decimal]:
    """Return `twenty-one` to `ninety-ninth`, with a hyphen and without."""
    tens = [word for word, value in values.items() if value in range(20, 100, 10)]
    units = [word for word, value in values.items() if value in range(1, 10)]
    return {
        f"{ten}{joint}{unit}": values[ten] + values[unit]
        for ten in tens
        for unit in units
        for joint in "- "
    }


@cache
def _scales(language: str) -> tuple[re.Pattern[str] | None, dict[str, int]]:
    powers = {
        _folded(word): power
        for power, line in SCALES.get(language, {}).items()
        for word in line.split(", ")
    }
    if not powers:
        return None, powers
    if language == "zh":  # 5千克 is 5 kg, not 5,000 of anything
        pattern = rf"\s?[多余餘]?({_alternatives(powers)})(?![克米卡焦帕瓦赫])"
    else:
        pattern = rf"[\s-]?({_alternatives(powers)})(?![{_LETTER}])"
    return re.compile(pattern), powers


def _alternatives(words: dict[str, Decimal] | dict[str, int]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _folded(text: str) -> str:
    """Return the text as the tables are written; positions do not survive."""
    return _ORNAMENTS.sub("", unicodedata.normalize("NFC", text).casefold()).replace("’", "'")


def _han_value(numeral: str) -> int:
    """Return what a Chinese numeral comes to; `二〇二六` is read digit by digit."""
    if len(numeral) > 1 and all(character in _HAN_DIGITS for character in numeral):
        return int("".join(str(_HAN_DIGITS[character]) for character in numeral))
    total = section = digit = 0
    for character in numeral:
        if character in _HAN_DIGITS:
            digit = _HAN_DIGITS[character]
        elif character in _HAN_UNITS:
            section += (digit or 1) * _HAN_UNITS[character]
            digit = 0
        elif character in _HAN_MYRIADS:
            total = (total + (section + digit or 1)) * _HAN_MYRIADS[character]
            section = digit = 0
    return total + section + digit


def _roman_values(text: str) -> Iterator[int]:
    """Yield the values of Roman numerals up to 39; the English pronoun is read as one, too."""
    for match in _ROMAN.finditer(unicodedata.normalize("NFKC", text)):
        if value := 10 * len(match.group(1)) + _ROMAN_UNITS.index(match.group(2)):
            yield value
