"""A workspace: a folder with a salerno.toml, and where everything in it lives."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from salerno.errors import InputError, WorkspaceError
from salerno.languages import gettext_name
from salerno.store import files, settings
from salerno.store.settings import Settings


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with its settings; all paths of the house are made here."""

    root: Path
    settings: Settings

    @property
    def source(self) -> Path:
        """The folder of the articles."""
        return self.root / "source"

    def template(self, article: str) -> Path:
        """Return the path of an article's template."""
        return self.root / "locales" / f"{article}.pot"

    def catalog(self, article: str, locale: str) -> Path:
        """Return the path of an article's catalog."""
        return self._locale(locale) / "LC_MESSAGES" / f"{article}.po"

    def ledger(self, article: str, locale: str) -> Path:
        """Return the path of an article's decisions."""
        return self._locale(locale) / "decisions" / f"{article}.jsonl"

    def editions(self, article: str, locale: str) -> Path:
        """Return the folder of an article's editions."""
        return self._locale(locale) / "editions" / article

    def _locale(self, locale: str) -> Path:
        return self.root / "locales" / gettext_name(locale)

    @property
    def site(self) -> Path:
        """The folder of published pages."""
        return self.root / "output" / "site"

    @property
    def preview(self) -> Path:
        """The folder of everything that is not published."""
        return self.root / "output" / "preview"

    def chosen(self, locales: Sequence[str]) -> list[str]:
        """Return the named locales, or all; raise InputError for one that the workspace has not."""
        known = self.settings.locales
        for locale in locales:
            if locale not in known:
                listed = ", ".join(known) or "none"
                remedy = f"locales here: {listed}; add it to salerno.toml"
                raise InputError(f"no locale {locale!r} in this workspace", help=remedy)
        return list(locales) or known

    @property
    def handouts(self) -> Path:
        """The folder of handouts for print."""
        return self.root / "output" / "handouts"

    def name(self, path: Path) -> str:
        """Return what messages and catalogs call a file: relative to the workspace, with slashes."""
        return path.relative_to(self.root).as_posix()

    def inside(self, path: Path) -> Path:
        """Return the path if it stays in the workspace, links and all; raise InputError if not."""
        root = os.path.realpath(self.root)
        if not (os.path.realpath(path) + os.sep).startswith(root + os.sep):
            raise InputError("leads out of the workspace", where=self.name(path))
        return path

    @contextmanager
    def lock(self, name: str = "lock") -> Iterator[None]:
        """Keep other Salerno processes from writing to the workspace meanwhile.

        With a name of its own it keeps out only those that ask for the same one.
        """
        path = self.root / ".salerno" / name
        with files.disk(path, "lock"):
            path.parent.mkdir(exist_ok=True)
            handle = path.open("a")
        with handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield


def find(start: Path) -> Workspace:
    """Return the workspace that a folder is in; raise WorkspaceError if it is in none."""
    with files.disk(start, "open"):
        folder = start.resolve(strict=True)
    for root in (folder, *folder.parents):
        if (root / settings.FILE).is_file():
            return Workspace(root, settings.load(root / settings.FILE))
    raise WorkspaceError(
        f"no {settings.FILE} in {folder} or above",
        help="run `salerno init DIR`, or say where with -C DIR",
    )
