"""Finds numbers in words, Han and Roman numerals; what it finds only ever silences an alarm."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

from salerno.checks._half_hours import half_hours, hour_and_half
from salerno.checks._more_number_words import JOINTS, MORE_SCALES, MORE_WORDS, TEENS_AND_TENS
from salerno.checks._number_words import ARTICLES, BEFORE, SCALES, WORDS
from salerno.words import Folded

_LETTER = r"\w\u0900-\u0963\u0981-\u09cd"
"""`\\w` leaves out the vowel signs of Devanagari and Bengali: `दो` would be found inside `दोनों`."""
_ORNAMENTS = re.compile("[\u0640\u064b-\u0652]")
"""Arabic vowel signs and the stretching stroke, which are written or not."""

_LONGEST_SCALE = 24
_HAN_LANGUAGES = frozenset({"zh", "ja"})
_BOUNDS = {"zh": ("", ""), "ja": ("", ""), "ko": (f"(?<![{_LETTER}])", "")}
"""What stands around a word, where that may be a letter."""
_NAMED_ALIKE = {"fil": "tl", "ms": "id", "prs": "fa"}

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
    return language in WORDS or _own(language) in MORE_WORDS


def has_scales(language: str) -> bool:
    """Return whether the words for a thousand, a million and so on are known in the language."""
    return language in SCALES or _own(language) in MORE_SCALES


def _own(language: str) -> str:
    return _NAMED_ALIKE.get(language, language)


def _scale_lines(language: str) -> Mapping[int, str]:
    return SCALES.get(language) or MORE_SCALES.get(_own(language), {})


@cache
def _lines(language: str) -> tuple[tuple[Decimal, str, str], ...]:
    """Return each value with the words that are that number alone, and those that may be it."""
    language = _own(language)
    if language in MORE_WORDS:
        parted = ((value, *line.partition("|")) for value, line in MORE_WORDS[language].items())
        return tuple((Decimal(value), only, maybe) for value, only, _, maybe in parted)
    known = [_parted(language, value, line) for value, line in WORDS.get(language, {}).items()]
    greater = TEENS_AND_TENS.get(language, {})
    return (*known, *((Decimal(value), line, "") for value, line in greater.items()))


_ALONE = {"ar": 2, "ar 2": 4, "ca 2": 2, "gl 2": 2, "pt 2": 2, "sw": 5}
"""How many words of a line of `_number_words` are that number alone, where it is not the first."""


def _parted(language: str, value: str, line: str) -> tuple[Decimal, str, str]:
    words = line.split(", ")
    alone = _ALONE.get(f"{language} {value}") or _ALONE.get(language, 1)
    return Decimal(value), ", ".join(words[:alone]), ", ".join(words[alone:])


def _split(line: str) -> list[str]:
    return [word for word in line.strip(" ").split(", ") if word.strip()]


def word_values(text: str, language: str) -> Counter[Decimal]:
    """Return the values that words of the text stand for; `two thousand` stands for three."""
    folded = _folded(text)
    found = Counter(_values_of_words(folded, language))
    found.update(Decimal(value) for value in _roman_values(text))
    for word, _ in half_hours(folded, language):
        for value in _values_of_words(word, language):
            found.update(hour_and_half(value))
    if language in _HAN_LANGUAGES:
        for match in _HAN.finditer(text):
            found.update(map(Decimal, _han_values(match.group())))
    for word, values in _ROUGHLY.get(language, {}).items():
        if word in folded:
            found.update(map(Decimal, values))
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
    if language in _HAN_LANGUAGES:
        for match in _HAN.finditer(folded.text):
            if not _NO_NUMERAL.fullmatch(match.group()):
                yield folded.span(*match.span()), Decimal(han_value(match.group()))


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
    last, reached, hundreds = Decimal(0), -1, Decimal(0)
    for match in pattern.finditer(folded) if pattern else ():
        value = values[match.group(1)]
        yield value
        if hundreds and value < _HUNDRED and folded[reached : match.start()] in _AND:
            yield hundreds + value
        power, end = scale_at(folded, match.end(), language)
        if power:
            yield Decimal(f"{value:f}E{power}")
        hundreds = value * _HUNDRED if folded[match.end() : end] == " hundred" else hundreds
        pair = (value, last) if language == "ar" else (last, value)  # Arabic: four and twenty
        if _joins(folded[reached : match.start(1)], *pair, language):
            yield last + value
        last, reached = value, match.end()


_HUNDRED = 100
_AND = frozenset({" ", " and ", "-", ""})
_UNITS = frozenset(map(Decimal, range(1, 10)))
_TENS = frozenset(map(Decimal, range(20, 100, 10)))


def _joins(gap: str, tens: Decimal, units: Decimal, language: str) -> bool:
    """Return whether what stands between tens and units makes them one number."""
    if tens not in _TENS or units not in _UNITS:
        return False
    return len(gap) <= _LONGEST_JOINT and gap.strip(" -'") in {"", JOINTS.get(language)}


_LONGEST_JOINT = 5


def cardinals(text: Folded, language: str) -> Iterator[tuple[tuple[int, int], Decimal]]:
    """Yield the numbers above one that are in words and can be nothing else, with their places."""
    pattern, values = _cardinals(language)
    for match in pattern.finditer(text.text) if pattern else ():
        power, end = scale_at(text.text, match.end(), language)
        yield text.span(match.start(1), end), Decimal(f"{values[match[1]]:f}E{power}")
    if language in _HAN_LANGUAGES:
        for match in _HAN.finditer(text.text):
            value = Decimal(han_value(match.group()))
            if (
                value > 1
                and len(_han_values(match.group())) == 1
                and not _NO_NUMERAL.fullmatch(match.group())
            ):
                yield text.span(*match.span()), value


@cache
def _cardinals(language: str) -> tuple[re.Pattern[str] | None, dict[str, Decimal]]:
    known = {
        _folded(word): value
        for value, only, _ in _lines(language)
        for word in _split(only)
        if value == int(value)
    }
    known |= _compounds(known, language)
    values = {word: value for word, value in known.items() if value > 1}
    before, after = _BOUNDS.get(language, (f"(?<![{_LETTER}])", f"(?![{_LETTER}])"))
    pattern = f"{before}{BEFORE.get(language, '')}({_alternatives(values)}){after}"
    return (re.compile(pattern) if values else None), values


@cache
def _vocabulary(language: str) -> tuple[re.Pattern[str] | None, dict[str, Decimal]]:
    values = {
        _folded(word): value
        for value, only, maybe in _lines(language)
        for word in (*_split(only), *_split(maybe))
    }
    if not values:
        return None, values
    values |= _compounds(values, language)
    before, after = _BOUNDS.get(language, (f"(?<![{_LETTER}])", f"(?![{_LETTER}])"))
    pattern = f"{before}{BEFORE.get(language, '')}({_alternatives(values)}){after}"
    return re.compile(pattern), values


def _compounds(values: Mapping[str, Decimal], language: str) -> dict[str, Decimal]:
    """Return `twenty-one` to `ninety-ninth`, and what other languages write in one word."""
    tens = [word for word, value in values.items() if value in _TENS]
    units = [word for word, value in values.items() if value in _UNITS]
    return {
        compound: values[ten] + values[unit]
        for ten in tens
        for unit in units
        for compound in _joined(ten, unit, language)
    }


def _joined(ten: str, unit: str, language: str) -> tuple[str, ...]:
    if language == "en":
        return (f"{ten}-{unit}", f"{ten} {unit}")
    if language == "de":
        return (f"{unit.removesuffix('s') if unit == 'eins' else unit}und{ten}",)
    if language == "nl":
        return (f"{unit}en{ten}", f"{unit}ën{ten}")
    if language == "it":
        return (f"{ten[:-1] if unit[0] in 'uo' else ten}{unit}",)
    return ()


@cache
def _scales(language: str) -> tuple[re.Pattern[str] | None, dict[str, int]]:
    powers = {
        _folded(word): power
        for power, line in _scale_lines(language).items()
        for word in line.split(", ")
    }
    if not powers:
        return None, powers
    if language in _HAN_LANGUAGES:  # 5千克 is 5 kg, not 5,000 of anything
        pattern = rf"\s?[多余餘]?({_alternatives(powers)})(?![克米卡焦帕瓦赫])"
    else:
        pattern = rf"[\s-]?({_alternatives(powers)})(?![{_LETTER}·])"  # not Catalan's mil·ligrams
    return re.compile(pattern), powers


def _alternatives(words: dict[str, Decimal] | dict[str, int]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _folded(text: str) -> str:
    """Return the text as the tables are written; positions do not survive."""
    return _ORNAMENTS.sub("", unicodedata.normalize("NFC", text).casefold()).replace("’", "'")


_ROUGHLY = {
    "ko": {"두세": (2, 3), "두서너": (2, 3), "서너": (3, 4), "네댓": (4, 5), "대여섯": (5, 6)},
}
"""Words for one number or the next."""


def _han_values(numeral: str) -> tuple[int, ...]:
    """Return what a Chinese numeral comes to; `两三` is two or three."""
    digits = [_HAN_DIGITS.get(character, 0) for character in numeral]
    if len(digits) == len("两三") and 0 < digits[0] == digits[1] - 1:
        return tuple(digits)
    return (han_value(numeral),)


def begins_a_word(folded: str, value: Decimal, language: str) -> bool:
    """Return whether some word begins with a number's, as those of languages that compound do."""
    if language not in _COMPOUNDING:
        return False
    return any(
        f" {_folded(word)}" in f" {folded}"
        for known, only, maybe in _lines(language)
        if known == value
        for word in (*_split(only), *_split(maybe))
        if len(word) >= _SHORTEST_PREFIX
    )


_COMPOUNDING = frozenset({"de", "nl", "pl", "ru", "uk"})
_SHORTEST_PREFIX = 3


def han_value(numeral: str) -> int:
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
