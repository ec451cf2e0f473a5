"""Addresses of the clone."""

from __future__ import annotations

from django.urls import path

from salerno.web.clone import views

app_name = "clone"
urlpatterns = [
    path("git/", views.clone, name="clone"),
    path("git/exchange/", views.exchange, name="exchange"),
    path("git/conflicts/<slug:conflict>/", views.choose, name="choose"),
]
