"""Finds phone numbers, whatever groups their digits are written in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_GAP = "[ \u00a0\u202f\u2009\u2011()./\u2013-]"
_LONG = re.compile(rf"(?<![\w.,/])[+＋]?\(?\d(?:\d|{_GAP}(?!{_GAP}{{2}})){{5,24}}\d(?![\d%])")
_SHORT = re.compile(
    r"\b(?:call|calling|dial|dialing|phone|ring|text|texting|number|hotline|at|or)\s(?:(?:the|us|text|or|at|on)\s)*"
    r"(\d{3,6})(?![\d.,:/]*\d|%|\w)",
    re.IGNORECASE,
)
_CALLS = re.compile(r"\b(?:call|dial|phone|ring|text|hotline|helpline)", re.IGNORECASE)
_BEHIND_SHORT = re.compile(
    r"\s(?:or|and|for|if|right|immediately|now|to|in|when|straight|at)\b|\s?[.,;:!?)*]|\s?$",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}\s?[-–]\s?\d{4}"
)
_GROUPED = re.compile("\\d{1,3}(?:[ \u00a0\u202f\u2009.]\\d{3})+")
_TRUNK = re.compile(r"\(0\)")
"""What is dialled within a country, behind the country's code."""
_FEWEST, _MOST = 7, 15
"""Digits of a phone number: E.164 has no longer ones, shorter ones are told by what stands before."""
_FEWEST_SEPARATE = 3


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone number, its digits alone and where it stands."""

    digits: str
    span: tuple[int, int]


def find_phones(text: str) -> list[Phone]:
    """Return the phone numbers of an English text."""
    found = [phone for phone in _long(text) if _is_phone(text, phone)]
    if _CALLS.search(text):
        taken = [phone.span for phone in found]
        found += [
            phone for phone in _short(text) if not any(_within(phone.span, at) for at in taken)
        ]
    return sorted(found, key=lambda phone: phone.span)


def digits_of(text: str) -> str:
    """Return the digits of any script in a text as ASCII ones."""
    return "".join(str(unicodedata.decimal(sign)) for sign in text if sign.isdecimal())


def runs(text: str) -> list[Phone]:
    """Return whatever in a text may be a phone number: the longest runs of digits and their gaps."""
    return [
        Phone(digits_of(_TRUNK.sub("", match[0])), match.span()) for match in _RUN.finditer(text)
    ]


_RUN = re.compile(rf"[+＋]?\(?\d(?:\d|{_GAP}{{1,2}}(?=[\d(])){{1,30}}")


_FIGURE = re.compile(r"\d")


def _long(text: str) -> Iterator[Phone]:
    if len(_FIGURE.findall(text)) < _FEWEST:
        return
    for match in _LONG.finditer(text):
        yield Phone(digits_of(_TRUNK.sub("", match[0])), match.span())


def _is_phone(text: str, phone: Phone) -> bool:
    """Return whether digits in groups are no date, no list and no number in thousands."""
    shown = text[slice(*phone.span)]
    if not _FEWEST <= len(phone.digits) <= _MOST or _DATE.fullmatch(shown.strip("()")):
        return False
    if shown.isdecimal():
        return False
    groups = re.findall(r"\d+", shown)
    if shown[0] in "+＋" or (shown[0] == "(" and ")" in shown):
        return True
    return (
        not _GROUPED.fullmatch(shown)
        and all(len(group) > 1 for group in groups[1:])
        and len(groups[-1]) >= _FEWEST_SEPARATE
        and any(sign in shown for sign in "-\u2011\u2013.()")
        and "/" not in shown
        and ("." not in shown or shown.count(".") > 1)
    )


def _short(text: str) -> Iterator[Phone]:
    for match in _SHORT.finditer(text):
        if _BEHIND_SHORT.match(text, match.end(1)):
            yield Phone(match[1], match.span(1))


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= span[0] and span[1] <= other[1]


def answered(phones: list[Phone], candidates: list[Phone]) -> Iterator[tuple[Phone, Phone | None]]:
    """Yield each phone number with the candidate that is the same, each of them taken once.

    A country's code more or less makes no other number.
    """
    left = candidates[:_LISTED]
    for phone in phones[:_LISTED]:
        answer = next((each for each in left if each.digits == phone.digits), None)
        answer = answer or next((each for each in left if _is_alike(phone, each)), None)
        if answer is not None:
            left.remove(answer)
        yield phone, answer


_LISTED = 100
"""So many numbers are a directory, which nobody translates."""


def _is_alike(phone: Phone, other: Phone) -> bool:
    if min(len(phone.digits), len(other.digits)) < _FEWEST:
        return False
    return phone.digits in other.digits or phone.digits.endswith(other.digits)


def without_phones(source: str, target: str) -> tuple[str, str]:
    """Return both texts with spaces for the phone numbers that they share, however grouped."""
    phones = [phone for phone in _long(source) if _is_phone(source, phone)]
    for phone, answer in answered(phones, runs(target)) if phones else ():
        if answer is not None:
            source, target = _blanked(source, phone.span), _blanked(target, answer.span)
    return source, target


def _blanked(text: str, span: tuple[int, int]) -> str:
    start, end = span
    return f"{text[:start]}{' ' * (end - start)}{text[end:]}"
