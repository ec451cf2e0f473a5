"""Handouts: what is published, on paper, for everybody's eyes, ears and cameras."""

import http.server
import io
import json
import re
import shutil
import subprocess
import sys
import threading
from dataclasses import replace

import pytest

from page_support import MARKDOWN, PLAIN, TARGETS, edition_of
from salerno.model import Role
from salerno.page.chrome import Chrome
from salerno.page.handout import CLOSENESSES, Handout, Sheet, render_handout
from salerno.page.localized import localized
from salerno.page.printable import printable
from salerno.page.render import Byline
from salerno.page.rows import rows
from salerno.page.theme import plain
from salerno.pipeline.build import build
from salerno.pipeline.content import contents
from salerno.pipeline.handout import handout
from salerno.pipeline.pages import pages
from salerno.pipeline.publication import publication
from salerno.printing import code_of, pdf_of
from salerno.store import catalogs, chrome
from salerno.store import handouts as disk
from salerno.store.handouts import Made
from salerno.store.settings import parse
from tests_support import clinic, make_workspace, register, sign, write
from trail_support import MEDICAL

pikepdf = pytest.importorskip("pikepdf", reason="pikepdf is not installed; `make setup` adds it")
try:
    import weasyprint
except (ImportError, OSError):
    pytest.skip("WeasyPrint or pango is missing; `make setup` adds them", allow_module_level=True)

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"><rect width="40" height="10"/></svg>'
ARTICLE = """---
title: Fever "at home" <b>
risk: standard
date: 2026-10-02
reviewed_by: Dr. A. Example
---

# Fever "at home"

Take **two** tablets.

![A thermometer](thermometer.svg) ![](thermometer.svg) ![Far away](https://example.org/x.png)

## What to do

1. Rest, and [ask](../cough/ "Ask").

   Then rest again.
2. Drink.

- Tea
  - with honey

| Age | Dose |
|:----|-----:|
| 12  | 5 mg |

See the note.[^1]

[^1]: Ask a nurse.
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Make a workspace whose article is published in es and ar, and its handouts."""
    workspace = make_workspace(tmp_path_factory.mktemp("made") / "clinic", engines=("pseudo",))
    write(workspace, "source/fever.md", ARTICLE)
    write(workspace, "source/thermometer.svg", PICTURE)
    build(workspace)
    register(workspace, "ana", "clinician", "linguist", locales=("es", "ar"), public_name=True)
    for locale in ("es", "ar"):
        for article in ("site", "fever"):
            sign(workspace, article, locale)
        for is_bilingual in (False, True):
            handout(workspace, ["fever"], locale, is_bilingual=is_bilingual)
    return workspace


@pytest.fixture
def fresh(tmp_path):
    """Make a workspace of one's own with two published articles."""
    return clinic(tmp_path / "clinic", articles=("fever", "cough"))


def reword(workspace, article):
    """Give every unit of an article another target."""
    file = workspace.catalog(article, "es")
    catalog = catalogs.read(workspace, file)
    entries = tuple(replace(entry, targets=(f"{entry.targets[0]} Ñ",)) for entry in catalog.entries)
    catalogs.write(workspace, file, replace(catalog, entries=entries))


def opened(workspace, name):
    return pikepdf.open(workspace.handouts / f"{name}.pdf")


def opened_pages(workspace, name):
    """Yield pages; they live as long as their document does."""
    with opened(workspace, name) as pdf:
        yield from pdf.pages


def elements(pdf):
    """Return the structure elements, with their parents, in reading order."""
    found = []

    def walk(element, parent):
        found.append((element, parent))
        for kid in kids_of(element):
            walk(kid, element)

    for element in pdf.Root.StructTreeRoot.K:
        walk(element, None)
    return found


def kids_of(element):
    kids = element.get("/K", [])
    listed = kids if isinstance(kids, pikepdf.Array) else [kids]
    return [kid for kid in listed if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def roles(pdf):
    return [str(element.S) for element, _ in elements(pdf)]


def text_of(page):
    """Return the words of a page, by the tables that turn glyphs into letters."""
    letters, words, table = {}, [], {}
    for name, font in page.Resources.Font.items():
        cmap = font.ToUnicode.read_bytes().decode("latin-1")
        letters[name] = {
            int(glyph, 16): bytes.fromhex(text).decode("utf-16-be")
            for glyph, text in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", cmap)
        }
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            table = letters[str(operands[0])]
        elif str(operator) in {"TJ", "Tj"}:
            parts = operands[0] if str(operator) == "TJ" else operands
            for part in parts:
                if isinstance(part, pikepdf.String):
                    data = bytes(part)
                    glyphs = (int.from_bytes(data[at : at + 2]) for at in range(0, len(data), 2))
                    words.append("".join(table.get(glyph, "") for glyph in glyphs))
        elif str(operator) == "ET":
            words.append("\n")
    return "".join(words)


def sheet(locale="es", source=MARKDOWN, form="md", **details):
    position = ("es", "ar").index(locale) if locale in {"es", "ar"} else 0
    targets = {text: found[position] for text, found in TARGETS.items()}
    edition = edition_of(source, form, locale, lambda text: targets.get(text, text))
    bylines = [Byline(MEDICAL, Role.CLINICIAN, "", "MD", "Clínica & Co", "2026-11-22")]
    return Sheet(edition, bylines, "2026-11-22", **details)


def html_of(*sheets, locale="es", title="Health", publisher="Clinic", **details):
    words = Chrome(locale, lambda number: int(number != 1))
    return render_handout(
        Handout(locale, "en", sheets, title, publisher, **details), words, plain()
    )


def test_a_handout_says_what_it_is_to_machines_that_read_aloud(made):
    pdf = opened(made, "es/fever")

    assert str(pdf.Root.Lang) == "es"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert "⟦" in str(pdf.docinfo.Title)
    assert "<" in str(pdf.docinfo.Title)
    assert b"pdfuaid" in pdf.Root.Metadata.read_bytes()
    assert all(page.Tabs == "/S" for page in pdf.pages)


def test_every_block_has_the_tag_of_what_it_is(made):
    pdf = opened(made, "es/fever")
    found = roles(pdf)

    assert found.count("/H1") == 1
    assert found.count("/H2") == 1
    assert {"/P", "/L", "/LI", "/Lbl", "/LBody", "/Table", "/TH", "/TD", "/Link", "/Art"} <= {
        *found
    }
    assert found.count("/Figure") == 1
    for element, parent in elements(pdf):
        role = str(element.S)
        assert role != "/Figure" or "ţĥéé" in str(element.Alt)
        assert role not in {"/TH", "/TD"} or str(parent.S) == "/TR"
        assert role not in {"/Lbl", "/LBody"} or str(parent.S) == "/LI"
        if role == "/LI":
            assert {str(kid.S) for kid in kids_of(element)} <= {"/Lbl", "/LBody"}
        for kid in kids_of(element):
            assert kid.P.objgen == element.objgen


def test_every_font_is_embedded_and_cut_down_to_what_is_used(made):
    for name in ("es/fever", "ar/fever-bilingual"):
        for page in opened_pages(made, name):
            assert page.Resources.Font
            for font in page.Resources.Font.values():
                descriptor = font.DescendantFonts[0].FontDescriptor
                assert {"/FontFile2", "/FontFile3"} & {*descriptor.keys()}
                assert re.match(r"/[A-Z]{6}\+", str(descriptor.FontName))
                assert "/ToUnicode" in font


def test_staff_can_tell_every_page_and_readers_find_the_next_one(made):
    day = max(event.at for event in standing(made).signoffs)[:10]
    for locale, language in (("es", "Spanish (Español)"), ("ar", "Arabic (")):
        for name in ("fever", "fever-bilingual"):
            pdf = opened(made, f"{locale}/{name}")
            for number, page in enumerate(pdf.pages, 1):
                words = text_of(page).replace("\n", "")
                assert 'Fever "at home" <b>' in words
                assert language in words
                assert day[:4] in words
                assert f"https://example.org/health/{locale}/fever/" in words
                assert locale != "es" or f"Página {number} de {len(pdf.pages)}" in words


def standing(workspace, locale="es"):
    content = next(contents(workspace, ["fever"]))
    return publication(workspace, content, locale).standing


def test_the_byline_the_advice_and_the_original_stand_at_the_end(made):
    words = "".join(text_of(page) for page in opened(made, "es/fever").pages)

    assert "Revisión médica de esta traducción: Dr. Ana, MD" in words.replace("\n", " ")
    assert "Esta información no sustituye" in words
    assert "Dr. A. Example hizo la revisión médica del texto original" in words
    assert "Texto del 2 de octubre de 2026" in words
    assert "Example Clinic" in words


def test_the_code_is_the_address():
    segno = pytest.importorskip("segno")
    address = "https://example.org/health/es/fever/"
    code = code_of(address)
    dark = {
        (int(x) + step, int(y))
        for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", code.path)
        for step in range(int(width))
    }
    matrix = segno.make_qr(address, error="m").matrix

    assert code.size == len(matrix) + 8
    assert dark == {(x + 4, y + 4) for y, row in enumerate(matrix) for x, bit in enumerate(row) if bit}  # fmt: skip


def test_the_code_is_drawn_on_every_page(made):
    for page in opened(made, "es/fever").pages:
        content = page.Contents.read_bytes()
        assert content.count(b" l\n") > 300 or content.count(b" re\n") > 100


def test_the_same_sign_offs_make_the_same_bytes(made):
    path = made.handouts / "ar" / "fever-bilingual.pdf"
    before = path.read_bytes()
    path.unlink()
    command = ["-m", "salerno", "-C", str(made.root), "handout", "fever", "-l", "ar", "--bilingual"]
    subprocess.run([sys.executable, *command], check=True, env=environment(PYTHONHASHSEED="7"))

    assert path.read_bytes() == before


def environment(**more):
    import os

    return os.environ | {"PYTHONPATH": ":".join(sys.path)} | more


def test_a_handout_of_what_is_not_published_is_refused_with_the_reasons_of_pages(fresh, salerno):
    path = fresh.ledger("cough", "es")
    path.unlink()
    said = salerno("-C", fresh.root, "pages").err
    result = salerno("-C", fresh.root, "handout", "fever", "cough", "-l", "es")

    assert result.status == 1
    assert result.err.splitlines()[0] in said
    assert "withheld cough in es: not signed" in result.err
    assert not fresh.handouts.exists()


@pytest.mark.parametrize("way", ["pages", "handout"])
def test_a_handout_goes_when_its_article_is_withdrawn(fresh, salerno, monkeypatch, way):
    monkeypatch.setenv("SALERNO_PASSPHRASE", "correct horse")
    for articles in (["fever"], ["cough"], ["fever", "cough"]):
        handout(fresh, articles, "es")
    own = fresh.handouts / "es" / "own.pdf"
    own.write_bytes(b"%PDF-1.7\nsomebody's own")
    salerno("-C", fresh.root, "withdraw", "fever", "-l", "es", "--as", "ana", "--reason", "No.")
    arguments = ["pages"] if way == "pages" else ["handout", "cough", "-l", "es"]
    said = salerno("-C", fresh.root, *arguments).err

    assert sorted(path.name for path in own.parent.iterdir()) == ["cough.pdf", "own.pdf"]
    assert "removed output/handouts/es/booklet.pdf: it is not what is published now" in said


def test_a_handout_of_an_earlier_edition_goes_when_a_new_one_is_signed(fresh):
    handout(fresh, ["fever"], "es")
    reword(fresh, "fever")
    sign(fresh)
    report = pages(fresh)

    assert report.removed == ["output/handouts/es/fever.pdf"]
    assert not fresh.handouts.joinpath("es").exists()


def test_a_handout_of_an_article_or_a_locale_that_is_gone_goes_too(fresh):
    handout(fresh, ["fever"], "es")
    (fresh.source / "fever.md").unlink()

    assert pages(fresh).removed == ["output/handouts/es/fever.pdf"]


def test_what_a_picture_says_of_a_handout_does_not_count(fresh):
    path = disk.path_of(fresh, "es", "x")
    forged = b"stream\nsalerno-handout " + b'{"articles":{},"locale":"es"}' + b"\nendstream\n"
    own = b"stream\n" + Made("es", {"fever": "1"}).note + b"\nendstream\n"
    disk.write(path, b"%PDF\n" + forged + own)

    assert [made.articles for _, made in disk.listed(fresh)] == [{"fever": "1"}]


def test_an_outdated_edition_carries_the_notice_and_one_that_gives_way_is_refused(made, tmp_path):
    workspace = replace(made, root=tmp_path / "copy")
    shutil.copytree(made.root, workspace.root)
    text = ARTICLE.replace("Take **two**", "Take **one**")
    write(workspace, "source/fever.md", text)
    build(workspace)
    handout(workspace, ["fever"], "es")
    words = "".join(text_of(page) for page in opened(workspace, "es/fever").pages)
    write(workspace, "source/fever.md", text.replace("risk: standard", "risk: critical"))
    refused = handout(workspace, ["fever"], "es")

    assert words.index("Es posible que esta página no esté al día.") < words.index("⟦")
    assert "This page may be out of date." in words
    assert refused.path is None
    assert "its source has changed" in refused.withheld[0].reasons[0]
    assert not (workspace.handouts / "es").exists()


def test_a_bilingual_handout_has_both_languages_in_rows(made):
    pdf = opened(made, "ar/fever-bilingual")
    found = elements(pdf)
    headings = [(str(e.S), str(e.Lang)) for e, _ in found if str(e.S) in {"/H1", "/H2"}]
    items = [str(e.Lang) for e, _ in found if str(e.S) == "/LI"]

    assert headings == [("/H1", "en"), ("/H1", "ar"), ("/H2", "en"), ("/H2", "ar")]
    assert items[:4] == ["en", "ar", "en", "ar"]
    assert str(pdf.Root.Lang) == "ar"


@pytest.mark.parametrize(("locale", "target_is_right"), [("ar", True), ("es", True)])
def test_rows_are_level_and_right_to_left_stands_on_the_right(made, locale, target_is_right):
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed (Debian: poppler-utils)")
    path = made.handouts / locale / "fever-bilingual.pdf"
    boxes = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, check=True, text=True).stdout  # fmt: skip
    found = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</word>', boxes)
    places = {word: (float(x), float(y)) for x, y, word in reversed(found)}
    source = places["Drink."]
    target = next(place for word, place in places.items() if "Đŕîîñķ" in word)

    assert abs(source[1] - target[1]) < 4
    assert (target[0] > source[0]) is target_is_right


def test_a_right_to_left_source_stands_on_the_right_too():
    made = sheet()
    made = replace(made, edition=replace(made.edition, source_locale="ar"))
    words = Chrome("es", lambda number: int(number != 1))
    html = render_handout(Handout("es", "ar", [made], "", is_bilingual=True), words, plain())

    assert '<div class="pair" dir="rtl">' in html
    assert '<div class="side" lang="ar" dir="rtl">' in html


@pytest.mark.parametrize(("source", "form"), [(MARKDOWN, "md"), (PLAIN, "txt")])
def test_rows_lose_nothing_and_pair_what_belongs_together(source, form):
    edition = sheet(source=source, form=form).edition
    original = localized(replace(edition, target=edition.source)).html
    found = list(rows(original, localized(edition).html))
    pairs = {(words(row.source), words(row.target)) for row in found}

    assert "".join("".join(words(row.source) for row in found).split()) == "".join(words(original).split())  # fmt: skip
    expected = {"md": ("Drink.", "Beba."), "txt": ("What should I do?", "¿Qué hago?")}
    assert expected[form] in pairs


def words(html):
    from html import unescape

    return unescape(re.sub("<[^>]*>", "", html)).strip()


def test_items_count_on_in_their_rows():
    found = list(rows('<ol start="3"><li>a</li><li>b</li></ol>', "<ol><li>c</li><li>d</li></ol>"))

    assert [row.source for row in found] == ['<ol start="3"><li>a</li></ol>', '<ol start="4"><li>b</li></ol>']  # fmt: skip
    assert found[1].target == '<ol start="2"><li>d</li></ol>'


def test_a_broad_table_takes_the_whole_page():
    table = "<table><tbody><tr><td>1</td><td>2</td><td>3</td></tr></tbody></table>"

    assert [row.is_wide for row in rows(table + "<p>a</p>", table + "<p>b</p>")] == [True, False]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("<p>a</p><p>b</p>", "<p>c</p>"),
        ("<ul><li>a</li></ul>", "<ul><li>b</li><li>c</li></ul>"),
        ("", "<p>a</p>"),
        ("a<p>b</p>", "<p>c</p>d"),
        ("<dl><dd>a</dd><dt>b</dt></dl>", "<dl><dd>c</dd><dt>d</dt></dl>"),
    ],
)
def test_unequal_blocks_stand_in_one_row_and_nothing_is_lost(source, target):
    found = list(rows(source, target))

    assert "".join(words(row.source) for row in found) == words(source)
    assert "".join(words(row.target) for row in found) == words(target)


def test_a_booklet_has_its_articles_in_order_with_contents(fresh):
    report = handout(fresh, ["fever", "cough"], "es")
    again = handout(fresh, ["cough", "fever", "cough"], "es", is_bilingual=True)
    pdf = opened(fresh, "es/booklet")
    first, *rest = [text_of(page) for page in pdf.pages]

    assert report.path == fresh.handouts / "es" / "booklet.pdf"
    assert again.path == fresh.handouts / "es" / "booklet-bilingual.pdf"
    assert "Índice" in first
    assert first.index("Fever") < first.index("Cough")
    assert ["Fever" in rest[0], "Cough" in rest[1]] == [True, True]
    assert all(f"Página {n} de 3" in words for n, words in enumerate([first, *rest], 1))
    assert pdf.pages[0].Annots[0].Subtype == "/Link"


def test_an_article_called_like_the_handout_of_another_is_refused(fresh, salerno):
    write(fresh, "source/fever-bilingual.md", "# x\n")
    for name in ("fever-bilingual", "booklet"):
        write(fresh, f"source/{name}.md", "# x\n")
        result = salerno("-C", fresh.root, "handout", name, "-l", "es")
        assert (result.status, "rename the article" in result.err) == (2, True)


def test_wrong_use_is_told_in_one_line(fresh, salerno):
    for arguments in (["fevre", "-l", "es"], ["fever", "-l", "fr"], ["-l", "es"], ["fever"]):
        result = salerno("-C", fresh.root, "handout", *arguments)
        assert result.status == 2
        assert "Traceback" not in result.err
    assert not fresh.handouts.exists()


def test_paper_is_a4_unless_the_workspace_says_letter(fresh):
    path = fresh.root / "salerno.toml"
    assert 'paper = "A4"' in path.read_text()
    settings = parse(path.read_text().replace('paper = "A4"', 'paper = "letter"'))
    handout(fresh, ["fever"], "es")
    handout(replace(fresh, settings=settings), ["cough"], "es")

    sizes = [
        [round(float(side)) for side in page.MediaBox[2:]]
        for name in ("fever", "cough")
        for page in opened_pages(fresh, f"es/{name}")
    ]
    assert sizes == [[595, 842], [612, 792]]


def test_page_numbers_are_in_the_digits_of_the_language():
    assert 'symbols: "۰" "۱"' in html_of(sheet("fa"), locale="fa")
    assert 'symbols: "0" "1"' in html_of(sheet())


def test_what_is_not_signed_of_the_chrome_is_english_and_marked_so():
    html = html_of(sheet())

    date = '<bdi lang="es">22 de noviembre de 2026</bdi>'
    assert f'<span lang="en" dir="ltr">Version of {date}</span>' in html
    assert 'content: "Page " counter(page, local) " of " counter(pages, local)' in html


def test_a_notice_speaks_the_language_of_the_original_whatever_it_is():
    said = Chrome.of(chrome.shipped("es"), "es")
    made = replace(sheet("ar", is_outdated=True), source_address="https://x/es/fever/")
    html = render_handout(
        Handout("ar", "es", [made], "Salud", original=said), Chrome("ar", said.plural_form), plain()
    )
    notice = re.search('<div class="notice">.*?</div>', html, re.DOTALL).group()

    assert '<p lang="es" dir="ltr"><strong>Es posible que esta página no esté al día.</strong>' in notice  # fmt: skip
    assert '<p lang="en"' not in notice


def test_a_hostile_title_ends_no_element_and_no_style_sheet():
    title = '</title></style><script>alert(1)</script>"\\";}@import "http://x/";'
    made = sheet(source=f"---\ntitle: '{title}'\n---\n\n# {title}\n\nText.\n")
    html = html_of(made, made, title=title, publisher=title)
    pdf = pikepdf.open(io.BytesIO(pdf_of(html)))

    assert "<script" not in html
    assert html.count("</style>") == html.count("</title>") == 1
    assert str(pdf.docinfo.Title) == title


@pytest.fixture
def visited():
    """Serve HTTP, and list what is asked for."""
    asked = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *arguments):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


def test_nothing_is_fetched_from_the_network_or_the_disk(visited, tmp_path):
    address, asked = visited
    secret = tmp_path / "secret.svg"
    secret.write_text('<svg xmlns="http://www.w3.org/2000/svg"><text y="9">SECRET</text></svg>')
    link = tmp_path / "link.svg"
    link.symlink_to(secret)
    urls = [f"{address}/x.svg", secret.as_uri(), link.as_uri(), str(secret), "asset:1", "asset:../0"]  # fmt: skip
    nested = "".join(f'<image href="{url}" width="9" height="9"/>' for url in urls)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="50" height="50">{nested}<text y="9">OURS</text></svg>'
    tags = "".join(
        f'<img src="{url}" alt="x"><p style="background:url({url})">x</p><object data="{url}">x</object>'
        f'<link rel="stylesheet" href="{url}"><link rel="attachment" href="{url}"><style>@import "{url}";</style>'
        for url in urls
    )
    html = f'<html lang="en"><title>x</title><base href="{address}/">{tags}<img src="asset:0" alt="ours"></html>'
    pdf = pikepdf.open(io.BytesIO(pdf_of(html, {"asset:0": svg.encode()})))
    words = "".join(text_of(page) for page in pdf.pages)

    assert asked == []
    assert "SECRET" not in words
    assert "OURS" in forms(pdf) + words
    assert "/EmbeddedFiles" not in pdf.Root.get("/Names", {})


def forms(pdf):
    """Return the words in the pictures of a document."""
    streams = [o for o in pdf.objects if isinstance(o, pikepdf.Stream)]
    drawn = [o for o in streams if o.get("/Subtype") == "/Form"]
    return "".join("OURS" for o in drawn if b"TJ" in o.read_bytes())


def test_pictures_are_the_workspaces_own_and_others_show_their_words():
    html = (
        '<p><img src="a.svg" alt="A"><img src="a.svg" alt=""><img src="http://x/b.png" alt="<b>">'
        '<img src="../secret.png" alt="C"></p>'
    )

    assert printable(html, assets=["0.svg", "a.svg"], address="", prefix="") == (
        '<p><img src="asset:1" alt="A">&lt;b&gt;C</p>'
    )


def test_links_lead_to_where_the_page_leads_and_ids_are_the_articles_own():
    html = '<h2 id="a">x</h2><a href="#a">1</a><a href="../b/">2</a><a href="mailto:x@y">3</a><a href="http://[">4</a>'
    with_address = printable(html, assets=[], address="https://x/es/f/", prefix="f-")
    without = printable(html, assets=[], address="", prefix="")

    assert with_address == (
        '<h2 id="f-a">x</h2><a href="#f-a">1</a><a href="https://x/es/b/">2</a>'
        '<a href="mailto:x@y">3</a><a>4</a>'
    )
    assert '<a href="#a">1</a><a>2</a>' in without


def test_without_a_base_url_there_is_no_code_and_no_address():
    html = html_of(sheet())

    assert "<svg" not in html
    assert "This text on the web" not in html


def boxes_of(html):
    """Return all boxes that the printer lays out, with the width of their page."""
    from weasyprint.formatting_structure import boxes

    waiting = [(page._page_box, page.width) for page in weasyprint.HTML(string=html).render().pages]
    while waiting:
        box, width = waiting.pop()
        yield box, width
        if isinstance(box, boxes.ParentBox):
            waiting += [(child, width) for child in box.children]


@pytest.mark.parametrize("is_bilingual", [False, True])
@pytest.mark.parametrize("locale", ["es", "ar"])
def test_figures_stand_on_one_line_of_a_handout_and_nothing_is_cut_off(locale, is_bilingual):
    word = {"es": "y", "ar": "ثم"}[locale]
    texts = [f"{word * count} 1 000 mg, 4–6 mL" for count in range(1, 60)]
    cells = f"| {' | '.join(['1-800-222-1222 ext. 55'] * 6)} |\n|{'---|' * 6}\n"
    made = sheet(locale, source="# Take 2.5 mg\n\n" + " ".join(texts) + f"\n\n{cells}")
    found = list(boxes_of(html_of(made, locale=locale, is_bilingual=is_bilingual)))
    held = [box for box, _ in found if type(box).__name__ == "InlineBlockBox"]
    lines = [len(box.children) for box in held if box.element.get("dir") != "auto"]

    assert len(lines) > 100
    assert set(lines) == {1}
    assert all(
        box.position_x + box.width < width
        for box, width in found
        if type(box).__name__ == "TextBox"
    )


def test_a_word_without_end_and_a_long_paragraph_come_to_an_end():
    text = "x" * 4_000 + " " + "Take two tablets. " * 1_000
    made = sheet(source=f"# Long\n\n{text}\n\nEnd.\n")
    for is_bilingual in (False, True):
        pdf = pikepdf.open(io.BytesIO(pdf_of(html_of(made, is_bilingual=is_bilingual))))
        assert len(pdf.pages) > 5
        assert sum(text_of(page).count("tablets") for page in pdf.pages) >= 1_000


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_paragraph_of_a_megabyte_comes_to_an_end():
    made = sheet(source=f"# Long\n\n{'Take two tablets. ' * 58_000}\n\nEnd.\n")

    assert len(pikepdf.open(io.BytesIO(pdf_of(html_of(made)))).pages) > 200


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("体温 \U000f0000", "(Chinese, Japanese, Korean, Unknown): U+4F53 体, U+6E29 温, U+F0000"),
        ("ⴰⵣⵓⵍ", "(Tifinagh)"),
    ],
)
def test_a_missing_font_is_named_with_the_characters_it_lacks(tmp_path, text, said):
    """Each needs a process of its own: fontconfig reads its configuration once."""
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    shutil.copy(a_font(), fonts)
    done = printed(tmp_path, fonts, text)

    assert done.returncode == 2
    assert "salerno: no font here has these characters " + said in done.stderr
    assert "apt-get install --no-install-recommends fonts-noto-c" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_any_font_the_command_says_so(tmp_path):
    (tmp_path / "fonts").mkdir()
    done = printed(tmp_path, tmp_path / "fonts", "abc")

    assert done.returncode == 2
    assert "no font is installed here" in done.stderr


def a_font():
    """Return the file of a font that has Latin letters and not many others."""
    done = subprocess.run(["fc-match", "-f", "%{file}", "DejaVu Sans Mono"], capture_output=True, text=True, check=True)  # fmt: skip
    return done.stdout


def printed(folder, fonts, text):
    """Print a text as the command would, on a machine that has but those fonts."""
    config = folder / "fonts.conf"
    config.write_text(f"<fontconfig><dir>{fonts}</dir><cachedir>{folder}/cache</cachedir></fontconfig>")  # fmt: skip
    code = (
        "import sys\n"
        "from salerno.cli.main import cli, main\n"
        "from salerno.printing import pdf_of\n"
        "html = '<html lang=en><title>x</title>' + sys.argv[1]\n"
        "cli.command('print')(lambda: pdf_of(html))\n"
        "main(['print'])"
    )
    return subprocess.run([sys.executable, "-c", code, text], capture_output=True, text=True, check=False, env=environment(FONTCONFIG_FILE=str(config)))  # fmt: skip


def test_without_weasyprint_the_command_says_how_to_get_it(fresh, salerno, monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    result = salerno("-C", fresh.root, "handout", "fever", "-l", "es")
    doctor = salerno("-C", fresh.root, "doctor")

    assert result.status == 2
    assert 'pip install "salerno[pdf]"' in result.err
    assert "missing  handouts" in doctor.out
    assert not fresh.handouts.exists()


def test_doctor_tells_of_handouts(fresh, salerno):
    assert "ok       handouts (WeasyPrint" in salerno("-C", fresh.root, "doctor").out


def test_the_record_in_a_handout_names_its_editions(made):
    record = {path.name: kept for path, kept in disk.listed(made) if path.parent.name == "es"}

    assert record["fever.pdf"].locale == "es"
    assert set(record["fever.pdf"].articles) == {"fever"}
    assert json.loads(record["fever.pdf"].note.partition(b" ")[2])["locale"] == "es"


def test_catalogs_in_work_change_no_handout(made):
    path = made.handouts / "es" / "fever.pdf"
    before = path.read_bytes()
    reword(made, "fever")
    handout(made, ["fever"], "es")

    assert path.read_bytes() == before


@pytest.fixture(scope="module")
def spilling():
    """Return a sheet whose last lines do not fit on the page by a little."""
    for number in range(12, 60):
        steps = "".join(f"- Step {n}: rest, drink water and wait.\n" for n in range(number))
        source = f"---\ntitle: Steps\ndate: 2026-10-02\n---\n\n# Steps\n\n{steps}"
        made = sheet("en-XA", source=source, address="https://x/es/steps/")
        if len(opened_from(made).pages) > 1:
            return made
    raise AssertionError("it always fits")


def opened_from(made, **details):
    return pikepdf.open(io.BytesIO(pdf_of(html_of(made, locale="en-XA", **details))))


def test_what_stands_at_the_end_stays_together(spilling):
    first, second = [text_of(page) for page in opened_from(spilling).pages]

    for words in ("This information does not replace", "Clínica & Co", "Text of", "on the web"):
        assert words in second
        assert words not in first


def test_what_almost_fits_one_page_fits_it_with_letters_as_large(spilling):
    from salerno.page.names import shipped

    closer = [opened_from(spilling, closeness=closeness) for closeness in CLOSENESSES]
    rules = [line for line in shipped("print.css").splitlines() if ".close" in line]

    assert [len(pdf.pages) for pdf in closer] == [2, 1, 1]
    assert rules
    assert "font" not in "".join(rules)


@pytest.mark.parametrize(
    ("pages", "closer", "printed"),
    [(2, [2, 1], 1), (2, [3], 2), (2, [], 2), (1, [1], 1), (3, [1], 3)],
)
def test_a_closer_print_is_taken_only_where_it_spares_the_second_page(pages, closer, printed):
    def of(number):
        leaves = '<p style="break-after: page">x</p>' * (number - 1)
        return f'<html lang="en"><title>x</title>{leaves}<p>y</p></html>'

    pdf = pikepdf.open(io.BytesIO(pdf_of(of(pages), closer=[of(number) for number in closer])))

    assert len(pdf.pages) == printed


def test_titles_in_the_other_direction_stand_under_their_translations(fresh_ar):
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed (Debian: poppler-utils)")
    path = handout(fresh_ar, ["fever", "cough"], "ar").path
    command = ["pdftotext", "-bbox", "-l", "1", str(path), "-"]
    boxes = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    (right,) = re.findall(r'xMax="([\d.]+)"[^>]*>Cough</word>', boxes)

    assert float(right) > 500


@pytest.fixture
def fresh_ar(tmp_path):
    return clinic(tmp_path / "clinic", ("ar",), articles=("fever", "cough"))
