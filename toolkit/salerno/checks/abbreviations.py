"""Abbreviations: ways to write a dose that are read wrong by patients and pharmacies (ISMP's list).

`10U` is read as 100, `5.0 mg` as 50, `.5 mg` as 5, `q.d.` as four times a day. What the target has is
critical. What the source alone has is minor: the article should be mended, the translation is better.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from salerno.checks._text import seen
from salerno.checks._units import folded_unit_behind
from salerno.model import Finding, Severity, Syntax, Unit
from salerno.words import Folded, fold

NAME = "abbreviations"

_FREQUENCY = re.compile(
    r"(?<![\w.])(?:(?i:q\.\s?o?\.?\s?d\.|q\.\s?i\.\s?d\.|b\.\s?i\.\s?d\.|t\.\s?i\.\s?d\."
    r"|t\.\s?d\.\s?s\.|q\.\s?h\.\s?s\.)"
    r"|(?:q\s?\d{1,2}\s?h(?:rs?)?|qd|qod|bid|tid|qid|qhs|tds|QD|QOD|BID|TID|QID|QHS)(?!\w))"
)
"""Without full stops, what some languages have as words and names: BID is a bank."""
_MAY_BE_FREQUENCY = re.compile(r"[qQbBtT]\.\s?\w|[qbtQBT](?:\s?\d|[oi]?d|[OI]?D|h?s|HS|ds)")
"""Far quicker: it begins with letters and looks at nothing before them."""
_DIGIT = re.compile(r"\d")
_UNITS = re.compile(r"\d(?<![\w.,]\d)[\d.,]{0,11}[\s-]?[uU](?![\w/.])")
_CUBIC = re.compile(r"\d(?<![\w.,]\d)[\d.,]{0,11}\s?(?:cc|CC|c\.c\.)(?!\w)")
_DECIMAL = re.compile(r"(?<![\w.,٫:/)\]])\d{0,9}[.,٫]\d{1,9}(?![\d.,٫])")
_MAY_BE_DECIMAL = re.compile(r"[.,٫]\d")
_DOSES = frozenset(
    {"microgram", "milligram", "gram", "milliliter", "unit", "international-unit", "tablet"}
)
"""Not what laboratories report (mg/dL), where the zero says how exact it is."""
_ZEROS = 2
"""Three behind a comma are thousands somewhere."""


@dataclass(frozen=True, slots=True)
class _Risk:
    kind: str
    span: tuple[int, int]


_ADVICE = {
    "frequency": "is read as another frequency; write it in words",
    "units": "is read as a zero or a four; write ‘units’ in words",
    "cubic": "is read as units; write mL",
    "zero": "is read as ten times as much; leave the zero behind the decimal sign out",
    "naked": "is read as a whole number; write a zero before the decimal sign",
}
_MOST = 20


def check(unit: Unit, target: str, locale: str) -> Iterator[Finding]:
    """Yield what of a dose may be read wrong, in the target; else what may be in the source."""
    source = list(_risks(unit.source, unit.syntax, "en"))
    answered = [
        risk
        for risk in _risks(target, unit.syntax, locale)
        if risk.kind != "frequency" or _is_meant(target[slice(*risk.span)], source)
    ]
    for risk in answered[:_MOST]:
        message = f"‘{target[slice(*risk.span)]}’ {_ADVICE[risk.kind]}"
        yield Finding(NAME, Severity.CRITICAL, message, None, risk.span)
    for risk in source[:_MOST] if not answered else ():
        message = f"the source’s ‘{unit.source[slice(*risk.span)]}’ {_ADVICE[risk.kind]}"
        yield Finding(NAME, Severity.MINOR, message, risk.span)


def _is_meant(abbreviation: str, source: list[_Risk]) -> bool:
    return "." in abbreviation or any(risk.kind == "frequency" for risk in source)


def _risks(text: str, syntax: Syntax, locale: str) -> Iterator[_Risk]:
    plain = seen(text, syntax)
    if _MAY_BE_FREQUENCY.search(plain):
        yield from (_Risk("frequency", match.span()) for match in _FREQUENCY.finditer(plain))
    if _DIGIT.search(plain):
        for kind, pattern in (("units", _UNITS), ("cubic", _CUBIC)):
            yield from (_Risk(kind, match.span()) for match in pattern.finditer(plain))
        if _MAY_BE_DECIMAL.search(plain):
            yield from _decimals(fold(plain), locale)


def _decimals(folded: Folded, locale: str) -> Iterator[_Risk]:
    """Yield the doses that end in a zero behind the decimal sign, or begin with the sign."""
    for match in _DECIMAL.finditer(folded.text):
        kind = _kind_of(match.group())
        if kind and folded_unit_behind(folded.text, match.end(), locale)[0] in _DOSES:
            yield _Risk(kind, folded.span(*match.span()))


def _kind_of(number: str) -> str:
    whole, decimals = re.split("[.,٫]", number)
    if not whole:
        return "naked"
    return "zero" if len(decimals) <= _ZEROS and int(decimals) == 0 else ""
