"""What is done to an article in a locale as a whole: a due date, a withdrawal, a classification."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from salerno.errors import InputError, SalernoError
from salerno.model import Change
from salerno.pipeline import decide as steps
from salerno.pipeline import signoff
from salerno.pipeline.pages import pages
from salerno.store.workspace import Workspace
from salerno.web.access import REVIEWERS, Right, for_rights, who
from salerno.web.clone.signed import commit_signed
from salerno.web.desk.models import Due
from salerno.web.desk.review import Place, place_of
from salerno.web.overview.part import Refused, page
from salerno.web.people.keys import opened, reviewer_of

_LAST_YEAR = 2199


@require_POST
@for_rights(Right.EDITOR)
def due(request: HttpRequest, locale: str, article: str) -> HttpResponse:
    """Set the day by which an article is wanted, or clear it."""
    place = place_of(article, locale)
    text = request.POST.get("day", "").strip() if "clear" not in request.POST else ""
    try:
        day = _day(text) if text else None
    except InputError as error:
        return page(request, place, Refused("due", str(error)))
    if day:
        Due.objects.update_or_create(article=article, locale=locale, defaults={"day": day})
        messages.success(request, f"Wanted by {day:%Y-%m-%d}.")
    else:
        Due.objects.filter(article=article, locale=locale).delete()
        messages.success(request, "It is wanted by no day.")
    return redirect("overview:part", locale, article)


def _day(text: str) -> dt.date:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or not 2000 <= day.year <= _LAST_YEAR:  # noqa: PLR2004
        raise InputError(f"{text[:20]!r} is no day", help="write it as 2026-01-31")
    return day


@require_POST
@for_rights(*REVIEWERS)
def withdraw(request: HttpRequest, locale: str, article: str) -> HttpResponse:
    """Take down what is signed, with the reviewer's signature; its pages go at once."""
    place = place_of(article, locale)

    def done(identifier: str, reason: str) -> str:
        seat = steps.desk(place.workspace, article, locale, identifier)
        signoff.withdraw(seat, reason=reason, key=opened(request, identifier))
        return "Withdrawn."

    return _acted(request, place, "withdraw", done, [locale])


@require_POST
@for_rights(Right.CLINICIAN)
def classify(request: HttpRequest, locale: str, article: str) -> HttpResponse:
    """Say what a change of the source means to its readers, for all editions that it made out of date."""
    place = place_of(article, locale)

    def done(identifier: str, reason: str) -> str:
        said = request.POST.get("change", "")
        if said not in set(Change):
            raise InputError("choose what the change is")
        seat = signoff.source_desk(place.workspace, article, identifier)
        key = opened(request, identifier)
        signoff.classify(seat, Change(said), reason=reason, key=key)
        return f"The change is classified: {said}."

    return _acted(request, place, "classify", done, [])


def _acted(
    request: HttpRequest,
    place: Place,
    what: str,
    done: Callable[[str, str], str],
    locales: list[str],
) -> HttpResponse:
    """Do what needs a signature, publish anew, and say so; what was refused keeps what was typed."""
    reason = request.POST.get("reason", "").replace("\r\n", "\n").strip()
    try:
        said = done(reviewer_of(who(request)), reason)
    except SalernoError as error:
        change = request.POST.get("change", "")
        return page(request, place, Refused(what, str(error), reason, change))
    messages.success(request, said)
    _publish(request, place.workspace, locales)
    commit_signed(request)  # git may take its time: what hurts somebody is down by then
    return redirect("overview:part", place.locale, place.article)


def _publish(request: HttpRequest, workspace: Workspace, locales: list[str]) -> None:
    """Draw the pages now: what may hurt somebody does not stay up until the keeper comes round."""
    try:
        pages(workspace, locales)
    except SalernoError as error:
        messages.error(request, f"The pages could not be drawn anew, they stand as before: {error}")
