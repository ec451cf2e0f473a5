import shutil
import subprocess
from dataclasses import replace

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salerno.catalog import updated
from salerno.errors import CatalogError
from salerno.model import Catalog, Entry, Place, Previous, Unit
from salerno.store import catalogs
from salerno.store.catalogs import parse, text_of

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: es\\n"\n\n'
WHOLE = HEADER + 'msgid "a"\nmsgstr "b"\n'


def catalog_of(*entries, obsolete=()):
    empty = updated(Catalog(), (), locale="es", project="Clinic")
    return Catalog(tuple(entries), tuple(obsolete), empty.headers, "es · Clinic")


RICH = catalog_of(
    Entry(
        Unit(
            'He said "no".\\\nTab\there',
            context="verb",
            where=(Place("source/a.md", 3), Place("source/a.md", 9)),
            comments=("paragraph · A › B", "a note"),
            flags=("no-wrap",),
        ),
        ("Dijo «no».\\\nTabulador\taquí",),
        fuzzy=True,
        previous=Previous("He said yes.", "noun"),
        comment="ask Ana\nsecond line",
    ),
    Entry(
        Unit("%(n)s day", source_plural="%(n)s days", flags=("python-format",)), ("%(n)s día", "")
    ),
    Entry(Unit("line\u2028separator\x85and\x0bmore")),
    obsolete=[
        Entry(Unit("gone"), ("ido",), fuzzy=True, previous=Previous("went"), comment="keep me"),
    ],
)


def test_reading_what_was_written_gives_the_same_catalog():
    assert parse(text_of(RICH), "x.po").without_lines() == RICH


TEXT = st.text(
    alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40
)


@settings(max_examples=300)
@given(st.lists(st.tuples(TEXT.filter(bool), TEXT), max_size=5, unique_by=lambda pair: pair[0]))
def test_any_texts_survive_writing_and_reading(pairs):
    catalog = catalog_of(*(Entry(Unit(source), (target,)) for source, target in pairs))

    assert parse(text_of(catalog), "x.po").without_lines() == catalog


def test_one_text_stands_on_one_line():
    catalog = catalog_of(Entry(Unit("word " * 60 + "end"), ("palabra " * 60 + "fin",)))

    assert text_of(catalog).count("palabra palabra") == 59 or '\n"palabra' not in text_of(catalog)


@pytest.mark.skipif(not shutil.which("msgcat"), reason="gettext is not installed")
def test_a_catalog_comes_back_unharmed_from_msgcat_and_polib(tmp_path):
    path = tmp_path / "a.po"
    path.write_text(text_of(RICH), encoding="utf-8")
    subprocess.run(["msgcat", str(path), "-o", str(path)], check=True)
    polib.pofile(str(path)).save()
    expected = list(RICH.entries)

    assert list(parse(path.read_text(encoding="utf-8"), "a.po").without_lines().entries) == expected


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="gettext is not installed")
@pytest.mark.parametrize(
    "locale", ["es", "fr", "pt-BR", "ar", "zh-Hans", "pl", "ja", "ca-ES-valencia", "hmn"]
)
def test_msgfmt_has_nothing_to_say_of_a_new_catalog(tmp_path, locale):
    units = (Unit("a"), Unit("%(n)s b", source_plural="%(n)s bs", flags=("python-format",)))
    path = tmp_path / "a.po"
    path.write_text(
        text_of(updated(Catalog(), units, locale=locale, project="Clinic")), encoding="utf-8"
    )
    done = subprocess.run(
        ["msgfmt", "-c", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_a_file_in_another_layout_is_left_alone_while_it_says_the_same(workspace):
    path = workspace.catalog("a", "es")
    path.parent.mkdir(parents=True)
    wrapped = text_of(RICH).replace('msgstr "Dijo', 'msgstr ""\n"Dijo')
    path.write_text(wrapped, encoding="utf-8")

    assert not catalogs.write(workspace, path, RICH)
    assert path.read_text(encoding="utf-8") == wrapped


def test_comments_without_a_space_and_previous_texts_of_obsolete_entries_are_kept():
    text = (
        HEADER
        + '#ask Ana\nmsgid "a"\nmsgstr "b"\n\n#~| msgid "older"\n#~ msgid "old"\n#~ msgstr "viejo"\n'
    )
    catalog = parse(text, "x.po")

    assert catalog.entries[0].comment == "ask Ana"
    assert catalog.obsolete[0].previous == Previous("older")


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "last", ['msgid "a"\nmsgstr "b"\n', '#~ msgid "old"\n#~ msgstr "viejo"\n', ""]
)
def test_a_comment_below_the_last_entry_is_kept(last, line_end):
    text = HEADER + last + "\n# ask María\n#. and this\n\n# and that\n"
    catalog = parse(text.replace("\n", line_end), "x.po")
    again = parse(text_of(replace(catalog, comment="new")), "x.po")

    assert again.ending == "# ask María\n#. and this\n# and that"
    assert text_of(again).endswith("\n\n# ask María\n#. and this\n# and that\n")
    again = replace(again, comment="", headers=catalog.headers)
    assert again.without_lines() == catalog.without_lines()


def test_a_comment_below_the_last_entry_stays_there_when_entries_are_added():
    catalog = parse(WHOLE + "\n# ask María\n", "x.po")
    new = updated(catalog, (Unit("a"), Unit("c")), locale="es", project="Clinic")

    assert text_of(new).endswith('msgid "c"\nmsgstr ""\n\n# ask María\n')


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (WHOLE + "<<<<<<< ours\n", r"x\.po:8: holds a conflict marker"),
        (
            WHOLE.replace(
                'msgstr "b"', '<<<<<<< HEAD\nmsgstr "b"\n=======\nmsgstr "c"\n>>>>>>> theirs'
            ),
            "conflict",
        ),
        (
            WHOLE + '\nmsgid "a"\nmsgstr "c"\n',
            r"x\.po:9: a second entry for 'a' \(the first is in line 6",
        ),
        (WHOLE[:-1], r"x\.po:7: ends in the middle of a line"),
        (WHOLE[:-3], "no part of a PO file"),
        (WHOLE + '\nmsgid "c"\n', "the entry above has no msgstr"),
        (
            WHOLE + '\nmsgid "c"\n\n#. next\nmsgid "d"\nmsgstr ""\n',
            r"x\.po:11: the entry above has no msgstr",
        ),
        (WHOLE + "some words\n", r"x\.po:8: this line is no part of a PO file"),
        (WHOLE + 'msgid "un"quoted"\nmsgstr ""\n', r"x\.po:8: .*in quotes"),
        (WHOLE + 'msgstr "b"\n', "msgstr after msgstr"),
        ('"text"\n', "belongs to no entry"),
        ("", r"x\.po: holds no entry, not even the one for the header; it may be cut off"),
        ("# es · Clinic\n", r"restore it from git or a backup, or remove it to begin anew"),
    ],
)
def test_a_file_that_would_lose_words_is_refused_with_its_line(text, message):
    with pytest.raises(CatalogError, match=message):
        parse(text, "x.po")


@settings(max_examples=200)
@given(st.integers(0, len(text_of(RICH).encode()) - 1))
def test_a_catalog_that_was_cut_off_is_refused_or_ends_with_a_whole_entry(size):
    cut = text_of(RICH).encode()[:size].decode("utf-8", "ignore")
    try:
        entries = parse(cut, "x.po").without_lines().entries
    except CatalogError:
        return

    assert entries == RICH.entries[: len(entries)] or cut.endswith('"\n')
