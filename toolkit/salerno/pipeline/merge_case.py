"""A file that another clone changed, and what becomes of it here: decided by a rule, or left to a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from salerno.errors import InputError
from salerno.model import Reviewer
from salerno.pipeline.conflicts import Choice, Conflict, Side, Version
from salerno.pipeline.file_kinds import FileKind
from salerno.pipeline.ledgers import locale_of
from salerno.pipeline.wording import printable
from salerno.store import files
from salerno.store.program import digest
from salerno.store.repository import Blob, Repository
from salerno.store.workspace import Workspace

BOTH = (Side.OURS, Side.THEIRS)
_SHOWN = 64 * 1024
"""Bytes of a file that is shown to somebody who has to decide about it."""


@dataclass(frozen=True, slots=True)
class Case:
    """A file that theirs changed; None is no file."""

    path: str
    """Relative to the repository."""
    name: str
    """Relative to the workspace; of a file beyond it, its path with `:/` before, as git writes that."""
    kind: FileKind
    bases: tuple[Blob | None, ...]
    """What both came from; of two histories that crossed there may be several."""
    ours: Blob | None
    theirs: Blob | None
    was: tuple[bytes | None, ...] = ()
    """What the bases hold, where a rule looks into them; so the next two."""
    here: bytes | None = None
    there: bytes | None = None

    @property
    def is_known(self) -> bool:
        """Whether all bases agree."""
        return len(set(self.bases)) == 1

    @property
    def base(self) -> bytes | None:
        """What the one base holds that there is; None where nobody can tell."""
        return self.was[0] if self.is_known and self.was else None

    @property
    def blobs(self) -> tuple[Blob | None, ...]:
        """All versions."""
        return (*self.bases, self.ours, self.theirs)

    @property
    def contents(self) -> tuple[bytes | None, ...]:
        """What all versions hold."""
        return (*self.was, self.here, self.there)

    @property
    def is_within(self) -> bool:
        """Whether it is in the workspace."""
        return self.path.endswith(self.name)

    @property
    def is_theirs_alone(self) -> bool:
        """Whether nobody changed it here."""
        return set(self.bases) == {self.ours}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of a file: a blob of git's, new bytes, or None for no file."""

    becomes: Blob | bytes | None
    conflicts: tuple[Conflict, ...] = ()


@dataclass(slots=True)
class Ground:
    """What the rules go by besides the file itself."""

    workspace: Workspace
    repository: Repository
    choices: Mapping[str, Choice]
    reviewers: Mapping[str, Reviewer]
    """Who may review, once both sides' reviewers are one."""


def whole(ground: Ground, case: Case, what: str, sides: tuple[Side, ...] = BOTH) -> Outcome:
    """Return the outcome of a file that somebody has to decide about as a whole."""
    ids = [blob.id if blob else None for blob in case.blobs]
    article, locale = place_of(ground, case)
    base, ours, theirs = map(_shown, (case.base, case.here, case.there))
    conflict = Conflict(
        id_of(case.name, what, *ids),
        printable(case.name),
        what,
        article,
        locale,
        base=base,
        ours=ours,
        theirs=theirs,
        sides=sides,
    )
    choice = ground.choices.get(conflict.id)
    if choice and choice.side in sides:
        return Outcome(case.ours if choice.side is Side.OURS else case.theirs)
    return Outcome(case.ours, (conflict,))


def id_of(*parts: object) -> str:
    """Return the id of a conflict between these versions of this thing."""
    return digest(repr(parts))[:16]


def place_of(ground: Ground, case: Case) -> tuple[str, str]:
    """Return the article and locale that a file is of, empty where it is of none."""
    parts = PurePosixPath(case.name).parts
    if case.kind in {FileKind.CATALOG, FileKind.LEDGER, FileKind.TORN, FileKind.EDITION}:
        article = parts[3] if case.kind is FileKind.EDITION else PurePosixPath(case.name).stem
        return article, locale_of(ground.workspace, parts[1])
    return "", ""


def _shown(data: bytes | None) -> Version | None:
    if data is None or len(data) > _SHOWN:
        return None
    try:
        return Version((files.decoded(data, ""),))
    except InputError:
        return None
