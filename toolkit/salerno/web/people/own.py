"""One's own page."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from salerno import signing
from salerno.errors import InputError
from salerno.web.access import REVIEWERS, for_verified, who
from salerno.web.people import factor, mail, registering
from salerno.web.people.models import Account, DailyMail, Deed, note
from salerno.web.people.rights import pairs_of, said
from salerno.web.people.second_factor import end_other_sessions


@for_verified
def own(request: HttpRequest) -> HttpResponse:
    """Show an account to whose it is."""
    account = who(request)
    context = {
        "title": "Your account",
        "section": "self",
        "given": said(pairs_of(account)),
        "codes_left": factor.codes_left(account),
        "appointment": registering.pending(account),
        "gets_mails": mail.is_set() and account.may(REVIEWERS),
        "wants_mails": not DailyMail.objects.filter(account=account, is_wanted=False).exists(),
        "tokens": account.tokens.filter(revoked_at=None).order_by("-id"),
        **_entry(account),
    }
    return render(request, "people/own.html", context)


def _entry(account: Account) -> dict[str, object]:
    """Return the account's entry in reviewers.toml, as a page shows it."""
    try:
        entry = registering.entry(account.reviewer)
    except InputError as error:
        return {"problem": str(error)}
    if entry is None:
        return {}
    return {
        "entry": entry,
        "fingerprint": signing.fingerprint(entry.public_key),
        "has_key_here": registering.has_key_here(entry.id),
    }


@require_POST
@for_verified
def everywhere(request: HttpRequest) -> HttpResponse:
    """Log out everywhere but here."""
    account = who(request)
    end_other_sessions(request, account)
    note(Deed.EVERYWHERE, by=account)
    messages.success(request, "You are logged out everywhere else.")
    return redirect("people:self")


@require_POST
@for_verified
def daily_mail(request: HttpRequest) -> HttpResponse:
    """Have the mail of the day, or stop it."""
    wanted = request.POST.get("wanted") == "yes"
    DailyMail.objects.update_or_create(account=who(request), defaults={"is_wanted": wanted})
    said = "You will be mailed once a day while something waits for you."
    messages.success(request, said if wanted else "You will not be mailed about what waits.")
    return redirect("people:self")
