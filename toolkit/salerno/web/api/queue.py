"""`GET /api/queue`: what `salerno queue --json` prints, a page at a time, the riskiest and longest waiting first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

from django.http import HttpResponse, JsonResponse

from salerno.errors import SalernoError
from salerno.pipeline.content import contents, entries
from salerno.pipeline.decisions import decisions
from salerno.pipeline.documents import queue_document
from salerno.pipeline.queue import Waiting as Item
from salerno.pipeline.queue import waiting, waits
from salerno.store.workspace import Workspace
from salerno.web import here
from salerno.web.api.programs import Asked, Refusal, for_programs
from salerno.web.desk.models import Waiting
from salerno.web.desk.queue import STATES, Filter

LIMIT = 50
MOST = 200
"""Entries in one answer."""


@for_programs("locale", "article", "state", "finding", "limit", "after")
def queue(asked: Asked) -> HttpResponse:
    """Answer with a page of what waits; where there is more, the header `Link` leads on."""
    limit = _limit(asked.said.get("limit", str(LIMIT)))
    if asked.said.get("state", STATES[0]) not in set(STATES):
        raise Refusal(400, f"state has to be one of {', '.join(STATES)}")
    rows = Filter.of(asked.said).rows(list(asked.locales))
    if after := asked.said.get("after", ""):
        rows = rows.filter(place__gt=after[:400])
    found = list(rows[: limit + 1])
    response = JsonResponse(queue_document(_items(here.workspace(), found[:limit])))
    if len(found) > limit:
        query = urlencode({**asked.said, "after": found[limit - 1].place})
        response.headers["Link"] = f'</api/queue?{query}>; rel="next"'
    return response


def _limit(text: str) -> int:
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(MOST))
    if not is_number or not 1 <= int(text) <= MOST:
        raise Refusal(400, f"limit has to be a number from 1 to {MOST}")
    return int(text)


def _items(workspace: Workspace, rows: Sequence[Waiting]) -> Iterator[Item]:
    """Yield what the files say of some rows; what waits no longer since the table was made is left out."""
    found: dict[tuple[str, str, str], Item] = {}
    for article, locale in dict.fromkeys((row.article, row.locale) for row in rows):
        keys = {row.key for row in rows if (row.article, row.locale) == (article, locale)}
        for item in _items_of(workspace, article, locale, keys):
            found[article, locale, item.entry.unit.key] = item
    for row in rows:
        if (row.article, row.locale, row.key) in found:
            yield found[row.article, row.locale, row.key]


def _items_of(workspace: Workspace, article: str, locale: str, keys: set[str]) -> Iterator[Item]:
    try:
        content = next(contents(workspace, [article]))
        decided = decisions(workspace, article, locale)
        for entry in entries(workspace, content, locale):
            if entry.unit.key in keys and waits(entry, decided):
                yield waiting(entry, decided)
    except SalernoError:
        return  # a file that cannot be read just now: the table's next round tells of it
