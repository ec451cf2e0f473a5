"""Cut a text into words, never inside of what a reader takes for one sign.

A sign is an extended grapheme cluster (Unicode's UAX #29), or several: where Python's own tables cannot
tell, the sign is the longer one, so that a vowel sign, a half of a flag or a joined consonant is never
cut off. Scripts that set no spaces (Chinese, Thai) have every sign for a word; numbers stay whole.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

_JOINER = "\u200d"
_EXTENDING = (
    "\u200c\u200d"  # joiners
    "\u0897\u0cf3\u0ece"  # marks that Python 3.11 does not know yet
    "\u0e33\u0eb3"  # Thai and Lao AM: letters that stand on the one before
    "\u1160-\u11ff\ud7b0-\ud7fb"  # Hangul vowels and finals
    "\uff9e\uff9f"  # Katakana's voice marks, half a letter wide
)
_EXTENDING_FAR = (
    "\U00010efc-\U00010eff"
    "\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"  # skin tones, tags of flags
)
"""What goes with the sign before it, beside all marks (categories Mn, Mc and Me)."""
_PREPENDED = (
    "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\U000110bd\U000110cd\U000111c2\U000111c3"
    "\U0001193f\U00011941\U00011a3a\U00011a84-\U00011a89\U00011d46\U00011f02"
    "\u1100-\u115f\ua960-\ua97c"  # Hangul initials
)
"""What goes with the sign after it."""
_PREPENDED_LETTER = "\u0d4e"
_FLAG_HALF = "\U0001f1e6-\U0001f1ff"
_PICTURE = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2900-\u297f"
    "\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa"
    "\U0001f400-\U0001faff\U0001fc00-\U0001fffd"
)
"""What a joiner joins to the picture before it: a family, a profession."""
_LINKERS = (
    "\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d\u1039\u17d2\u1a60\u1b44\u1bab\ua9c0\uaaf6"
    "\U00010a3f\U00011133\U000113d0\U0001193e\U00011a47\U00011a99\U00011f42"
)
"""Viramas that draw the next consonant into the same sign."""
_LINKED = "\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1a00-\u1bff\ua980-\uaaff\U00010a00-\U00011fff"
"""The scripts that have them."""
_UNSPACED = (
    "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aad\ua9e0-\ua9ff\uaa60-\uaadf"
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u309f\u3100-\u312f\u31a0-\u31bf\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Thai, Lao, Tibetan, Burmese, Khmer, Tai; Han, Hiragana, Bopomofo. Katakana writes whole words."""
_WITHIN_NUMBERS = ".,:/'’٫٬،·⁄"


@cache
def _extending() -> tuple[str, str]:
    """Return what goes with the sign before it, of the first plane and of those beyond, for a class.

    Planes 3 to 13 have no marks.
    """
    places = (*range(0x300, 0x20000), *range(0xE0000, 0xE0200))
    marks = [place for place in places if unicodedata.category(chr(place))[0] == "M"]
    near = _ranges(mark for mark in marks if mark < ord(_FAR))
    far = _ranges(mark for mark in marks if mark >= ord(_FAR))
    return near + _EXTENDING, far + _EXTENDING_FAR


def _ranges(places: Iterable[int]) -> str:
    """Return sorted code points as ranges: a class of two thousand characters takes long to compile."""
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1][1] = place
        else:
            runs.append([place, place])
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in runs)


_NO_LETTER = r"[^\w\s\x00-\x7f।॥]"
"""What stands between a linker and the consonant that it draws in: a mark, a joiner."""
_FAR = "\U00010000"
"""Where the first plane ends."""


@cache
def _tail() -> str:
    """Return what belongs to a sign after its first character; possessive, so that it is linear.

    Python looks characters of the first plane up in a table, those beyond it in one range after the
    other: so these are only asked of what is beyond it.
    """
    near, far = _extending()
    marks = f"[{near}]*+(?:(?=[{_FAR}-\U0010ffff])[{far}][{near}]*+)*+"
    joined = f"(?<={_JOINER})[{_PICTURE}]{marks}"
    behind = "|".join(f"(?<=[{_LINKERS}]{_NO_LETTER * count})" for count in range(3))
    linked = rf"(?:{behind})(?=[{_LINKED}])[^\W\d_{_PREPENDED_LETTER}]{marks}"
    return f"{marks}(?:{joined}|{linked})*+"


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(f"\r\n|{_sign_pattern()}", re.DOTALL)


def _sign_pattern() -> str:
    return f"[{_PREPENDED}]*(?:[{_FLAG_HALF}]{{2}}|.){_tail()}"


@cache
def _word() -> re.Pattern[str]:
    digits = rf"(?:\d{_tail()})++"
    number = f"{digits}(?:[{_WITHIN_NUMBERS}]{digits})*+"
    letters = rf"(?:(?![{_UNSPACED}{_PREPENDED_LETTER}])[^\W_]{_tail()})++"
    space = rf"(?:\s{_tail()})++"
    return re.compile(f"{space}|{number}|{letters}|{_sign_pattern()}", re.DOTALL)


def sign_matches(text: str) -> Iterator[re.Match[str]]:
    """Yield the signs of a text with their places."""
    return _sign().finditer(text)


def signs(text: str) -> list[str]:
    """Cut a text into its signs; joined they are the text."""
    return _sign().findall(text)


_ASCII_WORD = re.compile(r"\s+|\d+(?:[.,:/']\d+)*|[^\W_]+|.")
"""What the pattern of all scripts comes to where there are no marks."""


def words(text: str) -> list[str]:
    """Cut a text into words, numbers, runs of white space, and single signs; joined they are the text."""
    return (_ASCII_WORD if text.isascii() else _word()).findall(text)


def is_word(piece: str) -> bool:
    """Return whether a piece is a word or a number, no space or punctuation."""
    return piece.isalnum() or any(map(str.isalnum, piece))


def count_words(text: str) -> int:
    """Return how many words a text has; of Chinese or Thai, how many signs."""
    return sum(is_word(piece) for piece in words(text))


@lru_cache(maxsize=8)
def _ends(text: str) -> list[int]:
    return [0, *(match.end() for match in sign_matches(text))]


def widened(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span that begins and ends between two signs; it is never narrower than it was."""
    if text.isascii() and "\r" not in text:
        return start, end
    ends = _ends(text)
    return ends[bisect_right(ends, start) - 1], ends[bisect_left(ends, end)]
