"""Finds the measure beside a number: CLDR's names of units, and signs that are the same everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from salerno.checks._text import PADDING
from salerno.languages import script, unit_patterns

_SIGNS = {
    "celsius": "°C, ℃",
    "centimeter": "cm",
    "deciliter": "dL",
    "fahrenheit": "°F, ℉",
    "gram": "g",
    "hour": "h, hr, hrs",
    "international-unit": "IU, UI, U.I., I.U., I.E., МЕ, МО",
    "kilocalorie": "kcal",
    "kilogram": "kg",
    "kilojoule": "kJ",
    "kilometer": "km",
    "liter": "L",
    "meter": "m",
    "microgram": "mcg, µg, μg",
    "milligram": "mg",
    "milliliter": "mL, cc",
    "millimeter": "mm",
    "millimeter-ofhg": "mmHg, mm Hg",
    "millimole": "mmol",
    "minute": "min",
    "mole": "mol",
    "nanogram": "ng",
    "percent": "%, ٪, ％",
    "permille": "‰",
    "second": "sec",
}
"""Symbols of the SI and of pharmacies, whatever the language; not `s`, for `1980s` are no seconds."""
_LEAFLETS = {
    "ar": {
        "milligram": "ملغ, ملغم, مغ, مجم, ملجم",
        "milliliter": "مل",
        "microgram": "مكغ",
        "kilogram": "كغ, كغم, كجم",
        "gram": "غ, غم, جم",
    },
    "bn": {"milligram": "মিগ্রা, মি.গ্রা., এমজি", "milliliter": "মিলি, মি.লি., এমএল"},
    "hi": {"milligram": "मिग्रा, मि.ग्रा., एमजी", "milliliter": "मिली, मि.ली., एमएल"},
}
"""Short forms that patient leaflets have beside CLDR's."""

_UNITS = (
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
_LONG_ALONE = {"duration-day", "duration-week", "duration-month", "duration-year"}
"""Their short forms are letters that mean other things too: `m.`"""

_UNSPACED = {"Hans", "Hant", "Jpan", "Thai", "Khmr", "Laoo", "Mymr", "Kore"}
_GAP = rf"[\s\u200e\u200f{PADDING}-]{{0,8}}"
"""Between number and unit: a space or hyphen, and what markup was blanked to."""


_WORD_END = r"(?![^\W\d_])"


@dataclass(frozen=True, slots=True)
class _Names:
    behind: re.Pattern[str]
    before: re.Pattern[str] | None
    units: dict[str, str]


def unit_behind(text: str, end: int, locale: str) -> tuple[str, int]:
    """Return the unit that follows a number ending at `end`, and where it ends; `mg/kg` is one."""
    names = _names(locale)
    match = names.behind.match(text, end)
    if match is None:
        return "", end
    found = [names.units[_key(part)] for part in match.groups() if part]
    return "/".join(found), match.end()


def unit_before(text: str, start: int, locale: str) -> tuple[str, int]:
    """Return the unit that stands before a number starting at `start`, and where it starts."""
    names = _names(locale)
    if names.before is None:
        return "", start
    match = names.before.search(text[max(0, start - _LONGEST) : start])
    if match is None:
        return "", start
    return names.units[_key(match[1])], start - len(match[0])


_LONGEST = 40
"""Characters of a unit with the gap beside it."""


def _key(name: str) -> str:
    """Return a name as it is looked up: without space, and without Persian's non-joiner."""
    return "".join(name.casefold().replace("\u200c", "").split())


@cache
def _names(locale: str) -> _Names:
    signs = dict(_listed(_SIGNS))
    behind = dict(_listed(_LEAFLETS.get(locale.partition("-")[0], {})))
    before: dict[str, str] = {}
    for unit in _UNITS:
        for head, tail in _sides(unit, locale):
            side, name = (before, head) if head else (behind, tail)
            if not (head and tail) and len(name) < _LONGEST:
                side.setdefault(name, unit.partition("-")[2])
    units = {_key(name): unit for name, unit in (behind | before | signs).items()}
    return _Names(_behind(signs, behind, locale), _before(before), units)


def _listed(table: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for unit, line in table.items():
        for name in line.split(", "):
            yield name, unit


def _sides(unit: str, locale: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before a number and what behind it, for each way to write a unit."""
    short, long = unit_patterns(locale).get(unit, ((), ()))
    for pattern in (long or short) if unit in _LONG_ALONE else (*short, *long):
        head, _, tail = pattern.partition("{0}")
        yield head.strip(), tail.strip()


def _behind(signs: Mapping[str, str], names: Mapping[str, str], locale: str) -> re.Pattern[str]:
    """Return a pattern of up to three units; in scripts without spaces the next word may touch one."""
    end = "" if script(locale) in _UNSPACED else _WORD_END
    one = rf"({_any(signs)}{_WORD_END}|{_any(names)}{end})"
    return re.compile(rf"{_GAP}{one}(?:\s?[/∕]\s?{one})?(?:\s?[/∕]\s?{one})?", re.IGNORECASE)


def _before(names: Mapping[str, str]) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)({_any(names)}){_GAP}\Z", re.IGNORECASE) if names else None


def _any(names: Iterable[str]) -> str:
    """Return a pattern of names, the longest first; any white space stands for a space."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    found = (re.sub(r"\\?\s", r"\\s", re.escape(name)) for name in ordered)
    return "(?:" + "|".join(found).replace("\u200c", r"[\u200c\s]?") + ")" if names else "(?!)"
