"""locales/reviewers.toml: who may review, checked entry by entry, edited without losing a comment."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from salerno.errors import WorkspaceError
from salerno.model import Reviewer
from salerno.store import files
from salerno.store.reviewer_fields import reviewer_of
from salerno.store.workspace import Workspace

LARGEST = 1024 * 1024
"""Bytes; enough for a thousand reviewers, and quick to refuse."""
_HEADER = re.compile(r"[ \t]*\[\[[ \t]*reviewer[ \t]*\]\][ \t]*(?:#.*)?")
_HEAD = """\
# Who may review. An id never changes its key; a retired key stays for its old signatures, and one that
# is compromised voids them. Verify a new key's fingerprint with its owner before you commit this file.
"""


def path_of(workspace: Workspace) -> Path:
    """Return the path of the workspace's reviewers."""
    return workspace.root / "locales" / "reviewers.toml"


def read(workspace: Workspace) -> dict[str, Reviewer]:
    """Return the reviewers by id, none if there is no file; raise InputError, with the line."""
    text = text_of(workspace)
    return parse(text, workspace.name(path_of(workspace))) if text else {}


def text_of(workspace: Workspace) -> str:
    """Return what the file says, an empty text if there is none."""
    path = path_of(workspace)
    if not path.exists():
        return ""
    return files.read_text(workspace.inside(path), workspace.name(path), largest=LARGEST)


def read_file(path: Path) -> dict[str, Reviewer]:
    """Return the reviewers in any file, such as one that was kept apart from the site it proves."""
    return parse(files.read_text(path, str(path), largest=LARGEST), str(path))


def parse(text: str, name: str) -> dict[str, Reviewer]:
    """Return the reviewers in a text; `name` is what messages call it."""
    return dict(_parsed(text, name))


@lru_cache(maxsize=8)
def _parsed(text: str, name: str) -> Mapping[str, Reviewer]:
    """Parse a text once: every article in every locale asks who may review it."""
    document = _tables(text, name)
    if document.keys() - {"reviewer"} or not isinstance(document.get("reviewer", []), list):
        raise WorkspaceError("holds something else than [[reviewer]] entries", where=name)
    reviewers: dict[str, Reviewer] = {}
    places = starts(text.split("\n"))
    for number, entry in enumerate(document.get("reviewer", [])):
        where = f"{name}:{places[number] + 1}" if number < len(places) else name
        if not isinstance(entry, dict):
            raise WorkspaceError("holds something else than [[reviewer]] entries", where=where)
        reviewer = reviewer_of(entry, where)
        if reviewer.id in reviewers:
            raise WorkspaceError(f"a second reviewer {reviewer.id!r}", where=where)
        _check_key(reviewer, reviewers, where)
        reviewers[reviewer.id] = reviewer
    return reviewers


def _tables(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        where = f"{name}:{line.group(1)}" if line else name
        raise WorkspaceError(f"no TOML: {str(error).partition(' (')[0]}", where=where) from error
    except RecursionError as error:
        raise WorkspaceError("no TOML: brackets within brackets without end", where=name) from error


def starts(lines: Sequence[str]) -> list[int]:
    """Return which lines begin an entry, counted from 0."""
    return [number for number, line in enumerate(lines) if _HEADER.fullmatch(line.rstrip("\r"))]


def _check_key(reviewer: Reviewer, others: Mapping[str, Reviewer], where: str) -> None:
    """Refuse a key that two people have: with it, one of them could sign as two."""
    for other in others.values():
        if other.public_key == reviewer.public_key:
            what = f"reviewers {other.id!r} and {reviewer.id!r} have one key"
            raise WorkspaceError(what, where=where, help="each reviewer has a key of their own")


def add(workspace: Workspace, reviewer: Reviewer) -> None:
    """Append a reviewer; what stands in the file already stays byte for byte."""
    import tomlkit  # the commands that only read need not wait for it

    text = text_of(workspace) or _HEAD
    table = tomlkit.table()
    for key in ("id", "name", "roles", "locales", "credential", "organisation", "public_name"):
        value = getattr(reviewer, key)
        table[key] = [str(item) for item in value] if isinstance(value, tuple) else value
    if reviewer.valid_from:
        table["valid_from"] = reviewer.valid_from
    if reviewer.valid_until:
        table["valid_until"] = reviewer.valid_until
    table["public_key"] = reviewer.public_key
    entries = tomlkit.aot()
    entries.append(table)
    appended = tomlkit.dumps(tomlkit.document().add("reviewer", entries))
    _write(workspace, _followed(text, appended), read(workspace) | {reviewer.id: reviewer})


def _followed(text: str, entry: str) -> str:
    """Return a text with an entry behind it, in the line ends that it has."""
    end = "\r\n" if "\r\n" in text else "\n"
    between = "" if text.endswith(end * 2) else end if text.endswith(end) else end * 2
    return text + between + entry.replace("\n", end)


def _write(workspace: Workspace, text: str, expected: Mapping[str, Reviewer]) -> None:
    """Write the file if it says what was meant, and nothing else about anybody."""
    path = path_of(workspace)
    name = workspace.name(path)
    if parse(text, name) != expected:
        raise WorkspaceError("is written in a way that only a person can edit", where=name)
    files.write(workspace.inside(path), text.encode("utf-8"))


def retire(workspace: Workspace, identifier: str, *, at: str, compromised: bool) -> None:
    """Mark a reviewer as retired, and the key as compromised where that is so.

    Who is retired already stays so since then. Lines are added behind the entry's id: anywhere else
    they might come to stand below a comment on the next one.
    """
    known = read(workspace)
    was = known[identifier]
    now = replace(was, retired=was.retired or at, compromised=was.compromised or compromised)
    lines = text_of(workspace).split("\n")
    number = list(known).index(identifier)
    places = [*starts(lines), len(lines)]
    first, last = places[number : number + 2] if number < len(places) - 1 else (0, 0)
    entry = [line for line in lines[first:last] if not _is_flag(line, now.compromised)]
    end = "\r" if entry and entry[0].endswith("\r") else ""
    added = [f'retired = "{now.retired}"{end}'] * (not was.retired)
    added += [f"compromised = true{end}"] * now.compromised
    place = next((n for n, line in enumerate(entry, 1) if re.match(r"\s*id\s*=", line)), 1)
    entry[place:place] = added
    _write(workspace, "\n".join([*lines[:first], *entry, *lines[last:]]), known | {was.id: now})


def _is_flag(line: str, compromised: bool) -> bool:  # noqa: FBT001
    """Return whether a line says what is going to be said anew."""
    return compromised and bool(re.match(r"\s*compromised\s*=", line))
