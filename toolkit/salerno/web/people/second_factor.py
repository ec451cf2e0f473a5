"""The pages of the second factor: to set one up, to show it at the log-in, to get a new one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django_otp import login as show_factor
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice

from salerno.web.access import after_password, for_accounts, for_verified, who
from salerno.web.people import factor
from salerno.web.people.fields import Form
from salerno.web.people.models import Account, Deed, note
from salerno.web.people.registering import pending
from salerno.web.people.way_on import way_on

_OFFERED = "offered"


class CodeForm(Form):
    """A code, as an app or a list of recovery codes shows it."""

    code = forms.CharField(
        label="Code from your app",
        max_length=40,
        help_text="Six digits, new every half minute.",
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autofocus": True, "inputmode": "numeric"}
        ),
    )


class RecoveryForm(Form):
    """A recovery code."""

    code = forms.CharField(
        label="Recovery code",
        max_length=40,
        help_text="Sixteen letters and digits from your list. Each works once.",
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autofocus": True, "autocapitalize": "none"}
        ),
    )


@for_accounts
def second_factor(request: HttpRequest) -> HttpResponse:
    """Ask for the second factor, or have it set up by who has none."""
    account: Any = request.user
    if account.is_verified():
        return redirect(_way_on(request))
    return _asked(request) if factor.device_of(account) else _set_up(request, replaces=False)


@for_verified
@after_password
def new_factor(request: HttpRequest) -> HttpResponse:
    """Set up another second factor in the place of the one that there is."""
    return _set_up(request, replaces=True)


def _asked(request: HttpRequest) -> HttpResponse:
    account = who(request)
    is_recovery = "recovery" in request.GET
    form = (RecoveryForm if is_recovery else CodeForm)(request.POST or None)
    if form.is_valid():
        wait = 0 if is_recovery else factor.seconds_to_wait(account)
        device = None if wait else factor.accepted(account, form.cleaned_data["code"])
        if device:
            return _verified(request, device)
        form.add_error("code", _why_not(wait or factor.seconds_to_wait(account), is_recovery))
    context = {"title": "Second step", "form": form, "is_recovery": is_recovery}
    return render(request, "people/code.html", context, status=400 if form.errors else 200)


def _why_not(wait: int, is_recovery: bool) -> str:  # noqa: FBT001
    if is_recovery:
        return "This recovery code does not work: it was mistyped, or used before. Wait a moment before the next."
    seconds = f"{wait} second{'s' * (wait != 1)}"
    return (
        f"This code does not work. Wait {seconds}, then type the one that the app shows by then: "
        "each works once."
    )


def _verified(request: HttpRequest, device: Device) -> HttpResponse:
    """Go on with a session that has another key than the one before: it may do more."""
    account = who(request)
    show_factor(request, device)
    request.session.cycle_key()
    is_recovery = isinstance(device, StaticDevice)
    note(Deed.RECOVERY_USED if is_recovery else Deed.LOGGED_IN, by=account)
    return redirect("people:self" if is_recovery else _way_on(request))


def _way_on(request: HttpRequest) -> str:
    """Return where to go on to: first to the signing key, if one is to be made."""
    return "people:key" if pending(who(request)) else way_on(request)


def _set_up(request: HttpRequest, *, replaces: bool) -> HttpResponse:
    """Show a secret, and take it as the second factor once a code from it came back.

    The secret is bound to this session: nobody else who knows the password is shown the same one.
    """
    account = who(request)
    offer = factor.Offer(account, request.session.setdefault(_OFFERED, factor.new_key()))
    form = CodeForm(request.POST or None)
    if form.is_valid():
        code = "".join(form.cleaned_data["code"].split())
        device = factor.confirmed(offer, code, replaces=replaces)
        if device:
            return _is_set_up(request, device, replaces=replaces)
        form.add_error(
            "code", "This is not the code of this secret now. Type the one that the app shows."
        )
    context = {"title": "Set up your second step", "form": form, "offer": offer, "section": "self"}
    return render(request, "people/set-up.html", context, status=400 if form.errors else 200)


def _is_set_up(request: HttpRequest, device: Device, *, replaces: bool) -> HttpResponse:
    account = who(request)
    del request.session[_OFFERED]
    if replaces:
        end_other_sessions(request, account)
    show_factor(request, device)
    request.session.cycle_key()
    note(Deed.FACTOR, by=account)
    return shown_codes(request, account)


def end_other_sessions(request: HttpRequest, account: Account) -> None:
    """Log an account out everywhere but here."""
    account.end_sessions()
    account.save(update_fields=["sessions"])
    update_session_auth_hash(request, account)


def shown_codes(request: HttpRequest, account: Account) -> HttpResponse:
    """Show new recovery codes, this once."""
    context = {
        "title": "Your recovery codes",
        "codes": factor.new_codes(account),
        "way_on": resolve_url(_way_on(request)),
        "section": "self",
    }
    return render(request, "people/codes.html", context)


@for_verified
@after_password
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """Make new recovery codes; the old ones stop working."""
    if request.method != "POST":
        return redirect("people:self")
    account = who(request)
    note(Deed.RECOVERY_CODES, by=account)
    return shown_codes(request, account)
