import itertools
import re
from dataclasses import replace

import pytest

from salerno.errors import EngineError, EngineUnavailable, InputError, StorageError
from salerno.model import Draft, EventType, Provenance, State, Syntax, Unit
from salerno.pipeline import decide
from salerno.pipeline.draft import draft
from salerno.pipeline.drafting import Pair, draft_unit
from salerno.pipeline.extract import extract
from salerno.pipeline.saving import Savings, save_drafts
from salerno.pipeline.status import status
from salerno.pipeline.update import update
from salerno.store import catalogs, ledger
from tests_support import desk_of, make_workspace, register, write

ARTICLE = "# Fever\n\nTake **two** tablets of 500 mg.\n\nDo not drive.\n"


def prepared(workspace, text=ARTICLE):
    write(workspace, "source/fever.md", text)
    extract(workspace)
    update(workspace)
    return workspace


def read(workspace, locale="es"):
    return catalogs.read(workspace, workspace.catalog("fever", locale))


def drafted(workspace, **options):
    return {result.locale: result for result in draft(workspace, **options)}


def test_a_draft_is_fuzzy_and_leaves_an_event_with_its_provenance(workspace):
    drafted(prepared(workspace))
    entries = read(workspace).entries
    events = ledger.read(workspace, workspace.ledger("fever", "es"))

    assert all(entry.fuzzy and not entry.previous for entry in entries)
    assert [event.type for event in events] == [EventType.DRAFT] * len(entries)
    assert events[0].engine.name == "pseudo"
    assert [event.digest for event in events] == [entry.digest("fever", "es") for entry in entries]
    assert [event.targets for event in events] == [entry.targets for entry in entries]


def test_markup_and_numbers_survive_a_draft(workspace):
    drafted(prepared(workspace))
    target = read(workspace).entries[1].targets[0]

    assert target.count("**") == 2
    assert "500" in target


@pytest.mark.parametrize("fuzzy", [True, False])
def test_a_persons_words_are_never_overwritten(workspace, fuzzy):
    prepared(workspace)
    catalog = read(workspace)
    mine = replace(catalog.entries[1], targets=("Mis palabras.",), fuzzy=fuzzy)
    path = workspace.catalog("fever", "es")
    catalogs.write(
        workspace, path, replace(catalog, entries=(catalog.entries[0], mine, catalog.entries[2]))
    )
    drafted(workspace)

    assert read(workspace).entries[1].targets == ("Mis palabras.",)
    assert len(ledger.read(workspace, workspace.ledger("fever", "es"))) == 2


def test_words_that_a_translator_saved_meanwhile_stay(workspace):
    prepared(workspace)
    catalog = read(workspace)
    identity = catalog.entries[1].unit.identity
    mine = replace(catalog.entries[1], targets=("Recién escrito.",))
    path = workspace.catalog("fever", "es")
    catalogs.write(
        workspace, path, replace(catalog, entries=(catalog.entries[0], mine, catalog.entries[2]))
    )
    saved = save_drafts(
        workspace, "fever", "es", {identity: [Draft("máquina", Provenance("x", "x", "1"))]}
    )

    assert saved == 0
    assert read(workspace).entries[1].targets == ("Recién escrito.",)


def test_a_second_draft_changes_no_byte(workspace):
    drafted(prepared(workspace))
    before = snapshot(workspace)
    drafted(workspace)

    assert snapshot(workspace) == before


def snapshot(workspace):
    return {path: path.read_bytes() for path in (workspace.root / "locales").rglob("*.*")}


def test_a_locale_that_no_engine_serves_stays_missing_and_is_told(tmp_path):
    workspace = prepared(
        make_workspace(tmp_path / "w", locales=("ar",), engines=("memory", "apertium"))
    )
    result = drafted(workspace)["ar"]

    assert (result.drafted, result.missing) == (0, 3)
    assert any("apertium" in reason for reason in result.reasons)


def test_what_people_confirmed_elsewhere_comes_before_any_engine(workspace):
    prepared(workspace)
    catalog = read(workspace)
    entries = tuple(replace(entry, targets=("No conduzca.",)) for entry in catalog.entries[2:])
    path = workspace.catalog("fever", "es")
    catalogs.write(workspace, path, replace(catalog, entries=(*catalog.entries[:2], *entries)))
    write(workspace, "source/cough.md", "Do not drive.\n")
    extract(workspace)
    update(workspace)
    drafted(workspace)
    (entry,) = catalogs.read(workspace, workspace.catalog("cough", "es")).entries
    (event,) = ledger.read(workspace, workspace.ledger("cough", "es"))

    assert (entry.targets, entry.fuzzy) == (("No conduzca.",), True)
    assert event.engine.name == "memory"


def test_the_wrong_words_in_a_catalog_are_no_memory(workspace):
    drafted(prepared(workspace))
    write(workspace, "source/cough.md", "Do not drive.\n")
    extract(workspace)
    update(workspace)
    drafted(workspace)
    (event,) = ledger.read(workspace, workspace.ledger("cough", "es"))

    assert event.engine.name == "pseudo"


def test_drafting_before_update_says_what_to_do(workspace):
    write(workspace, "source/fever.md", ARTICLE)

    with pytest.raises(InputError, match="run `salerno update` first"):
        drafted(workspace)


def test_every_plural_form_gets_its_draft():
    unit = Unit("%(n)s day", source_plural="%(n)s days")
    drafts = draft_unit(unit, _Upper(), Pair("en", "ar"), forms=6)

    assert [made.text for made in drafts] == ["%(n)s DAY"] + ["%(n)s DAYS"] * 5


class _Upper:
    """An engine that shouts, and does to placeholders what it is told to."""

    name = "upper"

    def __init__(self, spoil=lambda text: text):
        self._spoil = spoil

    def pair(self, source, target):
        return f"{source} > {target}"

    def translate(self, texts, *, source, target):
        self.asked = getattr(self, "asked", 0) + 1
        provenance = Provenance(self.name, self.pair(source, target), "1")
        spoil = self._spoil if self.asked == 1 else str
        return [Draft(spoil(text.upper()), provenance) for text in texts]

    def close(self):
        pass


MARKED = Unit("Take **two** tablets.", syntax=Syntax.MARKDOWN)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: re.sub("[\U000f0000-\U000ffffd]", "", text, count=1),
        lambda text: text + "\U000f0000",
        lambda text: text.replace("\U000f0000", "\U000f0009"),
        lambda text: text.replace("TWO", " TWO "),
    ],
    ids=["lost", "doubled", "swapped", "moved off its word"],
)
def test_what_an_engine_does_to_markup_is_mended_piece_by_piece(spoil):
    (made,) = draft_unit(MARKED, _Upper(spoil), Pair("en", "es"))

    assert made.text == "TAKE **TWO** TABLETS."


class _Failing(_Upper):
    def translate(self, texts, *, source, target):
        if any("tablets" in text for text in texts):
            raise EngineError(self.name, "no answer")
        return super().translate(texts, source=source, target=target)


def test_one_unit_that_fails_does_not_cost_the_others(workspace, monkeypatch):
    monkeypatch.setattr("salerno.pipeline.engines.load_engine", lambda name, options: _Failing())
    result = drafted(prepared(workspace), locales=["es"])["es"]

    assert result.missing == 1
    assert any("no answer" in reason for reason in result.reasons)


class _Down(_Upper):
    """A service that cannot be reached, and counts how often it was tried."""

    tried = 0

    def translate(self, texts, *, source, target):
        type(self).tried += 1
        raise EngineUnavailable(self.name, "cannot be reached")


def test_a_service_that_is_down_is_not_tried_again_for_every_unit(workspace, monkeypatch):
    monkeypatch.setattr("salerno.pipeline.engines.load_engine", lambda name, options: _Down())
    prepared(workspace, "\n\n".join(f"Sentence {n}." for n in range(200)))
    result = drafted(workspace, locales=["es"], workers=2)["es"]

    assert result.missing == 200
    assert _Down.tried <= 2
    assert result.reasons == ["fever: upper: cannot be reached"]


class _Absent(_Upper):
    def pair(self, source, target):
        raise EngineUnavailable(self.name, "not installed")


def test_an_engine_that_is_not_installed_gives_way_to_the_next(workspace, monkeypatch):
    monkeypatch.setattr(
        "salerno.pipeline.engines.load_engine",
        lambda name, options: _Absent() if name == "apertium" else _Upper(),
    )
    engines = {"default": ["apertium", "pseudo"]}
    other = replace(workspace, settings=replace(workspace.settings, engines=engines))

    assert drafted(prepared(other), locales=["es"])["es"].missing == 0


def test_words_that_the_engine_did_not_know_are_noted_for_the_reviewer(workspace):
    prepared(workspace)
    identity = read(workspace).entries[2].unit.identity
    provenance = Provenance("apertium", "eng-spa", "1", ("drive", "mend"))
    save_drafts(workspace, "fever", "es", {identity: [Draft("No drive.", provenance)]})

    assert read(workspace).entries[2].comment == "apertium does not know: drive, mend"


def noted(workspace, *unknown, text="No drive."):
    """Draft the last entry with words that the engine did not know; return its comment."""
    identity = read(workspace).entries[2].unit.identity
    provenance = Provenance("apertium", "eng-spa", "1", unknown)
    save_drafts(workspace, "fever", "es", {identity: [Draft(text, provenance)]})
    return read(workspace).entries[2].comment


def emptied(workspace, comment=None):
    """Take the last entry's text away, as somebody does who wants a new draft."""

    def without(catalog):
        last = replace(catalog.entries[2], targets=("",), fuzzy=False)
        last = replace(last, comment=last.comment if comment is None else comment)
        return replace(catalog, entries=(*catalog.entries[:2], last))

    catalogs.change(workspace, workspace.catalog("fever", "es"), without)


def test_a_new_draft_brings_its_own_note_and_takes_the_old_one_away(workspace):
    prepared(workspace)

    assert noted(workspace, "drive") == "apertium does not know: drive"
    emptied(workspace)
    assert noted(workspace, "drive") == "apertium does not know: drive"
    emptied(workspace)
    assert noted(workspace, "mend", text="No mend.") == "apertium does not know: mend"
    emptied(workspace)
    assert noted(workspace, text="Nada.") == ""


def test_what_a_person_wrote_stays_when_a_note_goes(workspace):
    prepared(workspace)
    noted(workspace, "drive")
    mine = "ask Ana\napertium does not know: drive\napertium does not know: mg, nor do I"
    emptied(workspace, mine)

    assert noted(workspace, text="Nada.") == "ask Ana\napertium does not know: mg, nor do I"


def test_notes_that_an_older_version_wrote_twice_become_one(workspace):
    prepared(workspace)
    emptied(workspace, "\n".join([noted(workspace, "drive")] * 3))

    assert noted(workspace, "drive") == "apertium does not know: drive"


@pytest.mark.parametrize("confirm", ["approve", "approve all", "edit"])
def test_a_note_goes_with_the_text_that_a_person_replaces(tmp_path, confirm):
    workspace = prepared(make_workspace(tmp_path / "w", locales=("es",)))
    register(workspace, "ana", "clinician")
    noted(workspace, "drive")
    seat = desk_of(workspace)
    if confirm == "edit":
        decide.edit(seat, seat.entries()[2], ["No conduzca."])
    else:
        path = workspace.catalog("fever", "es")
        path.write_text(path.read_text().replace("No drive.", "No conduzca."))
        key = seat.entries()[2].unit.key
        decide.approve_all(seat) if confirm == "approve all" else decide.approve(seat, [key])

    assert (read(workspace).entries[2].comment, read(workspace).entries[2].fuzzy) == ("", False)


def test_a_note_stays_with_a_draft_that_is_approved_as_it_is(tmp_path):
    workspace = prepared(make_workspace(tmp_path / "w", locales=("es",)))
    register(workspace, "ana", "clinician")
    noted(workspace, "drive")
    seat = desk_of(workspace)
    decide.approve(seat, [seat.entries()[2].unit.key])

    assert read(workspace).entries[2].comment == "apertium does not know: drive"


class _Clock:
    """A clock that stands still unless somebody works."""

    now = 0.0

    def __call__(self):
        return self.now


def test_saving_takes_no_more_time_than_what_is_saved_took():
    clock, saved = _Clock(), []

    def save(made):
        saved.append(len(made))
        clock.now += 5 * len(saved)  # a catalog grows, and so does what a save takes

    with Savings(save, clock) as savings:
        for number in range(100):
            clock.now += 1
            savings.add({Unit(str(number)): ()})

    assert sum(saved) == 100
    assert saved == [1, 5, 10, 15, 20, 25, 24]


def test_what_is_made_when_an_error_or_an_interruption_comes_is_saved():
    clock, saved = _Clock(), []

    def save(made):
        saved.extend(made)
        clock.now += 5

    def make():
        for name in "ab":
            yield {Unit(name): ()}
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), Savings(save, clock) as savings:
        list(map(savings.add, make()))

    assert saved == [Unit("a"), Unit("b")]


def test_a_save_that_fails_is_not_tried_twice():
    tried = []

    def fail(made):
        tried.append(made)
        raise StorageError("full")

    with pytest.raises(StorageError), Savings(fail, lambda: 0.0) as savings:
        savings.add({Unit("a"): ()})

    assert len(tried) == 1


@pytest.mark.apertium
@pytest.mark.parametrize("locale", ["es", "fr", "pt-BR"])
def test_the_users_article_is_drafted_whole_and_keeps_its_numbers(tmp_path, seed, apertium, locale):
    workspace = make_workspace(tmp_path / "w", locales=(locale,), engines=("apertium",))
    (workspace.source / "article.txt").write_bytes(seed.read_bytes())
    extract(workspace)
    update(workspace)
    drafted(workspace)
    rows = {row.article: row for row in status(workspace)}
    entries = catalogs.read(workspace, workspace.catalog("article", locale)).entries
    digits = [
        re.findall(r"\d+", text)
        for entry in entries
        for text in (entry.unit.source, entry.targets[0])
    ]

    assert rows["article"].counts[State.DRAFT] == rows["article"].units == 14
    assert digits[::2] == digits[1::2]


@pytest.mark.apertium
def test_drafts_are_the_same_in_any_order_and_number_of_workers(tmp_path, apertium):
    sentences = [
        "Take **two** tablets in the morning.",
        "Do not take more than 4,000 mg in one day.",
        "The nurse gives you a drip. It takes 30 to 40 minutes.",
        "Ask your doctor about [the leaflet](https://example.org/a).",
        "Chest pain can be a sign of a heart attack.",
        "Keep the medicine away from children.",
    ]
    results = set()
    for number, (order, workers) in enumerate(
        itertools.product([sentences, sentences[::-1]], [1, 3]),
    ):
        workspace = make_workspace(tmp_path / str(number), locales=("es",), engines=("apertium",))
        prepared(workspace, "\n\n".join(order) + "\n")
        drafted(workspace, workers=workers)
        found = {entry.unit.source: entry.targets for entry in read(workspace).entries}
        results.add(tuple(sorted(found.items())))

    assert len(results) == 1
