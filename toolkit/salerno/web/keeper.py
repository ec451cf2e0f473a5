"""What goes on beside the answers: the table kept current, pages published, mails sent.

One at a time on a workspace, wherever it runs: as a thread of `salerno serve`, or as a process of its own
(`python -m salerno.web keep`). It may be killed at any moment: each round looks at the files anew.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import close_old_connections

from salerno.errors import SalernoError
from salerno.pipeline.pages import pages
from salerno.store.program import digest
from salerno.store.workspace import Workspace
from salerno.web import here, rounds
from salerno.web.desk.models import Part
from salerno.web.desk.refresh import refresh
from salerno.web.environment import folder_of

_LOG = logging.getLogger("salerno.keeper")


@dataclass(slots=True)
class Keeper:
    """Goes round until it is told to stop."""

    seconds: float = 3.0
    """Between two rounds."""
    also: tuple[Callable[[Workspace], None], ...] = ()
    """What else a round does."""
    _published: str = field(default="", init=False)
    _problems: set[str] = field(default_factory=set, init=False)

    def run(self, stop: threading.Event) -> None:
        """Go round until somebody says stop."""
        while not stop.is_set():
            self.round()
            stop.wait(self.seconds)

    def round(self) -> None:
        """Go round once; what fails is said once, and tried again at the next round."""
        try:
            workspace = here.workspace()
            with workspace.lock("keeper.lock"):
                problems = set(refresh(workspace))
                self._publish(workspace)
                for step in self.also:
                    step(workspace)
            rounds.note(folder_of(workspace))
        except Exception as error:  # noqa: BLE001 - the next round may do what this one could not
            known = isinstance(error, SalernoError)
            problems = {str(error) if known else f"{type(error).__name__}: {error}"}
        for problem in sorted(problems - self._problems):
            _LOG.error("%s", problem)
        self._problems = problems
        close_old_connections()

    def _publish(self, workspace: Workspace) -> None:
        """Draw the pages if anything that they are made from is not what it was."""
        inputs = digest(
            *Part.objects.order_by("article", "locale").values_list("inputs", flat=True)
        )
        if inputs != self._published:
            pages(workspace)
            self._published = inputs
