"""Addresses of the overview."""

from __future__ import annotations

from django.urls import path

from salerno.web.overview import acts, load, part, progress, record, trail

app_name = "overview"
_ARTICLE = "<locale:locale>/<article:article>/"
urlpatterns = [
    path("articles/", progress.progress, name="progress"),
    path(f"articles/{_ARTICLE}", part.part, name="part"),
    path(f"articles/{_ARTICLE}due/", acts.due, name="due"),
    path(f"articles/{_ARTICLE}withdraw/", acts.withdraw, name="withdraw"),
    path(f"articles/{_ARTICLE}classify/", acts.classify, name="classify"),
    path("load/", load.load, name="load"),
    path("trail/", trail.trail, name="trail"),
    path(f"trail/{_ARTICLE}", record.record, name="record"),
    path(f"trail/{_ARTICLE}trail.csv", record.as_csv, name="csv"),
    path(f"trail/{_ARTICLE}dossier/", record.as_dossier, name="dossier"),
    path(f"trail/{_ARTICLE}verify/", record.verify, name="verify"),
]
