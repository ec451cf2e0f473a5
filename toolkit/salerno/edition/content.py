"""Editions as canonical JSON, and the proof that one is what its name says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from salerno.model import (
    Asset,
    Edition,
    EditionUnit,
    Entry,
    Meaning,
    Unit,
    canonical_texts,
)

_TEXTS = ("workspace", "article", "locale", "source_locale", "format", "risk", "source", "target")
_FIELDS = {*_TEXTS, "required", "two_person", "assets", "units"}
_ASSET_FIELDS = {"path", "sha256"}
_UNIT_FIELDS = {"context", "source", "source_plural", "targets", "digest"}


def document_of(edition: Edition) -> dict[str, Any]:
    """Return the edition as the JSON object of its file."""
    return {
        **{name: getattr(edition, name) for name in _TEXTS},
        "required": [meaning.value for meaning in edition.required],
        "two_person": edition.two_person,
        "assets": [{"path": asset.path, "sha256": asset.sha256} for asset in edition.assets],
        "units": [_unit_document(unit) for unit in edition.units],
    }


def _unit_document(unit: EditionUnit) -> dict[str, Any]:
    return {
        "context": unit.context,
        "source": unit.source,
        "source_plural": unit.source_plural,
        "targets": list(unit.targets),
        "digest": unit.digest,
    }


def hash_of(edition: Edition) -> str:
    """Return the SHA-256 of the edition's canonical JSON: what a sign-off names."""
    return hashlib.sha256(canonical(edition)).hexdigest()


@lru_cache(maxsize=8)
def canonical(edition: Edition) -> bytes:
    """Return the edition's canonical JSON, which has no numbers: one command asks for it several times."""
    return canonical_texts(document_of(edition))


def digest_of_text(text: str) -> str:
    """Return the SHA-256 of an article's text, by which a classify names it."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def parse(data: bytes) -> Edition:
    """Return the edition in a file's bytes; raise ValueError if they are not an edition's very own."""
    try:
        edition = from_document(json.loads(data))
    except RecursionError as error:
        raise ValueError("nested too deeply for an edition") from error
    if canonical(edition) + b"\n" != data:
        raise ValueError("not in canonical form: somebody edited it")
    return edition


def from_document(value: Any) -> Edition:
    """Return the edition that a JSON object says; raise ValueError if it says anything else besides.

    Writing the edition gives the object back: nothing in it is passed over, so all of it is signed.
    """
    try:
        said = _object(value, _FIELDS)
        return Edition(
            **{name: _text(said[name]) for name in _TEXTS},
            required=tuple(Meaning(_text(item)) for item in _list(said["required"])),
            two_person=_truth(said["two_person"]),
            assets=tuple(map(_asset, _list(said["assets"]))),
            units=tuple(map(_unit, _list(said["units"]))),
        )
    except TypeError as error:
        raise ValueError(f"no edition: {error}") from error


def _asset(value: Any) -> Asset:
    said = _object(value, _ASSET_FIELDS)
    return Asset(_text(said["path"]), _text(said["sha256"]))


def _unit(value: Any) -> EditionUnit:
    said = _object(value, _UNIT_FIELDS)
    return EditionUnit(
        context=_maybe_text(said["context"]),
        source=_text(said["source"]),
        source_plural=_maybe_text(said["source_plural"]),
        targets=tuple(map(_text, _list(said["targets"]))),
        digest=_text(said["digest"]),
    )


def _object(value: Any, fields: set[str]) -> dict[str, Any]:
    if not isinstance(value, dict) or value.keys() != fields:
        raise TypeError(f"it has not the fields {', '.join(sorted(fields))}")
    return value


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("it has no list where one belongs")
    return value


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("two_person is neither true nor false")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("it has no text where one belongs")
    value.encode(
        "utf-8"
    )  # raises ValueError for half a surrogate pair, which no hash can be made of
    return value


def _maybe_text(value: Any) -> str | None:
    return None if value is None else _text(value)


def problems_of(
    edition: Edition, *, name: str, article: str, locale: str, workspace: str
) -> Iterator[str]:
    """Yield what is wrong with an edition that stands under a name, in a place, of a workspace."""
    if hash_of(edition) != name:
        yield f"its content is not what its name {name[:16]} was given for"
    if (edition.article, edition.locale) != (article, locale):
        yield f"it is an edition of {edition.article} in {edition.locale}"
    if edition.locale == edition.source_locale:
        yield f"it is in {edition.locale}, the language of its source"
    if workspace and edition.workspace != workspace:
        yield "it was made in another workspace"
    for unit in edition.units:
        entry = Entry(Unit(unit.source, unit.context, unit.source_plural), unit.targets)
        if entry.digest(edition.article, edition.locale) != unit.digest:
            yield f"the digest of {unit.source[:60]!r} does not fit its texts"
