"""Who may see which page: every view says so itself, and one that says nothing answers nobody."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar, cast
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from salerno.web.late import without_session

if TYPE_CHECKING:
    from salerno.web.people.models import Account

View = TypeVar("View", bound=Callable[..., HttpResponse])
Rest = ParamSpec("Rest")
_BEGAN = "began"
_PROVED = "proved"
PROOF_LASTS = 15 * 60
"""Seconds for which the password that was typed last opens what `after_password` guards."""


class Right(StrEnum):
    """What an account may do, in the locales that it is given for."""

    OWNER = "owner"
    """Runs the server: people, links, what was read."""
    EDITOR = "editor"
    """Sees how far everything is, assigns, settles conflicts of text."""
    LINGUIST = "linguist"
    CLINICIAN = "clinician"
    OBSERVER = "observer"
    """Reads everything, changes nothing."""


REVIEWERS = (Right.LINGUIST, Right.CLINICIAN)
READERS = tuple(Right)


@dataclass(frozen=True, slots=True)
class Need:
    """What a view asks of who comes."""

    rights: frozenset[Right] = frozenset()
    """Any of these; in the view's locale, if its address names one. None: whoever has shown both factors."""
    is_open: bool = False
    """Whether anybody may come."""
    takes_unverified: bool = False
    """Whether it answers before the second factor was shown."""


def open_to_all(view: View) -> View:
    """Let anybody see a view."""
    return _marked(view, Need(is_open=True))


def for_accounts(view: View) -> View:
    """Let anybody who has logged in see a view, before their second factor too."""
    return _marked(view, Need(takes_unverified=True))


def for_verified(view: View) -> View:
    """Let anybody see a view who has logged in and shown their second factor, whatever their rights."""
    return _marked(view, Need())


def for_rights(*rights: Right) -> Callable[[View], View]:
    """Let those see a view who have one of these rights, and showed their second factor."""
    return lambda view: _marked(view, Need(frozenset(rights)))


def _marked(view: View, need: Need) -> View:
    view.need = need  # type: ignore[attr-defined]
    return view


def after_password(
    view: Callable[Concatenate[HttpRequest, Rest], HttpResponse],
) -> Callable[Concatenate[HttpRequest, Rest], HttpResponse]:
    """Ask for the password before a view that changes how people come in, unless that was just done.

    Without it, a screen that somebody left for a minute would be enough to make an owner of anybody.
    """

    @wraps(view)
    def asked(request: HttpRequest, /, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponse:
        if time.time() - request.session.get(_PROVED, 0) > PROOF_LASTS:
            return redirect(f"{reverse('people:confirm')}?{urlencode({'next': request.path})}")
        return view(request, *args, **kwargs)

    return asked


def password_was_proved(request: HttpRequest) -> None:
    """Remember that the password was typed just now."""
    request.session[_PROVED] = int(time.time())


def who(request: HttpRequest) -> Account:
    """Return whose request it is, in a view that not everybody may see."""
    return cast("Account", request.user)


class Gate:
    """Middleware that holds every view to what it says of itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Take what comes next."""
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass a request on; whether it may be answered is known once its view is."""
        return self._get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        _args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> HttpResponse | None:
        """Refuse what the view does not allow."""
        need: Need | None = getattr(view, "need", None)
        if need is None:
            raise PermissionDenied("nobody may see this page")
        if need.is_open:
            return None
        account: Any = request.user
        if not account.is_authenticated or _is_over(request):
            logout(request)
            return without_session(request)
        if need.takes_unverified:
            return None
        if not account.is_verified():
            return redirect("people:second-factor")
        if need.rights and not account.may(need.rights, kwargs.get("locale")):
            raise PermissionDenied("your account has not the right to do this")
        return None


def _is_over(request: HttpRequest) -> bool:
    """Return whether a session has lasted as long as any may."""
    began = request.session.setdefault(_BEGAN, int(time.time()))
    return bool(time.time() - began > settings.SESSION_LONGEST)


def what_may_be_done(request: HttpRequest) -> dict[str, Any]:
    """Return what templates ask before they show a link."""
    account: Any = getattr(request, "user", None)
    if account is None or not account.is_authenticated or not account.is_verified():
        return {"rights": set()}
    return {"rights": {right.value for right in account.rights()}}
