import subprocess
import sys
from dataclasses import asdict
from importlib.metadata import EntryPoint

import pytest

from salerno import plugins
from salerno.engines._options import OPTIONS
from salerno.errors import ArticleError, InputError, WorkspaceError
from salerno.pipeline.extract import extract
from salerno.pipeline.update import update
from salerno.store import articles, settings, settings_check
from salerno.store import workspace as workspaces
from tests_support import make_workspace, write

BASE = 'source_locale = "en"\nlocales = ["es", "fr"]\n'


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (BASE + 'titel = "x"\n', r"salerno\.toml:3: unknown key 'titel'; did you mean 'title'\?"),
        (
            BASE + "[review]\ntwo_persons = true\n",
            r"salerno\.toml:4: unknown key 'review\.two_persons'; did you mean 'two_person'",
        ),
        (BASE + "[colours]\nx = 1\n", r"salerno\.toml:3: unknown key 'colours'"),
        ('locales = ["es", "zh"]\n', r"salerno\.toml:1: .*zh-Hans or zh-Hant"),
        ('locales = [\n  "es",\n  "pt",\n]\n', r"salerno\.toml:3: .*pt-BR or pt-PT"),
        ('locales = ["en-UK"]\n', r"salerno\.toml:1: .*en-GB"),
        ('locales = ["es", "es"]\n', "named twice"),
        ('locales = ["en"]\n', "is the source locale"),
        ('source_locale = "english"\n', r"salerno\.toml:1: source_locale"),
        (BASE + 'risk = "low"\n', r"salerno\.toml:3: risk: .*'critical' or 'standard'"),
        (BASE + '[review]\nrequired = ["medical"]\n', r"salerno\.toml:4: review\.required"),
        (BASE + 'base_url = "javascript:alert(1)/"\n', "web address"),
        (BASE + "two = [\n", r"salerno\.toml:\d: no TOML"),
        (BASE + "title = 3\n", r"salerno\.toml:3: title"),
        (BASE + '[engines]\nde = ["apertium"]\n', r"salerno\.toml:4: no locale 'de' here"),
        (
            BASE + '[engines]\ndefault = [\n  "memory",\n  "apertum",\n]\n',
            r"salerno\.toml:6: no engine named 'apertum' \(installed: .*; did you mean 'apertium'\?",
        ),
        (BASE + "[engine.depl]\n", r"salerno\.toml:3: no engine named 'depl' \(installed: aper"),
        (
            BASE + '# urll\n[engine.libretranslate]\nurl = "x"\nurll = "x"\n',
            r"salerno\.toml:6: .* has no option 'urll'; it has: attempts, timeout, url",
        ),
        (
            BASE + '[engine]\nlibretranslate = { timeout = 3, urll = "x" }\n',
            r"salerno\.toml:4: \[engine\.libretranslate\] has no option 'urll'",
        ),
        (
            BASE + '[ engine . "apertium" ]\n# timeout\n"timeout" = 0\n',
            r"salerno\.toml:5: \[engine\.apertium\] timeout = 0 is no time limit; give a number",
        ),
        (BASE + "[engine.apertium]\npipelines = 'x'\n", r"salerno\.toml:4: .*no number of times"),
        (
            BASE + "[engine.memory]\nsize = 1\n",
            r"salerno\.toml:4: .*no option 'size'; it has: none",
        ),
    ],
)
def test_a_mistake_in_the_settings_is_named_with_its_line_and_the_likely_fix(
    tmp_path, text, message
):
    path = write_settings(tmp_path, text)

    with pytest.raises(WorkspaceError, match=message):
        settings.load(path)


def test_every_built_in_engine_has_its_options_declared_so_that_no_mistake_waits_for_a_draft():
    built_in = {
        name
        for name in plugins.names("engines")
        if plugins.require("engines", name).value.startswith("salerno.")
    }

    assert OPTIONS.keys() - {settings.MEMORY} == built_in


def test_settings_are_checked_without_loading_an_engine():
    script = (
        "import sys; from salerno.store import settings;"
        "settings.parse('[engine.libretranslate]\\nurl = \"x\"\\n[engine.apertium]\\ntimeout = 3\\n');"
        "print([name for name in sys.modules if name.startswith('salerno.engines.')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stdout == "['salerno.engines._options']\n"


class _Third:
    """An engine of somebody else's, which alone knows its options."""

    def __init__(self, options):
        for name in options:
            raise InputError(f"no option {name!r}")


@pytest.mark.parametrize("command", ["draft", "doctor"])
def test_what_another_engine_refuses_has_its_line_too(tmp_path, monkeypatch, salerno, command):
    point = EntryPoint("third", "test_workspace:_Third", "salerno.engines")
    registered = plugins._registered
    monkeypatch.setattr(
        plugins,
        "_registered",
        lambda group: registered(group) | ({"third": point} if group == "engines" else {}),
    )
    workspace = make_workspace(tmp_path / "w", engines=("third",))
    path = workspace.root / "salerno.toml"
    path.write_text(path.read_text() + "\n[engine.third]\nmodel = 'x'\n")
    line = path.read_text().splitlines().index("[engine.third]") + 1
    write(workspace, "source/fever.md", "Rest.\n")
    extract(workspace)
    update(workspace)
    result = salerno("-C", workspace.root, command)

    assert f"salerno.toml:{line}: no option 'model'" in result.out + result.err


def test_settings_that_an_editor_saved_with_a_byte_order_mark_are_read(tmp_path):
    path = tmp_path / "salerno.toml"
    path.write_text("\ufeff" + BASE, encoding="utf-8")

    assert settings.load(path).locales == ["es", "fr"]


def write_settings(folder, text):
    path = folder / "salerno.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_what_init_writes_is_what_the_design_promises(tmp_path):
    made = make_workspace(tmp_path / "clinic", locales=("es", "fr"), engines=("memory", "apertium"))

    assert made.settings.engines == {"default": ["memory", "apertium"]}
    assert made.settings.review.required == ["linguistic-review", "medical-review"]
    assert made.settings.workspace is not None


def test_two_workspaces_have_two_ids(tmp_path):
    first, second = make_workspace(tmp_path / "a"), make_workspace(tmp_path / "b")

    assert first.settings.workspace != second.settings.workspace


def test_a_workspace_is_found_from_any_folder_in_it(workspace):
    assert workspaces.find(workspace.source).root == workspace.root


def test_outside_of_a_workspace_the_way_in_is_told(tmp_path):
    with pytest.raises(WorkspaceError, match="salerno init DIR"):
        workspaces.find(tmp_path)


def test_a_locale_may_have_its_own_engines(tmp_path):
    text = BASE + '[engines]\ndefault = ["memory"]\nfr = ["libretranslate"]\n'
    found = settings.load(write_settings(tmp_path, text))

    assert found.engines_for("fr") == ["libretranslate"]
    assert found.engines_for("es") == ["memory"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("a..b.md", "rename it to a-b.md"),
        ("Fever.md", "rename it to fever.md"),
        ("two words.md", "rename it to two-words.md"),
        ("fiebre-niñez.md", "a–z, 0–9"),
        ("热.md", "rename it$"),
        ("a.MD", "rename it to a.md"),
        ("site.md", "taken by the page chrome"),
        ("-.md", "rename it"),
        (f"{'a' * 120}.md", "rename it"),
    ],
)
def test_a_name_that_cannot_be_an_address_is_refused_with_a_better_one(workspace, name, message):
    write(workspace, f"source/{name}", "Text.\n")

    with pytest.raises(ArticleError, match=message):
        articles.slugs(workspace)


def test_two_articles_with_one_slug_are_refused(workspace):
    write(workspace, "source/fever.md", "Text.\n")
    write(workspace, "source/fever.txt", "Text.\n")

    with pytest.raises(
        ArticleError, match=r"two articles are called 'fever': fever\.md and fever\.txt"
    ):
        articles.slugs(workspace)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"# Fi\xe8vre\n", r"source/a\.md:1: not UTF-8; save it as UTF-8"),
        ("# Fever\n".encode("utf-16"), r"source/a\.md:1: not UTF-8; it looks like UTF-16"),
        (b"ok\n\nNUL \0 here\n", r"source/a\.md:3: holds a NUL character"),
    ],
)
def test_a_file_that_is_no_text_is_refused_with_its_line(workspace, data, message):
    (workspace.source / "a.md").write_bytes(data)

    with pytest.raises(InputError, match=message):
        articles.load(workspace, "a")


@pytest.mark.parametrize("text", ["", "\n\n", "```\ncode\n```\n", "<!-- only a comment -->\n"])
def test_an_article_with_nothing_to_translate_is_refused(workspace, text):
    write(workspace, "source/a.md", text)

    with pytest.raises(ArticleError, match=r"source/a\.md: nothing to translate"):
        articles.load(workspace, "a").pieces()


def test_a_link_that_leads_out_of_the_workspace_is_refused(workspace, tmp_path):
    secret = tmp_path / "secret.md"
    secret.write_text("Secret.\n")
    (workspace.source / "a.md").symlink_to(secret)

    with pytest.raises(InputError, match="leads out of the workspace"):
        articles.load(workspace, "a")


def test_documents_that_no_format_reads_are_named(workspace):
    for name in ("letter.docx", "notes.text", "photo.png", "fever.md", "fever.md~", ".fever.swp"):
        write(workspace, f"source/{name}", "x")

    assert list(articles.overlooked(workspace)) == [
        "source/letter.docx: no format reads this; save it as Markdown (.md) or text (.txt)",
        "source/notes.text: no format reads this; save it as Markdown (.md) or text (.txt)",
    ]


def test_a_link_that_leads_nowhere_and_a_folder_with_articles_are_named(workspace, salerno):
    (workspace.source / "gone.md").symlink_to("nowhere.md")
    write(workspace, "source/more/cough.md", "Rest.\n")
    write(workspace, "source/img/photo.png", "x")
    write(workspace, "source/leaflets/fever.pdf", "x")
    result = salerno("-C", workspace.root, "extract")

    assert result.err.splitlines() == [
        "source/gone.md: a link that leads nowhere",
        "source/more: articles are not looked for in folders; move them up into source/",
    ]


def test_what_is_checked_is_what_the_settings_hold():
    checked, held = settings_check.Checked(), settings.Settings()

    assert checked.model_dump() == asdict(held)


def test_settings_that_were_right_are_not_checked_again_and_changed_ones_are(tmp_path):
    path = write_settings(tmp_path, 'locales = ["es"]\n')
    (tmp_path / ".salerno").mkdir()
    first = settings.load(path)
    assert settings.load(path) == first
    path.write_text('locales = ["zh"]\n', "utf-8")

    with pytest.raises(WorkspaceError, match="zh"):
        settings.load(path)
