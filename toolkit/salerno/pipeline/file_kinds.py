"""What a file of a repository is to Salerno, told by its name alone."""

from __future__ import annotations

import re
from enum import StrEnum

from salerno.store import settings


class FileKind(StrEnum):
    """Each kind is merged by a rule of its own; anything else is merged as git does it."""

    CATALOG = "catalog"
    LEDGER = "ledger"
    TORN = "torn"
    EDITION = "edition"
    REVIEWERS = "reviewers"
    TEMPLATE = "template"
    SETTINGS = "settings"
    OTHER = "other"

    @property
    def is_decided(self) -> bool:
        """Whether decisions change files of this kind: those the server commits, and no others."""
        return self in _DECIDED


_DECIDED = {
    FileKind.CATALOG,
    FileKind.LEDGER,
    FileKind.TORN,
    FileKind.EDITION,
    FileKind.REVIEWERS,
}
_NAME = r"[^/.\x00-\x1f\x7f][^/\x00-\x1f\x7f]*"
"""No line breaks: the messages of commits hold such names, and git is asked for them line by line."""
_KINDS = {
    FileKind.CATALOG: rf"locales/{_NAME}/LC_MESSAGES/{_NAME}\.po",
    FileKind.LEDGER: rf"locales/{_NAME}/decisions/{_NAME}\.jsonl",
    FileKind.TORN: rf"locales/{_NAME}/decisions/{_NAME}\.torn",
    FileKind.EDITION: rf"locales/{_NAME}/editions/{_NAME}/{_NAME}\.json",
    FileKind.REVIEWERS: r"locales/reviewers\.toml",
    FileKind.TEMPLATE: rf"locales/{_NAME}\.pot",
    FileKind.SETTINGS: re.escape(settings.FILE),
}


def kind_of(name: str) -> FileKind:
    """Return the kind of a file; `name` is relative to the workspace, with slashes."""
    found = (kind for kind, pattern in _KINDS.items() if re.fullmatch(pattern, name))
    return next(found, FileKind.OTHER)
