import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salerno.errors import ArticleError
from salerno.formats import fill, load_format
from salerno.model import Keep, Kind, Mark, State, Translate
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
    ("text", "message"),
    [
        ("---\n- a\n- b\n---\n\nx\n", "no mapping"),
        ("---\ntitle: [a\n---\n\nx\n", "front matter"),
        ("---\ntitle: !!python/object:os.system x\n---\n\nx\n", "front matter"),
        ("---\ndate: soon\n---\n\nx\n", "is no date"),
        ("---\nrisk: none\n---\n\nx\n", "write critical or standard"),
    ],
)
def test_a_front_matter_that_does_not_hold_is_refused_with_its_line(text, message):
    form = load_format("md")
    with pytest.raises(ArticleError, match=message) as raised:
        form.split(text)

    assert raised.value.line > 0
