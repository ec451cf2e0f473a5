"""Finds words of the source whose opposite stands in the target instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from types import MappingProxyType

from salerno.checks._senses import Sense
from salerno.checks._stretches import Stretch

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Change:
    """A sense of the source that the target has not, and what it has instead."""

    said: Sense
    found: Sense | None
    """None where it has nothing of the kind."""
    source_span: Span
    target_span: Span | None


def changes(
    stretch: Stretch,
    group: AbstractSet[Sense],
    allowed: Mapping[Sense, AbstractSet[Sense]],
    implied: Mapping[Sense, AbstractSet[Sense]] = MappingProxyType({}),
) -> Iterator[Change]:
    """Yield what changed among the senses of a group, in the order of the source.

    `allowed` says what else may stand for a sense. A word that says several things of the group says
    what the other side needs it to say.
    """
    if stretch.source.senses.isdisjoint(group):
        return
    said = [(each, hit.span) for hit in stretch.source.hits if (each := hit.senses & group)]
    found = [(each, hit.span) for hit in stretch.target.hits if (each := hit.senses & group)]
    meant = frozenset().union(*(senses for senses, _ in said))
    own = _without_implied(meant, implied)
    welcome = meant.union(*(allowed.get(sense, frozenset()) for sense in own))
    strange = [each for each in found if not _without_implied(each[0], implied) & welcome]
    present = stretch.target.senses
    done: set[Sense] = set()
    for senses, span in said:
        if any(({sense} | allowed.get(sense, frozenset())) & present for sense in senses):
            continue
        sense = min(senses)
        if sense in done:
            continue
        done.add(sense)
        if strange:
            yield Change(sense, min(_without_implied(strange[0][0], implied)), span, strange[0][1])
        else:
            yield Change(sense, None, span, None)


def _without_implied(
    senses: AbstractSet[Sense],
    implied: Mapping[Sense, AbstractSet[Sense]],
) -> AbstractSet[Sense]:
    return senses - frozenset().union(*(implied.get(sense, frozenset()) for sense in senses))
