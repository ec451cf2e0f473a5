"""Handouts on the disk: each says in itself what it was made from; no other file is ever touched."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from salerno.errors import InputError
from salerno.model import canonical_json
from salerno.store import files
from salerno.store.workspace import Workspace

_NOTE = re.compile(rb"stream\r?\nsalerno-handout (\{[^\r\n]*\})\r?\nendstream")


@dataclass(frozen=True, slots=True)
class Made:
    """What a handout was made from."""

    locale: str
    articles: Mapping[str, str]
    """By article, the digest of what stood of it then."""

    @property
    def note(self) -> bytes:
        """What the PDF keeps of it: one line, where no reader sees it."""
        said = {"locale": self.locale, "articles": dict(self.articles)}
        return b"salerno-handout " + canonical_json(said)


def path_of(workspace: Workspace, locale: str, name: str) -> Path:
    """Return the path of a handout."""
    return workspace.handouts / locale / f"{name}.pdf"


def write(path: Path, data: bytes) -> bool:
    """Write a handout if it changed; return whether it did."""
    return files.write(path, data)


def listed(workspace: Workspace) -> Iterator[tuple[Path, Made]]:
    """Yield the handouts that Salerno wrote, with what they were made from."""
    for path in sorted(workspace.handouts.glob("*/*.pdf")):
        made = _made(path)
        if made:
            yield path, made


def _made(path: Path) -> Made | None:
    """Return what a file was made from; nothing, if it is somebody's own.

    The note is the last of its kind: a picture in the article may hold any bytes, and stands before.
    """
    try:
        found = _NOTE.findall(files.read_bytes(path))
        said = json.loads(found[-1]) if found else None
        return Made(said["locale"], said["articles"]) if said else None
    except (InputError, ValueError, KeyError, TypeError):
        return None


def remove(path: Path) -> None:
    """Remove a handout, and its folder if nothing else is in it."""
    with files.disk(path, "remove"):
        path.unlink()
        if not any(path.parent.iterdir()):
            path.parent.rmdir()
