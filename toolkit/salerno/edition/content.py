"""Editions as canonical JSON, and the proof that one is what its name says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from salerno.model import (
    Asset,
    Edition,
    EditionUnit,
    Entry,
    Meaning,
    Unit,
    canonical_json,
    digest_of,
)

_TEXTS = ("workspace", "article", "locale", "source_locale", "format", "risk", "source", "target")
_FIELDS = {*_TEXTS, "required", "two_person", "assets", "units"}


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
    return digest_of(document_of(edition))


def digest_of_text(text: str) -> str:
    """Return the SHA-256 of an article's text, by which a classify names it."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def parse(data: bytes) -> Edition:
    """Return the edition in a file's bytes; raise ValueError if they are not an edition's very own."""
    value = json.loads(data)
    if not isinstance(value, dict) or value.keys() != _FIELDS:
        raise ValueError("not the fields of an edition")
    edition = from_document(value)
    if canonical_json(document_of(edition)) + b"\n" != data:
        raise ValueError("not in canonical form: somebody edited it")
    return edition


def from_document(value: Mapping[str, Any]) -> Edition:
    """Return the edition that a JSON object says; raise ValueError if it does not say one."""
    try:
        texts = {name: _text(value[name]) for name in _TEXTS}
        return Edition(
            **texts,
            required=tuple(map(Meaning, value["required"])),
            two_person=bool(value["two_person"]),
            assets=tuple(Asset(_text(a["path"]), _text(a["sha256"])) for a in value["assets"]),
            units=tuple(map(_unit, value["units"])),
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"no edition: {error}") from error


def _unit(value: Mapping[str, Any]) -> EditionUnit:
    return EditionUnit(
        context=value["context"],
        source=_text(value["source"]),
        source_plural=value["source_plural"],
        targets=tuple(map(_text, value["targets"])),
        digest=_text(value["digest"]),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value


def problems_of(
    edition: Edition, *, name: str, article: str, locale: str, workspace: str
) -> Iterator[str]:
    """Yield what is wrong with an edition that stands under a name, in a place, of a workspace."""
    if hash_of(edition) != name:
        yield f"its content is not what its name {name[:16]} was given for"
    if (edition.article, edition.locale) != (article, locale):
        yield f"it is an edition of {edition.article} in {edition.locale}"
    if workspace and edition.workspace != workspace:
        yield "it was made in another workspace"
    for unit in edition.units:
        entry = Entry(Unit(unit.source, unit.context, unit.source_plural), unit.targets)
        if entry.digest(edition.article, edition.locale) != unit.digest:
            yield f"the digest of {unit.source[:60]!r} does not fit its texts"
