"""To invite somebody, to take that back, to take it up."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from salerno.errors import InputError
from salerno.web.access import Right
from salerno.web.people import secrets
from salerno.web.people.models import Account, Appointment, Deed, Invitation, note
from salerno.web.people.models.invitations import LASTS
from salerno.web.people.rights import Pairs, give


@dataclass(frozen=True, slots=True)
class Offered:
    """What an invitation offers, and to whom."""

    email: str = ""
    name: str = ""
    pairs: Pairs = field(default_factory=list)
    reviewer: Details | None = None


@dataclass(frozen=True, slots=True)
class Details:
    """What reviewers.toml will say of somebody, but for the name and the key."""

    id: str
    roles: tuple[str, ...]
    locales: tuple[str, ...]
    credential: str
    organisation: str = ""
    public_name: bool = False
    valid_until: dt.date | None = None


@transaction.atomic
def invite(offered: Offered, *, by: Account | None) -> str:
    """Make an invitation; return the path of its link, which is known to nobody afterwards."""
    token = secrets.token()
    Invitation.objects.create(
        email=offered.email,
        name=offered.name,
        grants=[[right.value, locale] for right, locale in offered.pairs],
        appointment=appoint(offered.reviewer) if offered.reviewer else None,
        token_hash=secrets.digest(token),
        made_by=by,
        expires_at=timezone.now() + LASTS,
    )
    if by:
        note(Deed.INVITED, by=by, detail=f"{offered.name} <{offered.email}>")
    return reverse("people:invitation", kwargs={"token": token})


def appoint(details: Details, account: Account | None = None) -> Appointment:
    """Write down that somebody shall be a reviewer; the last word counts."""
    if account:
        Appointment.objects.filter(account=account, done_at=None).update(done_at=timezone.now())
    return Appointment.objects.create(
        account=account,
        reviewer=details.id,
        roles=list(details.roles),
        locales=list(details.locales),
        credential=details.credential,
        organisation=details.organisation,
        public_name=details.public_name,
        valid_until=details.valid_until,
    )


def take_back(invitation: Invitation, *, by: Account | None) -> bool:
    """Make an invitation's link worthless; return False if it was so already."""
    open_ones = Invitation.objects.open().filter(pk=invitation.pk)
    was_open = bool(open_ones.update(taken_back_at=timezone.now()))
    if was_open and by:
        note(Deed.TAKEN_BACK, by=by, detail=str(invitation))
    return was_open


@transaction.atomic
def accept(invitation: Invitation, *, email: str, name: str, password: str) -> Account:
    """Make the account that an invitation offers; raise InputError if somebody was quicker."""
    now = timezone.now()
    if not Invitation.objects.open().filter(pk=invitation.pk).update(used_at=now):
        raise InputError("this invitation was used, or taken back", help="ask for another one")
    if invitation.made_by and not invitation.made_by.may({Right.OWNER}):
        raise InputError("who invited you may invite nobody any more", help="ask another owner")
    if invitation.made_by is None and Account.objects.exists():
        raise InputError("there is an account already", help="ask its owner for an invitation")
    account = Account(email=email, name=name)
    account.set_password(password)
    try:
        with transaction.atomic():
            account.save()
    except IntegrityError as error:
        what = "there is an account with this e-mail address"
        raise InputError(what, help="log in with it") from error
    give(account, [(Right(right), locale) for right, locale in invitation.grants], by=None)
    Invitation.objects.filter(pk=invitation.pk).update(used_by=account)
    if invitation.appointment:
        Appointment.objects.filter(pk=invitation.appointment.pk).update(account=account)
    note(
        Deed.JOINED,
        by=account,
        whom=account,
        detail=f"invited by {invitation.made_by or 'the server'}",
    )
    return account
