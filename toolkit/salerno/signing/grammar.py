"""The form of a ledger's lines: the one way to write an event in RFC 8785, as a regular expression.

Whatever has a field that events do not have, a field of the wrong kind, an empty one that would be left
out, a number, white space, another order or another escape does not match. Nothing in it nests, and
nothing in it backtracks for long: its quantifiers are possessive.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from salerno.model import EventType, Meaning, Role

_PLAIN = r'[^"\\\x00-\x1f]*+'
_ESCAPED = r'\\(?:["\\bfnrt]|u00(?:0[0-7be-f]|1[0-9a-f]))'
_CHARACTERS = rf"{_PLAIN}(?:{_ESCAPED}{_PLAIN})*+"
_TEXT = f'"{_CHARACTERS}"'
_HASH = '"[0-9a-f]{64}"'


def _one_of(words: Iterable[StrEnum]) -> str:
    return f'"(?:{"|".join(words)})"'


def _several(item: str) -> str:
    return f"{item}(?:,{item})*+"


_ANY_TEXT = f'"({_CHARACTERS})"'
_SOME_TEXT = f'"(?!")({_CHARACTERS})"'
_ONE_HASH = '"([0-9a-f]{64})"'

FIELDS = {
    "actor": rf'({{"id":(?!""){_TEXT},"role":{_one_of(Role)}}})',
    "article": _SOME_TEXT,
    "at": '"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)"',
    "bulk": "(true|false)",
    "category": _SOME_TEXT,
    "check": _SOME_TEXT,
    "context": _ANY_TEXT,
    "digest": _ONE_HASH,
    "edition": _ONE_HASH,
    "engine": (
        rf'({{"name":{_TEXT},"pair":{_TEXT}(?:,"unknown":\[{_several(_TEXT)}\])?,"version":{_TEXT}}})'
    ),
    "from": _ONE_HASH,
    "id": _ONE_HASH,
    "locale": _SOME_TEXT,
    "meanings": rf"\[({_several(_one_of(Meaning))})\]",
    "parents": rf"\[((?:{_several(_HASH)})?)\]",
    "reason": _SOME_TEXT,
    "severity": _SOME_TEXT,
    "signature": _SOME_TEXT,
    "source": _ANY_TEXT,
    "source_plural": _ANY_TEXT,
    "targets": rf"\[({_several(_TEXT)})\]",
    "to": _ONE_HASH,
    "type": f'"({"|".join(EventType)})"',
}
"""The fields in the order of their names, which is RFC 8785's; each has one group, for what it says."""

REQUIRED = {"article", "at", "id", "locale", "parents", "type"}


def _field(name: str) -> str:
    """Return the pattern of a field; `type` is always there and the last, so any other has a comma."""
    pattern = f'"{name}":{FIELDS[name]}'
    if name == "type":
        return pattern
    return f"{pattern}," if name in REQUIRED else f"(?:{pattern},)?"


LINE = re.compile(rf"\{{{''.join(map(_field, FIELDS))}\}}\n")
"""A whole line, LF and all; its groups are the fields, in their order."""
