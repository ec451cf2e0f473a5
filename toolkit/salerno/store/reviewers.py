"""locales/reviewers.toml: who may review, checked entry by entry, edited without losing a comment."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import tomlkit

from salerno import languages, signing
from salerno.errors import InputError, LocaleError, WorkspaceError
from salerno.model import Reviewer, Role
from salerno.store import files
from salerno.store.workspace import Workspace

_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_ID = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")
_FIELDS = {
    "id",
    "name",
    "roles",
    "locales",
    "credential",
    "organisation",
    "public_name",
    "public_key",
    "valid_from",
    "valid_until",
    "retired",
    "compromised",
}
_HEAD = """\
# Who may review. An id never changes its key; a retired key stays for its old signatures, and one that
# is compromised voids them. Verify a new key's fingerprint with its owner before you commit this file.
"""


def path_of(workspace: Workspace) -> Path:
    """Return the path of the workspace's reviewers."""
    return workspace.root / "locales" / "reviewers.toml"


def read(workspace: Workspace) -> dict[str, Reviewer]:
    """Return the reviewers by id, none if there is no file; raise InputError, with the line."""
    path = path_of(workspace)
    return (
        parse(files.read_text(path, workspace.name(path)), workspace.name(path))
        if path.exists()
        else {}
    )


def read_file(path: Path) -> dict[str, Reviewer]:
    """Return the reviewers in any file, such as one that was kept apart from the site it proves."""
    return parse(files.read_text(path, str(path)), str(path))


def parse(text: str, name: str) -> dict[str, Reviewer]:
    """Return the reviewers in a text; `name` is what messages call it."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        where = f"{name}:{line.group(1)}" if line else name
        raise WorkspaceError(f"no TOML: {str(error).partition(' (')[0]}", where=where) from error
    if document.keys() - {"reviewer"} or not isinstance(document.get("reviewer", []), list):
        raise WorkspaceError("holds something else than [[reviewer]] entries", where=name)
    reviewers: dict[str, Reviewer] = {}
    starts = [n for n, line in enumerate(text.split("\n"), 1) if line.strip() == "[[reviewer]]"]
    for number, entry in enumerate(document.get("reviewer", [])):
        where = f"{name}:{starts[number]}" if number < len(starts) else name
        reviewer = _reviewer(entry, where)
        if reviewer.id in reviewers:
            raise WorkspaceError(f"a second reviewer {reviewer.id!r}", where=where)
        _check_key(reviewer, reviewers, where)
        reviewers[reviewer.id] = reviewer
    return reviewers


def _check_key(reviewer: Reviewer, others: Mapping[str, Reviewer], where: str) -> None:
    """Refuse a key that two people have: with it, one of them could sign as two."""
    for other in others.values():
        if other.public_key == reviewer.public_key:
            what = f"reviewers {other.id!r} and {reviewer.id!r} have one key"
            raise WorkspaceError(what, where=where, help="each reviewer has a key of their own")


def _reviewer(entry: Mapping[str, Any], where: str) -> Reviewer:
    if unknown := entry.keys() - _FIELDS:
        raise WorkspaceError(f"unknown key {min(unknown)!r}", where=where)
    try:
        return Reviewer(
            id=check_id(_text(entry, "id")),
            name=_text(entry, "name"),
            roles=tuple(_role(word) for word in _texts(entry, "roles")),
            locales=tuple(languages.check_tag(tag) for tag in _texts(entry, "locales")),
            credential=_text(entry, "credential"),
            organisation=_text(entry, "organisation", ""),
            public_name=_truth(entry, "public_name"),
            public_key=signing.public_key_of(_text(entry, "public_key")),
            valid_from=_date(entry, "valid_from"),
            valid_until=_date(entry, "valid_until"),
            retired=_moment(entry, "retired"),
            compromised=_truth(entry, "compromised"),
        )
    except (InputError, LocaleError) as error:
        raise WorkspaceError(error.what, where=where, help=error.help) from error


def check_id(text: str) -> str:
    """Return a reviewer's id if it can stand in a file name and a command."""
    if not _ID.fullmatch(text):
        raise InputError(f"{text!r} is no reviewer's id", help="use a–z, 0–9, and - _ . between")
    return text


def _text(entry: Mapping[str, Any], key: str, default: str | None = None) -> str:
    value = entry.get(key, default)
    if not isinstance(value, str) or (not value.strip() and default is None):
        raise InputError(f"{key} is missing or no text")
    return value


def _texts(entry: Mapping[str, Any], key: str) -> list[str]:
    value = entry.get(key)
    if not isinstance(value, list) or not value or not all(isinstance(item, str) for item in value):
        raise InputError(f"{key} is missing or no list of texts")
    return value


def _role(word: str) -> Role:
    if word not in set(Role):
        raise InputError(f"role {word!r} is unknown", help=f"roles are {', '.join(Role)}")
    return Role(word)


def _truth(entry: Mapping[str, Any], key: str) -> bool:
    value = entry.get(key, False)
    if not isinstance(value, bool):
        raise InputError(f"{key} is neither true nor false")
    return value


def _date(entry: Mapping[str, Any], key: str) -> str:
    value = str(entry.get(key, ""))
    if value:
        check_date(value, key)
    return value


def check_date(value: str, key: str) -> str:
    """Return a date that exists, as YYYY-MM-DD; raise InputError for anything else."""
    if not (_DATE.fullmatch(value) and _exists(value)):
        raise InputError(f"{key}: {value!r} is no date", help="write it as YYYY-MM-DD")
    return value


def _exists(day: str) -> bool:
    try:
        dt.date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _moment(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key, "")
    text = value if isinstance(value, str) else value.isoformat().replace("+00:00", "Z")
    if text and not _MOMENT.fullmatch(text):
        raise InputError(f"{key}: {text!r} is no moment", help="write it as 2026-11-22T10:00:00Z")
    return str(text)


def add(workspace: Workspace, reviewer: Reviewer) -> None:
    """Append a reviewer; what stands in the file already stays byte for byte."""
    path = path_of(workspace)
    text = files.read_text(path, workspace.name(path)) if path.exists() else _HEAD
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
    new = f"{text.rstrip()}\n\n{appended}"
    parse(new, workspace.name(path))
    files.write(path, new.encode("utf-8"))


def retire(workspace: Workspace, identifier: str, *, at: str, compromised: bool) -> None:
    """Mark a reviewer as retired, and the key as compromised where that is so."""
    path = path_of(workspace)
    document = tomlkit.parse(files.read_text(path, workspace.name(path)))
    for entry in document["reviewer"]:
        if entry["id"] == identifier:
            entry.setdefault("retired", at)
            if compromised:
                entry["compromised"] = True
    files.write(path, tomlkit.dumps(document).encode("utf-8"))
