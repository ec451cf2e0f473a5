"""The server starts, and its tests leave nothing behind."""

from __future__ import annotations

from urllib.request import urlopen


def test_somebody_who_has_logged_in_and_shown_a_factor_is_verified(server):
    client = server.logged_in("linguist", locale="es")

    page = client.get("/account/")

    assert page.wsgi_request.user.is_verified()
    assert page.wsgi_request.user.rights("es") == {"linguist"}


def test_a_live_server_serves_style_sheets_without_collecting_them(live):
    with urlopen(f"{live.address}/static/web/web.css") as answer:  # noqa: S310 - our own
        assert b"--ink" in answer.read()
