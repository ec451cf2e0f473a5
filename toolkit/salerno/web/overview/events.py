"""Which events of the trail somebody wants to see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields

from django.http import HttpRequest

from salerno.model import Event
from salerno.web.desk.deeds import Deeds, who
from salerno.web.overview.paging import said_in


@dataclass(frozen=True, slots=True)
class Chosen:
    """A filter; empty is all, and what no event can be finds none."""

    person: str = ""
    """The id of a reviewer, or the name of an engine."""
    kind: str = ""
    since: str = ""
    """The first day (YYYY-MM-DD, UTC)."""
    until: str = ""
    """The last day."""

    @classmethod
    def of(cls, request: HttpRequest) -> Chosen:
        """Return the filter that an address asks for."""
        return cls(**said_in(request, *(field.name for field in fields(cls))))

    @property
    def said(self) -> dict[str, str]:
        """The filter as it stands in an address."""
        pairs = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in pairs.items() if value}

    def takes(self, event: Event) -> bool:
        """Return whether an event is among those."""
        return self._takes(event.at[:10], who(event), event.type)

    def count(self, deeds: Iterable[Sequence[object]]) -> int:
        """Return how many events of a ledger are, by what the table keeps of it."""
        found = (Deeds(*each) for each in deeds)  # type: ignore[arg-type]
        return sum(each.times for each in found if self._takes(each.day, each.who, each.kind))

    def _takes(self, day: str, author: str, kind: str) -> bool:
        # Days are written from the year down, so they compare as texts.
        return (
            self.person in {"", author}
            and self.kind in {"", kind}
            and self.since <= day
            and (not self.until or day <= self.until)
        )
