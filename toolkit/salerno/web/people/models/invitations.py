"""Invitations: who has the link may make one account, once, for some days."""

from __future__ import annotations

import datetime as dt

from django.db import models
from django.utils import timezone

from salerno.web.people import secrets
from salerno.web.people.models.accounts import Account
from salerno.web.people.models.appointments import Appointment

LASTS = dt.timedelta(days=7)


class Invitations(models.Manager["Invitation"]):
    """Makes and finds invitations."""

    def open(self) -> models.QuerySet[Invitation]:
        """Return those that can still be taken up."""
        return self.filter(used_at=None, taken_back_at=None, expires_at__gt=timezone.now())

    def find_open(self, token: str) -> Invitation | None:
        """Return the invitation that a link's token opens, or None."""
        return self.open().filter(token_hash=secrets.digest(token)).first()


class Invitation(models.Model):
    """What an owner offered to somebody; of the link's token only the hash is kept."""

    email = models.EmailField(blank=True, default="")
    """Empty for the first owner, who says it."""
    name = models.CharField(max_length=200, blank=True, default="")
    grants = models.JSONField()
    """Pairs of right and locale."""
    appointment = models.OneToOneField(Appointment, null=True, on_delete=models.PROTECT)
    token_hash = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    """Empty for the one that the server itself makes when there is no account."""
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    used_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    taken_back_at = models.DateTimeField(null=True)

    objects = Invitations()

    def __str__(self) -> str:
        return f"{self.name} <{self.email}>"
