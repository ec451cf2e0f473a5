"""Addresses of the API, without a slash behind, as programs write them."""

from __future__ import annotations

from django.urls import path

from salerno.web.api.description import openapi
from salerno.web.api.health import healthz
from salerno.web.api.queue import queue
from salerno.web.api.status import status

app_name = "api"
urlpatterns = [
    path("api/status", status, name="status"),
    path("api/queue", queue, name="queue"),
    path("api/openapi.json", openapi, name="openapi"),
    path("healthz", healthz, name="health"),
]
