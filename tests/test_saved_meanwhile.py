"""A PO editor saves while a command is at work: its words stay, whatever the command was about to write."""

import os
import re
from dataclasses import replace

import pytest

from salerno.errors import CatalogError
from salerno.model import Catalog, Entry, Unit
from salerno.pipeline import decide
from salerno.pipeline.draft import draft
from salerno.pipeline.extract import extract
from salerno.pipeline.update import update
from salerno.store import catalogs, files, ledger
from tests_support import clinic, desk_of, write

ARTICLE = "# Fever\n\nTake two tablets.\n\nDo not drive.\n"


def save(path, text):
    """Save as PO editors do: a file of their own, renamed into place."""
    beside = path.with_name("editor.tmp")
    beside.write_bytes(text.encode())
    beside.replace(path)


def translated(path, source, target):
    text = path.read_text()
    return re.sub(rf'(msgid "{re.escape(source)}"\nmsgstr) ".*"', rf'\1 "{target}"', text)


@pytest.fixture
def editor(monkeypatch):
    """Have somebody save a translation between a command's reading of a catalog and its writing."""

    def at_work(path, source, *targets):
        real, left = catalogs.text_of, list(targets)

        def text_of(catalog):
            if left and path.exists():
                save(path, translated(path, source, left.pop(0)))
            return real(catalog)

        monkeypatch.setattr(catalogs, "text_of", text_of)

    return at_work


def targets_of(workspace, article="fever"):
    found = catalogs.read(workspace, workspace.catalog(article, "es")).entries
    return {entry.unit.source: entry.targets[0] for entry in found}


@pytest.fixture
def prepared(workspace):
    write(workspace, "source/fever.md", ARTICLE)
    extract(workspace)
    update(workspace)
    return workspace


def test_words_that_are_saved_during_update_stay(prepared, editor):
    write(prepared, "source/fever.md", ARTICLE.replace("two", "three"))
    extract(prepared)
    editor(prepared.catalog("fever", "es"), "Do not drive.", "No conduzca.")
    update(prepared, ["es"])

    assert targets_of(prepared) == {
        "Fever": "",
        "Take three tablets.": "",
        "Do not drive.": "No conduzca.",
    }


def test_what_was_saved_behind_update_is_brought_up_to_date_by_the_next(prepared, monkeypatch):
    path = prepared.catalog("fever", "es")
    old = path.read_text()
    write(prepared, "source/fever.md", ARTICLE.replace("two", "three"))
    extract(prepared)
    change = catalogs.change

    def change_and_then(*arguments):
        outcome = change(*arguments)
        if arguments[1] == path:
            save(path, old)
        return outcome

    monkeypatch.setattr(catalogs, "change", change_and_then)
    update(prepared, ["es"])
    monkeypatch.undo()
    update(prepared, ["es"])

    assert "Take three tablets." in targets_of(prepared)


def test_words_that_are_saved_during_draft_stay(prepared, editor):
    editor(prepared.catalog("fever", "es"), "Do not drive.", "No conduzca.")
    (result,) = draft(prepared, ["es"])
    found = targets_of(prepared)
    events = ledger.read(prepared, prepared.ledger("fever", "es"))

    assert found["Do not drive."] == "No conduzca."
    assert found["Fever"].startswith("⟦")
    assert (len(events), len({event.unit for event in events})) == (3, 3)
    assert result.missing == 0


def test_words_that_are_saved_during_a_decision_stay(tmp_path, editor):
    workspace = clinic(tmp_path / "clinic")
    editor(workspace.catalog("fever", "es"), "Fever", "Fiebre")
    seat = desk_of(workspace)
    decide.edit(seat, seat.entries()[2], ["Beba agua."])

    found = targets_of(workspace)
    assert (found["Fever"], found["Drink water."]) == ("Fiebre", "Beba agua.")


def test_a_catalog_that_is_saved_time_and_again_is_left_to_its_editor(prepared, editor, salerno):
    write(prepared, "source/fever.md", ARTICLE.replace("two", "three"))
    extract(prepared)
    path = prepared.catalog("fever", "es")
    editor(path, "Do not drive.", *map(str, range(20)))
    result = salerno("-C", prepared.root, "update", "-l", "es")

    assert result.status == 2
    assert "locales/es/LC_MESSAGES/fever.po: was changed meanwhile, time and again" in result.err
    assert "run again" in result.err
    assert "Take two tablets." in targets_of(prepared)
    assert not list(path.parent.glob(".*"))


def filled(catalog):
    entries = tuple(replace(entry, targets=("máquina",)) for entry in catalog.entries)
    return replace(catalog, entries=entries)


@pytest.mark.parametrize("saves", [1, 2, 3])
def test_even_words_that_are_saved_while_the_files_are_swapped_stay(prepared, monkeypatch, saves):
    """The last moment at which anybody can save: after the last look, and between two swaps."""
    path = prepared.catalog("fever", "es")
    exchange = files.exchange
    left = [translated(path, "Fever", f"Fiebre {number + 1}") for number in range(saves)]

    def save_and_exchange(one, other):
        if left:
            save(path, left.pop(0))
        return exchange(one, other)

    monkeypatch.setattr(files, "exchange", save_and_exchange)
    done = files.write_over(path, path.read_bytes(), b"ours")

    assert not done
    assert targets_of(prepared)["Fever"] == f"Fiebre {saves}"
    assert not list(path.parent.glob(".*"))


def test_a_file_that_vanishes_while_the_files_are_swapped_is_not_made_again(prepared, monkeypatch):
    path = prepared.catalog("fever", "es")
    exchange = files.exchange

    def remove_and_exchange(one, other):
        path.unlink(missing_ok=True)
        return exchange(one, other)

    monkeypatch.setattr(files, "exchange", remove_and_exchange)

    assert not files.write_over(path, path.read_bytes(), b"ours")
    assert not path.exists()


def test_a_catalog_that_somebody_makes_meanwhile_is_not_written_over(prepared):
    path = prepared.catalog("fever", "es")
    text = translated(path, "Fever", "Fiebre")
    path.unlink()
    asked = []

    def make(catalog):
        asked.append(catalog)
        if len(asked) == 1:
            save(path, text)
            return Catalog((Entry(Unit("Fever"), ("máquina",)),), headers=catalog.headers)
        return catalog

    outcome = catalogs.change(prepared, path, make)

    assert not outcome.is_changed
    assert path.read_text() == text


def test_a_system_that_cannot_swap_files_writes_them_all_the_same(prepared, monkeypatch):
    monkeypatch.setattr(files, "exchange", lambda one, other: False)
    path = prepared.catalog("fever", "es")
    path.chmod(0o640)
    outcome = catalogs.change(prepared, path, filled)

    assert outcome.is_changed
    assert set(targets_of(prepared).values()) == {"máquina"}
    assert path.stat().st_mode & 0o777 == 0o640
    assert not list(path.parent.glob(".*"))


def test_a_disk_that_refuses_keeps_the_error(prepared, monkeypatch):
    path = prepared.catalog("fever", "es")
    before = path.read_bytes()
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left")))

    with pytest.raises(Exception, match="No space left"):
        catalogs.change(prepared, path, filled)

    assert path.read_bytes() == before
    assert not list(path.parent.glob(".*"))


def test_a_broken_catalog_is_not_written_over(prepared):
    path = prepared.catalog("fever", "es")
    path.write_text(path.read_text() + "some words\n")

    with pytest.raises(CatalogError, match="no part of a PO file"):
        catalogs.change(prepared, path, filled)
