"""Finds letters of other scripts than a locale's, and the two ways of writing Chinese."""

from __future__ import annotations

import re
from functools import cache

_LETTERS = {
    "Arab": "\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c7"
    "\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdf1\ufe70-\ufefc",
    "Armn": "\u0531-\u0556\u0561-\u0587",
    "Beng": "\u0985-\u09dd\u09df-\u09e3\u09f0\u09f1",
    "Bopo": "\u3105-\u312f",
    "Cyrl": "\u0400-\u0481\u048a-\u052f",
    "Deva": "\u0904-\u0963\u0971-\u097f",
    "Ethi": "\u1200-\u135a",
    "Geor": "\u10a0-\u10fa\u10fc-\u10ff",
    "Grek": "\u0370-\u0373\u0376-\u037d\u0386-\u03ff\u1f00-\u1ffc",
    "Gujr": "\u0a85-\u0acc",
    "Guru": "\u0a05-\u0a5e",
    "Hang": "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3",
    "Hani": "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff",
    "Hebr": "\u05d0-\u05f2",
    "Kana": "\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fd-\u30ff\u31f0-\u31ff",
    "Khmr": "\u1780-\u17b3",
    "Knda": "\u0c85-\u0cb9",
    "Laoo": "\u0e81-\u0ec4",
    "Mlym": "\u0d05-\u0d39",
    "Mymr": "\u1000-\u102a",
    "Orya": "\u0b05-\u0b39",
    "Sinh": "\u0d85-\u0dc6",
    "Taml": "\u0b85-\u0bb9",
    "Telu": "\u0c05-\u0c39",
    "Thai": "\u0e01-\u0e45",
    "Tibt": "\u0f40-\u0f6c",
}
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_PARTS = {
    "Hans": ("Hani",),
    "Hant": ("Hani", "Bopo"),
    "Jpan": ("Hani", "Kana"),
    "Kore": ("Hang", "Hani"),
}
_NAMES = {
    "Arab": "Arabic",
    "Beng": "Bengali",
    "Cyrl": "Cyrillic",
    "Deva": "Devanagari",
    "Grek": "Greek",
    "Hang": "Korean",
    "Hani": "Chinese",
    "Hans": "Chinese",
    "Hant": "Chinese",
    "Hebr": "Hebrew",
    "Jpan": "Japanese",
    "Kana": "Japanese",
    "Kore": "Korean",
    "Latn": "Latin",
    "Thai": "Thai",
}
_IN_FORMULAS = 3
"""Greek letters in a row that are a sign and no word: α, μm, Δψ."""


def name_of(script: str) -> str:
    """Return what a reader calls the script."""
    return _NAMES.get(script, script)


def has_letters(text: str, script: str) -> bool:
    """Return whether the script has a letter in the text; true for scripts that are not known."""
    pattern = _own(script)
    return pattern is None or pattern.search(text) is not None


def foreign(text: str, script: str) -> re.Match[str] | None:
    """Return the first run of letters of scripts that are neither this one nor Latin."""
    if script == "Latn" and text.isascii():
        return None
    for match in _foreign(script).finditer(text):
        if not _is_greek(match.group()) or len(match.group()) > _IN_FORMULAS:
            return match
    return None


def latin_words(text: str) -> list[str]:
    """Return the words in Latin letters that no name or acronym is: all in lower case."""
    return _LATIN_WORD.findall(text)


_LATIN_WORD = re.compile(rf"(?<![{_LATIN}])[a-z]{{3,}}(?![{_LATIN}])")


def script_of(letter: str) -> str:
    """Return the script of a letter that `foreign` found."""
    return next(
        (name for name, letters in _LETTERS.items() if re.match(f"[{letters}]", letter)), ""
    )


def _is_greek(run: str) -> bool:
    return script_of(run[0]) == "Grek"


@cache
def _own(script: str) -> re.Pattern[str] | None:
    if script == "Latn":
        return re.compile(f"[{_LATIN}]")
    parts = [_LETTERS[part] for part in _PARTS.get(script, (script,)) if part in _LETTERS]
    return re.compile(f"[{''.join(parts)}]") if parts else None


@cache
def _foreign(script: str) -> re.Pattern[str]:
    own = _PARTS.get(script, (script,))
    letters = "".join(letters for name, letters in _LETTERS.items() if name not in own)
    return re.compile(f"[{letters}]+")


_KANA = re.compile(f"[{_LETTERS['Kana']}]")
_HAN = re.compile(f"[{_LETTERS['Hani']}]")


def has_kana(text: str) -> bool:
    """Return whether a text has signs of a Japanese syllabary."""
    return _KANA.search(text) is not None


def han(text: str) -> list[str]:
    """Return the Chinese characters of a text."""
    return _HAN.findall(text)


@cache
def other_variant(script: str) -> frozenset[str]:
    """Return the characters of which the other way of writing Chinese has its own.

    GB 2312 has the simplified ones, Big5 the traditional ones; what is in both is common to both.
    """
    simplified, traditional = set(), set()
    for place in range(0x4E00, 0x9FA6):
        character = chr(place)
        in_gb, in_big5 = (_can_encode(character, name) for name in ("gb2312", "big5"))
        if in_gb and not in_big5:
            simplified.add(character)
        if in_big5 and not in_gb:
            traditional.add(character)
    return frozenset(traditional if script == "Hans" else simplified)


def _can_encode(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
