"""What happened: the events of a ledger, and who may bring them about (DESIGN.md, section 6)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from salerno.model.findings import Provenance


class EventType(StrEnum):
    """What happened to an entry, an edition or a source."""

    DRAFT = "draft"
    EDIT = "edit"
    APPROVE = "approve"
    REJECT = "reject"
    COMMENT = "comment"
    RETRACT = "retract"
    WAIVE = "waive"
    CLASSIFY = "classify"
    SIGNOFF = "signoff"
    WITHDRAW = "withdraw"

    @property
    def is_signed(self) -> bool:
        """Whether such an event counts only with its actor's signature."""
        return self in _SIGNED


_SIGNED = {EventType.SIGNOFF, EventType.WITHDRAW, EventType.WAIVE, EventType.CLASSIFY}


class Meaning(StrEnum):
    """What a sign-off says."""

    LINGUISTIC = "linguistic-review"
    MEDICAL = "medical-review"


class Role(StrEnum):
    """What a reviewer may do; the stronger one comes last."""

    LINGUIST = "linguist"
    CLINICIAN = "clinician"

    @property
    def gives(self) -> Meaning:
        """The meaning that a sign-off in this role has."""
        return Meaning.LINGUISTIC if self is Role.LINGUIST else Meaning.MEDICAL


class Change(StrEnum):
    """What a change of a source text means to those who read its translations."""

    EDITORIAL = "editorial"
    SUBSTANTIVE = "substantive"
    SAFETY = "safety"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did it, in which role."""

    id: str
    role: Role


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a ledger; `id` is the SHA-256 of its canonical JSON without `id` and `signature`."""

    type: EventType
    article: str
    locale: str
    at: str = ""
    """RFC 3339 in UTC, never before its parents'."""
    parents: tuple[str, ...] = ()
    id: str = ""
    actor: Actor | None = None
    engine: Provenance | None = None
    """Instead of an actor, for a machine's draft."""
    context: str | None = None
    source: str | None = None
    source_plural: str | None = None
    targets: tuple[str, ...] = ()
    digest: str | None = None
    """Of the entry that a decision is on."""
    reason: str | None = None
    category: str | None = None
    """MQM's for a reject; a `Change` for a classify."""
    severity: str | None = None
    bulk: bool | None = None
    """Set on approvals that were given together, without a look at each."""
    check: str | None = None
    meanings: tuple[Meaning, ...] = ()
    edition: str | None = None
    """The hash of the edition that is signed or withdrawn."""
    from_: str | None = None
    """Of a classify: the digest of the source before; of a retract: the id of what it takes back."""
    to: str | None = None
    """Of a classify: the digest of the source after."""
    signature: str | None = None
    """Ed25519, in base64, over `salerno-<type>-v1`, LF, the id."""

    @property
    def unit(self) -> tuple[str | None, str | None]:
        """The (context, source) of the unit that a decision is on."""
        return (self.context, self.source)


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Somebody who may review (locales/reviewers.toml)."""

    id: str
    name: str
    roles: tuple[Role, ...]
    locales: tuple[str, ...]
    credential: str
    public_key: str
    """In OpenSSH's form: `ssh-ed25519 AAAA…`."""
    organisation: str = ""
    public_name: bool = False
    """Whether a page and its evidence may show the name."""
    valid_from: str = ""
    """A date (YYYY-MM-DD), the first on which signatures count; empty is always."""
    valid_until: str = ""
    """A date, the last on which signatures count; empty is without end."""
    retired: str = ""
    """Since when (RFC 3339); older signatures go on counting."""
    compromised: bool = False
    """Whether somebody else may have had the key: then nothing that it signed counts."""

    @property
    def strongest_role(self) -> Role:
        """The role that a decision is made in if none is named."""
        return Role.CLINICIAN if Role.CLINICIAN in self.roles else Role.LINGUIST
