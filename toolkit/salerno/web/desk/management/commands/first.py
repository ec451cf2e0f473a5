"""`python -m salerno.web first`: where the first owner makes their account."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from salerno.web.people.first import first_link


class Command(BaseCommand):
    """Prints a one-time link, if nobody has an account yet."""

    help = "Print the one-time link of the first owner, if nobody has an account yet."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Print the path; the host is the reader's own."""
        link = first_link()
        self.stdout.write(link or "there are accounts already: an owner invites all others")
