"""Two versions of locales/reviewers.toml made one, reviewer by reviewer, byte for byte of each entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from salerno.errors import WorkspaceError
from salerno.store import reviewers

HEAD = ""
"""What stands above the first reviewer goes by this id."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A reviewer's entry that both sides changed differently; None where it is not there."""

    id: str
    base: str | None
    ours: str | None
    theirs: str | None


@dataclass(frozen=True, slots=True)
class Merged:
    """What two files come to; an entry that clashes is ours."""

    text: str
    clashes: tuple[Clash, ...] = ()


def merged(
    base: str, ours: str, theirs: str, settled: Mapping[str, str | None] | None = None, *, name: str
) -> Merged:
    """Return two files as one; `settled` holds the entries that a person decided on, None for none.

    Raises WorkspaceError if a file, or what they come to, is none that says who may review.
    """
    was, here, there = (_entries(text, name) for text in (base, ours, theirs))
    clashes: list[Clash] = []
    found: dict[str, str] = {}
    for identifier in dict.fromkeys((*here, *there)):
        clash = Clash(identifier, *(side.get(identifier) for side in (was, here, there)))
        is_agreed, text = _agreed(clash)
        if not is_agreed and identifier in (settled or {}):
            text = (settled or {})[identifier]
        elif not is_agreed:
            clashes.append(clash)
        if text is not None:
            found[identifier] = text
    whole = "\n\n".join(text.strip("\n") for text in found.values() if text.strip("\n"))
    result = f"{whole}\n" if whole else ""
    for side in (ours, theirs):
        if _entries(side, name) == found:
            result = side
    _check(result, set(found) - {HEAD}, (ours, theirs), name)
    return Merged(result, tuple(clashes))


def _check(result: str, expected: AbstractSet[str], sides: Iterable[str], name: str) -> None:
    """Raise WorkspaceError unless each reviewer is, in all, what one of the sides said of them."""
    known = [reviewers.parse(side, name) for side in sides]
    parsed = reviewers.parse(result, name)
    if parsed.keys() != expected or any(
        reviewer not in [side.get(identifier) for side in known]
        for identifier, reviewer in parsed.items()
    ):
        raise WorkspaceError("is written in a way that only a person can merge", where=name)


def _agreed(found: Clash) -> tuple[bool, str | None]:
    """Return whether the sides agree, white space aside, or one alone changed it; and what then stands."""
    base, ours, theirs = (text and text.strip() for text in (found.base, found.ours, found.theirs))
    if theirs in (ours, base):
        return True, found.ours
    return ours == base, found.theirs if ours == base else found.ours


def _entries(text: str, name: str) -> dict[str, str]:
    """Return the entries of a file by id, with what stands above the first; nothing for no file."""
    known = list(reviewers.parse(text, name)) if text else []
    lines = re.findall(r"[^\n]*\n|[^\n]+\Z", text)
    starts = reviewers.starts([line.removesuffix("\n") for line in lines])
    if len(starts) != len(known):
        raise WorkspaceError("is written in a way that only a person can merge", where=name)
    bounds = [0, *starts, len(lines)]
    parts = ["".join(lines[a:b]) for a, b in pairwise(bounds)]
    return dict(zip([HEAD, *known], parts, strict=True))
