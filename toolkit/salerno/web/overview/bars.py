"""Pictures of counts: what a template draws as SVG, with the words that say the same."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet, Sum

from salerno.model import EventType, State
from salerno.web.desk.models import Deeds

WIDTH = 1000
"""Of every picture, in its own units; what it is on a screen is the style sheet's business."""
HEIGHT = 200
"""Of a trend."""
WEEKS = 12
_ORDER = (
    State.APPROVED,
    State.TRANSLATED,
    State.DRAFT,
    State.STALE,
    State.REJECTED,
    State.MISSING,
)
"""From what is done to what has not begun."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a bar."""

    state: str
    count: int
    start: int
    width: int


@dataclass(frozen=True, slots=True)
class Bar:
    """Counts by state beside each other."""

    pieces: tuple[Piece, ...]
    units: int

    @property
    def approved(self) -> int:
        """How many are approved."""
        return sum(piece.count for piece in self.pieces if piece.state == State.APPROVED)

    @property
    def percent(self) -> int:
        """Of what is approved, rounded down: 100 is all."""
        return 100 * self.approved // self.units if self.units else 0

    @property
    def words(self) -> str:
        """The same for who sees no picture."""
        return ", ".join(f"{piece.count} {piece.state}" for piece in self.pieces) or "nothing yet"


def bar(counts: Mapping[str, int]) -> Bar:
    """Return counts by state as a bar, in one order everywhere; what is not there takes no room."""
    units = sum(counts.get(state.value, 0) for state in _ORDER)
    pieces, done = [], 0
    for state in _ORDER:
        if count := counts.get(state.value, 0):
            start, end = WIDTH * done // units, WIDTH * (done + count) // units
            pieces.append(Piece(state.value, count, start, max(end - start, 1)))
            done += count
    return Bar(tuple(pieces), units)


@dataclass(frozen=True, slots=True)
class Week:
    """One column of a trend."""

    monday: dt.date
    count: int
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Trend:
    """Approvals by week, the one that runs last."""

    weeks: tuple[Week, ...]

    @property
    def total(self) -> int:
        """Of all its weeks."""
        return sum(week.count for week in self.weeks)

    @property
    def words(self) -> str:
        """The same for who sees no picture."""
        counts = ", ".join(str(week.count) for week in self.weeks)
        return f"Approvals in each of the last {len(self.weeks)} weeks, this one last: {counts}"


def trend(deeds: QuerySet[Deeds], today: dt.date) -> Trend:
    """Return the approvals of the last weeks; what a clock of the future says counts nowhere."""
    this = today - dt.timedelta(days=today.weekday())
    mondays = [this - dt.timedelta(weeks=n) for n in reversed(range(WEEKS))]
    counts: Counter[dt.date] = Counter()
    approvals = deeds.filter(kind=EventType.APPROVE, day__gte=str(mondays[0])).order_by()
    for day, times in approvals.values_list("day").annotate(Sum("times")):
        date = dt.date.fromisoformat(day)
        counts[date - dt.timedelta(days=date.weekday())] += times
    most = max((counts[monday] for monday in mondays), default=0) or 1
    step = WIDTH // WEEKS
    return Trend(
        tuple(
            _week(monday, counts[monday], number * step, step, most)
            for number, monday in enumerate(mondays)
        )
    )


def _week(monday: dt.date, count: int, x: int, step: int, most: int) -> Week:
    height = max(HEIGHT * count // most, 4 if count else 1)
    return Week(monday, count, x, HEIGHT - height, step - 12, height)
