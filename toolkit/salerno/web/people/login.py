"""The log-in: an e-mail address and a password; the second factor comes after."""

from __future__ import annotations

from typing import Any

from axes.signals import user_locked_out
from django import forms
from django.contrib.auth import authenticate, login, logout
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from salerno.web.access import for_accounts, open_to_all, password_was_proved
from salerno.web.people.fields import Form, secret_field
from salerno.web.people.limits import LOG_INS
from salerno.web.people.machine import machine_of
from salerno.web.people.models import Account, Deed, note
from salerno.web.people.models.accounts import address_of
from salerno.web.people.way_on import asked_for, remember

WRONG = "The e-mail address or the password is wrong."
"""The same words whether there is such an account, whether it is active, and whatever was wrong."""


class LogIn(Form):
    """What somebody types to come in."""

    username = forms.EmailField(
        label="E-mail address",
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True}),
    )
    password = secret_field("Password", "current-password")

    def clean_username(self) -> str:
        """Return the address as accounts have it, so that its case is no way round the lock."""
        return address_of(self.cleaned_data["username"])


@sensitive_post_parameters("password")
@open_to_all
def log_in(request: HttpRequest) -> HttpResponse:
    """Let somebody in as far as the second factor."""
    machine = machine_of(request)
    if request.method == "POST" and LOG_INS.is_reached(machine):
        return locked(request)
    form = LogIn(request.POST or None)
    if form.is_valid():
        account = authenticate(request, **form.cleaned_data)
        if isinstance(account, Account):
            return _came_in(request, account)
        LOG_INS.note(machine)
        form.add_error(None, WRONG)
    elif request.method != "POST" and request.user.is_authenticated:
        return redirect("people:second-factor")
    context = {"title": "Log in", "form": form, "next": asked_for(request)}
    return render(request, "people/login.html", context, status=400 if form.errors else 200)


def _came_in(request: HttpRequest, account: Account) -> HttpResponse:
    """Begin a new session: nothing of what was in the browser before stays."""
    url = asked_for(request)
    request.session.flush()
    login(request, account)
    password_was_proved(request)
    remember(request, url)
    return redirect("people:second-factor")


def locked(request: HttpRequest, *_more: Any) -> HttpResponse:
    """Say that there were too many attempts; the same words for every account and for none."""
    context = {"title": "Too many attempts"}
    answer = render(request, "people/locked.html", context, status=429)
    answer.headers["Retry-After"] = "900"
    return answer


@receiver(user_locked_out)
def _locked_out(request: HttpRequest, username: str | None, **_more: Any) -> None:
    """Write down that an account was locked: once, when it comes to that."""
    if hasattr(request, "axes_failures_since_start") and request.axes_failures_since_start:
        whom = Account.objects.filter(email=username or "").first()
        note(Deed.LOCKED_OUT, whom=whom, detail=machine_of(request))


@require_POST
@for_accounts
def log_out(request: HttpRequest) -> HttpResponse:
    """End this session."""
    logout(request)
    return redirect("people:login")
