"""What owners do: rights, links, retirement, and what was read."""

from __future__ import annotations

import re

import pytest
from test_people_joining import PASSPHRASE, link_in, register

from salerno.store import reviewers
from web_support import PASSWORD


def test_a_change_of_rights_counts_at_the_next_click(server):
    client = server.logged_in("owner")
    owner = server.logged_in("owner")
    assert client.get("/people/").status_code == 200
    owner.post(f"/people/{client.account.pk}/", {"act": "rights", "observer": ["*"]})

    assert client.get("/people/").status_code == 403
    assert client.get("/account/").context["user"].rights() == {"observer"}


def test_rights_are_given_by_locale(server):
    account = server.account()
    said = {"act": "rights", "clinician": ["es"], "linguist": ["es"], "editor": ["*"]}
    server.logged_in("owner").post(f"/people/{account.pk}/", said)
    account = type(account).objects.get(pk=account.pk)

    assert account.rights("es") == {"clinician", "linguist", "editor"}
    assert account.rights("ar") == {"editor"}


@pytest.mark.parametrize("said", [{"clinician": ["xx"]}, {"clinician": ["*"]}, {"editor": ["'"]}])
def test_rights_in_locales_that_are_not_here_are_refused(server, said):
    account = server.account()
    page = server.logged_in("owner").post(f"/people/{account.pk}/", {"act": "rights"} | said)

    assert page.status_code == 400
    assert not account.grant_set.exists()


@pytest.mark.parametrize("said", [{"act": "rights", "editor": ["*"]}, {"act": "deactivate"}])
def test_the_last_owner_stays_one(server, said):
    owner = server.logged_in("owner")
    server.account("owner", is_active=False)
    page = owner.post(f"/people/{owner.account.pk}/", said)

    assert "there has to be an owner" in page.content.decode()
    assert owner.get("/people/").status_code == 200


def test_one_of_two_owners_may_go(server):
    owner, other = server.logged_in("owner"), server.account("owner")

    assert owner.post(f"/people/{other.pk}/", {"act": "deactivate"}).status_code == 302
    other.refresh_from_db()
    assert not other.is_active


def test_the_sessions_and_tokens_of_a_deactivated_account_stop_at_once(server):
    from salerno.web.people.tokens import account_of_token

    client = server.logged_in("observer")
    forgotten = server.verified(client.account)
    token = made_token(client)
    owner = server.logged_in("owner")
    owner.post(f"/people/{client.account.pk}/", {"act": "deactivate"})
    assert client.get("/account/")["Location"].startswith("/login/")
    assert account_of_token(token) is None
    owner.post(f"/people/{client.account.pk}/", {"act": "reactivate"})

    for browser in (client, forgotten):
        page = browser.get("/account/")
        assert page["Location"].startswith("/login/"), "not even afterwards"
    assert account_of_token(token) is None


def made_token(client, name="a program"):
    page = client.post("/account/token/", {"name": name})
    return re.search(r'id="token"[^>]* value="([^"]*)"', page.content.decode())[1]


def test_a_token_is_whose_it_is_until_it_is_revoked(server):
    from salerno.web.people.models import ApiToken
    from salerno.web.people.tokens import account_of_token

    client = server.logged_in("observer")
    token = made_token(client)
    assert account_of_token(token) == client.account
    kept = ApiToken.objects.get()
    assert token not in str(vars(kept))
    assert kept.used_at
    client.post(f"/account/token/{kept.pk}/revoke/")

    assert account_of_token(token) is None
    assert not client.get("/account/").context["tokens"]


def test_a_token_is_worthless_while_its_account_is_deactivated(server):
    from salerno.web.people.tokens import account_of_token

    client = server.logged_in("observer")
    token = made_token(client)
    type(client.account).objects.update(is_active=False)

    assert account_of_token(token) is None


@pytest.mark.parametrize("text", ["", "salerno_", "salerno_x", "x", "salerno_\udcff", "é"])
def test_what_is_no_token_is_nobodys(server, text):
    from salerno.web.people.tokens import account_of_token

    assert account_of_token(text) is None


def test_nobody_revokes_anothers_token(server):
    from salerno.web.people.models import ApiToken
    from salerno.web.people.tokens import account_of_token

    client = server.logged_in("observer")
    token = made_token(client)
    other = server.logged_in("owner")

    assert other.post(f"/account/token/{ApiToken.objects.get().pk}/revoke/").status_code == 404
    assert account_of_token(token) == client.account


def new_password_link(server, account):
    page = server.logged_in("owner").post(f"/people/{account.pk}/", {"act": "reset"})
    return link_in(page).removeprefix("http://testserver")


NEW = {"password": "eight dry lanterns", "again": "eight dry lanterns"}


def test_an_owners_link_sets_a_new_password_once(server):
    account = server.account("observer", password=PASSWORD)
    client = server.verified(account)
    link = new_password_link(server, account)
    assert server.client().get(link).status_code == 200
    assert server.client().post(link, NEW).status_code == 302
    account.refresh_from_db()

    assert account.check_password("eight dry lanterns")
    assert client.get("/account/")["Location"].startswith("/login/")
    assert server.client().post(link, NEW).status_code == 404


def test_a_link_for_a_new_password_leaves_the_second_factor(server):
    account = server.account("observer", password=PASSWORD)
    server.device(account)
    client = server.client()
    client.post(new_password_link(server, account), NEW)
    client.post("/login/", {"username": account.email, "password": "eight dry lanterns"})

    assert "otpauth" not in client.get("/second-factor/").content.decode()


def test_a_link_for_a_new_password_opens_the_lock(server):
    account = server.account("observer", password=PASSWORD)
    client = server.client()
    for _ in range(6):
        client.post("/login/", {"username": account.email, "password": "wrong"})
    client.post(new_password_link(server, account), NEW)

    said = {"username": account.email, "password": "eight dry lanterns"}
    assert client.post("/login/", said).status_code == 302


def test_a_link_for_a_new_password_ends(server):
    from django.test import override_settings

    account = server.account("observer", password=PASSWORD)
    link = new_password_link(server, account)
    with override_settings(PASSWORD_RESET_TIMEOUT=-1):
        assert server.client().get(link).status_code == 404
    server.client().post("/login/", {"username": account.email, "password": PASSWORD})
    assert server.client().get(link).status_code == 404, "who logs in knows the password"


def test_a_link_of_another_account_or_a_deactivated_one_is_worthless(server):
    account, other = server.account(password=PASSWORD), server.account(password=PASSWORD)
    mine, others = new_password_link(server, account), new_password_link(server, other)
    token = mine.split("/")[3]
    assert (
        server.client().post("/".join([*others.split("/")[:3], token, ""]), NEW).status_code == 404
    )
    type(account).objects.filter(pk=account.pk).update(is_active=False)

    assert server.client().post(mine, NEW).status_code == 404


@pytest.mark.parametrize(
    "number", ["x", "é", "MQ", "LTE", "OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk", "%00"]
)
def test_a_made_up_link_for_a_new_password_opens_nothing(server, number):
    assert server.client().get(f"/new-password/{number}/a-b/").status_code == 404


def test_the_only_owner_is_rescued_at_the_servers_console(server, capsys):
    from django.core.management import call_command

    account = server.account("owner", password=PASSWORD)
    client = server.verified(account)
    call_command("rescue", account.email.upper())
    link = capsys.readouterr().out.split()[-1]
    fresh = server.client()
    fresh.post(link, NEW)
    fresh.post("/login/", {"username": account.email, "password": NEW["password"]})

    assert client.get("/people/")["Location"].startswith("/login/")
    assert "otpauth" in fresh.get("/second-factor/").content.decode()


def test_nobody_is_rescued_who_is_not_there(server):
    from django.core.management import CommandError, call_command

    gone = server.account("owner", is_active=False)
    for email in (gone.email, "nobody@example.org"):
        with pytest.raises(CommandError, match="no active account"):
            call_command("rescue", email)


def reviewing(server, **more):
    """Return the browser of somebody who is registered as a reviewer, with a key here."""
    register(server, "ana.lopez")
    account = server.account(
        "clinician", locale="es", reviewer="ana.lopez", password=PASSWORD, **more
    )
    return server.verified(account)


def test_the_passphrase_of_the_key_is_refused_as_a_password(server):
    client = reviewing(server)
    said = {"current": PASSWORD, "password": PASSPHRASE, "again": PASSPHRASE}
    page = client.post("/account/password/", said)

    assert "This is the passphrase of your signing key" in page.content.decode()


def test_who_types_wrong_passphrases_has_to_wait_before_they_sign(server):
    from django.test import RequestFactory

    from salerno.errors import InputError
    from salerno.web.people.keys import opened

    request = RequestFactory().post("/", {"passphrase": "not it at all"})
    request.user = reviewing(server).account
    for _ in range(5):
        with pytest.raises(InputError, match="does not open this key"):
            opened(request, "ana.lopez")
    request.POST = {"passphrase": PASSPHRASE}

    with pytest.raises(InputError, match="too many wrong passphrases"):
        opened(request, "ana.lopez")


@pytest.mark.parametrize("compromised", [False, True])
def test_a_retired_reviewer_reviews_nothing_from_then_on(server, compromised):
    client = reviewing(server)
    owner = server.logged_in("owner")
    said = {"act": "retire", "sure": "on"} | ({"compromised": "on"} if compromised else {})
    assert owner.post(f"/people/{client.account.pk}/", said).status_code == 302

    entry = reviewers.read(server.workspace)["ana.lopez"]
    assert (bool(entry.retired), entry.compromised) == (True, compromised)
    assert client.get("/account/")["Location"].startswith("/login/")
    account = type(client.account).objects.get(pk=client.account.pk)
    assert not account.may(["clinician"], "es")


def test_a_reviewer_is_retired_only_by_who_says_that_they_are_sure(server):
    client = reviewing(server)
    page = server.logged_in("owner").post(f"/people/{client.account.pk}/", {"act": "retire"})

    assert page.status_code == 400
    assert not reviewers.read(server.workspace)["ana.lopez"].retired


def test_an_account_becomes_a_reviewer_later(server):
    client = server.logged_in("owner")
    here = f"/people/{client.account.pk}/"
    client.post(here, {"act": "rights", "owner": "on", "linguist": ["es", "ar"]})
    client.post(here, {"act": "appoint", "reviewer": "olga", "credential": "ATA 4711"})
    said = {"way": "make", "make-passphrase": PASSPHRASE, "make-again": PASSPHRASE}
    assert client.post("/account/signing-key/", said).status_code == 302

    entry = reviewers.read(server.workspace)["olga"]
    assert (entry.roles, entry.locales, entry.credential) == (
        ("linguist",),
        ("es", "ar"),
        "ATA 4711",
    )


def test_two_accounts_are_never_one_reviewer(server):
    reviewing(server)
    account = server.account("clinician", locale="es")
    said = {"act": "appoint", "reviewer": "ana.lopez", "credential": "MD"}
    page = server.logged_in("owner").post(f"/people/{account.pk}/", said)

    assert "is the id of another account" in page.content.decode()


def test_an_id_that_waits_for_its_key_is_offered_to_nobody_else(server):
    owner = server.logged_in("owner")
    one, other = (server.account("clinician", locale="es") for _ in range(2))
    said = {"act": "appoint", "reviewer": "ana.lopez", "credential": "MD"}
    first = owner.post(f"/people/{one.pk}/", said)
    again = owner.post(f"/people/{one.pk}/", said | {"credential": "MD, PhD"})
    page = owner.post(f"/people/{other.pk}/", said)

    assert (first.status_code, again.status_code, page.status_code) == (302, 302, 400)
    assert "is offered to somebody else" in page.content.decode()


def test_more_rights_than_reviewers_toml_gives_are_pointed_out(server):
    client = reviewing(server)
    owner = server.logged_in("owner")
    said = {"act": "rights", "clinician": ["es", "ar"]}
    owner.post(f"/people/{client.account.pk}/", said)

    page = owner.get(f"/people/{client.account.pk}/").content.decode()
    assert "more than locales/reviewers.toml does (ar)" in page


def test_a_reviewers_file_that_cannot_be_read_is_no_broken_page(server):
    client = reviewing(server)
    owner = server.logged_in("owner")
    (server.workspace.root / "locales" / "reviewers.toml").write_text("[[reviewer]\n")

    assert "no TOML" in client.get("/account/").content.decode()
    assert "no TOML" in owner.get(f"/people/{client.account.pk}/").content.decode()


def test_what_was_read_is_listed_for_owners(server):
    note_some(server, client := server.logged_in("observer"), 3)
    other = server.logged_in("observer")
    note_some(server, other, 1)
    owner = server.logged_in("owner")

    everybody = owner.get("/people/read/").context["rows"]
    hers = owner.get(f"/people/read/?person={client.account.pk}").context["rows"]
    assert (len(everybody), len(hers)) == (4, 3)
    assert {(row.article, row.locale, row.kind) for row in hers} == {("fever", "es", "people:self")}


def note_some(server, client, times):
    from salerno.web.people.reading import note_reading

    request = client.get("/account/").wsgi_request
    for _ in range(times):
        note_reading(request, "fever", "es")


def test_a_long_list_is_turned_page_by_page(server):
    note_some(server, server.logged_in("observer"), 205)
    owner = server.logged_in("owner")
    seen, path = [], "/people/read/"
    while path:
        page = owner.get(path)
        seen += [row.pk for row in page.context["rows"]]
        path = page.context["older"] and f"/people/read/?before={page.context['older']}"

    assert len(seen) == len(set(seen)) == 205


def test_one_look_costs_one_row(server, django_assert_queries):
    from salerno.web.people.reading import note_reading

    request = server.logged_in("observer").get("/account/").wsgi_request
    _ = request.user.pk
    with django_assert_queries(1):
        note_reading(request, "fever", "es")


@pytest.fixture
def django_assert_queries():
    from contextlib import contextmanager

    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    @contextmanager
    def counted(number):
        with CaptureQueriesContext(connection) as queries:
            yield
        assert len(queries) == number

    return counted


def test_a_form_that_was_sent_is_no_look(server):
    from salerno.web.people.models import Reading
    from salerno.web.people.reading import note_reading

    request = server.logged_in("observer").post("/account/everywhere/").wsgi_request
    note_reading(request, "fever", "es")

    assert not Reading.objects.exists()


def test_what_was_read_and_done_outlives_everybody(server):
    from django.db.models import ProtectedError

    client = server.logged_in("observer")
    note_some(server, client, 1)

    with pytest.raises(ProtectedError):
        client.account.delete()


def test_what_owners_do_is_written_down(server):
    owner = server.logged_in("owner")
    account = server.account("observer")
    for said in (
        {"act": "rights", "editor": ["es"]},
        {"act": "reset"},
        {"act": "remove-factor"},
        {"act": "deactivate"},
        {"act": "reactivate"},
    ):
        owner.post(f"/people/{account.pk}/", said)

    rows = owner.get(f"/people/done/?person={account.pk}").context["rows"]
    assert [row.what for row in rows] == [
        "reactivated",
        "deactivated",
        "removed the second factor",
        "made a link for a new password",
        "changed rights",
    ]
    assert {row.by for row in rows} == {owner.account}
    assert rows[-1].detail == "editor: es"
