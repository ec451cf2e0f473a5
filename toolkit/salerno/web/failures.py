"""What is shown when something cannot be answered: in plain words, with a way on."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from salerno.web.access import open_to_all
from salerno.web.late import is_from_here, of_another_session
from salerno.web.trouble import Trouble, trouble_of

_RETRY_AFTER = {"Retry-After": "10"}
"""Seconds."""
_WORDS = {"target": "The text", "reason": "The reason"}
"""Fields that somebody may have written in for minutes."""
_SENT_AGAIN = {"verb", "digest", "seen", "category", "severity", "csrfmiddlewaretoken", *_WORDS}
"""Fields of a form that can be sent again as it is; one with a passphrase in it has to be typed anew."""


@open_to_all
def not_from_our_page(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """Refuse a form that did not come from a page of ours, or is too old; what was typed in it is shown."""
    if page := of_another_session(request):
        return page
    what = "This form is too old, or did not come from this site. Go back, reload the page, and send it again."
    return failure(request, 403, "The form was not accepted", what)


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Refuse what no browser sends; a session that could not be saved comes here too."""
    if trouble := trouble_of(exception):
        return out_of_order(request, trouble)
    return failure(
        request, 400, "This was not understood", "Go back, reload the page, and send it again."
    )


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Refuse what an account may not do."""
    return failure(request, 403, "You may not do this", f"{exception}.")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """Say that there is no such page."""
    return failure(
        request, 404, "There is no such page", "It may have been there before: look into the queue."
    )


def broken(request: HttpRequest) -> HttpResponse:
    """Say that something failed here; a decision was written whole or not at all."""
    if trouble := trouble_of(sys.exception()):
        return out_of_order(request, trouble)
    what = (
        "The server could not do this. Nothing was half-written: reload to see whether it was done."
    )
    return failure(request, 500, "Something went wrong here", what)


def failure(request: HttpRequest, status: int, title: str, what: str) -> HttpResponse:
    """Return a page that says what went wrong."""
    return render(request, "failure.html", {"title": title, "what": what}, status=status)


def out_of_order(request: HttpRequest, trouble: Trouble) -> HttpResponse:
    """Return a page that needs neither database nor disk; it gives back the words that were sent."""
    if request.path.startswith("/api/"):
        return JsonResponse({"error": trouble.title}, status=503, headers=_RETRY_AFTER)
    context = {"title": trouble.title, "what": trouble.what, **_sent(request)}
    html = render_to_string("out-of-order.html", context)
    return HttpResponse(html, status=503, headers=_RETRY_AFTER)


def _sent(request: HttpRequest) -> Mapping[str, Any]:
    """Return the words of a form, and its fields if it can be sent again; never a password."""
    if request.method != "POST" or not is_from_here(request, else_unknown=True):
        return {}
    try:
        fields = [(name, said) for name, values in request.POST.lists() for said in values]
    except (SuspiciousOperation, OSError):
        return {}
    words = [(_WORDS[name], said) for name, said in fields if name in _WORDS and said.strip()]
    is_whole = {"verb", "digest"} <= {name for name, _ in fields} <= _SENT_AGAIN
    # The form's own proof that it came from our page goes back with it: this page gives out no new one.
    return {"is_form": True, "words": words, "fields": fields if is_whole else []}
