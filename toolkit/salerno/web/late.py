"""A form that came too late, after its session had ended: nothing is saved, and its words go back to who sent them.

They are in the answer to that very form and nowhere else: the server keeps none, and knows nobody they belong to.
"""

from __future__ import annotations

from itertools import zip_longest
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

_SHOWN_AT = {
    "desk:decide": "desk:entry",
    "desk:sign-off": "desk:sign-off",
    "overview:due": "overview:part",
    "overview:classify": "overview:part",
    "overview:withdraw": "overview:part",
    "clone:choose": "clone:clone",
}
"""On which page the forms are that are sent to an address."""
_PLACE = ("locale", "article", "key")
"""What tells such a page from others."""


def without_session(request: HttpRequest) -> HttpResponse:
    """Lead to the log-in, and from there to the page that was asked for; typed words are shown first."""
    way_in = _login_and_back(request)
    ended = "Your session had ended before this was sent. Log in, then send it again."
    return with_words(request, ended, "Log in", way_in) or redirect(way_in)


def of_another_session(request: HttpRequest) -> HttpResponse | None:
    """Return the words of a page of ours whose session was replaced by another, None if there are none.

    A page of another site might have sent words to be taken for ours: only what comes from here is shown.
    """
    if not is_from_here(request):
        return None
    what = "This page was older than your session. Open it again, then send your words from there."
    return with_words(request, what, "Open the page again", _page_of(request) or "/")


def is_from_here(request: HttpRequest, *, else_unknown: bool = False) -> bool:
    """Return whether a form was sent by a page of ours; `else_unknown` where its browser does not say."""
    ours = f"{'https' if request.is_secure() else 'http'}://{request.get_host()}"
    origin = request.headers.get("Origin")
    return else_unknown if origin is None else origin == ours


def with_words(request: HttpRequest, what: str, way_on: str, address: str) -> HttpResponse | None:
    """Return a page with the words that somebody typed, or None if there are none."""
    texts = _typed(request)
    context = {
        "title": "Your words were not saved",
        "what": what,
        "texts": texts,
        "way_on": way_on,
        "address": address,
    }
    return render(request, "late.html", context, status=403) if texts else None


def _typed(request: HttpRequest) -> list[str]:
    """Return reasons, and texts that are not as they were shown; never a passphrase."""
    said = request.POST
    pairs = zip_longest(_lines(said.getlist("target")), _lines(said.getlist("seen")))
    mended = [target for target, seen in pairs if target and target != seen]
    return mended + [reason for reason in _lines(said.getlist("reason")) if reason.strip()]


def _lines(texts: list[str]) -> list[str]:
    return [text.replace("\r\n", "\n") for text in texts]


def _page_of(request: HttpRequest) -> str:
    """Return the page that a request is about, as an address that can be asked for; empty if it has none."""
    if request.method in {"GET", "HEAD"}:
        return request.get_full_path()
    match = request.resolver_match
    shown = _SHOWN_AT.get(match.view_name) if match else None
    if match is None or shown is None:
        return ""
    query = f"?{request.GET.urlencode()}" if request.GET else ""
    place = {name: match.kwargs[name] for name in _PLACE if name in match.kwargs}
    return reverse(shown, kwargs=place) + query


def _login_and_back(request: HttpRequest) -> str:
    """Return the address of the log-in, with where to go on to afterwards."""
    address, page = reverse(settings.LOGIN_URL), _page_of(request)
    return f"{address}?{urlencode({'next': page})}" if page not in {"", "/"} else address
