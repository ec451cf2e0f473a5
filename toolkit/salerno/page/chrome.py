"""The words of the page itself: extracted from the templates, translated in the `site` catalogs."""

from __future__ import annotations

import gettext
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from jinja2 import TemplateSyntaxError
from markupsafe import Markup, escape

from salerno import languages
from salerno.model import Catalog, Entry, Kind, Place, Unit
from salerno.page.theme import syntax_error

SOURCE_LOCALE = "en"
"""The language of the msgids in the page templates, whatever language the articles are in."""

_METHOD = "jinja2.ext:babel_extract"
_KEYWORDS = {"_": None, "text": None, "plural": (1, 2), "plain": None}
_PLACEHOLDER = re.compile(r"%\((\w+)\)s|%%")


@dataclass(frozen=True, slots=True)
class Chrome:
    """Page chrome in one locale; what is not translated shows in English, marked so."""

    locale: str
    plural_form: Callable[[int], int]
    targets: dict[tuple[str | None, str], tuple[str, ...]] = field(default_factory=dict)
    """The translations, by context and source."""
    _said: dict[str, Markup] = field(default_factory=dict, init=False, compare=False, repr=False)
    """Messages without values, as they were said once."""

    @classmethod
    def of(cls, catalog: Catalog, locale: str) -> Chrome:
        """Return the chrome that a `site` catalog gives, without its drafts.

        A notice that protects patients is in plain English rather than in a machine's Spanish.
        """
        return cls(locale, _plural_form(catalog, locale), _targets(catalog.entries))

    def text(self, message: str, **values: object) -> Markup:
        """Return a message with its values, safe as content of an element."""
        if not values and message in self._said:
            return self._said[message]
        said = self._filled(self.own(None, message), message, values)
        if not values:
            self._said[message] = said
        return said

    def plural(self, singular: str, plural: str, number: int, **values: object) -> Markup:
        """Return the form of a message that goes with a number."""
        forms = self.targets.get((None, singular), ())
        form = self.plural_form(number)
        target = forms[form] if form < len(forms) else ""
        return self._filled(target, singular if number == 1 else plural, values)

    def plain(self, message: str) -> str:
        """Return a message for an attribute, where its language cannot be marked."""
        return self.own(None, message) or message

    def own(self, context: str | None, text: str) -> str:
        """Return the translation of a text, or nothing where there is none."""
        return self.targets.get((context, text), ("",))[0]

    def _filled(self, target: str, source: str, values: Mapping[str, object]) -> Markup:
        """Return a translation with its values, or the English marked so, its values as not so."""
        if target or self.locale == SOURCE_LOCALE:
            return _format(target or source, values)
        own = {name: self._own(value) for name, value in values.items()}
        text = _format(source, own)
        return Markup('<span lang="{}" dir="ltr">{}</span>').format(SOURCE_LOCALE, text)

    def _own(self, value: object) -> Markup:
        """Return a value, such as a date, marked as in the language of the page."""
        return Markup('<bdi lang="{}">{}</bdi>').format(self.locale, value)


def untranslated(locale: str) -> Chrome:
    """Return the page chrome for a locale that has none of its own."""
    return Chrome(locale, lambda number: int(number != 1))


def _targets(entries: Iterable[Entry]) -> dict[tuple[str | None, str], tuple[str, ...]]:
    return {
        entry.unit.identity: entry.targets
        for entry in entries
        if not (entry.missing or entry.fuzzy)
    }


def _format(text: str, values: Mapping[str, object]) -> Markup:
    """Put values into a translator's text: both are escaped, an unknown name stays as it is."""

    def value(match: re.Match[str]) -> str:
        name = match.group(1)
        return str(escape(values[name])) if name in values else match.group()

    return Markup(_PLACEHOLDER.sub(value, str(escape(text))))  # noqa: S704 - all of it is escaped


def _plural_form(catalog: Catalog, locale: str) -> Callable[[int], int]:
    """Return the rule of the catalog's own header, or CLDR's where that does not hold."""
    header = catalog.header("Plural-Forms") or ""
    expression = header.partition("plural=")[2].partition(";")[0]
    for candidate in (expression, languages.plural_rule(locale).expression):
        try:
            return gettext.c2py(candidate)
        except ValueError:
            continue
    return lambda number: int(number != 1)


@cache
def chrome_units(sources: tuple[tuple[str, str], ...]) -> tuple[Unit, ...]:
    """Return the messages in page templates, given as (file, text), in reading order.

    They carry no line numbers: a tag added to a template should not touch a hundred catalogs.
    """
    units: dict[str, Unit] = {}
    for file, text in sources:
        for message, comments in _messages(file, text):
            unit = _unit(message, comments, Place(file, 0))
            units.setdefault(unit.source, unit)
    return tuple(units.values())


def _messages(file: str, text: str) -> Iterator[tuple[str | tuple[str, ...], list[str]]]:
    """Yield what a template says, with its notes; raise InputError for one that nobody can read.

    Were that taken for a template without words, all catalogs would lose them.
    """
    from babel.messages.extract import extract

    stream, options = io.BytesIO(text.encode("utf-8")), {"silent": "false"}
    try:
        for _, message, comments, _ in extract(_METHOD, stream, _KEYWORDS, ["Note:"], options):
            yield message, comments
    except TemplateSyntaxError as error:
        raise syntax_error(error, file) from error
    except RecursionError as error:
        raise syntax_error(TemplateSyntaxError("nested too deeply", 0), file) from error


def _unit(message: str | tuple[str, ...], comments: list[str], place: Place) -> Unit:
    source, plural = (message, None) if isinstance(message, str) else message[:2]
    notes = tuple(comment.removeprefix("Note:").strip() for comment in comments)
    flags = ("python-format",) if _PLACEHOLDER.search(source) else ()
    return Unit(
        source=source,
        source_plural=plural,
        kind=Kind.MESSAGE,
        where=(place,),
        comments=(str(Kind.MESSAGE), *notes),
        flags=flags,
    )
