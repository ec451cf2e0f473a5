"""What became of an edition's units since it was signed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from salerno.model import EditionUnit


@dataclass(frozen=True, slots=True)
class Changes:
    """Units that are new, that say something else now, and that are gone; a reworded source is both."""

    added: tuple[EditionUnit, ...] = ()
    changed: tuple[tuple[EditionUnit, EditionUnit], ...] = ()
    """Each before and after."""
    removed: tuple[EditionUnit, ...] = ()

    def __bool__(self) -> bool:
        """Return whether anything is another."""
        return bool(self.added or self.changed or self.removed)


def changes(before: Iterable[EditionUnit], after: Iterable[EditionUnit]) -> Changes:
    """Return what differs between two sets of units, in the order of the articles that they are of."""
    then = {(unit.context, unit.source): unit for unit in before}
    now = {(unit.context, unit.source): unit for unit in after}
    return Changes(
        added=tuple(unit for identity, unit in now.items() if identity not in then),
        changed=tuple(
            (then[identity], unit)
            for identity, unit in now.items()
            if identity in then and then[identity].digest != unit.digest
        ),
        removed=tuple(unit for identity, unit in then.items() if identity not in now),
    )
