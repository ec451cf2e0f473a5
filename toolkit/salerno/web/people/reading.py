"""What was read: written down once for each look, listed for owners, never deleted."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from salerno.web.access import Right, for_rights, who
from salerno.web.people.models import Account, Act, Reading

_SHOWN = 100
_DIGITS = 18
"""Of a number that every database can compare with."""


def note_reading(request: HttpRequest, article: str, locale: str = "") -> None:
    """Write down that whoever asks looks at something of an article: one row, for pages alone, not for forms."""
    if request.method != "GET":
        return
    kind = request.resolver_match.view_name if request.resolver_match else ""
    Reading.objects.create(
        account_id=who(request).pk, kind=kind[:60], article=article[:200], locale=locale[:35]
    )


@for_rights(Right.OWNER)
def readings(request: HttpRequest) -> HttpResponse:
    """List what was read, the latest first."""
    whose = _number(request, "person")
    found = Reading.objects.select_related("account")
    if whose:
        found = found.filter(account_id=whose)
    return _listed(request, found, "What was read", "people/readings.html", whose)


@for_rights(Right.OWNER)
def acts(request: HttpRequest) -> HttpResponse:
    """List what was done to accounts, the latest first."""
    whose = _number(request, "person")
    found = Act.objects.select_related("by", "whom")
    if whose:
        found = found.filter(models.Q(by_id=whose) | models.Q(whom_id=whose))
    return _listed(request, found, "What was done to accounts", "people/acts.html", whose)


def _listed(
    request: HttpRequest, found: models.QuerySet[Any], title: str, template: str, whose: int
) -> HttpResponse:
    """Show a page of a list; the next one begins below the last row shown, so that its length costs nothing."""
    before = _number(request, "before")
    rows = list((found.filter(id__lt=before) if before else found)[: _SHOWN + 1])
    context = {
        "title": title,
        "section": "people",
        "rows": rows[:_SHOWN],
        "older": rows[_SHOWN - 1].pk if len(rows) > _SHOWN else 0,
        "people": Account.objects.order_by("name", "id"),
        "whose": whose,
    }
    return render(request, template, context)


def _number(request: HttpRequest, name: str) -> int:
    """Return a number of the address, 0 for anything else."""
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else 0
