"""Two amounts in two units are one amount, within what translators round."""

from decimal import Decimal

import pytest

from salerno.checks._conversions import dimension, is_equal

EQUAL = [
    ("60", "second", "1", "minute"),
    ("90", "minute", "1.5", "hour"),
    ("48", "hour", "2", "day"),
    ("3", "week", "21", "day"),
    ("1", "week", "8", "day"),
    ("2", "week", "15", "day"),
    ("30", "day", "1", "month"),
    ("4", "week", "1", "month"),
    ("12", "month", "1", "year"),
    ("365", "day", "1", "year"),
    ("1000", "nanogram", "1", "microgram"),
    ("1000", "microgram", "1", "milligram"),
    ("500", "milligram", "0.5", "gram"),
    ("2000", "gram", "2", "kilogram"),
    ("16", "ounce", "1", "pound"),
    ("14", "pound", "1", "stone"),
    ("110", "pound", "50", "kilogram"),
    ("3", "teaspoon", "1", "tablespoon"),
    ("1", "tablespoon", "1", "spoon"),
    ("5", "milliliter", "1", "teaspoon"),
    ("10", "centiliter", "1", "deciliter"),
    ("1.5", "liter", "1500", "milliliter"),
    ("8", "fluid-ounce", "1", "cup"),
    ("10", "millimeter", "1", "centimeter"),
    ("2", "inch", "5", "centimeter"),
    ("6", "foot", "2", "meter"),
    ("5", "mile", "8", "kilometer"),
    ("100.4", "fahrenheit", "38", "celsius"),
    ("37", "celsius", "98.6", "fahrenheit"),
    ("104", "fahrenheit", "40", "celsius"),
    ("-4", "fahrenheit", "-20", "celsius"),
    ("1000", "calorie", "1", "kilocalorie"),
    ("1", "kilocalorie", "4.2", "kilojoule"),
    ("1000", "microgram/kilogram", "1", "milligram/kilogram"),
]

UNEQUAL = [
    ("1", "day", "23", "hour"),
    ("2", "week", "16", "day"),
    ("1", "week", "9", "day"),
    ("3", "week", "15", "day"),
    ("8", "week", "1", "day"),
    ("1", "month", "26", "day"),
    ("6", "month", "6", "year"),
    ("1", "pound", "1", "kilogram"),
    ("1", "milligram", "100", "microgram"),
    ("10", "foot", "10", "meter"),
    ("100.4", "fahrenheit", "37", "celsius"),
    ("38", "celsius", "38", "fahrenheit"),
    ("1", "milligram/kilogram", "1000", "microgram/pound"),
    ("1", "milligram", "1", "milliliter"),
    ("5", "tablet", "5", "tablet"),
]


@pytest.mark.parametrize(("value", "unit", "other", "other_unit"), EQUAL)
def test_a_conversion_is_the_same_amount_either_way(value, unit, other, other_unit):
    assert is_equal(Decimal(value), unit, Decimal(other), other_unit)
    assert is_equal(Decimal(other), other_unit, Decimal(value), unit)


@pytest.mark.parametrize(("value", "unit", "other", "other_unit"), UNEQUAL)
def test_another_amount_is_none_either_way(value, unit, other, other_unit):
    assert not is_equal(Decimal(value), unit, Decimal(other), other_unit)
    assert not is_equal(Decimal(other), other_unit, Decimal(value), unit)


def test_what_a_unit_measures_is_told_by_its_first_part():
    assert dimension("milligram/deciliter") == dimension("pound") == "mass"
    assert dimension("tablet") == "tablet"
