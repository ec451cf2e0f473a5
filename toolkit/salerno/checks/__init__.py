"""Checks: one module each, `check(unit, target, locale)` yields findings and never raises.

A check sees one target text of a unit (each plural form in turn) and knows no file. Its name in
findings, waivers and documentation is the name that it is registered under.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Protocol

from salerno import plugins
from salerno.model import Entry, Finding, Unit


class Check(Protocol):
    """What a check module offers."""

    def check(self, unit: Unit, target: str, locale: str) -> Iterator[Finding]:
        """Yield what is wrong with `target` as a translation of the unit into `locale`."""


def findings_of(
    entry: Entry,
    locale: str,
    names: Iterable[str] | None = None,
) -> Iterator[Finding]:
    """Yield the findings of the named checks, or of all that are registered; none for no target."""
    for name in plugins.names("checks") if names is None else names:
        module: Check = plugins.load("checks", name)
        for form, target in enumerate(entry.targets):
            if target:
                yield from module.check(_unit_of_form(entry.unit, form), target, locale)


def _unit_of_form(unit: Unit, form: int) -> Unit:
    """Return the unit with the source that a plural form answers to: the first one, the singular."""
    if unit.source_plural is None or form == 0:
        return unit
    return replace(unit, source=unit.source_plural)
