"""`reviewer add`, `key`, `list`, `retire`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from salerno import languages, signing
from salerno.errors import InputError
from salerno.model import Reviewer
from salerno.store import clock, files, keys, reviewer_fields, reviewers
from salerno.store.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Made:
    """A reviewer's public key, and whether its private half was made here."""

    public_key: str
    fingerprint: str
    made_here: bool


def add_reviewer(workspace: Workspace, reviewer: Reviewer, passphrase: str = "") -> Made:
    """Add a reviewer; without a public key, a key is made here under the passphrase.

    An id is given once: it never changes its key, not even after its owner has retired.
    """
    reviewer_fields.check_id(reviewer.id)
    for locale in reviewer.locales:
        languages.check_tag(locale)
    for day, name in ((reviewer.valid_from, "valid-from"), (reviewer.valid_until, "valid-until")):
        if day:
            reviewer_fields.check_date(day, name)
    for text in (reviewer.name, reviewer.credential, reviewer.organisation):
        files.check_text(text)
        reviewer_fields.check_shown(text, "name, credential or organisation")
    with workspace.lock():
        if reviewer.id in reviewers.read(workspace):
            raise InputError(
                f"there is a reviewer {reviewer.id!r} already",
                where=workspace.name(reviewers.path_of(workspace)),
                help="an id never changes its key: retire it and take another id",
            )
        made_here = not reviewer.public_key
        public = signing.public_key_of(reviewer.public_key) if reviewer.public_key else ""
        public = public or _own_key(workspace, reviewer.id, passphrase)
        reviewers.add(workspace, replace(reviewer, public_key=public))
    return Made(public, signing.fingerprint(public), made_here)


def _own_key(workspace: Workspace, identifier: str, passphrase: str) -> str:
    """Return the public half of the key that is here under an id; make one if there is none."""
    if keys.path_of(workspace, identifier).exists():
        return keys.open_key(workspace, identifier, passphrase).public
    return keys.make(workspace, identifier, passphrase)


def make_key(workspace: Workspace, identifier: str, passphrase: str) -> Made:
    """Make a key on this machine, for `reviewer add --public-key` on another one."""
    reviewer_fields.check_id(identifier)
    with workspace.lock():
        public = keys.make(workspace, identifier, passphrase)
    return Made(public, signing.fingerprint(public), made_here=True)


def retire_reviewer(workspace: Workspace, identifier: str, *, compromised: bool) -> Reviewer:
    """Retire a reviewer from now on; a compromised key voids what it signed before, too."""
    with workspace.lock():
        known = reviewers.read(workspace)
        if identifier not in known:
            listed = ", ".join(sorted(known)) or "none"
            raise InputError(f"no reviewer {identifier!r}", help=f"reviewers here: {listed}")
        reviewers.retire(workspace, identifier, at=clock.now(), compromised=compromised)
        return reviewers.read(workspace)[identifier]


def listed(workspace: Workspace) -> list[Reviewer]:
    """Return all reviewers, retired ones too."""
    return list(reviewers.read(workspace).values())
