"""From an owner's word that somebody reviews to an entry in reviewers.toml with that person's key."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils import timezone

from salerno import signing
from salerno.errors import InputError
from salerno.model import Reviewer, Role
from salerno.pipeline.reviewers import add_reviewer, listed
from salerno.store import keys
from salerno.web import here
from salerno.web.people.limits import PASSPHRASES
from salerno.web.people.models import Account, Appointment, Deed, note


def entry(identifier: str) -> Reviewer | None:
    """Return the entry of an id in reviewers.toml, or None."""
    found = (reviewer for reviewer in listed(here.workspace()) if reviewer.id == identifier)
    return next(found, None) if identifier else None


def has_key_here(identifier: str) -> bool:
    """Return whether the private key of an id is on this machine, locked."""
    return bool(identifier) and keys.path_of(here.workspace(), identifier).exists()


def pending(account: Account) -> Appointment | None:
    """Return the appointment that waits for the account's key, or None."""
    return Appointment.objects.filter(account=account, done_at=None).order_by("-id").first()


def opens_own_key(account: Account, words: str) -> bool:
    """Return whether some words are the passphrase of the account's signing key on this machine.

    Who asks too often is told no, whatever is true.
    """
    if not has_key_here(account.reviewer) or PASSPHRASES.is_reached(account.pk):
        return False
    try:
        keys.open_key(here.workspace(), account.reviewer, words)
    except InputError:
        PASSPHRASES.note(account.pk)
        return False
    return True


def make_key(account: Account, passphrase: str) -> str:
    """Make a key under a passphrase, and register it; return its fingerprint."""
    return _registered(account, passphrase=passphrase)


def bring_key(account: Account, public_key: str) -> str:
    """Register the public half of a key that was made elsewhere; return its fingerprint."""
    return _registered(account, public_key=signing.public_key_of(public_key))


def take_over(account: Account, passphrase: str) -> str:
    """Link an account to an entry that is there already, by its passphrase; return the fingerprint."""
    with transaction.atomic():
        appointment = _take_up(account)
        known = entry(appointment.reviewer)
        if known is None or known.retired:
            raise InputError(f"{appointment.reviewer} is no reviewer here, or has retired")
        key = keys.open_key(here.workspace(), known.id, passphrase)
        if key.public != known.public_key:
            raise InputError("the key on this machine is not the one in reviewers.toml")
        return _noted(account, appointment, known.public_key)


def _registered(account: Account, *, passphrase: str = "", public_key: str = "") -> str:
    """Add the entry; the database is changed if, and only if, the file was."""
    with transaction.atomic():
        appointment = _take_up(account)
        reviewer = Reviewer(
            id=appointment.reviewer,
            name=account.name,
            roles=tuple(Role(role) for role in appointment.roles),
            locales=tuple(appointment.locales),
            credential=appointment.credential,
            public_key=public_key,
            organisation=appointment.organisation,
            public_name=appointment.public_name,
            valid_until=str(appointment.valid_until or ""),
        )
        made = add_reviewer(here.workspace(), reviewer, passphrase)
        return _noted(account, appointment, made.public_key)


def _take_up(account: Account) -> Appointment:
    """Return the appointment of an account, and link the two; nobody else can meanwhile."""
    current = Account.objects.select_for_update().get(pk=account.pk)
    appointment = pending(current)
    if appointment is None:
        raise InputError("nobody has named you as a reviewer", help="ask an owner of this server")
    current.reviewer = appointment.reviewer
    try:
        with transaction.atomic():
            current.save(update_fields=["reviewer"])
    except IntegrityError as error:
        remedy = "ask an owner for another id"
        raise InputError(f"{appointment.reviewer} is somebody else", help=remedy) from error
    return appointment


def _noted(account: Account, appointment: Appointment, public_key: str) -> str:
    Appointment.objects.filter(account=account, done_at=None).update(done_at=timezone.now())
    fingerprint = signing.fingerprint(public_key)
    note(Deed.REGISTERED, by=account, whom=account, detail=f"{appointment.reviewer} {fingerprint}")
    account.reviewer = appointment.reviewer
    return fingerprint
