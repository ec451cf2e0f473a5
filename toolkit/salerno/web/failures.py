"""What is shown when something cannot be answered: in plain words, with a way on."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from salerno.web.access import open_to_all
from salerno.web.late import of_another_session


@open_to_all
def not_from_our_page(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """Refuse a form that did not come from a page of ours, or is too old; what was typed in it is shown."""
    if page := of_another_session(request):
        return page
    what = "This form is too old, or did not come from this site. Go back, reload the page, and send it again."
    return failure(request, 403, "The form was not accepted", what)


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
    what = (
        "The server could not do this. Nothing was half-written: reload to see whether it was done."
    )
    return failure(request, 500, "Something went wrong here", what)


def failure(request: HttpRequest, status: int, title: str, what: str) -> HttpResponse:
    """Return a page that says what went wrong."""
    return render(request, "failure.html", {"title": title, "what": what}, status=status)
