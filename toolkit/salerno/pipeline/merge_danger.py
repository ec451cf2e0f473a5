"""What nobody should let in from a remote, whatever it says: names, links and files that reach too far."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from salerno.pipeline.file_kinds import FileKind
from salerno.pipeline.merge_case import Case
from salerno.pipeline.wording import printable
from salerno.store import files

_LINK = "120000"
_OWN = {".git", ".salerno"}
"""Folders in which keys, accounts and programs are."""


def danger(case: Case) -> str:
    """Return why nobody should let in what theirs has at a path, or an empty text."""
    return next(_dangers(case), "")


def _dangers(case: Case) -> Iterator[str]:
    parts = case.path.split("/")
    if any(part.lower() in {"", ".", "..", ".git"} or "\n" in part for part in parts):
        yield "has a name that no file here may have"
    if case.theirs is None:
        return
    if case.is_within and case.name.split("/")[0].lower() in _OWN:
        yield "is in a folder of this machine's own: nobody's to send"
    if case.is_within and case.theirs.mode == _LINK:
        yield from _ways_out(case)
    if case.kind is not FileKind.OTHER:
        if not case.theirs.is_file:
            yield "is no ordinary file there"
        held = zip(case.blobs, case.contents, strict=True)
        if any(blob and data is None for blob, data in held):
            yield f"is no file, or larger than {files.LARGEST // 1024**2} MiB"


def _ways_out(case: Case) -> Iterator[str]:
    """Yield where a link leads, if that is out of the workspace or into a folder of this machine's own.

    Dots may stand at its beginning alone: behind another link's name they would lead somewhere else.
    """
    parts = (case.there or b"/").decode("utf-8", "replace").split("/")
    rising = next((number for number, part in enumerate(parts) if part != ".."), len(parts))
    folder = PurePosixPath(case.name).parent.parts
    way = [*folder[: len(folder) - rising], *parts[rising:]]
    is_inside = rising <= len(folder) and not {"", ".", ".."} & set(parts[rising:])
    if not (is_inside and way and way[0].lower() not in _OWN):
        yield f"is a link that leads to {printable('/'.join(parts)[:80])}"
