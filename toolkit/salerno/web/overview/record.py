"""The trail of one article in one locale: who decided what on which words, and whether it can be proved."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from salerno import languages
from salerno.errors import SalernoError
from salerno.model import SITE, Event, EventType
from salerno.pipeline.decisions import Decisions, decisions
from salerno.pipeline.deeds import deed, details_of, what_of
from salerno.pipeline.ledgers import verify_ledger
from salerno.pipeline.report import dossier
from salerno.web import here
from salerno.web.access import READERS, for_rights
from salerno.web.desk.deeds import who
from salerno.web.headers import SHOWN_PAGE
from salerno.web.overview.cells import COLUMNS, cells_of
from salerno.web.overview.events import Chosen
from salerno.web.overview.paging import said_in
from salerno.web.people.reading import note_reading

PAGE = 50


@dataclass(frozen=True, slots=True)
class Row:
    """An event as the page lists it."""

    event: Event
    who: str
    what: str
    details: str
    counts: bool


@for_rights(*READERS)
def record(request: HttpRequest, locale: str, article: str) -> HttpResponse:
    """Show the events, the latest first, a page at a time."""
    note_reading(request, article, locale)
    return _page(request, _decided(article, locale))


@require_POST
@for_rights(*READERS)
def verify(request: HttpRequest, locale: str, article: str) -> HttpResponse:
    """Prove the ledger and its editions, and show what is wrong; it takes time, so nobody is led here."""
    decided = _decided(article, locale)
    flaws = [
        f"{flaw.file}: {flaw.what}" for flaw in verify_ledger(here.workspace(), article, locale)
    ]
    return _page(request, decided, flaws)


@for_rights(*READERS)
def as_csv(request: HttpRequest, locale: str, article: str) -> HttpResponse:
    """Send the events that the filter takes as a table, the oldest first."""
    note_reading(request, article, locale)
    decided, chosen = _decided(article, locale), Chosen.of(request)
    lines = _lines([event for event in decided.history.events if chosen.takes(event)], decided)
    response = HttpResponse(lines, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{article}.{locale}.csv"'
    return response


@for_rights(*READERS)
def as_dossier(request: HttpRequest, locale: str, article: str) -> HttpResponse:
    """Show the whole record as one page for an inspector, or send it as a file."""
    note_reading(request, article, locale)
    workspace = here.workspace()
    if article == SITE or locale not in workspace.settings.locales:
        raise Http404
    try:
        html = dossier(workspace, article, locale)
    except SalernoError as error:
        raise Http404 from error
    response = HttpResponse(html, headers={"Content-Security-Policy": SHOWN_PAGE})
    if "download" in request.GET:
        response.headers["Content-Disposition"] = f'attachment; filename="{article}.{locale}.html"'
    return response


def _decided(article: str, locale: str) -> Decisions:
    """Return what was decided; raise Http404 where nothing ever was, and nothing can be."""
    workspace = here.workspace()
    known = (*workspace.settings.locales, workspace.settings.source_locale)
    if locale not in known or not workspace.ledger(article, locale).is_file():
        raise Http404
    return decisions(workspace, article, locale)


def _page(
    request: HttpRequest, decided: Decisions, flaws: Sequence[str] | None = None
) -> HttpResponse:
    workspace, chosen = here.workspace(), Chosen.of(request)
    events = decided.history.events
    shown, more = _shown(events, chosen, said_in(request, "before")["before"])
    is_source = decided.locale == workspace.settings.source_locale
    context = {
        "title": f"Trail of {decided.article} in {decided.locale}",
        "section": "trail",
        "article": decided.article,
        "locale": decided.locale,
        "language": languages.autonym(decided.locale),
        "direction": languages.direction(decided.locale),
        "source_locale": workspace.settings.source_locale,
        "rows": [_row(event, decided) for event in shown],
        "problems": decided.problems,
        "flaws": flaws,
        "is_verified": flaws is not None,
        "has_dossier": decided.article != SITE and not is_source,
        "people": sorted({who(event) for event in events} - {""}),
        "kinds": [kind.value for kind in EventType],
        "chosen": chosen,
        "total": sum(map(chosen.takes, events)),
        "query": urlencode(chosen.said),
        "next": f"?{urlencode({**chosen.said, 'before': more})}" if more else "",
    }
    return render(request, "overview/record.html", context)


def _shown(events: Sequence[Event], chosen: Chosen, before: str) -> tuple[list[Event], str]:
    """Return a page of events, the latest first, and the id that the next page begins behind.

    New events come in front of the first page, so nobody who pages on sees one twice.
    """
    ids = [event.id for event in events]
    older = events[: ids.index(before)] if before in ids else events
    found = [event for event in reversed(older) if chosen.takes(event)][: PAGE + 1]
    return found[:PAGE], found[PAGE - 1].id if len(found) > PAGE else ""


def _row(event: Event, decided: Decisions) -> Row:
    done = deed(event, decided)
    return Row(event, done.who, what_of(event, decided), " ".join(details_of(event)), done.counts)


def _lines(events: Sequence[Event], decided: Decisions) -> Iterator[bytes]:
    """Yield the lines of a table; the mark before them tells spreadsheets that it is UTF-8."""
    yield b"\xef\xbb\xbf"
    for row in (COLUMNS, *(cells_of(event, decided) for event in events)):
        line = io.StringIO()
        csv.writer(line).writerow(row)
        yield line.getvalue().encode("utf-8")
