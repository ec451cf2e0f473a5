"""Which events of the trail somebody wants to see."""

from __future__ import annotations

from dataclasses import dataclass, fields

from django.db.models import QuerySet
from django.http import HttpRequest

from salerno.model import Event
from salerno.web.desk.deeds import who
from salerno.web.desk.models import Deeds
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
        day = event.at[:10]
        return (
            self.person in {"", who(event)}
            and self.kind in {"", event.type}
            and self.since <= day
            and (not self.until or day <= self.until)
        )

    def among(self, deeds: QuerySet[Deeds]) -> QuerySet[Deeds]:
        """Return the deeds that are."""
        # Days are written from the year down, so they compare as texts.
        asked = {"who": self.person, "kind": self.kind, "day__gte": self.since}
        asked["day__lte"] = self.until
        return deeds.filter(**{name: value for name, value in asked.items() if value})
