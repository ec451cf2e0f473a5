"""Cuts what runs from left to right out of a text, in chunks: `38.5°C`, `120/80`, `HCl`, `≥5`.

All patterns are possessive or bounded, so the time they take is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LETTERS = (
    r"A-Za-zªµºÀ-ÖØ-öø-\u058f\u0900-\u1fff\u20d0-\u20f0\u2100-\u214f\u2c00-\u2dff\u3005-\u3007"
    r"\u3031-\ud7ff\uf900-\ufb1c\uff21-\uff3a\uff41-\uff5a\U00010000-\U000107ff"
    r"\U00011000-\U0001d7cd\U0001d800-\U0001e7ff\U00020000-\U0003ffff"
)
"""Letters of scripts that run from left to right, and the marks on them."""
RTL = (
    r"\u0590-\u060b\u060e-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u08ff\ufb1d-\ufdff"
    r"\ufe70-\ufefc\U00010800-\U00010d2f\U00010d3a-\U00010fff\U0001e800-\U0001efff"
)
"""Letters that run from right to left; N'Ko and Adlam digits do too."""
ARABIC_DIGITS = r"٠-٩\U00010d30-\U00010d39"
"""What the algorithm calls Arabic numbers: even in an isolate, a dash between two of them goes with
right-to-left text. The digits of Persian and Urdu (U+06F0–06F9) are European numbers to it."""
DIGITS = rf"0-9۰-۹\U0001d7ce-\U0001d7ff{ARABIC_DIGITS}"
FRACTIONS = "¼-¾⅐-⅞↉"
RAISED = r"²³¹\u2070-\u209c"
PART = f"[{LETTERS}{DIGITS}{FRACTIONS}{RAISED}]"

SPACE = r"[ \t\r\n\u00a0\u2009\u202f]"
MARK = r"[\u200e\u200f\u061c]"
"""A translator's own LRM, RLM or ALM goes along, so that the policy for ranges holds everywhere."""
DASHES = "-‐‑‒–—−~～"
CURRENCY = r"$£¥\u20a0-\u20cf"
TIGHT = rf"[{DASHES}{CURRENCY}.,٫٬:;/⁄·'’@_&+=?#%٪‰*!^×÷±<>≤≥|\\°\u00ad\u200b-\u200d\u2060]"
"""What holds two parts together where no space stands: `120/80`, `COVID-19`, `name@clinic.org`."""

_SIGN = rf"(?<![\w{RTL}{DASHES}\ufffc])(?:[<>≤≥≈≃≅=]=?{SPACE}?)?(?:±{SPACE}?|[-‐‑−–+~])?[{CURRENCY}#№%٪]?"
_SUFFIX = (
    rf"(?<=[{DIGITS}{FRACTIONS}{RAISED}])(?:{MARK}?{SPACE}?"
    rf"(?:[%٪‰]|°(?:{SPACE}?[CFK](?!{PART}))?(?!{MARK}?{SPACE}?[{RTL}])|[{CURRENCY}](?![{DIGITS}]))"
    rf"|[′″])|\+(?!{PART})|(?<=[{LETTERS}])/(?![\w{RTL}])"
)
_CHUNK = re.compile(
    rf"(?:{_SIGN}(?=[{DIGITS}{FRACTIONS}]))?{PART}++"
    rf"(?:{MARK}*+{TIGHT}{{1,3}}+{MARK}*+{PART}++|(?<=[{DIGITS}])،(?=[{DIGITS}]){PART}++)*+"
    rf"(?:{_SUFFIX})?",
)
_BETWEEN = r"[ \u00a0\u202f.‐‑–-]"
_PHONE = (
    rf"(?<![\w{RTL}])(?:\+ ?)?(?:\(\+?[{DIGITS}]{{1,5}}\)|[{DIGITS}]{{1,5}})"
    rf"(?:{_BETWEEN}?\([{DIGITS}]{{1,5}}\)|{_BETWEEN}[{DIGITS}]{{2,6}}|(?<=\))[{DIGITS}]{{2,6}})"
    rf"{{1,7}}+(?!{PART})"
)
_EXTENSION = (
    r"(?i:(?:ext(?:n|ension|ensión)?|anexo|int(?:erno)?|poste|ramal|durchwahl|wew|dahili|доб|вн|x)"
    rf"[.:]?|分[机機]|[内內][线線]|#){SPACE}?\d{{1,6}}"
)
EXTENSION = rf"(?:[,;]?{SPACE}?{_EXTENSION}(?![\w{RTL}])|{SPACE}?\({_EXTENSION}\))"
"""What is dialled behind a telephone number, named in a script that runs from left to right."""
_CODE = rf"(?<![\w{RTL}*#])[*#]{{1,2}}[{DIGITS}][{DIGITS}*#]{{0,30}}[*#](?![\w{RTL}*#])"
"""What is dialled for a service: `*123#`."""
_BLOOD = rf"(?<![\w{RTL}])(?:AB|A|B|O|Rh)[-‐‑−](?![\w{RTL}{DASHES}])"
"""A blood group: without its sign it is another one."""
_ANY = re.compile(
    rf"(?P<phone>{_PHONE})(?P<extension>{EXTENSION})?|(?P<whole>{_CODE}|{_BLOOD})|{_CHUNK.pattern}"
)
_FIRST_GROUP = re.compile(rf"\+|\(|[0٠۰]|[1١۱](?![{DIGITS}])")
_FEWEST, _ENOUGH, _MOST = 7, 9, 15
"""Digits of a phone number; one that looks like nothing else but spaced numbers needs enough."""

_LETTER = re.compile(f"[{LETTERS}]")
_DIGIT = re.compile(f"[{DIGITS}]")
_ISOLATING = re.compile("[\u2066-\u2069]")
_PDI = "\u2069"


@dataclass(frozen=True, slots=True)
class Chunk:
    """A word, a number with its sign and unit sign, or a phone number, by its place in the text."""

    start: int
    end: int
    is_number: bool
    is_phone: bool = False


def find_chunks(text: str) -> Iterator[Chunk]:
    """Yield the chunks of a text, but for what its writer has isolated (LRI, RLI or FSI to PDI)."""
    isolated = _isolated(text)
    skip = next(isolated, None)
    position = 0
    while chunk := _next_chunk(text, position):
        while skip and skip[1] <= chunk.start:
            skip = next(isolated, None)
        if skip and skip[0] < chunk.end:
            position = skip[1]
            continue
        position = chunk.end
        yield chunk


def _next_chunk(text: str, position: int) -> Chunk | None:
    match = _ANY.search(text, position)
    if match and match["phone"]:
        if _is_phone(match["phone"], match["extension"]):
            return Chunk(*match.span(), is_number=True, is_phone=True)
        match = _CHUNK.search(text, match.start())
    if match is None:
        return None
    if match.re is _ANY and match["whole"]:
        return Chunk(*match.span(), is_number=False)
    return Chunk(*match.span(), is_number=not _LETTER.search(match.group()))


def _is_phone(text: str, extension: str | None) -> bool:
    digits = len(_DIGIT.findall(text))
    if not _FEWEST <= digits <= _MOST:
        return False
    return bool(extension or _FIRST_GROUP.match(text)) or (" " in text and digits >= _ENOUGH)


def _isolated(text: str) -> Iterator[tuple[int, int]]:
    """Yield the outermost stretches between an isolate's beginning and its PDI."""
    opened: list[int] = []
    found: list[tuple[int, int]] = []
    for match in _ISOLATING.finditer(text):
        if match.group() != _PDI:
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            while found and found[-1][0] > start:
                found.pop()
            found.append((start, match.end()))
    yield from found
