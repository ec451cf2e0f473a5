"""How a program is let in: by a token in the header of each request, never by a browser's session."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from salerno.web import here
from salerno.web.access import READERS, open_to_all
from salerno.web.people.machine import machine_of
from salerno.web.people.models import Account
from salerno.web.people.models.failures import Limit
from salerno.web.people.tokens import account_of_token

REQUESTS = Limit("api", 120, 1)
"""Of one account, whichever worker answers; wrong tokens are counted by the machine that they come from."""
_SCHEME = "bearer "
_VALUE = re.compile("[!-~]{1,400}")


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose program asks, and for which locales."""

    account: Account
    locales: tuple[str, ...]
    """Those that the account may read; one of them, if the address names it."""
    said: Mapping[str, str]
    """The parameters of the address."""


class Refusal(Exception):
    """Why a request is not answered: what an HTTP status says, in words."""

    def __init__(self, status: int, what: str) -> None:
        """Keep both."""
        super().__init__(what)
        self.status = status


Answer = Callable[[Asked], HttpResponse]


def for_programs(*parameters: str) -> Callable[[Answer], Callable[[HttpRequest], HttpResponse]]:
    """Let programs ask with a token and these parameters; answer whatever goes wrong as JSON."""

    def wrapped(answer: Answer) -> Callable[[HttpRequest], HttpResponse]:
        @open_to_all  # no session is asked for: the token is
        @csrf_exempt
        @require_safe
        @wraps(answer)
        def view(request: HttpRequest) -> HttpResponse:
            try:
                return answer(_asked(request, parameters))
            except Refusal as refusal:
                return _refused(refusal)

        return view

    return wrapped


def _asked(request: HttpRequest, parameters: Collection[str]) -> Asked:
    account = _account(request)
    said = _parameters(request, parameters)
    known = here.workspace().settings.locales
    locales = account.locales(READERS, known)
    if wanted := said.get("locale", ""):
        locales = [locale for locale in locales if locale == wanted]
    if not locales:
        where = f" in {wanted}" if wanted else ""
        raise Refusal(403, f"the account of this token may read nothing{where}")
    return Asked(account, tuple(locales), said)


def _account(request: HttpRequest) -> Account:
    said = request.headers.get("Authorization", "")
    token = said[len(_SCHEME) :].strip() if said.lower().startswith(_SCHEME) else ""
    account = account_of_token(token)
    if account is None:
        _count(f"machine {machine_of(request)}")
        raise Refusal(401, "a token is needed: `Authorization: Bearer salerno_…`")
    _count(f"account {account.pk}")
    return account


def _count(who: str) -> None:
    """Count a request; raise Refusal if it is one too many."""
    if REQUESTS.is_reached(who):
        raise Refusal(429, f"more than {REQUESTS.times} requests in a minute")
    REQUESTS.note(who)


def _parameters(request: HttpRequest, known: Collection[str]) -> dict[str, str]:
    """Return the parameters; a misspelt one would give all of what it was to narrow down."""
    said: dict[str, str] = {}
    for name, values in request.GET.lists():
        if name not in known:
            raise Refusal(400, f"no parameter {name[:50]!r} here (known: {', '.join(known)})")
        if len(values) > 1 or not _VALUE.fullmatch(values[0]):
            raise Refusal(400, f"{name} has to be given once, in ASCII without spaces")
        said[name] = values[0]
    return said


def _refused(refusal: Refusal) -> HttpResponse:
    said: dict[str, Any] = {"error": str(refusal)}
    response = JsonResponse(said, status=refusal.status)
    if refusal.status == 401:  # noqa: PLR2004 - of HTTP
        response.headers["WWW-Authenticate"] = 'Bearer realm="salerno"'
    if refusal.status == 429:  # noqa: PLR2004
        response.headers["Retry-After"] = "60"
    return response
