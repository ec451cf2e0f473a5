"""The app, as Django wants it declared."""

from __future__ import annotations

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Accounts, rights and invitations."""

    name = "salerno.web.people"
    label = "people"
