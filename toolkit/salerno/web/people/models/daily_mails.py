"""The mail of the day: who wants it, and what became of the last one."""

from __future__ import annotations

from enum import StrEnum

from django.db import models

from salerno.web.people.models.accounts import Account


class Outcome(StrEnum):
    """What became of the mail of a day."""

    BEGUN = "begun"
    """Somebody is at it. Whoever was killed at it leaves this: it may have gone, so it is not sent again."""
    SENT = "sent"
    NOTHING = "nothing"
    """There was nothing to tell."""
    FAILED = "failed"
    """It certainly did not go: it is tried again."""
    UNKNOWN = "unknown"
    """The mail server fell silent over it: it may have gone, so it is not sent again."""


class DailyMail(models.Model):
    """One person's mail of the day. Whoever changes this row to a day is the one who sends its mail."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="daily_mail")
    is_wanted = models.BooleanField(default=True)
    day = models.DateField(null=True)
    """The last day on which it was dealt with, in the server's time zone."""
    outcome = models.CharField(max_length=10, blank=True, default="")
    failures = models.PositiveSmallIntegerField(default=0)
    """Tries of that day in vain."""
    again_at = models.DateTimeField(null=True)
    """When the next try of that day may be, after a failure."""
    sent_at = models.DateTimeField(null=True)
    """When one last went."""
    problem = models.CharField(max_length=300, blank=True, default="")
    """Why the last try failed; empty once one went."""

    def __str__(self) -> str:
        return f"the daily mail of {self.account}: {self.outcome or 'none yet'}"
