"""An event as a line of a table, that no spreadsheet takes for something to be computed."""

from __future__ import annotations

from salerno.model import Event
from salerno.pipeline.decisions import Decisions
from salerno.pipeline.deeds import deed

COLUMNS = (
    "at",
    "article",
    "locale",
    "type",
    "actor",
    "role",
    "who",
    "counts",
    "context",
    "source",
    "source_plural",
    "targets",
    "reason",
    "category",
    "severity",
    "check",
    "meanings",
    "bulk",
    "edition",
    "from",
    "to",
    "digest",
    "id",
    "parents",
    "signature",
)
_COMPUTED = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a formula begins with, also in the wide letters that some spreadsheets take for the narrow ones."""


def cells_of(event: Event, decided: Decisions) -> list[str]:
    """Return an event's cells; several texts are lines of one cell."""
    done = deed(event, decided)
    actor = (event.actor.id, event.actor.role.value) if event.actor else ("", "")
    texts = (event.context, event.source, event.source_plural, "\n".join(event.targets))
    judged = (event.reason, event.category, event.severity, event.check)
    about = (" ".join(event.meanings), "yes" if event.bulk else "", event.edition)
    proof = (event.from_, event.to, event.digest, event.id, " ".join(event.parents))
    cells = (
        event.at,
        event.article,
        event.locale,
        event.type.value,
        *actor,
        done.who,
        "yes" if done.counts else "no",
        *texts,
        *judged,
        *about,
        *proof,
        event.signature,
    )
    return [harmless(cell or "") for cell in cells]


def harmless(text: str) -> str:
    """Return a text that a spreadsheet shows as it is: what it would compute gets an apostrophe before it."""
    return f"'{text}" if text.startswith(_COMPUTED) else text
