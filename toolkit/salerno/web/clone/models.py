"""What editors chose about conflicts, who asked for an exchange, and what the last one came to."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models

from salerno.pipeline.checkout import Choice, Side


class Settling(models.Model):
    """What somebody chose about one conflict; it holds for the two versions that they saw."""

    conflict = models.CharField(max_length=64, unique=True)
    """Its id, which is another one as soon as one of the versions is."""
    side = models.CharField(max_length=10, blank=True)
    """Empty for a text of one's own."""
    targets = models.JSONField(default=list)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.conflict}: {self.side or 'own words'}"

    @property
    def choice(self) -> Choice:
        """What was chosen, as the merge takes it."""
        side = Side(self.side) if self.side else None
        return Choice(self.conflict, side, tuple(self.targets))


class Wanted(models.Model):
    """Somebody wants an exchange now, or has something to be pushed; it goes when one was tried."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    merges = models.BooleanField(default=False)
    """Whether what was chosen about conflicts shall be merged, in this person's name."""
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.account} at {self.at}"


class Exchanged(models.Model):
    """What the last exchange came to: there is one row at most."""

    at = models.DateTimeField(auto_now=True)
    came = models.PositiveIntegerField(default=0)
    """Files that changed here."""
    went = models.PositiveIntegerField(default=0)
    """Commits that the remote got."""
    conflicts = models.PositiveIntegerField(default=0)
    why = models.TextField(blank=True)
    """Why it could not be done."""

    def __str__(self) -> str:
        return f"{self.at}: {self.why or self.went}"

    @classmethod
    def note(cls, **found: Any) -> None:
        """Keep what an exchange came to in place of what the one before did."""
        cls.objects.update_or_create(pk=1, defaults=found)

    @classmethod
    def last(cls) -> Exchanged | None:
        """Return what the last one came to, if there was one."""
        return cls.objects.filter(pk=1).first()
