"""The preview in a browser: a page is loaded anew after a build, and says below it why there was none."""

import secrets
import threading

import pytest

from preview_support import PATIENCE, previewed
from salerno.cli.news import Builds
from salerno.cli.previewing import server_of
from tests_support import clinic, write

pytestmark = pytest.mark.chromium

HOSTILE = "templates/<img src=x onerror=alert(1)></p></article><script>alert(2)</script>.j2:2: no"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    return clinic(tmp_path_factory.mktemp("shown") / "clinic", locales=("es", "ar"))


@pytest.fixture
def builds():
    return Builds()


@pytest.fixture
def address(workspace, builds):
    server = server_of(workspace.root / "output", 0, builds)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def opened(chromium):
    """Open pages in a new window; insist at the end that nothing ran and nothing was asked of others."""
    context = chromium.new_context()
    dialogs, requests = [], []
    context.on("request", lambda request: requests.append(request.url))

    def opened(url):
        page = context.new_page()
        page.set_default_timeout(PATIENCE * 1000)
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        page.goto(url)
        return page

    yield opened
    context.close()

    assert dialogs == []
    assert all(url.startswith("http://127.0.0.1:") for url in requests)


def check_failure(page, message):
    """Insist that the page says it: as text, for those who cannot see it too, outside of the article."""
    bar = page.get_by_role("status")
    bar.filter(has_text=message).wait_for()

    assert bar.evaluate("(bar) => bar.childElementCount") == 0
    assert bar.evaluate("(bar) => !bar.getRootNode().host.closest('article, main')")


def check_none(page):
    page.get_by_role("status").wait_for(state="hidden")


@pytest.mark.parametrize("path", ["/preview/es/fever/", "/site/ar/fever/", "/preview/nowhere/"])
def test_a_failure_is_text_below_the_page_until_a_build_goes_well(opened, address, builds, path):
    page = opened(address + path)
    before = page.evaluate("document.body.innerHTML")
    check_none(page)
    builds.failed(HOSTILE)
    check_failure(page, HOSTILE)

    assert page.evaluate("document.body.innerHTML") == before
    builds.failed("another")
    check_failure(page, "another")
    builds.succeeded(is_new=False)
    check_none(page)


def test_a_failure_covers_little_and_is_not_printed(opened, address, builds):
    builds.failed("templates/page.html.j2:2: no\n" * 200)
    page = opened(f"{address}/preview/es/fever/")
    check_failure(page, "templates/page.html.j2:2: no")
    height = page.get_by_role("status").bounding_box()["height"]

    assert height <= 0.35 * page.viewport_size["height"]
    page.emulate_media(media="print")
    check_none(page)


def test_no_style_of_the_site_hides_a_failure(opened, address, builds, workspace):
    write(
        workspace,
        "output/preview/hidden.html",
        "<style>div, p { display: none !important }</style>",
    )
    builds.failed("no")

    check_failure(opened(f"{address}/preview/hidden.html"), "no")


def test_a_page_is_loaded_anew_after_a_build(opened, address, builds, workspace):
    file = write(workspace, "output/preview/x.html", "<title>old</title><body></body>")
    page = opened(f"{address}/preview/x.html")
    file.write_text("<title>new</title><body></body>")
    builds.succeeded(is_new=True)
    page.wait_for_function("document.title === 'new'")


def test_pages_that_nobody_looks_at_leave_the_server_to_the_others(opened, address, builds):
    threads = threading.active_count()
    pages = [opened(f"{address}/preview/es/fever/") for _ in range(5)]
    for page in pages:
        page.evaluate("Object.defineProperty(document, 'hidden', {value: true, writable: true})")
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    while threading.active_count() > threads:
        builds.failed(secrets.token_hex(4))
        threading.Event().wait(0.02)
    builds.failed("another")
    pages[0].evaluate("document.hidden = false")
    pages[0].evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    check_failure(pages[0], "another")


def test_an_open_page_follows_what_breaks_and_what_mends_it(opened, tmp_path):
    workspace = clinic(tmp_path / "clinic")
    catalog = workspace.catalog("fever", "es")
    text = catalog.read_text("utf-8")
    with previewed(workspace.root) as running:
        running.said()
        page = opened(running.address.replace("/preview/", "/preview/es/fever/"))
        write(workspace, "templates/page.html.j2", "one\n{% if %}")
        check_failure(page, "templates/page.html.j2:2: no valid template")
        (workspace.root / "templates" / "page.html.j2").unlink()
        check_none(page)
        catalog.write_text(text + "\nmsgid", "utf-8")
        check_failure(page, "locales/es/LC_MESSAGES/fever.po:")
        catalog.write_text(text.replace("⟦", "⟦Beba "), "utf-8")
        page.locator("article", has_text="Beba").wait_for()
        check_none(page)
        page.close()
