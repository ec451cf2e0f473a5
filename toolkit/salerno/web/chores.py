"""What the keeper does beside the queue, the pages and the files."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from axes.models import AccessAttempt
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError
from django.utils import timezone

from salerno.store.workspace import Workspace
from salerno.web.desk.mailing import Mailing
from salerno.web.desk.models import Claim
from salerno.web.people import limits
from salerno.web.people.models.devices import reseal

_LOG = logging.getLogger("salerno.keeper")
_EVERY = dt.timedelta(days=1)


def chores() -> tuple[Callable[[Workspace], None], ...]:
    """Return the steps of a keeper that has just been started."""
    return (Mailing(), Sweeping())


@dataclass(slots=True)
class Sweeping:
    """A keeper's step: once a day, at its start first, drops what has run out, and seals anew."""

    _next: dt.datetime | None = field(default=None, init=False)

    def __call__(self, _workspace: Workspace) -> None:
        """Sweep if it is time; what fails waits for the next day, and holds up nothing."""
        now = timezone.now()
        if self._next and now < self._next:
            return
        self._next = now + _EVERY
        try:
            sweep(now)
            reseal()
        except DatabaseError as error:
            _LOG.warning("what has run out could not be dropped or sealed anew: %s", error)


def sweep(now: dt.datetime) -> None:
    """Drop sessions, claims, and failures that count no longer.

    Nothing else: not what was decided, read or done, nor invitations and tokens, which say who was let in.
    """
    call_command("clearsessions", verbosity=0)
    Claim.objects.filter(until__lt=now).delete()
    for limit in limits.ALL:
        limit.sweep()
    locked = dt.timedelta(hours=settings.AXES_COOLOFF_TIME)
    AccessAttempt.objects.filter(attempt_time__lt=now - locked).delete()
