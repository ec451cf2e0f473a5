"""Tells whether two amounts are the same one in two units: 100.4 °F and 38 °C, 2 weeks and 14 days."""

from __future__ import annotations

from decimal import Decimal

_SIZES = {
    "duration": {
        "second": "1",
        "minute": "60",
        "hour": "3600",
        "day": "86400",
        "week": "604800",
        "month": "2629800",
        "year": "31557600",
    },
    "mass": {
        "nanogram": "0.001",
        "microgram": "1",
        "milligram": "1000",
        "gram": "1000000",
        "kilogram": "1000000000",
        "ounce": "28349523",
        "pound": "453592370",
        "stone": "6350293180",
    },
    "volume": {
        "milliliter": "1",
        "centiliter": "10",
        "deciliter": "100",
        "liter": "1000",
        "teaspoon": "5",
        "tablespoon": "15",
        "spoon": "15",
        "cup": "240",
        "fluid-ounce": "29.6",
    },
    "length": {
        "millimeter": "1",
        "centimeter": "10",
        "meter": "1000",
        "kilometer": "1000000",
        "inch": "25.4",
        "foot": "304.8",
        "mile": "1609344",
    },
    "temperature": {"celsius": "1", "fahrenheit": "1"},
    "energy": {"calorie": "0.001", "kilocalorie": "1", "kilojoule": "0.239"},
}
SIZES = {
    unit: (dimension, Decimal(size))
    for dimension, sizes in _SIZES.items()
    for unit, size in sizes.items()
}
"""By unit: what it measures, and its size beside the others of the kind."""

_ROUND = {"duration": Decimal("0.015"), "temperature": Decimal("0.02")}
"""How far two amounts may lie apart, as a part of the larger one: a month has 30 days, or 31."""
_ROUGH = Decimal("0.1")
"""Translators round pounds and feet: 6 feet are two metres in most rules of the pandemic."""
_LOOSE = frozenset({"month", "year"})
_FORTNIGHTS = {(Decimal(1), Decimal(8)), (Decimal(2), Decimal(15)), (Decimal(2), Decimal(14))}
"""Weeks in the days that Romance languages and German count: huit jours, quince días."""


def dimension(unit: str) -> str:
    """Return what a unit measures, or its own name if it is a thing that is counted."""
    head = unit.partition("/")[0]
    return SIZES[head][0] if head in SIZES else head


def is_equal(value: Decimal, unit: str, other: Decimal, other_unit: str) -> bool:
    """Return whether two amounts are one, within what translators round."""
    (head, _, rest), (other_head, _, other_rest) = unit.partition("/"), other_unit.partition("/")
    if rest != other_rest or dimension(head) != dimension(other_head) or head not in SIZES:
        return False
    if _are_fortnights(value, head, other, other_head):
        return True
    kind, size = SIZES[head]
    if kind == "temperature":
        return abs(_celsius(value, head) - _celsius(other, other_head)) <= Decimal("0.6")
    first, second = value * size, other * SIZES[other_head][1]
    loose = kind != "duration" or not _LOOSE.isdisjoint({head, other_head})
    tolerance = _ROUGH if loose else _ROUND.get(kind, _ROUGH)
    return abs(first - second) <= tolerance * max(abs(first), abs(second))


def _are_fortnights(value: Decimal, unit: str, other: Decimal, other_unit: str) -> bool:
    pairs = {("week", "day"): (value, other), ("day", "week"): (other, value)}
    return pairs.get((unit, other_unit)) in _FORTNIGHTS


def _celsius(value: Decimal, unit: str) -> Decimal:
    return value if unit == "celsius" else (value - 32) * 5 / 9
