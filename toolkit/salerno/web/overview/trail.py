"""The list of all ledgers: how many events each holds, of those that somebody looks for."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from salerno.model import EventType
from salerno.store import reviewers
from salerno.store.workspace import Workspace
from salerno.web import here
from salerno.web.access import READERS, for_rights, who
from salerno.web.desk.models import Deeds, Part
from salerno.web.overview.events import Chosen
from salerno.web.overview.paging import behind, cursor_of, said_in
from salerno.web.people.models import Account

PAGE = 50


@dataclass(frozen=True, slots=True)
class Row:
    """A ledger with the number of its events that were looked for."""

    part: Part
    count: int


@for_rights(*READERS)
def trail(request: HttpRequest) -> HttpResponse:
    """List the ledgers in which there is something to be found, a page at a time."""
    workspace, account = here.workspace(), who(request)
    locales = account.locales(READERS, workspace.settings.locales)
    place, chosen = said_in(request, "locale", "article", "after"), Chosen.of(request)
    rows, more = _rows(place, chosen, locales)
    query = {name: value for name, value in (place | chosen.said).items() if value}
    context = {
        "title": "The trail",
        "section": "trail",
        "rows": rows,
        "others": [] if more or place["after"] else _others(workspace, account, place),
        "locales": locales,
        "people": sorted(reviewers.read(workspace)),
        "kinds": [kind.value for kind in EventType],
        "place": place,
        "chosen": chosen,
        "query": urlencode(chosen.said),
        "next": f"?{urlencode({**query, 'after': more})}" if more else "",
    }
    return render(request, "overview/trail.html", context)


def _rows(place: dict[str, str], chosen: Chosen, locales: list[str]) -> tuple[list[Row], str]:
    """Return a page of ledgers that hold what is looked for, and where the next page begins."""
    wanted = [locale for locale in locales if place["locale"] in {"", locale}]
    parts = behind(Part.objects.filter(locale__in=wanted), place["after"])
    if place["article"]:
        parts = parts.filter(article=place["article"])
    found = chosen.among(Deeds.objects.filter(part=OuterRef("pk")))
    shown = list(parts.filter(Exists(found))[: PAGE + 1])
    counts = dict(
        chosen.among(Deeds.objects.filter(part__in=shown))
        .values_list("part")
        .annotate(Sum("times"))
    )
    rows = [Row(part, counts[part.pk]) for part in shown[:PAGE]]
    return rows, cursor_of(rows[-1].part) if len(shown) > PAGE else ""


def _others(workspace: Workspace, account: Account, place: dict[str, str]) -> list[tuple[str, str]]:
    """Return the ledgers of what is gone and of the source, by article and locale: a trail never ends."""
    settings = workspace.settings
    found = []
    for locale in (*settings.locales, settings.source_locale):
        if account.may(READERS, locale) and place["locale"] in {"", locale}:
            known = set(Part.objects.filter(locale=locale).values_list("article", flat=True))
            folder = workspace.ledger("x", locale).parent
            slugs = {path.stem for path in folder.glob("*.jsonl")} - known
            found += [(slug, locale) for slug in slugs if place["article"] in {"", slug}]
    return sorted(found)
