"""The app, as Django wants it declared."""

from __future__ import annotations

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The queue and what it leads to."""

    name = "salerno.web.desk"
    label = "desk"
