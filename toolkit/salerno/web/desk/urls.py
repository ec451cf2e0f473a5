"""Addresses of the desk."""

from __future__ import annotations

from django.urls import path, register_converter

from salerno.web.desk import queue, review, signoff
from salerno.web.desk.addresses import Key, Slug, Tag

register_converter(Key, "key")
register_converter(Slug, "article")
register_converter(Tag, "locale")

app_name = "desk"
urlpatterns = [
    path("", queue.home, name="home"),
    path("queue/", queue.queue, name="queue"),
    path("queue/next/", queue.next_entry, name="next"),
    path("review/<locale:locale>/<article:article>/", review.article, name="article"),
    path("review/<locale:locale>/<article:article>/<key:key>/", review.entry, name="entry"),
    path(
        "review/<locale:locale>/<article:article>/<key:key>/decide/", review.decide, name="decide"
    ),
    path("review/undo/", review.undo, name="undo"),
    path("sign-off/<locale:locale>/<article:article>/", signoff.sign_off, name="sign-off"),
    path("sign-off/<locale:locale>/<article:article>/page/", signoff.shown_page, name="shown-page"),
    path(
        "sign-off/<locale:locale>/<article:article>/page/<path:name>",
        signoff.shown_asset,
        name="shown-asset",
    ),
]
