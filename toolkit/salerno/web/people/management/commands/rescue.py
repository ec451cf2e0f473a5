"""`python -m salerno.web rescue EMAIL`: for the owner who has lost everything, at the server's own console."""

from __future__ import annotations

from typing import Any

from axes.utils import reset as unlock
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from salerno.web.people import factor
from salerno.web.people.models import Account, Deed, note
from salerno.web.people.models.accounts import address_of
from salerno.web.people.passwords import reset_link


class Command(BaseCommand):
    """Removes a second factor, and prints a link for a new password."""

    help = "Remove the second factor of an account, and print a link for a new password."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whose."""
        parser.add_argument("email")

    @transaction.atomic
    def handle(self, *_args: Any, email: str, **_options: Any) -> None:
        """Do it, and write it down."""
        account = Account.objects.filter(email=address_of(email), is_active=True).first()
        if account is None:
            raise CommandError(f"no active account has the address {email}")
        factor.remove(account)
        account.end_sessions()
        account.save(update_fields=["sessions"])
        unlock(username=account.email)
        note(Deed.FACTOR_REMOVED, whom=account, detail="at the server's console")
        note(Deed.RESET_LINK, whom=account, detail="at the server's console")
        self.stdout.write(f"within a day, once, at the server's address: {reset_link(account)}")
