"""The addresses of the review server."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("salerno.web.people.urls")),
    path("", include("salerno.web.desk.urls")),
    path("", include("salerno.web.overview.urls")),
    path("", include("salerno.web.clone.urls")),
    path("", include("salerno.web.api.urls")),
]
handler400 = "salerno.web.failures.not_understood"
handler403 = "salerno.web.failures.forbidden"
handler404 = "salerno.web.failures.not_found"
handler500 = "salerno.web.failures.broken"
