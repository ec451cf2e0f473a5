"""What became of an edition's source since it was signed, for who has to say what that means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from salerno.differences import difference
from salerno.likeness import kept_runs
from salerno.model import SITE, Difference, Edition
from salerno.pipeline.content import Content
from salerno.pipeline.editions import current_shape, shape_of
from salerno.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Outdated:
    """How a source differs from the one that an edition was made from."""

    blocks: tuple[Difference, ...]
    """Those that are other ones now, in the order of reading; what is new was put in as a whole."""
    links: tuple[str, ...]
    """Links and images that are in one of the two only."""


def outdated(workspace: Workspace, content: Content, edition: Edition) -> Outdated | None:
    """Return what differs, or None if the edition is of the source as it is; the page chrome's always is."""
    if content.slug == SITE:
        return None
    signed = shape_of(edition.format, edition.source, edition.assets)
    current, _ = current_shape(workspace, content)
    if signed == current:
        return None
    before, after = ([source for _, source in shape.units] for shape in (signed, current))
    links = set(signed.links) ^ set(current.links)
    images = {asset.path for asset in {*signed.assets} ^ {*current.assets}}
    return Outdated(tuple(_changed(before, after)), tuple(sorted(links | images)))


def _changed(before: Sequence[str], after: Sequence[str]) -> Iterator[Difference]:
    numbers: dict[str, int] = {}
    sides = ([numbers.setdefault(text, len(numbers)) for text in side] for side in (before, after))
    position = place = 0
    for start, at, length in (*kept_runs(*sides), (len(before), len(after), 0)):
        for old, new in zip_longest(before[position:start], after[place:at], fillvalue=""):
            yield difference(old, new)
        position, place = start + length, at + length
