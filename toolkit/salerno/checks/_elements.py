"""Compares the elements that a browser would see in two texts, wherever they stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import zip_longest

from salerno.inline import Tag, labels, skeleton
from salerno.model import Severity, Syntax, Unit

_EMPHASIS = frozenset(
    {"abbr", "b", "br", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s"}
    | {"small", "span", "strong", "sub", "sup", "u"},
)
"""What changes how words look and not where they lead."""

_NAMES = {
    "a": "link",
    "b": "bold",
    "br": "line break",
    "code": "code",
    "del": "strike-through",
    "em": "italics",
    "i": "italics",
    "img": "image",
    "s": "strike-through",
    "strong": "bold",
}
_SIGNS = {"strong": "**", "em": "*", "code": "`", "s": "~~", "a": "](", "img": "]("}
_LONGEST_QUOTE = 80


@dataclass(frozen=True, slots=True)
class Difference:
    """An element that one of the texts has and the other has not, or not so."""

    severity: Severity
    message: str
    said: str = ""
    """A piece of the source to point at, if it can be found there."""
    found: str = ""
    """A piece of the target to point at."""


def differences(unit: Unit, target: str, known: Collection[str] = ()) -> Iterator[Difference]:
    """Yield what was lost, added, changed, or left without its other half; not `known` tags."""
    said = skeleton(unit.source, unit.syntax, labels(unit.source))
    found = skeleton(target, unit.syntax, labels(unit.source))
    lost, added = Counter(said.tags), Counter(found.tags)
    lost, added = lost - added, added - lost
    for name in sorted({tag.name for tag in (*lost, *added)} - {*known}):
        for before, after in zip_longest(_named(name, lost), _named(name, added)):
            if after is None:
                yield _lost(before, unit, target)
            elif before is None:
                yield _added(after)
            else:
                yield _changed(before, after)
    for tag in (Counter(found.unbalanced) - Counter(said.unbalanced)).elements():
        if tag.strip("</>") not in known:
            fate = "closes nothing" if tag.startswith("</") else "is not closed"
            yield Difference(Severity.CRITICAL, f"{tag} {fate}", "", tag)


def _named(name: str, tags: Counter[Tag]) -> list[Tag]:
    return [tag for tag in tags.elements() if tag.name == name]


def _lost(tag: Tag, unit: Unit, target: str) -> Difference:
    address, sign = _address_of(tag), _SIGNS.get(tag.name, "")
    message = f"{_described(tag)} is lost"
    if unit.syntax is Syntax.MARKDOWN and sign and sign in target:
        message += f": where it stands, {sign} has no effect (mind spaces and punctuation)"
    severity = Severity.CRITICAL if address else Severity.MAJOR
    return Difference(severity, message, address or sign)


def _added(tag: Tag) -> Difference:
    harmless = tag.name in _EMPHASIS and not tag.attributes
    severity = Severity.MAJOR if harmless else Severity.CRITICAL
    found = _address_of(tag) or _SIGNS.get(tag.name, tag.name)
    return Difference(severity, f"{_described(tag)} is not in the source", "", found)


def _changed(before: Tag, after: Tag) -> Difference:
    """Return a difference in the attributes of an element that both texts have."""
    left, right = _address_of(before), _address_of(after)
    if left != right:
        name = _NAMES.get(before.name, before.name)
        message = f"the {name} leads to {_short(right)}, in the source to {_short(left)}"
        return Difference(Severity.CRITICAL, message, left, right)
    runs = any(key.startswith("on") for key, _ in after.attributes)
    message = f"{_short(str(before))} of the source became {_short(str(after))}"
    return Difference(Severity.CRITICAL if runs else Severity.MAJOR, message, "", after.name)


def _address_of(tag: Tag) -> str:
    """Return where an element leads, a reference link to its label; empty for nowhere."""
    address = next((value for key, value in tag.attributes if key in {"href", "src"}), "")
    return address.removeprefix("ref:")


def _described(tag: Tag) -> str:
    """Return an element in a reader's words: `bold`, `the link to https://…`, `<sup>`."""
    address = _address_of(tag)
    if address and tag.name in _NAMES:
        return f"the {_NAMES[tag.name]} to {_short(address)}"
    return _NAMES.get(tag.name) or _short(str(tag))


def _short(text: str) -> str:
    line = " ".join(text[: _LONGEST_QUOTE + 1].split())
    return line if len(text) <= _LONGEST_QUOTE else f"{line}…"
