"""What somebody signed or registered is committed at once, before they are told that it is done."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest

from salerno.errors import SalernoError
from salerno.pipeline import checkout
from salerno.pipeline.checkout import Author
from salerno.web import here
from salerno.web.access import who
from salerno.web.clone.models import Wanted
from salerno.web.people.models import Account

REVIEWERS = "locales/reviewers.toml"


def commit_signed(request: HttpRequest) -> None:
    """Commit what decisions changed, each in the name of whoever decided; the remote gets it soon."""
    try:
        _ask_for_exchange(request, checkout.commit_all(here.workspace()))
    except SalernoError as error:
        _say_that_it_waits(request, error)


def commit_reviewers(request: HttpRequest, message: str) -> None:
    """Commit the list of reviewers in the name of who changed it."""
    author = author_of(who(request))
    try:
        made = checkout.commit(here.workspace(), author, message, [REVIEWERS])
        _ask_for_exchange(request, made)
    except SalernoError as error:
        _say_that_it_waits(request, error)


def author_of(account: Account) -> Author:
    """Return in whose name something is committed; nobody's address goes out with it."""
    return checkout.author_of(account.reviewer or f"account-{account.pk}", account.name)


def _ask_for_exchange(request: HttpRequest, made: list[str] | str) -> None:
    if made:
        Wanted.objects.create(account=who(request))


def _say_that_it_waits(request: HttpRequest, error: SalernoError) -> None:
    said = f"It is kept, and not yet committed to git: {error}. It goes with the next commit."
    messages.warning(request, said)
