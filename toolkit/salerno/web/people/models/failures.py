"""What was tried in vain lately, to slow down who guesses; what programs asked for is counted in the same way."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db import models
from django.utils import timezone


class Failure(models.Model):
    """One attempt that failed; forgotten once it no longer counts."""

    what = models.CharField(max_length=20)
    who = models.CharField(max_length=64)
    """An account's number, or the address of a machine."""
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """They are counted by whom and since when."""

        indexes = (models.Index(fields=["what", "who", "at"], name="failures_of"),)

    def __str__(self) -> str:
        return f"{self.what} of {self.who}"


@dataclass(frozen=True, slots=True)
class Limit:
    """How often something may fail for one account or machine within some time."""

    what: str
    times: int
    minutes: int

    def is_reached(self, who: object) -> bool:
        """Return whether somebody has to wait."""
        return self._recent(who).count() >= self.times

    def note(self, who: object) -> None:
        """Count a failure; those of this kind that no longer count are forgotten."""
        self.sweep()
        Failure.objects.create(what=self.what, who=str(who)[:64])

    def forget(self, who: object) -> None:
        """Forget failures: it went well."""
        Failure.objects.filter(what=self.what, who=str(who)[:64]).delete()

    def sweep(self) -> None:
        """Forget the failures of this kind that no longer count."""
        Failure.objects.filter(what=self.what, at__lt=self._since()).delete()

    def _recent(self, who: object) -> models.QuerySet[Failure]:
        return Failure.objects.filter(what=self.what, who=str(who)[:64], at__gte=self._since())

    def _since(self) -> dt.datetime:
        return timezone.now() - dt.timedelta(minutes=self.minutes)
