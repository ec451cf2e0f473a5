"""One real Chromium for all tests that look at a page as it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = Path("/usr/bin/chromium")
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """Launch Debian's Chromium for a module; skip where it or Playwright is missing.

    Playwright keeps an event loop running in this thread, in which other modules could run none of theirs.
    """
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="Playwright is not installed; `make setup` adds it"
    )
    if not CHROMIUM.exists():
        pytest.skip("Chromium is not installed; `make test-setup` adds it")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=str(CHROMIUM), args=list(_ARGUMENTS))
        yield browser
        browser.close()
