"""The files that an article shows: named as an address names them, found in source/, and nowhere else."""

import json

import pytest

from salerno.errors import ArticleError
from salerno.pipeline.build import build
from salerno.pipeline.extract import extract
from salerno.pipeline.pages import pages
from salerno.pipeline.verify import ground_of, verify
from tests_support import clinic, sign, write

PNG = b"\x89PNG"
FILES = ("plain.png", "a b.png", "c d.png", "a&b.png", "100%.png", "niño.png", "img/e f.png")


@pytest.fixture
def pictures(workspace):
    for name in FILES:
        path = workspace.source / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(PNG)
    return workspace


def shown(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.png"))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("![x](plain.png)", "plain.png"),
        ("![x](plain.png?v=2#top)", "plain.png"),
        ("![x](a%20b.png)", "a b.png"),
        ("![x](<c d.png>)", "c d.png"),
        ("![x](a&b.png)", "a&b.png"),
        ("![x](a&amp;b.png)", "a&b.png"),
        ("![x](100%25.png)", "100%.png"),
        ("![x](niño.png)", "niño.png"),
        ("![x](ni%C3%B1o.png)", "niño.png"),
        ("[a leaf](img/e%20f.png)", "img/e f.png"),
        ('<p><img src="img/e f.png" alt="x"></p>', "img/e f.png"),
        ("![x][1]\n\n[1]: a%20b.png", "a b.png"),
    ],
)
def test_an_address_finds_its_file_however_it_is_written(pictures, words, name):
    write(pictures, "source/fever.md", f"# Fever\n\n{words}\n")
    build(pictures)

    assert shown(pictures.site / "en" / "fever") == [name]


@pytest.mark.parametrize(
    ("words", "where", "name"),
    [
        ("![x](miss.png)", "source/fever.md:5", "miss.png"),
        ("![x](a%20c.png)", "source/fever.md:5", "a c.png"),
        ("![x](<a c.png>)", "source/fever.md:5", "a c.png"),
        ('![x](plain.png) "or" ![x](miss.png "miss")', "source/fever.md:5", "miss.png"),
        ("![x][1]\n\n[1]: miss.png", "source/fever.md:7", "miss.png"),
        ("![x](miss(1).png)", "source/fever.md:5", "miss(1).png"),
        ("![x](../salerno.png)", "source/fever.md:5", "../salerno.png"),
        ("![x](..%2fsalerno.png)", "source/fever.md:5", "../salerno.png"),
        ("![x](%2e%2e/salerno.png)", "source/fever.md:5", "../salerno.png"),
        ("![x](img/..%5c..%5csalerno.png)", "source/fever.md:5", "img/..\\..\\salerno.png"),
        ("![x](%2fetc/salerno.png)", "source/fever.md:5", "/etc/salerno.png"),
        ("![x](a%00.png)", "source/fever.md:5", "a\0.png"),
    ],
)
def test_what_is_not_in_source_is_refused_with_its_line(pictures, words, where, name):
    (pictures.root / "salerno.png").write_bytes(PNG)
    write(pictures, "source/fever.md", f"# Fever\n\nRest.\n\n{words}\n")

    with pytest.raises(ArticleError) as caught:
        extract(pictures)

    assert str(caught.value) == f"{where}: shows {name!r}, which is not in source/"


def test_a_link_that_leads_out_of_source_is_refused(pictures):
    (pictures.root / "keys.png").write_bytes(PNG)
    (pictures.source / "keys.png").symlink_to("../keys.png")
    write(pictures, "source/fever.md", "# Fever\n\n![x](keys.png)\n")

    with pytest.raises(ArticleError, match=r"fever\.md:3: .*a link that leads out of source/"):
        extract(pictures)


@pytest.mark.parametrize("command", ["extract", "build"])
def test_nothing_is_written_for_an_article_that_shows_what_is_not_there(pictures, salerno, command):
    write(pictures, "source/fever.md", "# Fever\n\n![x](miss.png)\n")
    result = salerno("-C", pictures.root, command)

    assert result.status == 2
    assert "source/fever.md:3: shows 'miss.png', which is not in source/" in result.err
    assert not pictures.template("fever").exists()
    assert not (pictures.root / "output").exists()


def test_a_file_that_goes_away_is_missed_though_the_article_is_as_it_was(pictures):
    write(pictures, "source/fever.md", "# Fever\n\n![x](plain.png)\n")
    build(pictures)
    before = {path: path.read_bytes() for path in pictures.site.rglob("*") if path.is_file()}
    (pictures.source / "plain.png").unlink()

    with pytest.raises(ArticleError, match=r"fever\.md:3: shows 'plain\.png'"):
        build(pictures)

    assert {path: path.read_bytes() for path in before} == before


def test_a_signed_page_shows_the_file_that_its_address_names(tmp_path):
    workspace = clinic(tmp_path / "clinic")
    (workspace.source / "a b.png").write_bytes(PNG)
    write(workspace, "source/fever.md", "# Fever\n\nRest for 2 days.\n\n![x](a%20b.png)\n")
    build(workspace)
    sign(workspace)
    report = pages(workspace)
    (edition,) = (
        document
        for path in workspace.editions("fever", "es").glob("*.json")
        if (document := json.loads(path.read_bytes()))["assets"]
    )

    assert [asset["path"] for asset in edition["assets"]] == ["a b.png"]
    assert "output/site/es/fever/index.html" in report.published
    assert shown(workspace.site / "es" / "fever") == ["a b.png"]
    assert all(page.ok for page in verify(workspace.site, ground_of(workspace)))
