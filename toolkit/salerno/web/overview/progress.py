"""How far every article is in every locale."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Aggregate, Count, Q, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from salerno import languages
from salerno.model import State
from salerno.web import here
from salerno.web.access import READERS, for_rights, who
from salerno.web.clone.models import Exchanged
from salerno.web.clone.views import VIEWERS
from salerno.web.desk.models import Deeds, Due, Part
from salerno.web.overview.bars import Bar, bar, trend
from salerno.web.overview.paging import behind, cursor_of, said_in
from salerno.web.published import Publishable

PAGE = 50


@dataclass(frozen=True, slots=True)
class Row:
    """An article in a locale, as the list shows it."""

    part: Part
    bar: Bar
    due: dt.date | None
    is_late: bool
    is_publishable: bool


@dataclass(frozen=True, slots=True)
class Language:
    """A locale with all of its articles together."""

    locale: str
    name: str
    articles: int
    waiting: int
    outdated: int
    bar: Bar


@for_rights(*READERS)
def progress(request: HttpRequest) -> HttpResponse:
    """Show the counts by state of each article in each locale, as pictures and in words."""
    workspace = here.workspace()
    locales = who(request).locales(READERS, workspace.settings.locales)
    chosen = said_in(request, "locale", "outdated")
    parts = _chosen(chosen, locales)
    shown = list(behind(parts, said_in(request, "after")["after"])[: PAGE + 1])
    more = shown[PAGE - 1] if len(shown) > PAGE else None
    query = {name: value for name, value in chosen.items() if value}
    context = {
        "title": "Progress",
        "section": "articles",
        "languages": _languages(parts, locales),
        "trend": trend(_deeds(chosen, locales), _today()),
        "rows": list(_rows(shown[:PAGE], Publishable(workspace))),
        "locales": locales,
        "chosen": chosen,
        "unsettled": _unsettled(request),
        "next": f"?{urlencode({**query, 'after': cursor_of(more)})}" if more else "",
    }
    return render(request, "overview/progress.html", context)


def _unsettled(request: HttpRequest) -> int:
    """Return how many conflicts keep out what the remote has, for those who may look at them."""
    last = Exchanged.last() if who(request).may(VIEWERS) else None
    return last.conflicts if last else 0


def _today() -> dt.date:
    return timezone.now().date()


def _chosen(chosen: Mapping[str, str], locales: list[str]) -> QuerySet[Part]:
    parts = Part.objects.filter(locale__in=_wanted(chosen, locales))
    return parts.filter(is_outdated=True) if chosen["outdated"] else parts


def _deeds(chosen: Mapping[str, str], locales: list[str]) -> QuerySet[Deeds]:
    """Return what was done on the same parts."""
    deeds = Deeds.objects.filter(locale__in=_wanted(chosen, locales))
    return deeds.filter(part__is_outdated=True) if chosen["outdated"] else deeds


def _wanted(chosen: Mapping[str, str], locales: list[str]) -> list[str]:
    return [locale for locale in locales if chosen["locale"] in {"", locale}]


def _languages(parts: QuerySet[Part], locales: Iterable[str]) -> list[Language]:
    sums = {state.value: Sum(state.value) for state in State}
    grouped = parts.order_by().values("locale").annotate(**_under_other_names(sums))
    found = {row["locale"]: row for row in grouped}
    return [_language(found[locale]) for locale in locales if locale in found]


def _under_other_names(sums: Mapping[str, Sum]) -> dict[str, Aggregate]:
    """Return what is asked of each locale; a sum may not be called like what it is of."""
    named: dict[str, Aggregate] = {f"all_{name}": each for name, each in sums.items()}
    outdated = Count("pk", filter=Q(is_outdated=True))
    return {**named, "articles": Count("pk"), "waits": Sum("waiting"), "outdated": outdated}


def _language(row: Mapping[str, Any]) -> Language:
    counted = {state.value: row[f"all_{state.value}"] for state in State}
    name = languages.autonym(row["locale"])
    return Language(
        row["locale"], name, row["articles"], row["waits"], row["outdated"], bar(counted)
    )


def _rows(parts: list[Part], publishable: Publishable) -> Iterator[Row]:
    articles = {part.article for part in parts}
    dues = {(due.article, due.locale): due.day for due in Due.objects.filter(article__in=articles)}
    for part in parts:
        due = dues.get((part.article, part.locale))
        is_late = bool(due and due < _today() and (part.waiting or not part.edition))
        yield Row(part, counts(part), due, is_late, publishable.of(part))


def counts(part: Part) -> Bar:
    """Return the counts of an article in a locale as a bar."""
    return bar({state.value: getattr(part, state.value) for state in State})
