"""The error tree: what a machine or a programmer did wrong, always with its culprit.

SalernoError
├── InputError              a file or an argument that nobody can work with (exit status 2)
│   ├── WorkspaceError      no workspace here, or a salerno.toml that does not hold
│   ├── OptionError         an engine's option in salerno.toml that it has not, or cannot take
│   ├── LocaleError         a language tag that is unknown, ambiguous or misspelt
│   ├── ArticleError        an article that cannot be read or cut into units
│   ├── CatalogError        a PO file that cannot be read without losing words
│   ├── LedgerError         a ledger line that is no event
│   ├── CheckoutError       a git clone in which nothing may be committed or merged now, or a remote that refuses
│   │   └── InTheWayError   files that are changed there and not committed; `paths` are theirs
│   └── PrintingError       a handout that this machine lacks a library or a font for
├── StorageError            the disk refused: read-only, full, gone
├── PluginError             no such format, engine or check, or one that does not load
└── EngineError             a machine-translation engine gave nothing usable
    ├── EngineUnavailable   not installed, out of reach, or it does not know this language
    ├── EngineRefused       the service said no: a bad key, a spent quota, an unknown language
    └── EngineTimeout       no answer within the time limit

What a *user's text* does wrong is no error but a value: a finding, a withheld reason.
"""

from __future__ import annotations

from collections.abc import Sequence


class SalernoError(Exception):
    """Anything that Salerno raises on purpose; its text is fit to be shown to a user."""


class InputError(SalernoError):
    """Input that cannot be worked with; `where` is `file:line`, `help` is what would mend it."""

    def __init__(self, what: str, *, where: str = "", help: str = "") -> None:
        """Keep the culprit in parts, so that the command line and an editor can show each."""
        super().__init__(what)
        self.what = what
        self.where = where
        self.help = help

    def __str__(self) -> str:
        """Return `where: what; help`, leaving out what is not known."""
        place = f"{self.where}: " if self.where else ""
        remedy = f"; {self.help}" if self.help else ""
        return f"{place}{self.what}{remedy}"


class WorkspaceError(InputError):
    """No workspace here, or its settings do not hold."""


class OptionError(InputError):
    """An option that an engine has not, or cannot take; `option` is its name."""

    def __init__(self, what: str, *, option: str = "", where: str = "", help: str = "") -> None:
        """Keep the option apart: engines know it, only the store knows its line."""
        super().__init__(what, where=where, help=help)
        self.option = option


class LocaleError(InputError):
    """A language tag that is unknown, ambiguous or misspelt."""


class ArticleError(InputError):
    """An article that cannot be read or cut into units; `line` counts from 1, 0 is unknown."""

    def __init__(self, what: str, *, where: str = "", line: int = 0, help: str = "") -> None:
        """Keep the line apart: formats know it, only the store knows the file."""
        super().__init__(what, where=where, help=help)
        self.line = line

    def at(self, file: str) -> ArticleError:
        """Return this error with its place in `file`."""
        where = f"{file}:{self.line}" if self.line else file
        return ArticleError(self.what, where=where, line=self.line, help=self.help)


class CatalogError(InputError):
    """A PO file that cannot be read without losing words."""


class TermbaseError(InputError):
    """A termbase that cannot be read, or a line of it."""


class LedgerError(InputError):
    """A ledger line that is no event."""


class CheckoutError(InputError):
    """A git clone in which nothing may be committed or merged now, or a remote that refuses."""


class InTheWayError(CheckoutError):
    """Files that are changed in a clone and not committed, where others would be put."""

    def __init__(self, paths: Sequence[str]) -> None:
        """Name the files: some of them may be committed, and the rest is for their owner."""
        few = ", ".join(paths[:3]) + (" …" if len(paths) > 3 else "")  # noqa: PLR2004
        what = f"changed here and not committed: {few}"
        super().__init__(what, help="commit these files by hand, or take the change back")
        self.paths = tuple(paths)


class StorageError(SalernoError):
    """The disk refused a read or a write; the file named is as it was before."""


class PluginError(SalernoError):
    """No such format, engine or check, or one that does not load."""


class PrintingError(InputError):
    """A handout cannot be printed on this machine: a library or a font is missing; `help` adds it."""


class EngineError(SalernoError):
    """A machine-translation engine gave nothing usable; `engine` is its name."""

    def __init__(self, engine: str, what: str) -> None:
        """Name the engine first: several may serve one locale."""
        super().__init__(f"{engine}: {what}")
        self.engine = engine


class EngineUnavailable(EngineError):
    """Not installed, out of reach, or without this language: no use to try the next unit."""


class EngineRefused(EngineError):
    """The service answered no: a bad key, a spent quota, an unknown language."""


class EngineTimeout(EngineError):
    """No answer within the time limit; the engine was restarted or the request dropped."""
