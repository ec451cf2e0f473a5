"""Checks: one module each, `check(unit, target, locale)` yields findings and never raises.

A check sees one target text of a unit (each plural form in turn) and knows no file. Its name in
findings, waivers and documentation is the name that it is registered under.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from typing import Any, Protocol

from salerno import plugins
from salerno.checks._make_believe import is_make_believe
from salerno.checks._text import seen, visible
from salerno.languages import plural_rule
from salerno.model import Entry, Finding, Unit
from salerno.termbase import Termbase

__all__ = ["Check", "TermCheck", "explanation", "findings_of", "seen", "source_of_form", "visible"]


class Check(Protocol):
    """What a check module offers."""

    def check(self, unit: Unit, target: str, locale: str) -> Iterator[Finding]:
        """Yield what is wrong with `target` as a translation of the unit into `locale`."""


class WordCheck(Check, Protocol):
    """What a check module offers that knows words of languages: it is not asked about make-believe."""

    READS_WORDS: bool


class TermCheck(Protocol):
    """What a check module offers that has `NEEDS_TERMBASE`."""

    def check(self, unit: Unit, target: str, locale: str, termbase: Termbase) -> Iterator[Finding]:
        """Yield what is wrong with `target` by the terminology of the workspace."""


def findings_of(
    entry: Entry,
    locale: str,
    names: Iterable[str] | None = None,
    *,
    termbase: Termbase | None = None,
) -> Iterator[tuple[int, Finding]]:
    """Yield (plural form, finding) for the named checks, or for all that are registered.

    A check that needs the termbase is passed over without one. The form is 0 where there are none. An
    empty target has no findings: it is missing, not wrong.
    """
    answered = [
        (form, _unit_of_form(entry.unit, form, locale), target)
        for form, target in enumerate(entry.targets)
        if target
    ]
    language = locale.partition("-")[0]
    is_pretence = all(is_make_believe(text, unit.syntax, language) for _, unit, text in answered)
    for module in _modules(plugins.names("checks") if names is None else tuple(names)):
        if (module.needs_termbase and termbase is None) or (module.reads_words and is_pretence):
            continue
        more = (termbase,) if module.needs_termbase else ()
        for form, unit, target in answered:
            for finding in module.check(unit, target, locale, *more):
                yield form, finding


@dataclass(frozen=True, slots=True)
class _Module:
    """A check, and what it says of itself."""

    check: Callable[..., Iterator[Finding]]
    needs_termbase: bool
    reads_words: bool


@cache
def _modules(names: tuple[str, ...]) -> tuple[_Module, ...]:
    """Return checks; plugins are looked for once."""
    loaded: list[Any] = [plugins.load("checks", name) for name in names]
    return tuple(
        _Module(
            module.check,
            getattr(module, "NEEDS_TERMBASE", False),
            getattr(module, "READS_WORDS", False),
        )
        for module in loaded
    )


def explanation(name: str) -> str:
    """Return what a check finds, leaves alone and takes how seriously, as Markdown.

    A third party's check explains itself by the docstring of its module. Raises PluginError for none.
    """
    plugins.require("checks", name)
    page = resources.files(__name__) / "explained" / f"{name}.md"
    if page.is_file():
        return page.read_text("utf-8")
    return inspect.cleandoc(plugins.load("checks", name).__doc__ or name)


def _unit_of_form(unit: Unit, form: int, locale: str) -> Unit:
    source = source_of_form(unit, form, locale)
    return unit if source == unit.source else replace(unit, source=source)


def source_of_form(unit: Unit, form: int, locale: str) -> str:
    """Return the source that a plural form answers to: the singular, if it is for one number only."""
    if unit.source_plural is None or form in plural_rule(locale).exact:
        return unit.source
    return unit.source_plural
