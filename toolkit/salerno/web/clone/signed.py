"""What somebody signed or registered is committed at once, before they are told that it is done."""

from __future__ import annotations

from collections.abc import Callable, Sized

from django.contrib import messages
from django.http import HttpRequest

from salerno.errors import SalernoError
from salerno.pipeline import checkout
from salerno.pipeline.checkout import Author
from salerno.store import reviewers
from salerno.store.workspace import Workspace
from salerno.web import here
from salerno.web.access import who
from salerno.web.clone.models import Wanted
from salerno.web.people.models import Account


def commit_signed(request: HttpRequest) -> None:
    """Commit what decisions changed, each in the name of whoever decided; the remote gets it soon."""
    _committed(request, checkout.commit_all)


def commit_reviewers(request: HttpRequest, message: str) -> None:
    """Commit the list of reviewers in the name of who changed it."""

    def commit(workspace: Workspace) -> str:
        names = [workspace.name(reviewers.path_of(workspace))]
        return checkout.commit(workspace, author_of(who(request)), message, names)

    _committed(request, commit)


def author_of(account: Account) -> Author:
    """Return in whose name something is committed; nobody's address goes out with it."""
    return checkout.author_of(account.reviewer or f"account-{account.pk}", account.name)


def _committed(request: HttpRequest, commit: Callable[[Workspace], Sized]) -> None:
    """Commit, and have it go to the remote; what cannot be committed now is kept, and said to be."""
    try:
        made = commit(here.workspace())
    except SalernoError as error:
        said = f"It is kept, and not yet committed to git: {error}. It goes with the next commit."
        messages.warning(request, said)
        return
    if made:
        Wanted.objects.create(account=who(request))
