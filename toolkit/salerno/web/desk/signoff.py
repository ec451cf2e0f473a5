"""Sign-off: the whole page as it will appear, who approved what of it, and a signature."""

from __future__ import annotations

import mimetypes

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from salerno.errors import InputError, SalernoError
from salerno.model import SITE, Meaning, Reviewer
from salerno.pipeline import decide as steps
from salerno.pipeline.decisions import policy
from salerno.pipeline.editions import assets_of
from salerno.pipeline.figures import figures
from salerno.pipeline.proposal import proposed_page
from salerno.pipeline.signoff import SignOff
from salerno.pipeline.signoff import sign_off as sign
from salerno.store import files
from salerno.web.access import READERS, REVIEWERS, for_rights, who
from salerno.web.clone.signed import commit_signed
from salerno.web.desk.refresh import refresh_part
from salerno.web.desk.review import Place, place_of
from salerno.web.headers import SHOWN_PAGE
from salerno.web.people.keys import opened
from salerno.web.people.reading import note_reading
from salerno.web.trouble import trouble_of

STATEMENTS = {
    Meaning.LINGUISTIC: "I have read the whole translation beside its source. It says the same, "
    "in words that its readers understand.",
    Meaning.MEDICAL: "I have read the whole translation beside its source. What it tells patients "
    "to do, and not to do, is medically correct.",
}


@for_rights(*READERS)
def sign_off(request: HttpRequest, locale: str, article: str) -> HttpResponse:
    """Show what would be signed; sign it if somebody who may sends their passphrase."""
    place = place_of(article, locale)
    note_reading(request, article, locale)
    if request.method != "POST":
        return _page(request, place)
    account = who(request)
    try:
        done = _signed(request, place) if account.may(REVIEWERS, locale) else None
    except SalernoError as error:
        if trouble := trouble_of(error):
            return _page(request, place, problem=f"{trouble.title}. {trouble.what}", status=503)
        return _page(request, place, problem=str(error), status=400)
    if done is None or not done.event:
        return _page(request, place, problem="It was not signed.", status=409)
    refresh_part(place.workspace, article, locale)
    commit_signed(request)
    meanings = " and ".join(done.meanings)
    messages.success(request, f"Signed: {meanings} of edition {done.edition[:16]}.")
    return redirect("desk:sign-off", locale, article)


def _signed(request: HttpRequest, place: Place) -> SignOff:
    account = who(request)
    seat = steps.desk(place.workspace, place.article, place.locale, account.reviewer)
    meanings = [Meaning(said) for said in request.POST.getlist("meaning") if said in set(Meaning)]
    if not meanings:
        raise InputError("choose what you sign", help="tick a statement")
    return sign(seat, opened(request, account.reviewer), meanings)


def _page(
    request: HttpRequest, place: Place, *, problem: str = "", status: int = 200
) -> HttpResponse:
    account = who(request)
    reviewer = place.decided.reviewers.get(account.reviewer)
    shown = figures(place.workspace, place.content, place.locale)
    context = {
        "title": f"Sign off {place.article} in {place.locale}",
        "section": "queue",
        "place": place,
        "problem": problem,
        "is_chrome": place.article == SITE,
        "figures": shown,
        "unchanged_percent": 100 * shown.unchanged_share,
        "reasons": shown.reasons,
        "statements": _statements(place, reviewer),
        "reviewer": reviewer,
    }
    return render(request, "desk/signoff.html", context, status=status)


def _statements(place: Place, reviewer: Reviewer | None) -> list[tuple[Meaning, str]]:
    """Return what the reviewer may state of this article."""
    may = {role.gives for role in reviewer.roles} if reviewer else set()
    needed = policy(place.workspace, place.article).required
    return [(meaning, STATEMENTS[meaning]) for meaning in needed if meaning in may]


@for_rights(*READERS)
def shown_page(request: HttpRequest, locale: str, article: str) -> HttpResponse:  # noqa: ARG001
    """Show the page as it will appear, in a frame that runs nothing."""
    place = place_of(article, locale)
    if place.article == SITE:
        raise Http404
    html = proposed_page(place.workspace, place.content, locale)
    return HttpResponse(html, headers={"Content-Security-Policy": SHOWN_PAGE})


@for_rights(*READERS)
def shown_asset(request: HttpRequest, locale: str, article: str, name: str) -> HttpResponse:  # noqa: ARG001
    """Send an image of the article, for the page in the frame; nothing else of the workspace."""
    place = place_of(article, locale)
    found = place.content.article
    assets = assets_of(place.workspace, article, found.format_name, found.text) if found else ()
    if name not in {asset.path for asset in assets}:
        raise Http404
    data = files.read_bytes(place.workspace.inside(place.workspace.source / name))
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return HttpResponse(data, content_type=kind, headers={"Content-Security-Policy": SHOWN_PAGE})
