import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salerno.errors import ArticleError
from salerno.formats import fill, load_format
from salerno.model import Keep, Kind, Mark, State, Translate
from salerno.page.sanitise import sanitised
from tests_support import accented, collapsed, plain_text

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(GOLDEN.glob("*/*.md")) + sorted(GOLDEN.glob("*/*.txt"))


def form_of(path: Path):
    return load_format(path.suffix[1:])


def described(path: Path) -> str:
    lines = []
    for piece in form_of(path).split(path.read_text(encoding="utf-8")):
        if isinstance(piece, Translate):
            context = f" [{piece.context}]" if piece.context else ""
            notes = "".join(f"  # {note}" for note in piece.notes)
            source = piece.source.replace("\n", "⏎")
            lines.append(f"{piece.line:3} {piece.kind}{context} | {source}{notes}")
    return "\n".join([*lines, ""])


def identity(pieces):
    return {(p.context, p.source): p.source for p in pieces if isinstance(p, Translate)}


def shape(pieces):
    return [(p.kind, p.slot) for p in pieces if isinstance(p, Translate)]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_an_article_has_the_units_that_a_translator_expects(path):
    assert described(path) == path.with_suffix(".units").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_joining_the_pieces_gives_the_article_back(path):
    text = path.read_text(encoding="utf-8")

    assert "".join(piece.text for piece in form_of(path).split(text)) == text


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_filling_with_the_msgids_renders_the_same(path):
    text, form = path.read_text(encoding="utf-8"), form_of(path)
    pieces = form.split(text)
    filled = form.render(fill(pieces, identity(pieces), form), source=text)

    assert collapsed(filled.html) == collapsed(form.render(text).html)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_an_accented_filling_keeps_the_structure(path):
    text, form = path.read_text(encoding="utf-8"), form_of(path)
    pieces = form.split(text)
    targets = {(p.context, p.source): accented(p) for p in pieces if isinstance(p, Translate)}
    filled = form.render(fill(pieces, targets, form), source=text)

    assert collapsed(plain_text(filled.html)) == collapsed(plain_text(form.render(text).html))


def test_line_breaks_of_windows_are_kept():
    form = load_format("md")
    text = "# One\r\n\r\nTwo\r\nthree\\\r\nfour\r\n"
    pieces = form.split(text)

    assert [p.source for p in pieces if isinstance(p, Translate)] == ["One", "Two three\\\nfour"]
    assert fill(pieces, identity(pieces), form) == "# One\r\n\r\nTwo three\\\r\nfour\r\n"


def test_a_byte_order_mark_is_kept_and_hides_no_front_matter():
    form = load_format("md")
    pieces = form.split("\ufeff---\ntitle: A title\n---\n\nText.\n")

    assert [p.kind for p in pieces if isinstance(p, Translate)] == [Kind.TITLE, Kind.PARAGRAPH]
    assert pieces[0] == Keep("\ufeff")


HOSTILE = [
    "# heading",
    "- item",
    "1. item",
    "> quote",
    "    code",
    "```",
    "~~~ x",
    "---",
    "===",
    "***",
    "| a | b",
    "a | b | c",
    "|---|",
    "[x]: https://evil.example",
    "[^1]: note",
    ": definition",
    "~ definition",
    "<div>",
    "</div>",
    "<script>alert(1)</script>",
    "<!-- open",
    "<pre>",
    "<table><tr><td>x",
    "two\n\nparagraphs",
    "hard\\\n# heading",
    "hard\\\n---",
    "hard\\\n- item",
    "tail #",
    "tail ###",
    "\"quoted\" and 'quoted'",
    "back\\",
    "key: value",
    "a: {b: [c",
    "- x\n- y",
    "\u2028line\u2028separator",
    "\t tab",
    "<!-- salerno: skip -->",
    "---\ntitle: x\n---",
]
ARTICLE = """# Head

Para one.

Setext
------

- item
- other

> quote
> \\
> more

| a | b |
|---|---|
| c | d |

Term
: Definition

<div title="box">
Some <b>words</b>.
<p>Others</p>
</div>

Last, see [link].

[link]: /url "Title"
"""
BLOCK_TAGS = re.compile(
    r"</?(?:h\d|p|ul|ol|li|blockquote|table|tr|t[hd]|hr|pre|d[ldt]|div|script)\b"
)


def block_tags(html):
    return BLOCK_TAGS.findall(html)


@pytest.mark.parametrize("target", HOSTILE)
def test_no_target_can_open_or_close_a_block(target):
    form = load_format("md")
    pieces = form.split(ARTICLE)
    filled = fill(pieces, dict.fromkeys(identity(pieces), target), form)

    assert block_tags(form.render(filled).html) == block_tags(form.render(ARTICLE).html)


PLACES = [
    "Before.\n\n{}\n\nAfter.\n",
    "Before.\n\n# {}\n\nAfter.\n",
    "Before.\n\n{}\n===\n\nAfter.\n",
    "- Before.\n- {}\n- After.\n",
    "> Before.\n>\n> {}\n\nAfter.\n",
    "| Before. | {} |\n|---|---|\n| c | After. |\n",
    "{}\n: Definition\n\nAfter.\n",
    "Before.\n\n<div>\n<p>{}</p>\n<p>In it.</p>\n</div>\n\nAfter.\n",
    "<p title='t'>{}</p>\n\nAfter.\n",
]


def placed(place, target, source="word"):
    """Return what a reader gets around a target and in its place."""
    form = load_format("md")
    pieces = form.split(place.format(source))
    filled = fill(pieces, {(None, source): target}, form)
    marks = [Mark(State.DRAFT) if getattr(p, "source", "") == source else None for p in pieces]
    marks = [mark for mark, p in zip(marks, pieces, strict=True) if isinstance(p, Translate)]
    html = sanitised(form.render(filled, marks=marks).html)
    before, _, rest = html.partition('<span data-salerno="')
    return before, rest


def around(place):
    before, rest = placed(place, "plain")
    opening, _, after = rest.partition("plain")
    return f'{before}<span data-salerno="{opening}', after


def breaks_out(place, target):
    """Return whether a target changes what stands around it, the ids of headings apart."""
    before, after = around(place)
    got = sanitised_with(place, target)
    before, got = (re.sub(' id="[^"]*"', "", html) for html in (before, got))
    return not (got.startswith(before) and got.endswith(after))


def sanitised_with(place, target):
    before, rest = placed(place, target)
    return f'{before}<span data-salerno="{rest}'


LEAKS = [
    r"Escriba \<script> aquí",
    r"Escriba \<style> aquí",
    r"\<iframe> aquí",
    r"\<title> aquí",
    r"a \\<textarea> b",
    r"a \\\<plaintext> b",
    "Escriba `<script>` o <script>",
    "``<script>` <xmp> `",
    "Tome <b>ahora",
    "Tome <u>ahora",
    "<i><b>x</i>",
    "<b><i>x</b>",
    "x</span></b></div></p>",
    "<b/>ahora",
    "<B>ahora</b><SPAN>",
    "<b title='x>y' z>ahora",
    "<b title='>ahora",
    'x <b title="',
    "<b>[x](</b>)",
    '<b>[x](/u "</b>")',
    "[x](`) <b> `",
    "<b>![</b>](/u)",
    '<foo title="`"> <b>x` </b>',
    "` x <foo a='``'> <b> ` </b> `` y",
    "<b\u00a0title='x>y</b>'>z",
    "<a href='/x'>y",
    "<code><b></code>",
    "<mark>x",
    "*<span>*</span>",
    "<a href='/1'><span><a href='/2'>x</a></span></a>",
    "<a href='/1'><span>[x](/2)</span></a>",
    "[x <span><a href='/1'>y</a></span>](/2)",
    "<b title=-->x",
    "<!-- a --!> <b> -->",
    "<!-- a",
    "<?php x",
    "</ b>",
    "<![CDATA[ <b>",
    "<svg><b>",
    "x <",
]


@pytest.mark.parametrize("target", LEAKS)
def test_no_markup_of_a_target_reaches_beyond_its_block(target):
    assert [place for place in PLACES if breaks_out(place, f"A {target}")] == []


LEAKY = st.lists(
    st.sampled_from(
        [
            "<b>",
            "</b>",
            "<i>",
            "</i>",
            "<script>",
            "</script>",
            "<textarea>",
            "<!--",
            "-->",
            "`",
            "``",
            "\\",
            "<",
            ">",
            "[",
            "](",
            ")",
            "![",
            '"',
            "'",
            "<a href='",
            "/>",
            "<span>",
            "x",
            "</span>",
            "</p>",
            "<br>",
            " ",
            "\\\n",
            "\n",
            "*",
            "&lt;",
            "|",
            "=",
            "<b title=",
            "~~",
        ]
    ),
    min_size=1,
    max_size=12,
).map("".join)


@settings(max_examples=300)
@given(LEAKY, st.sampled_from(PLACES))
def test_nothing_reaches_beyond_its_block(target, place):
    assert not breaks_out(place, f"a{target}z")


@pytest.mark.parametrize(
    "target",
    ["Tome <b>ya</b>", "<i>a <b>b</b></i><br>", "H<sub>2</sub>O <https://a.org>", "a < b, c > d"],
)
def test_balanced_tags_stay_as_they_are(target):
    form = load_format("md")
    for place in (PLACES[0], PLACES[7].replace("In it.", "1")):
        pieces = form.split(place.format("word"))
        if "https" not in target or "<div>" not in place:
            assert target in fill(pieces, {(None, "word"): target}, form)


def test_a_tag_in_code_is_shown_as_it_is_typed():
    assert "<code>&lt;script&gt;</code> aquí" in sanitised_with(PLACES[0], "`<script>` aquí")


def test_a_tag_that_is_escaped_already_is_shown_as_it_is_typed():
    assert ">Escriba &lt;script&gt; aquí<" in sanitised_with(PLACES[0], r"Escriba \<script> aquí")


@pytest.mark.parametrize("place", [PLACES[0], PLACES[7]])
def test_what_the_source_leaves_open_the_target_may(place):
    html = sanitised_with_source(place, "Take <b>now", "Tome <b>ahora")

    assert "Tome <b>ahora" in html


def sanitised_with_source(place, source, target):
    form = load_format("md")
    pieces = form.split(place.format(source))
    return sanitised(form.render(fill(pieces, {(None, source): target}, form)).html)


@pytest.mark.parametrize(
    "target",
    [
        "<b>" * 5000,
        "<b>" * 5000 + "</b>" * 5000,
        "<!--" * 5000,
        "<a b='" * 5000,
        "</b>" * 5000,
        "*<a> " * 5000 + "x*" * 5000,
        "<b <" * 5000,
        "<x>" * 5000,
        "\\<b>" * 5000,
        "`<b>" * 5000,
    ],
    ids=lambda target: f"{target[:9]}-{len(target)}",
)
@pytest.mark.timeout(20)
def test_many_tags_take_linear_time(target):
    assert not breaks_out(PLACES[0], f"a{target}z")
    assert not breaks_out(PLACES[7], f"a{target}z")


WORDS = st.text(alphabet="ab1 *_`[]()<>#\\|:-=+!.~\n\"'&;é漢\u00a0", min_size=1, max_size=30)


@settings(max_examples=300)
@given(WORDS)
def test_any_target_leaves_the_blocks_of_the_article_alone(target):
    form = load_format("md")
    pieces = form.split(ARTICLE)
    targets = dict.fromkeys(identity(pieces), target if target.strip() else "x")
    html = form.render(fill(pieces, targets, form)).html

    assert block_tags(html) == block_tags(form.render(ARTICLE).html)


BLOCKS = st.sampled_from(
    [
        "# A heading\n",
        "A paragraph\nwith two lines.\n",
        "Hard  \nbreak and `code\nspan`.\n",
        "> A quote\ncontinued lazily.\n",
        "- item one\n- item two\n\n  second paragraph\n",
        "7. seven\n8. eight\n",
        "| a | b |\n|---|---|\n| *c* | \\| |\n",
        "```\ncode\n```\n",
        "Setext\n===\n",
        "Term\n: Definition\n",
        "A note[^n].\n\n[^n]: The note.\n",
        "[ref] and [text][ref].\n\n[ref]: /url 'Title'\n",
        "<p title='x'>HTML <b>words</b></p>\n",
        "\\# no heading, 5 \\* 3 &amp; more\n",
        "![alt](a.png) and <span>inline</span>\n",
        "***\n",
        "    indented\n",
    ],
)


@settings(max_examples=200)
@given(st.lists(BLOCKS, min_size=1, max_size=6), st.sampled_from(["\n", "\r\n", "\r"]))
def test_any_article_round_trips(blocks, newline):
    form = load_format("md")
    text = "\n".join(blocks).replace("\n", newline)
    pieces = form.split(text)

    assert "".join(piece.text for piece in pieces) == text
    assert collapsed(form.render(fill(pieces, identity(pieces), form)).html) == collapsed(
        form.render(text).html,
    )


@settings(max_examples=300)
@given(st.text(alphabet=st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_any_text_at_all_splits_and_joins(text):
    for name in ("md", "txt"):
        try:
            pieces = load_format(name).split(text)
        except ArticleError:
            continue
        assert "".join(piece.text for piece in pieces) == text


@settings(max_examples=200)
@given(
    st.lists(
        st.sampled_from(
            ["A title", "Is it?", "One. Two.", "wrapped\nline", "Said.\nNext.", "  x \u00a0"]
        ),
        min_size=1,
        max_size=6,
    )
)
def test_any_plain_text_round_trips(blocks):
    form = load_format("txt")
    text = "\n\n".join(blocks)
    pieces = form.split(text)

    assert "".join(piece.text for piece in pieces) == text
    assert collapsed(
        form.render(fill(pieces, identity(pieces), form), source=text).html
    ) == collapsed(
        form.render(text).html,
    )


def test_a_plain_heading_stays_one_in_a_language_without_question_marks():
    form = load_format("txt")
    text = "Title\n\nIs it safe?\n\nYes.\n"
    pieces = form.split(text)
    filled = fill(pieces, {(None, "Is it safe?"): "ปลอดภัยไหม", (None, "Yes."): "¿Sí?"}, form)

    assert [h.text for h in form.render(filled, source=text).headings] == ["Title", "ปลอดภัยไหม"]


def test_heading_ids_are_those_of_the_source_in_every_locale():
    form = load_format("md")
    source = form.render("# Fever\n\n## When to call\n\n## When to call\n")
    target = form.render(
        "# Fiebre\n\n## Cuándo llamar\n\n## Otra vez\n",
        anchors=[heading.anchor for heading in source.headings],
    )

    assert [h.anchor for h in target.headings] == ["fever", "when-to-call", "when-to-call-2"]


def test_a_marked_block_is_wrapped_and_no_author_can_forge_a_mark():
    form = load_format("md")
    text = 'One.\n\nTwo <span data-salerno="0">x</span>.\n\n<p data-SALERNO="1">Three</p>\n'
    html = form.render(text, marks=[Mark(State.DRAFT), None, Mark(State.DRAFT)]).html

    assert re.findall('data-salerno="(.)"', html, re.IGNORECASE) == ["0", "2"]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("---\n- a\n- b\n---\n\nx\n", 2, "no mapping"),
        ("---\ntitle: [a\n---\n\nx\n", 2, "front matter"),
        ("---\nx: 1\ntitle: !!python/object:os.system x\n---\n\nx\n", 3, "title is no text"),
        ("---\ntitle: [a, b]\n---\n\nx\n", 2, "title is no text"),
        ("---\ntitle: x\ndate: yesterday\n---\n\nx\n", 3, "date 'yesterday' is no date"),
        ("---\ntitle: x\n\ndate: 2026-13-45\n---\nx\n", 4, "date '2026-13-45' is no date"),
        ("---\ntitle: x\nrisk: none\n---\n\nx\n", 3, "risk 'none' is unknown; write critical"),
        ("---\ntitle: x\ndate: 2026-01-02\ntitle: y\n---\n\nx\n", 4, "title is there twice"),
        ("---\ntitle: x\nTitle: y\n---\n\nx\n", 3, "Title is there twice"),
        ("---\nx: 1\nx: 2\n---\n\nx\n", 3, "x is there twice"),
        ("---\ntitle: Hi\n\n# Head\n", 1, "not closed; write a line of ---"),
        ("---\r\ntitle: Hi\r\n", 1, "not closed"),
        ("\ufeff---\nreading time: 3\n--\n", 1, "not closed"),
    ],
)
def test_a_front_matter_that_does_not_hold_is_refused_with_its_line(text, line, message):
    form = load_format("md")
    with pytest.raises(ArticleError) as raised:
        form.split(text)

    assert message in str(raised.value)
    assert raised.value.line == line


def test_a_rule_at_the_top_of_an_article_is_no_front_matter():
    form = load_format("md")
    html = form.render("---\n\nNote: *rest*.\n").html + form.render("---\nRest.\n").html

    assert html.count("<hr") == 2


def test_a_front_matter_says_what_it_is_written_to_say():
    form = load_format("md")
    text = (
        "---\nTitle: &t yes\ndescription: *t\ndate: 2026-01-02 10:30:00\nReviewed-By: [A, B]\n---\n"
    )
    pieces = form.split(text)
    found = form.render(fill(pieces, {(None, "yes"): "sí"}, form)).metadata

    assert [p.source for p in pieces if isinstance(p, Translate)] == ["yes"]
    assert (found.title, found.description) == ("sí", "sí")
    assert (found.date, found.reviewed_by) == ("2026-01-02", "A, B")


@pytest.mark.parametrize("word", ["context", "note"])
def test_a_control_character_in_a_directive_is_refused_with_its_line(word):
    text = f"# Head\n\n<!-- salerno: {word}=ver\x04b -->\nRest.\n"
    with pytest.raises(ArticleError, match=r"U\+0004") as raised:
        load_format("md").split(text)

    assert raised.value.line == 3


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"{'  ' * level}- x{level}\n" for level in range(1, 31)),
        "> " * 60 + "x1 x30\n",
        "> - " * 20 + "x1 x30\n",
    ],
    ids=["list", "quote", "both"],
)
def test_deep_nesting_is_shown(text):
    html = load_format("md").render(text).html

    assert "x1" in html
    assert "x30" in html


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("One.\n\n" + "> " * 200 + "x\n", 3),
        ("One.\n\n" + ">" * 5000 + "x\n", 3),
        ("One.\n\n" + "- " * 5000 + "x\n", 3),
        ("One.\n\n" + "> 1. " * 5000 + "x\n", 3),
        ("".join(f"{'  ' * level}- x\n" for level in range(1000)), 33),
    ],
    ids=["quote of 200", "quote", "bullets", "both", "list of 1000"],
)
@pytest.mark.timeout(20)
def test_nesting_beyond_reason_is_refused_with_its_line(text, line):
    with pytest.raises(ArticleError, match="nested in more than") as raised:
        load_format("md").split(text)

    assert raised.value.line == line


@pytest.mark.parametrize(
    "text",
    [
        "[" * 5000 + "x" + "]" * 5000,
        "[" * 5000 + "x" + "](a)" * 5000,
        "[" * 5000 + "x",
        "![" * 5000 + "x" + "](a)" * 5000,
        "^[" * 5000 + "x" + "]" * 5000,
        "*a " * 5000 + "x" + " a*" * 5000,
        "*" * 5000 + "x" + "*" * 5000,
        "<b>" * 5000 + "x" + "</b>" * 5000,
        "<div>" * 5000 + "x" + "</div>" * 5000,
    ],
    ids=lambda text: f"{text[:5]}-{len(text)}",
)
@pytest.mark.timeout(30)
def test_thousandfold_inline_nesting_is_shown_in_time(text):
    form = load_format("md")
    pieces = form.split(f"{text}\n")

    html = sanitised(form.render(fill(pieces, identity(pieces), form)).html)
    assert "x" in html


@pytest.mark.timeout(30)
@pytest.mark.parametrize("word", ["a" * 500_000, "2" + "a." * 200_000, "a@" * 200_000])
def test_a_word_without_end_is_read_in_time(word):
    form = load_format("md")

    assert any(piece.text.strip() == word for piece in form.split(f"{word}\n"))


def test_footnotes_say_what_they_are_to_who_cannot_see_them():
    html = sanitised(load_format("md").render("One[^a] and again[^a].\n\n[^a]: A note.\n").html)

    assert '<div class="footnotes" role="doc-endnotes">' in html
    assert "<section" not in html
    assert re.findall(r'<a href="#fn1" id="([^"]*)" role="doc-noteref">(.*?)</a>', html) == [
        ("fnref1", "[1]"),
        ("fnref1:1", "[1:1]"),
    ]
    assert re.findall(
        r'<a href="#([^"]*)"[^>]*role="doc-backlink" aria-label="([^"]*)">', html
    ) == [
        ("fnref1", "[1]"),
        ("fnref1:1", "[1:1]"),
    ]


def test_no_role_but_those_of_footnotes_reaches_a_page():
    html = '<a role="button" href="#x">x</a><div role="alert">x</div><p role="doc-endnotes">x</p>'

    assert "role" not in sanitised(html)


def test_no_heading_takes_the_id_of_a_footnote_or_of_the_page():
    text = "## fn1\n\n## fnref2\n\n## Text\n\n## Languages\n\nA note.[^1]\n\n[^1]: Here.\n"
    document = load_format("md").render(text)
    anchors = [heading.anchor for heading in document.headings]

    assert anchors == ["h-fn1", "h-fnref2", "text", "languages"]
    assert document.html.count('id="fn1"') == 1
