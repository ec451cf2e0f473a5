"""The queue: what waits, riskiest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef, QuerySet, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from salerno import languages
from salerno.model import Severity, State
from salerno.web import here
from salerno.web.access import READERS, REVIEWERS, for_rights, who
from salerno.web.desk.claims import others
from salerno.web.desk.models import Claim, Due, Part, Waiting

if TYPE_CHECKING:
    from salerno.web.people.models import Account

_PAGE = 25
_MOST_CHOICES = 200
STATES = (State.DRAFT, State.STALE, State.TRANSLATED)


def plain(said: str) -> str:
    """Return what an address says, as a database takes it: PostgreSQL knows no NUL."""
    return said.replace("\0", "")[:400]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which of the waiting entries somebody wants to see; empty is all."""

    locale: str = ""
    article: str = ""
    state: str = ""
    finding: str = ""

    @classmethod
    def of(cls, said: Mapping[str, str]) -> Filter:
        """Return the filter that an address asks for; what it cannot mean finds nothing."""
        return cls(
            *(plain(said.get(name, "")) for name in ("locale", "article", "state", "finding"))
        )

    def rows(self, locales: list[str]) -> QuerySet[Waiting]:
        """Return the rows, of the locales that somebody may see."""
        chosen = [locale for locale in locales if self.locale in {"", locale}]
        rows = Waiting.objects.filter(locale__in=chosen)
        if self.article:
            rows = rows.filter(article=self.article)
        if self.state:
            rows = rows.filter(state=self.state)
        if self.finding in set(Severity):
            rows = rows.filter(severity=self.finding)
        elif self.finding:
            rows = rows.filter(checks__contains=f" {self.finding} ")
        return rows

    @property
    def said(self) -> dict[str, str]:
        """The filter as it stands in an address."""
        pairs = {name: getattr(self, name) for name in ("locale", "article", "state", "finding")}
        return {name: value for name, value in pairs.items() if value}

    @property
    def is_of_parts(self) -> bool:
        """Whether the counts of articles and locales tell how many entries it finds."""
        return not (self.state or self.finding)


@for_rights(*READERS)
def home(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Lead to the queue."""
    return redirect("desk:queue")


@for_rights(*READERS)
def queue(request: HttpRequest) -> HttpResponse:
    """Show what waits, a screenful at a time."""
    account = who(request)
    workspace = here.workspace()
    locales = account.locales(READERS, workspace.settings.locales)
    chosen = Filter.of(request.GET)
    rows = chosen.rows(locales)
    if after := plain(request.GET.get("after", "")):
        rows = rows.filter(place__gt=after)
    shown = list(rows[: _PAGE + 1])
    more = shown[_PAGE - 1].place if len(shown) > _PAGE else ""
    shown = shown[:_PAGE]
    claimed = others(account, shown)
    context = {
        "title": "What waits for review",
        "section": "queue",
        "rows": [_Row.of(row, claimed) for row in shown],
        "chosen": chosen,
        "locales": locales,
        "articles": _articles(locales),
        "states": [state.value for state in STATES],
        "severities": [severity.value for severity in Severity],
        "total": _total(chosen, locales),
        "dues": _dues(locales),
        "next": f"?{urlencode({**chosen.said, 'after': more})}" if more else "",
        "start": f"next/?{urlencode(chosen.said)}",
        "may_review": account.may(REVIEWERS),
        "is_first": not after,
    }
    return render(request, "desk/queue.html", context)


@for_rights(*REVIEWERS)
def next_entry(request: HttpRequest) -> HttpResponse:
    """Lead to the riskiest entry that nobody else has open."""
    account = who(request)
    locales = account.locales(REVIEWERS, here.workspace().settings.locales)
    chosen = Filter.of(request.GET)
    row = first_free(account, chosen, locales)
    if row is None:
        return redirect(f"/queue/?{urlencode(chosen.said)}")
    query = f"?{urlencode(chosen.said)}" if chosen.said else ""
    return redirect(f"/review/{row.locale}/{row.article}/{row.key}/{query}")


def first_free(account: Account, chosen: Filter, locales: list[str]) -> Waiting | None:
    """Return the first entry of a filter that nobody else has open."""
    claimed = Claim.objects.filter(
        article=OuterRef("article"),
        locale=OuterRef("locale"),
        key=OuterRef("key"),
        until__gte=timezone.now(),
    ).exclude(account=account)
    return chosen.rows(locales).filter(~Exists(claimed)).first()


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the list, as it is shown."""

    row: Waiting
    language: str
    direction: str
    claimed_by: str
    source: str
    target: str

    @classmethod
    def of(cls, row: Waiting, claimed: Mapping[tuple[str, str, str], str]) -> _Row:
        """Return a row with what the list says of it."""
        return cls(
            row,
            languages.autonym(row.locale),
            languages.direction(row.locale),
            claimed.get((row.article, row.locale, row.key), ""),
            _shortened(row.source),
            _shortened(row.target),
        )


def _shortened(text: str, longest: int = 160) -> str:
    return text if len(text) <= longest else f"{text[:longest].rstrip()} …"


def _articles(locales: list[str]) -> list[str]:
    """Return the articles to choose from; none where they are so many that a name is typed quicker."""
    found = Part.objects.filter(locale__in=locales, waiting__gt=0).order_by("article")
    slugs = found.values_list("article", flat=True).distinct()[: _MOST_CHOICES + 1]
    return list(slugs) if len(slugs) <= _MOST_CHOICES else []


def _total(chosen: Filter, locales: list[str]) -> int:
    """Return how many entries wait; without a look at each where the parts know it."""
    if not chosen.is_of_parts:
        return chosen.rows(locales).count()
    wanted = [locale for locale in locales if chosen.locale in {"", locale}]
    parts = Part.objects.filter(locale__in=wanted)
    if chosen.article:
        parts = parts.filter(article=chosen.article)
    return parts.aggregate(total=Sum("waiting"))["total"] or 0


def _dues(locales: list[str]) -> list[Due]:
    """Return the days by which something is wanted that still waits, the earliest first."""
    still = Part.objects.filter(
        article=OuterRef("article"), locale=OuterRef("locale"), waiting__gt=0
    )
    return list(Due.objects.filter(Exists(still), locale__in=locales).order_by("day")[:5])
