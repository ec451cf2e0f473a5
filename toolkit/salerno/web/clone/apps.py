"""The app, as Django wants it declared."""

from __future__ import annotations

from django.apps import AppConfig


class CloneConfig(AppConfig):
    """The clone that the workspace is in."""

    name = "salerno.web.clone"
    label = "clone"
