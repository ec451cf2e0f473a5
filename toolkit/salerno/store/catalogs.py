"""PO files, read and written with polib.

polib is lenient where a translator's words are at stake: it drops the `#~|` lines of obsolete entries,
breaks lines at U+2028, and overwrites an entry that was cut off. So `po_syntax` proves the file first.
One msgstr stands on one line: git then merges two translators' sentences as a conflict, never into one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import polib

from salerno.errors import CatalogError, InputError
from salerno.model import Catalog, Entry, Place, Previous, Unit
from salerno.store import files, po_syntax
from salerno.store.workspace import Workspace

_NEWLINE = re.compile(r"\r\n|\r|\n")
_BARE_COMMENT = re.compile(r"^#(?![\s.:,|~]|$)", re.MULTILINE)
_OBSOLETE_PREVIOUS = re.compile(r"^#~\|", re.MULTILINE)


class _Text(str):
    """A text with the lines that a PO file has: polib would take U+2028 and others for line ends."""

    __slots__ = ()

    def splitlines(self, keepends: bool = False) -> list[str]:  # noqa: ARG002, FBT001, FBT002
        return _NEWLINE.split(self)


def read(workspace: Workspace, path: Path) -> Catalog:
    """Return the catalog in a file, an empty one if there is no file; raise CatalogError if broken."""
    return _read(workspace, path)[1]


def read_anywhere(path: Path) -> Catalog:
    """Return the catalog in a file that need not be of a workspace; raise InputError if there is none."""
    text = files.read_text(path, str(path)).removeprefix("\ufeff")
    return parse(text, str(path))


def _read(workspace: Workspace, path: Path) -> tuple[bytes | None, Catalog]:
    """Return what a file holds, None if there is none, and the catalog that this is."""
    name = workspace.name(path)
    try:
        data = files.find_bytes(workspace.inside(path))
        text = None if data is None else files.decoded(data, name).removeprefix("\ufeff")
    except InputError as error:
        raise CatalogError(error.what, where=error.where, help=error.help) from error
    return data, Catalog() if text is None else parse(text, name)


@lru_cache(maxsize=256)
def parse(text: str, name: str) -> Catalog:
    """Return the catalog in a text; `name` is what messages call it.

    Each verb of a build reads the same catalogs: the same text gives the same frozen value.
    """
    po_syntax.check(text, name)
    prepared = _OBSOLETE_PREVIOUS.sub("#|", _BARE_COMMENT.sub("# ", text))
    try:
        file = polib.pofile(_Text(prepared))
    except (OSError, ValueError) as error:
        line = re.search(r"line (\d+)", str(error))
        where = f"{name}:{line.group(1)}" if line else name
        raise CatalogError("no valid PO file", where=where) from error
    entries = [_entry(entry) for entry in file]
    po_syntax.check_duplicates(entries, name)
    return Catalog(
        entries=tuple(entry for entry, raw in zip(entries, file, strict=True) if not raw.obsolete),
        obsolete=tuple(entry for entry, raw in zip(entries, file, strict=True) if raw.obsolete),
        headers=tuple((str(key), str(value)) for key, value in file.metadata.items()),
        comment=file.header,
        fuzzy_header=bool(file.metadata_is_fuzzy),
        ending=_ending(text),
    )


def _ending(text: str) -> str:
    """Return the comments below the last entry, which polib drops."""
    lines = [line.strip() for line in _NEWLINE.split(text)]
    kept: list[str] = []
    for line in reversed(lines):
        if line and (not line.startswith("#") or (line.startswith("#~") and line[2:3] != "|")):
            break
        kept.append(line)
    return "\n".join(line for line in reversed(kept) if line)


def _entry(raw: polib.POEntry) -> Entry:
    plural = raw.msgstr_plural
    targets = tuple(plural[form] for form in sorted(plural)) if plural else (raw.msgstr,)
    unit = Unit(
        source=raw.msgid,
        context=raw.msgctxt,
        source_plural=raw.msgid_plural or None,
        where=tuple(Place(file, int(line or 0)) for file, line in raw.occurrences),
        comments=tuple(raw.comment.split("\n")) if raw.comment else (),
        flags=tuple(flag for flag in raw.flags if flag and flag != "fuzzy"),
    )
    previous = Previous(raw.previous_msgid, raw.previous_msgctxt, raw.previous_msgid_plural)
    return Entry(
        unit,
        targets,
        fuzzy="fuzzy" in raw.flags,
        previous=previous if previous != Previous(None) else None,
        comment=raw.tcomment,
        line=raw.linenum or 0,
    )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a change of a catalog came to."""

    data: bytes
    """What the file held when it was done; empty if there is none."""
    is_changed: bool


_ATTEMPTS = 5
"""How often a change is made anew because somebody saved the catalog meanwhile."""


def change(workspace: Workspace, path: Path, make: Callable[[Catalog], Catalog]) -> Outcome:
    """Bring a catalog to what `make` makes of it, and never over what somebody saved meanwhile.

    An editor knows nothing of our lock. If the file is another by the time it would be written,
    `make` is asked again, with what stands there now; `files.write_over` says how sure that is.
    Raises CatalogError if that happens time and again. A file in another layout that says the same
    already is left alone.
    """
    for _ in range(_ATTEMPTS):
        before, catalog = _read(workspace, path)
        wanted = make(catalog)
        if wanted.without_lines() == catalog.without_lines():
            return Outcome(before or b"", is_changed=False)
        data = text_of(wanted).encode("utf-8")
        if files.write_over(path, before, data):
            return Outcome(data, is_changed=True)
    raise CatalogError(
        "was changed meanwhile, time and again",
        where=workspace.name(path),
        help="it is as its editor saved it; run again",
    )


def write(workspace: Workspace, path: Path, catalog: Catalog) -> bool:
    """Write a template, which nobody edits, if it says something else than the file does; return whether it was written.

    Catalogs are for `change`: this one writes over whatever stands there.
    """
    current = read(workspace, path)
    if path.exists() and current.without_lines() == catalog.without_lines():
        return False
    return files.write(path, text_of(catalog).encode("utf-8"))


def text_of(catalog: Catalog) -> str:
    """Return a catalog as a PO file."""
    file = polib.POFile(wrapwidth=0)
    file.header = catalog.comment
    file.metadata = dict(catalog.headers)
    file.metadata_is_fuzzy = catalog.fuzzy_header
    file.extend(_raw(entry, obsolete=False) for entry in catalog.entries)
    file.extend(_raw(entry, obsolete=True) for entry in catalog.obsolete)
    return f"{file}\n{catalog.ending}\n" if catalog.ending else str(file)


def _raw(entry: Entry, *, obsolete: bool) -> polib.POEntry:
    unit, previous = entry.unit, entry.previous or Previous(None)
    is_plural = unit.source_plural is not None
    return polib.POEntry(
        msgid=unit.source,
        msgctxt=unit.context,
        msgid_plural=unit.source_plural or "",
        msgstr="" if is_plural else entry.targets[0],
        msgstr_plural=dict(enumerate(entry.targets)) if is_plural else {},
        obsolete=obsolete,
        comment="\n".join(unit.comments),
        tcomment=entry.comment,
        occurrences=[(place.file, str(place.line or "")) for place in unit.where],
        flags=[*(["fuzzy"] if entry.fuzzy else []), *unit.flags],
        previous_msgid=previous.source,
        previous_msgctxt=previous.context,
        previous_msgid_plural=previous.source_plural,
    )
