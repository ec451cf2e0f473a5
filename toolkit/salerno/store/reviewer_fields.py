"""One entry of locales/reviewers.toml, checked field by field."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from salerno import languages, signing
from salerno.errors import InputError, LocaleError, WorkspaceError
from salerno.model import Reviewer, Role

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(rf"{_DATE.pattern}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}Z")
_ID = re.compile(r"(?=.{1,64}$)[a-z0-9]+(?:[-_.][a-z0-9]+)*")
_ACTS = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
"""Characters that a terminal acts upon, and those that turn round what stands after them on a page."""
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


def reviewer_of(entry: Mapping[str, Any], where: str) -> Reviewer:
    """Return the reviewer that an entry says; raise WorkspaceError for the first mistake in it."""
    if unknown := entry.keys() - _FIELDS:
        raise WorkspaceError(f"unknown key {min(unknown)!r}", where=where)
    try:
        return Reviewer(
            id=check_id(_text(entry, "id")),
            name=check_shown(_text(entry, "name"), "name"),
            roles=tuple(_role(word) for word in _texts(entry, "roles")),
            locales=tuple(languages.check_tag(tag) for tag in _texts(entry, "locales")),
            credential=check_shown(_text(entry, "credential"), "credential"),
            organisation=check_shown(_text(entry, "organisation", ""), "organisation"),
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
        remedy = "use a–z, 0–9, and - _ . between; 64 letters at the most"
        raise InputError(f"{text[:80]!r} is no reviewer's id", help=remedy)
    return text


def check_shown(text: str, key: str) -> str:
    """Return a text that pages and terminals show, if all of it is for people to read."""
    if found := _ACTS.search(text):
        raise InputError(f"{key} holds {found.group()!r}, which is no letter", help="take it out")
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


def _exists(moment: str) -> bool:
    try:
        dt.datetime.fromisoformat(moment)
    except ValueError:
        return False
    return True


def _moment(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key, "")
    is_time = isinstance(value, dt.datetime)
    text = value.isoformat().replace("+00:00", "Z") if is_time else str(value)
    if text and not (_MOMENT.fullmatch(text) and _exists(text)):
        raise InputError(f"{key}: {text!r} is no moment", help="write it as 2026-11-22T10:00:00Z")
    return text
