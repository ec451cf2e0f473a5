"""Prove that a PO file is whole before a lenient parser sees it (GNU gettext manual, "PO Files")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from salerno.errors import CatalogError
from salerno.model import Entry

_CONFLICT = re.compile(r"(?:<{7}|>{7}|={7}|\|{7})(?: |$)")
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)\s*(\".*)", re.DOTALL)
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_LINE = re.compile(r"\r\n|\r|\n")

_AFTER = {
    "": {"msgctxt", "msgid"},
    "msgctxt": {"msgid"},
    "msgid": {"msgid_plural", "msgstr"},
    "msgid_plural": {"msgstr["},
    "msgstr": {"msgctxt", "msgid"},
    "msgstr[": {"msgstr[", "msgctxt", "msgid"},
}
"""Which keyword may follow which; `msgstr[` stands for any of its forms."""


def check(text: str, name: str) -> None:
    """Raise CatalogError, with the line, for what would lose words: a conflict, a cut, a bad string."""
    before = ""
    lines = _LINE.split(text)
    for number, raw in enumerate(lines, 1):
        line = raw.strip()
        if _CONFLICT.match(line):
            remedy = "settle the merge conflict by hand: keep one text of each entry"
            raise CatalogError("holds a conflict marker", where=f"{name}:{number}", help=remedy)
        if line.startswith("#~") and not line.startswith("#~|"):
            line = line[2:].lstrip()
        if line.startswith("#"):
            _check_complete(before, f"{name}:{number}")
        elif line:
            before = _checked_line(line, before, f"{name}:{number}")
    _check_complete(before, f"{name}:{len(lines)}")
    if not before:
        raise CatalogError(
            "holds no entry, not even the one for the header",
            where=name,
            help="it may be cut off; restore it from git or a backup, or remove it to begin anew",
        )
    if lines[-1]:
        raise CatalogError(
            "ends in the middle of a line",
            where=f"{name}:{len(lines)}",
            help="it may be cut off; restore it from git or a backup",
        )


def _checked_line(line: str, before: str, where: str) -> str:
    """Return the keyword that the line belongs to."""
    match = _KEYWORD.fullmatch(line)
    string = match.group(2) if match else line
    if not _STRING.fullmatch(string):
        raise CatalogError("this line is no part of a PO file", where=where, help=_hint(line))
    if match is None:
        if not before:
            raise CatalogError("a text that belongs to no entry", where=where)
        return before
    keyword = match.group(1).rstrip("0123456789]")
    if keyword not in _AFTER[before]:
        raise CatalogError(f"{match.group(1)} after {before or 'nothing'}", where=where)
    return keyword


def _hint(line: str) -> str:
    if line.startswith(("msg", '"')):
        return 'a text stands in quotes on its own line, a quote in it is written \\"'
    return "a comment starts with #, a text stands in quotes"


def _check_complete(before: str, where: str) -> None:
    if before and not before.startswith("msgstr"):
        raise CatalogError(
            "the entry above has no msgstr",
            where=where,
            help="it may be cut off; restore it from git or a backup",
        )


def check_duplicates(entries: Sequence[Entry], name: str) -> None:
    """Raise CatalogError if two entries have one msgctxt and msgid."""
    seen: dict[tuple[str | None, str], int] = {}
    for entry in entries:
        identity = entry.unit.identity
        if identity in seen:
            raise CatalogError(
                f"a second entry for {entry.unit.source[:60]!r} (the first is in line {seen[identity]})",
                where=f"{name}:{entry.line}",
                help="keep one of the two",
            )
        seen[identity] = entry.line
