"""What an owner says of a reviewer: all that reviewers.toml needs but the key."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from salerno.errors import InputError
from salerno.store.reviewer_fields import check_id
from salerno.web.people import registering
from salerno.web.people.fields import Form, name_field
from salerno.web.people.inviting import Details
from salerno.web.people.models import Account, Appointment, Invitation
from salerno.web.people.rights import Reviewing


class ReviewerForm(Form):
    """An id, a credential, and until when they hold; empty if the person reviews nothing."""

    reviewer = forms.CharField(
        label="Reviewer’s id",
        max_length=64,
        required=False,
        help_text="Small letters, such as ana.lopez: it stands in every signature, and never changes its key. "
        "An id that is in reviewers.toml already has to be proved with its passphrase.",
    )
    credential = name_field(
        label="Credential", required=False, help_text="Such as MD, or the number of a licence."
    )
    organisation = name_field(label="Organisation", required=False)
    public_name = forms.BooleanField(
        required=False, label="Published pages may show the name (ask first)"
    )
    valid_until = forms.DateField(
        label="Valid until",
        required=False,
        help_text="The last day on which signatures count; empty is without end.",
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def __init__(self, *args: Any, account: Account | None = None, **kwargs: Any) -> None:
        """Take the account, if there is one already: an id that waits for its key is no other's."""
        super().__init__(*args, **kwargs)
        self._account = account

    def clean_reviewer(self) -> str:
        """Return the id, if it can be this person's."""
        said: str = self.cleaned_data["reviewer"]
        if not said:
            return ""
        try:
            check_id(said)
            _check_free(said, self._account)
        except InputError as error:
            raise ValidationError(str(error)) from error
        return said

    def clean_valid_until(self) -> Any:
        """Refuse a day that is over."""
        day = self.cleaned_data["valid_until"]
        if day and day < timezone.now().date():
            raise ValidationError("This day is over.")
        return day

    def demand(self) -> bool:
        """Refuse a reviewer without an id or a credential; return whether nothing is missing."""
        for name in ("reviewer", "credential"):
            if not self.cleaned_data.get(name) and name not in self.errors:
                self.add_error(
                    name, "A linguist or clinician needs one: it goes into reviewers.toml."
                )
        return not self.errors

    def details(self, reviewing: Reviewing) -> Details:
        """Return what was said, with the roles and locales that follow from the rights."""
        said = self.cleaned_data
        return Details(
            id=said["reviewer"],
            roles=reviewing.roles,
            locales=reviewing.locales,
            credential=said["credential"],
            organisation=said["organisation"],
            public_name=said["public_name"],
            valid_until=said["valid_until"],
        )


def _check_free(identifier: str, account: Account | None) -> None:
    """Raise InputError for an id that is another account's, has retired, or cannot be proved here."""
    waiting = Appointment.objects.filter(reviewer=identifier, account__isnull=False, done_at=None)
    if Account.objects.filter(reviewer=identifier).exists():
        raise InputError(f"{identifier} is the id of another account")
    offered = Invitation.objects.open().filter(appointment__reviewer=identifier)
    if offered.exists() or waiting.exclude(account=account).exists():
        raise InputError(f"{identifier} is offered to somebody else")
    known = registering.entry(identifier)
    if known and known.retired:
        raise InputError(f"{identifier} has retired", help="an id is given once: take another one")
    if known and not registering.has_key_here(identifier):
        raise InputError(
            f"{identifier} is in reviewers.toml, and its private key is not on this machine",
            help="copy it to .salerno/keys, or take another id",
        )
