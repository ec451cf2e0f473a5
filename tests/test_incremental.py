"""What was made of the same inputs is left alone; whatever an input changes is made anew."""

import os

import pytest

from salerno.pipeline import drawing
from salerno.pipeline.build import build
from salerno.pipeline.pages import pages
from salerno.store.cache import Cache
from salerno.store.program import digest
from salerno.store.tree import Tree
from tests_support import clinic, desk_of, write


@pytest.fixture
def published(tmp_path):
    return clinic(tmp_path / "clinic", locales=("es", "fr"), articles=("fever", "cough"))


@pytest.fixture
def drawn(monkeypatch):
    """Record which pages are drawn."""
    found = []
    for name in ("source_page", "localized_page", "preview_page"):
        real = getattr(drawing.Drawing, name)

        def drawn(self, *arguments, name=name, real=real, **options):
            locale = getattr(arguments[0], "locale", "en")
            found.append((name, locale, self.article.slug))
            return real(self, *arguments, **options)

        monkeypatch.setattr(drawing.Drawing, name, drawn)
    return found


def test_with_nothing_to_do_no_page_is_drawn(published, drawn):
    report = pages(published)

    assert (drawn, report.changed) == ([], 0)
    assert len(report.published) == 6


def test_a_changed_catalog_draws_its_own_pages_and_no_others(published, drawn):
    path = published.catalog("fever", "es")
    path.write_text(path.read_text("utf-8").replace("2", "3"), "utf-8")
    report = pages(published)

    assert {(locale, slug) for _, locale, slug in drawn} == {("es", "fever")}
    assert report.changed == 2  # the preview, and the list of previews


def test_a_changed_source_draws_the_article_in_all_locales(published, drawn):
    write(published, "source/fever.md", "# Fever\n\nRest for 3 days.\n\nDrink water.\n")
    build(published)

    assert {slug for _, _, slug in drawn} == {"fever"}
    assert {locale for _, locale, _ in drawn} == {"en", "es", "fr"}


def test_a_page_that_somebody_edited_is_put_right(published):
    page = published.site / "es" / "fever" / "index.html"
    before = page.read_bytes()
    page.write_bytes(before.replace(b"<article>", b"<article>Lie. "))

    assert pages(published).changed == 1
    assert page.read_bytes() == before


def test_a_page_that_somebody_removed_comes_back(published):
    page = published.site / "es" / "fever" / "index.html"
    page.unlink()
    pages(published)

    assert page.exists()


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"made": {}}', b"\xff", b"[" * 100_000])
def test_a_broken_cache_costs_only_time(published, data):
    for path in (published.root / ".salerno" / "cache").glob("*.json"):
        path.write_bytes(data)

    assert pages(published).changed == 0


def test_a_withdrawn_edition_is_not_shown_from_memory(published, drawn):
    from salerno.pipeline import signoff
    from tests_support import key_of

    signoff.withdraw(desk_of(published), reason="A wrong dose.", key=key_of(published))
    report = pages(published)

    assert report.notices == ["output/site/es/fever/index.html"]
    assert ("localized_page", "es", "fever") in drawn


def test_another_program_knows_nothing_of_a_cache(published, monkeypatch):
    Cache(published, "x").keep("a", "1", made=True)
    memory = Cache(published, "x")
    memory.keep("a", "1", made=True)
    memory.save(forget=False)
    assert Cache(published, "x").find("a", "1")

    monkeypatch.setattr("salerno.store.cache.program", lambda: "another")

    assert Cache(published, "x").find("a", "1") is None


def test_where_an_input_ends_counts():
    assert digest("ab", "c") != digest("a", "bc")


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "site"
    (root / "es").mkdir(parents=True)
    (root / "es" / "old.html").write_text('<meta name="generator" content="Salerno">')
    (root / "logo.png").write_bytes(b"logo")
    return root


def test_a_folder_is_replaced_as_a_whole_and_strangers_files_stay(folder):
    tree = Tree(folder)
    tree.put("es/new.html", b"new")
    before = folder.stat().st_ino

    assert tree.commit(lambda _: True) == 2
    assert sorted(p.name for p in folder.rglob("*") if p.is_file()) == ["logo.png", "new.html"]
    assert folder.stat().st_ino != before
    assert [p.name for p in folder.parent.iterdir()] == ["site"]


def test_a_folder_with_nothing_to_change_is_not_touched(folder):
    tree = Tree(folder)
    tree.keep("es/old.html")
    before = (folder.stat().st_ino, folder.stat().st_mtime_ns)

    assert tree.commit(lambda _: True) == 0
    assert (folder.stat().st_ino, folder.stat().st_mtime_ns) == before


def test_a_write_that_fails_leaves_the_old_folder(folder, monkeypatch):
    tree = Tree(folder)
    tree.put("es/new.html", b"new")
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left")))

    with pytest.raises(Exception, match="No space left"):
        tree.commit(lambda _: True)

    assert (folder / "es" / "old.html").exists()
    assert not (folder / "es" / "new.html").exists()
    assert [p.name for p in folder.parent.iterdir()] == ["site"]


def test_no_file_is_written_by_way_of_a_link(folder, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (folder / "fr").symlink_to(outside)
    tree = Tree(folder)
    tree.put("fr/page.html", b"page")
    tree.commit(lambda _: True)

    assert list(outside.iterdir()) == []
    assert (folder / "fr" / "page.html").read_bytes() == b"page"
