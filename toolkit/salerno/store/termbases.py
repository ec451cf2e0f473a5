"""locales/termbase.csv or .tbx: approved terminology, read and proved line by line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from salerno.errors import LocaleError, TermbaseError
from salerno.languages import check_tag
from salerno.model import Concept, Term, TermStatus
from salerno.store import files, tbx
from salerno.store.workspace import Workspace
from salerno.termbase import Termbase
from salerno.words import fold, is_word

LARGEST = 64 * 1024 * 1024
"""Bytes."""
_NEEDED = ("id", "locale", "term")
_COLUMNS = (*_NEEDED, "status", "subject", "definition")
_LONGEST_TERM = 200
"""Characters; what is longer is a sentence."""


def path_of(workspace: Workspace) -> Path | None:
    """Return the path of the workspace's termbase, None if it has none; raise TermbaseError for two."""
    folder = workspace.root / "locales"
    found = [path for path in (folder / "termbase.tbx", folder / "termbase.csv") if path.exists()]
    if len(found) > 1:
        raise TermbaseError(
            "there are termbase.tbx and termbase.csv", where="locales", help="remove one of them"
        )
    return found[0] if found else None


def read(workspace: Workspace) -> Termbase:
    """Return the termbase of a workspace, an empty one if it has none; raise TermbaseError, with the line."""
    path = path_of(workspace)
    if path is None:
        return Termbase()
    name = workspace.name(path)
    data = files.read_bytes(workspace.inside(path), largest=LARGEST, name=name)
    return parse(data, name, workspace.settings.source_locale)


def bytes_of(workspace: Workspace) -> bytes:
    """Return what the termbase's file holds, for a digest; nothing if there is none."""
    path = path_of(workspace)
    return files.read_bytes(workspace.inside(path), largest=LARGEST) if path else b""


@lru_cache(maxsize=4)
def parse(data: bytes, name: str, source_locale: str) -> Termbase:
    """Return the termbase in a file's bytes; the same bytes give the same one, with its indexes."""
    rows = tbx.rows(data, name) if name.endswith(".tbx") else _rows(data, name)
    return Termbase(tuple(_concepts(rows, name)), source_locale)


def _rows(data: bytes, name: str) -> Iterator[tbx.Row]:
    text = files.decoded(data, name).removeprefix("\ufeff")
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True, restval="")
    try:
        columns = reader.fieldnames or ()
        missing = [each for each in _NEEDED if each not in columns]
        unknown = [each for each in columns if each not in _COLUMNS]
        if missing or unknown:
            what = f"no column {missing[0]!r}" if missing else f"an unknown column {unknown[0]!r}"
            help = f"the first line names the columns: {','.join(_COLUMNS)}"
            raise TermbaseError(what, where=f"{name}:1", help=help)
        for row in reader:
            if None in row:
                raise TermbaseError("more cells than columns", where=f"{name}:{reader.line_num}")
            cells = {column: " ".join(row[column].split()) for column in columns}
            yield tbx.Row(line=reader.line_num, **cells)
    except csv.Error as error:
        where = f"{name}:{reader.line_num}"
        raise TermbaseError(f"no valid CSV: {error}", where=where) from error


def _concepts(rows: Iterable[tbx.Row], name: str) -> Iterator[Concept]:
    """Yield the concepts of rows, each with its terms by locale."""
    proved = [(row.id, _proved(row, name)) for row in rows]
    for identifier, group in groupby(sorted(proved, key=itemgetter(0)), key=itemgetter(0)):
        found = [row for _, row in group]
        terms: dict[str, tuple[Term, ...]] = {}
        for row in found:
            status = TermStatus(row.status or TermStatus.PREFERRED)
            terms[row.locale] = (*terms.get(row.locale, ()), Term(row.term, status))
        first = found[0]
        subject = next((row.subject for row in found if row.subject), "")
        definition = next((row.definition for row in found if row.definition), "")
        yield Concept(identifier, terms, subject, definition, f"{name}:{first.line}")


def _proved(row: tbx.Row, name: str) -> tbx.Row:
    where = f"{name}:{row.line}"
    if not row.id or not row.term:
        raise TermbaseError(f"no {'id' if not row.id else 'term'}", where=where)
    if not is_word(fold(row.term).text):
        raise TermbaseError(f"the term {row.term!r} has neither letter nor digit", where=where)
    if len(row.term) > _LONGEST_TERM:
        raise TermbaseError(f"a term of {len(row.term)} characters is a sentence", where=where)
    if row.status and row.status not in set(TermStatus):
        known = ", ".join(TermStatus)
        raise TermbaseError(f"no status {row.status!r}", where=where, help=f"it is one of {known}")
    try:
        check_tag(row.locale)
    except LocaleError as error:
        raise TermbaseError(error.what, where=where, help=error.help) from error
    return row
