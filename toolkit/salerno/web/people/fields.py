"""Fields and forms as all pages of people show them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from salerno.errors import InputError
from salerno.store.reviewer_fields import check_shown
from salerno.web.people.models import Account

RULES = "At least 12 characters. Not digits alone, not a common one, not like your name or address."
"""What AUTH_PASSWORD_VALIDATORS ask, in short."""
LONGEST = 1024
"""Letters of a password or passphrase: enough, and no work for nothing."""


class Form(forms.Form):
    """A form without colons behind its labels."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what Django's takes."""
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


class AccountForm(Form):
    """A form about an account."""

    def __init__(self, account: Account, *args: Any, **kwargs: Any) -> None:
        """Take the account before what Django's takes."""
        super().__init__(*args, **kwargs)
        self.account = account


def check_name(text: str) -> None:
    """Refuse what turns words round or moves a cursor: names stand among others' words."""
    try:
        check_shown(text, "this")
    except InputError as error:
        raise ValidationError(str(error)) from error


def name_field(**details: Any) -> forms.CharField:
    """Return a field for a line of text that others will see."""
    return forms.CharField(max_length=200, validators=[check_name], **details)


def secret_field(label: str, autocomplete: str, **details: Any) -> forms.CharField:
    """Return a field for a password: what is typed is never sent back, and counts space by space."""
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(label=label, widget=widget, strip=False, max_length=LONGEST, **details)
