"""Goes on beside the keeper: decisions committed in batches, and exchanged with the remote where one is set.

It waits for networks, so it is a thread of its own. It may be killed at any moment, and run twice.
"""

from __future__ import annotations

import logging
import threading
import time
from dataclasses import dataclass, field

from django.db import close_old_connections

from salerno.errors import SalernoError
from salerno.pipeline import checkout
from salerno.pipeline.checkout import Conflict, Synchronised
from salerno.store.workspace import Workspace
from salerno.web import here
from salerno.web.access import Right
from salerno.web.clone.models import Exchanged, Settling, Wanted
from salerno.web.clone.signed import author_of
from salerno.web.people.models import Account

EDITORS = (Right.EDITOR, Right.OWNER)
_LOG = logging.getLogger("salerno.exchange")
_GLANCE = 2.0
"""Seconds between two looks at whether somebody wants an exchange now."""


@dataclass(slots=True)
class Exchange:
    """Commits and exchanges until it is told to stop."""

    seconds: float = 120.0
    """Between two exchanges that nobody asked for: what is decided meanwhile is one commit."""
    _problem: str = field(default="", init=False)

    def run(self, stop: threading.Event) -> None:
        """Go round until somebody says stop."""
        while not stop.is_set():
            self.round()
            close_old_connections()
            self._wait(stop)

    def round(self) -> None:
        """Go round once; what fails is said once, and tried again at the next round."""
        try:
            problem = _exchanged(here.workspace())
        except Exception as error:  # noqa: BLE001 - the next round may do what this one could not
            known = isinstance(error, SalernoError)
            problem = str(error) if known else f"{type(error).__name__}: {error}"
        if problem and problem != self._problem:
            _LOG.error("%s", problem)
        self._problem = problem

    def _wait(self, stop: threading.Event) -> None:
        until = time.monotonic() + self.seconds
        while time.monotonic() < until and not stop.wait(min(_GLANCE, self.seconds)):
            try:
                if Wanted.objects.exists():
                    return
            except Exception:  # noqa: BLE001 - a database that is away is for the next round to tell of
                return
            finally:
                close_old_connections()


def _exchanged(workspace: Workspace) -> str:
    """Commit and exchange; return what could not be done, in words for people."""
    wanted = list(Wanted.objects.select_related("account").order_by("pk"))
    merging = [each.account for each in wanted if each.merges and each.account.may(EDITORS)]
    try:
        checkout.commit_all(workspace)
        if not checkout.has_remote(workspace):
            return ""
        done = checkout.synchronise(workspace)
        if done.conflicts and merging:
            done = _settled(workspace, done, author_of(merging[-1]))
    except SalernoError as error:
        done = Synchronised(why=str(error))
    finally:
        Wanted.objects.filter(pk__in=[each.pk for each in wanted]).delete()
    counts = {"came": len(done.came), "went": done.went, "conflicts": len(done.conflicts)}
    Exchanged.note(why=done.why, **counts)
    return done.why


def _settled(workspace: Workspace, done: Synchronised, author: checkout.Author) -> Synchronised:
    """Merge by what was chosen, if something was about each conflict."""
    chosen = choices_about(done.conflicts)
    if len(chosen) < len(done.conflicts):
        return done
    return checkout.settle(workspace, [each.choice for each in chosen.values()], author)


def choices_about(conflicts: tuple[Conflict, ...]) -> dict[str, Settling]:
    """Return what was chosen about conflicts, by their ids; nothing of who may no longer choose."""
    by_id = {conflict.id: conflict for conflict in conflicts}
    found = Settling.objects.filter(conflict__in=by_id).prefetch_related("account__grant_set")
    return {each.conflict: each for each in found if may_settle(each.account, by_id[each.conflict])}


def may_settle(account: Account, conflict: Conflict) -> bool:
    """Return whether somebody may choose about a conflict; what is of no locale is for owners."""
    if conflict.locale:
        return account.may(EDITORS, conflict.locale)
    return account.may({Right.OWNER})
