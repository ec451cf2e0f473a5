"""Who works on what: open claims, approvals of the last days, and what waits in each reviewer's locales."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from salerno.model import EventType, Reviewer
from salerno.store import reviewers
from salerno.web import here
from salerno.web.access import Right, for_rights, who
from salerno.web.desk.models import Claim, Deeds, Part

DAYS = 30
OVERSEERS = (Right.OWNER, Right.EDITOR, Right.OBSERVER)
"""What colleagues get done is none of each other's business."""


@dataclass(frozen=True, slots=True)
class Load:
    """What a reviewer has done and has before them, in the locales that somebody sees."""

    reviewer: Reviewer
    locales: tuple[str, ...]
    open: int
    """Entries that the reviewer has open at this moment."""
    approvals: int
    waiting: int


@for_rights(*OVERSEERS)
def load(request: HttpRequest) -> HttpResponse:
    """List the reviewers of the locales that somebody sees, with what each has to do."""
    workspace = here.workspace()
    locales = who(request).locales(OVERSEERS, workspace.settings.locales)
    known = reviewers.read(workspace)
    rows = list(_loads(list(known.values()), locales))
    most = max((row.waiting for row in rows), default=0) or 1
    context = {"title": "Reviewers", "section": "load", "rows": rows, "days": DAYS, "most": most}
    return render(request, "overview/load.html", context)


def _loads(known: list[Reviewer], locales: list[str]) -> Iterator[Load]:
    approvals, claims, waiting = _approvals(locales), _claims(locales), _waiting(locales)
    for reviewer in sorted(known, key=lambda each: each.id):
        own = tuple(locale for locale in locales if locale in reviewer.locales)
        if own and not reviewer.retired:
            yield Load(
                reviewer,
                own,
                claims[reviewer.id],
                approvals[reviewer.id],
                sum(waiting[locale] for locale in own),
            )


def _approvals(locales: list[str]) -> Counter[str]:
    since = str(timezone.now().date() - dt.timedelta(days=DAYS))
    deeds = Deeds.objects.filter(kind=EventType.APPROVE, day__gt=since, locale__in=locales)
    return Counter(dict(deeds.values_list("who").annotate(Sum("times"))))


def _claims(locales: list[str]) -> Counter[str]:
    is_open = Claim.objects.filter(locale__in=locales, until__gte=timezone.now())
    return Counter(is_open.values_list("account__reviewer", flat=True))


def _waiting(locales: list[str]) -> Counter[str]:
    sums = Part.objects.filter(locale__in=locales).values_list("locale").annotate(Sum("waiting"))
    return Counter(dict(sums))
