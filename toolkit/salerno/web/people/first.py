"""The first run: a link to make the owner's account with."""

from __future__ import annotations

from django.db import transaction

from salerno.web.access import Right
from salerno.web.people import inviting
from salerno.web.people.models import Account, Invitation


@transaction.atomic
def first_link() -> str:
    """Return the path of a one-time link for the first owner, or an empty text if there are accounts.

    Links that were made before stop working: only the newest one can be known to whom it was shown.
    """
    if Account.objects.exists():
        return ""
    for earlier in Invitation.objects.open():
        inviting.take_back(earlier, by=None)
    return inviting.invite(inviting.Offered(pairs=[(Right.OWNER, "")]), by=None)
