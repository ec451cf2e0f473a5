"""What the pages of a workspace are made from, watched."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path

from salerno.errors import InputError

INPUTS = ("source", "locales", "templates", "assets", "salerno.toml")
"""What pages are made from, in a workspace."""
_PAUSE = 1000
"""Milliseconds after which it is seen that a whole folder has come, gone or been replaced."""

Stamp = tuple[int, int, int]
"""Which file it is, its size, and when it was written."""


class Inputs:
    """The files that pages are made from, as they were when somebody last noted them."""

    def __init__(self, root: Path) -> None:
        """Watch the workspace at `root`; nothing is noted yet."""
        self._root = root
        self._noted: dict[Path, Stamp] = {}

    def note(self, written: Iterable[Path] | None = None) -> None:
        """Take all files as they are, or those alone that were just written, for known."""
        if written is None:
            self._noted = dict(self._stamps())
        else:
            self._noted.update(_stamped(written))

    def changed(self, stop: threading.Event) -> Iterator[set[Path]]:
        """Yield, whenever there are any, the files that are not what was noted; wait in between.

        Whoever asks for the next ones has to note these, or gets them again. Raises InputError where
        the system cannot watch so many folders.
        """
        while not stop.is_set():
            roots = self._roots()
            for number, events in enumerate(self._events(roots, stop)):
                is_other = self._roots() != roots
                if (events or is_other or not number) and (found := self._different()):
                    yield found
                if is_other:
                    break

    def _events(self, roots: Iterable[Path], stop: threading.Event) -> Iterator[object]:
        """Yield what the system says of changes in bundles, and nothing after each pause."""
        from watchfiles import watch

        try:
            yield from watch(
                *roots,
                watch_filter=lambda _, path: _is_shown(Path(path).name),
                stop_event=stop,
                rust_timeout=_PAUSE,
                yield_on_timeout=True,
                ignore_permission_denied=True,
            )
        except OSError as error:
            remedy = "set WATCHFILES_FORCE_POLLING=1, or raise fs.inotify.max_user_watches"
            raise InputError(f"cannot watch {self._root}: {error}", help=remedy) from error

    def _roots(self) -> dict[Path, Stamp | int]:
        """Return the folders and files to watch, with what tells whether they are still the same."""
        found: dict[Path, Stamp | int] = {}
        for path, stamp in _stamped(self._root / name for name in INPUTS):
            found[path] = stamp[0] if path.is_dir() else stamp
        return found

    def _different(self) -> set[Path]:
        now = dict(self._stamps())
        return {path for path, _ in now.items() ^ self._noted.items()}

    def _stamps(self) -> Iterator[tuple[Path, Stamp]]:
        for name in INPUTS:
            yield from _stamped([self._root / name])
            for folder, folders, names in os.walk(self._root / name):
                folders[:] = filter(_is_shown, folders)
                yield from _stamped(Path(folder, each) for each in filter(_is_shown, names))


def _is_shown(name: str) -> bool:
    """Return whether a name is no hidden file's, as Salerno and editors write in between, nor a backup's."""
    return not (name.startswith(".") or name.endswith("~"))


def _stamped(paths: Iterable[Path]) -> Iterator[tuple[Path, Stamp]]:
    """Yield the files among some paths with their stamps; a folder's is only which one it is."""
    for path in paths:
        try:
            found = path.stat()
        except OSError:
            continue  # gone, or a link that leads nowhere
        is_folder = path.is_dir()
        yield path, (found.st_ino, *((0, 0) if is_folder else (found.st_size, found.st_mtime_ns)))
