"""What a workspace calls itself, as units of the page chrome: a translator may translate that too.

Nobody has to. Where a locale has no words for them, pages show the names as they are, marked as being
in the source language; so a catalog that leaves them empty lacks nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from salerno.model import Entry, Kind, Place, Unit

TITLE, PUBLISHER = "site title", "publisher"
"""The contexts (msgctxt) that set them apart from all other words of the chrome, which have none."""
_CONTEXTS = {TITLE, PUBLISHER}
_PLACE = Place("salerno.toml", 0)
_NOTE = "Shown as it is where this stays empty."


def name_units(title: str, publisher: str) -> Iterator[Unit]:
    """Yield a unit for each name that the workspace has."""
    for context, name in ((TITLE, title), (PUBLISHER, publisher)):
        if name.strip():
            comments = (str(Kind.MESSAGE), f"The {context}, from salerno.toml. {_NOTE}")
            yield Unit(name, context, kind=Kind.MESSAGE, where=(_PLACE,), comments=comments)


def is_name(unit: Unit) -> bool:
    """Return whether a unit of the page chrome is one of the workspace's own names."""
    return unit.context in _CONTEXTS


def is_left_as_it_is(entry: Entry) -> bool:
    """Return whether an entry of the page chrome is a name that has no translation."""
    return entry.missing and is_name(entry.unit)
