"""Coming in for the first time: the first owner, invitations, the second factor, the signing key."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from salerno import signing
from salerno.store import keys, reviewers
from web_support import PASSWORD

PASSPHRASE = "a heron at the weir"
NEW = {"name": "Ana López", "password": PASSWORD, "again": PASSWORD}
GIVEN = {
    "name": "Ana López",
    "email": "Ana@Example.org",
    "clinician": ["es"],
    "reviewer": "ana.lopez",
    "credential": "MD",
}


def link_in(page):
    return re.search(r'id="link"[^>]* value="([^"]*)"', page.content.decode())[1]


def secret_in(page):
    return re.search(r"secret=([A-Z2-7]+)", page.content.decode())[1]


def code_for(secret, *, later=0):
    import base64

    from django_otp.oath import totp

    return f"{totp(base64.b32decode(secret), drift=later):06}"


def invited(server, **more):
    """Return the path of an invitation's link."""
    owner = server.logged_in("owner")
    page = owner.post("/people/invite/", GIVEN | more)
    assert page.status_code == 200, page.content.decode()
    return link_in(page).removeprefix("http://testserver")


def joined(server, path):
    """Take up an invitation as far as the second factor."""
    client = server.client()
    assert client.post(path, NEW).status_code == 302
    page = client.get("/second-factor/")
    page = client.post("/second-factor/", {"code": code_for(secret_in(page))})
    assert "Your recovery codes" in page.content.decode()
    return client


def test_the_first_link_makes_an_owner_once(server):
    from salerno.web.people.first import first_link

    path = first_link()
    client = server.client()
    page = client.post(path, NEW | {"email": "Owner@Example.org"})

    assert page.status_code == 302
    assert client.get("/people/").status_code == 302
    assert server.client().get(path).status_code == 404
    assert first_link() == ""


def test_a_newer_first_link_ends_the_older_one(server):
    from salerno.web.people.first import first_link

    older, newer = first_link(), first_link()

    assert server.client().get(older).status_code == 404
    assert server.client().get(newer).status_code == 200


def test_the_first_link_makes_nobody_an_owner_once_there_is_an_account(server):
    from salerno.web.people.first import first_link
    from salerno.web.people.models import Account

    path = first_link()
    server.account("observer")
    page = server.client().post(path, NEW | {"email": "late@example.org"})

    assert page.status_code == 400
    assert not Account.objects.filter(email="late@example.org").exists()


def test_an_invited_clinician_comes_as_far_as_a_registered_key(server):
    client = joined(server, invited(server))
    client.post("/account/signing-key/", key_form())

    entry = reviewers.read(server.workspace)["ana.lopez"]
    assert (entry.name, entry.roles, entry.locales) == ("Ana López", ("clinician",), ("es",))
    opened = keys.open_key(server.workspace, "ana.lopez", PASSPHRASE)
    assert opened.public == entry.public_key
    page = client.get("/account/").content.decode()
    assert signing.fingerprint(entry.public_key) in page
    assert "/account/signing-key/" not in page


def key_form(passphrase=PASSPHRASE, again=None):
    said = {"make-passphrase": passphrase, "make-again": again or passphrase}
    return said | {"way": "make"}


@pytest.mark.parametrize(
    "words",
    [PASSWORD, "short", "password1234", "123456789012345", "ana@example.org"],
    ids=["the password", "short", "common", "digits", "the address"],
)
def test_a_passphrase_that_others_know_or_guess_makes_no_key(server, words):
    client = joined(server, invited(server))
    page = client.post("/account/signing-key/", key_form(words))

    assert page.status_code == 400
    assert not reviewers.read(server.workspace)
    assert f'value="{words}"' not in page.content.decode()


def test_a_mistyped_passphrase_makes_no_key(server):
    client = joined(server, invited(server))

    assert (
        client.post("/account/signing-key/", key_form(again="a heron at the wier")).status_code
        == 400
    )
    assert not reviewers.read(server.workspace)


def test_a_key_that_was_made_elsewhere_can_be_brought(server):
    _, public = signing.generate(PASSPHRASE)
    client = joined(server, invited(server))
    client.post("/account/signing-key/", {"way": "bring", "bring-public_key": public})

    assert reviewers.read(server.workspace)["ana.lopez"].public_key == public
    assert "sign where it is" in client.get("/account/").content.decode()


def test_an_entry_that_is_there_is_taken_over_by_its_passphrase_alone(server):
    register(server, "ana.lopez")
    client = joined(server, invited(server))
    wrong = client.post(
        "/account/signing-key/", {"way": "prove", "prove-passphrase": "not it at all"}
    )
    right = client.post("/account/signing-key/", {"way": "prove", "prove-passphrase": PASSPHRASE})

    assert (wrong.status_code, right.status_code) == (400, 302)
    assert len(reviewers.read(server.workspace)) == 1


def register(server, identifier):
    from salerno.model import Reviewer, Role
    from salerno.pipeline.reviewers import add_reviewer

    reviewer = Reviewer(identifier, "Ana", (Role.CLINICIAN,), ("es",), "MD", "")
    return add_reviewer(server.workspace, reviewer, PASSPHRASE)


def retire(server):
    from salerno.pipeline.reviewers import retire_reviewer

    retire_reviewer(server.workspace, "ana.lopez", compromised=False)


def swap_key(server):
    pem, _ = signing.generate(PASSPHRASE)
    keys.path_of(server.workspace, "ana.lopez").write_bytes(pem)


@pytest.mark.parametrize("meanwhile", [retire, swap_key])
def test_an_entry_is_not_taken_over_if_it_retired_or_the_key_is_another(server, meanwhile):
    register(server, "ana.lopez")
    client = joined(server, invited(server))
    meanwhile(server)
    page = client.post("/account/signing-key/", {"way": "prove", "prove-passphrase": PASSPHRASE})

    assert page.status_code == 400
    assert client.get("/account/").context["user"].reviewer == ""


def test_guessing_somebody_elses_passphrase_is_slow(server):
    register(server, "ana.lopez")
    client = joined(server, invited(server))
    for _ in range(5):
        client.post("/account/signing-key/", {"way": "prove", "prove-passphrase": "not it at all"})
    page = client.post("/account/signing-key/", {"way": "prove", "prove-passphrase": PASSPHRASE})

    assert "too many attempts" in page.content.decode()
    assert client.get("/account/").context["user"].reviewer == ""


def test_nobody_is_invited_as_a_reviewer_whose_key_is_elsewhere_or_who_has_retired(server):
    from salerno.pipeline.reviewers import retire_reviewer

    register(server, "ana.lopez")
    keys.path_of(server.workspace, "ana.lopez").unlink()
    owner = server.logged_in("owner")
    elsewhere = owner.post("/people/invite/", GIVEN)
    retire_reviewer(server.workspace, "ana.lopez", compromised=False)
    retired = owner.post("/people/invite/", GIVEN)

    assert "not on this machine" in elsewhere.content.decode()
    assert "has retired" in retired.content.decode()


def test_only_hashes_of_links_are_kept(server):
    from salerno.web.people.models import Invitation

    token = invited(server).split("/")[2]

    assert len(token) >= 43
    kept = [str(value) for row in Invitation.objects.values() for value in row.values()]
    assert not any(token in value for value in kept)


def test_an_invitation_works_once(server):
    path = invited(server)
    joined(server, path)

    assert server.client().get(path).status_code == 404
    assert server.client().post(path, NEW).status_code == 404


def test_an_invitation_ends_after_a_week(server):
    from django.utils import timezone

    from salerno.web.people.models import Invitation

    path = invited(server)
    last_minute = timezone.now() + dt.timedelta(minutes=1)
    assert Invitation.objects.get().expires_at - timezone.now() > dt.timedelta(days=6, hours=23)
    Invitation.objects.update(expires_at=last_minute)
    assert server.client().get(path).status_code == 200
    Invitation.objects.update(expires_at=timezone.now())

    assert server.client().get(path).status_code == 404


def test_an_invitation_that_was_taken_back_opens_nothing(server):
    from salerno.web.people.models import Invitation

    path = invited(server)
    owner = server.logged_in("owner")
    owner.post(f"/people/invitation/{Invitation.objects.get().pk}/take-back/")

    assert server.client().post(path, NEW).status_code == 404


def test_an_invitation_ends_with_the_rights_of_who_made_it(server):
    from salerno.web.people.models import Account, Invitation

    path = invited(server)
    Account.objects.filter(pk=Invitation.objects.get().made_by_id).update(is_active=False)
    page = server.client().post(path, NEW)

    assert page.status_code == 400
    assert "may invite nobody any more" in page.content.decode()


@pytest.mark.parametrize(
    "token", ["x", "A" * 43, "%00", "é", "..%2f..%2fpeople", "'; drop table--"]
)
def test_a_made_up_token_opens_nothing(server, token):
    assert server.client().get(f"/invitation/{token}/").status_code == 404


def test_made_up_tokens_are_tried_slowly(server):
    client = server.client()
    tried = [client.get("/invitation/x/").status_code for _ in range(61)]

    assert tried == [404] * 60 + [429]


def test_who_was_invited_keeps_the_address_of_the_invitation(server):
    client = server.client()
    client.post(invited(server), NEW | {"email": "other@example.org"})

    assert client.get("/second-factor/").context["user"].email == "ana@example.org"


def test_joining_ends_the_session_of_who_was_logged_in_in_that_browser(server):
    path = invited(server)
    client = server.logged_in("owner")
    before = client.session.session_key
    client.post(path, NEW)

    assert client.session.session_key != before
    assert client.get("/people/").status_code == 302, "the second factor of the other is no use"


def test_nothing_that_was_planted_in_a_session_outlives_joining(server):
    client = server.client()
    session = client.session
    session["planted"] = True
    session.save()
    client.cookies["salerno_session"] = session.session_key
    client.post(invited(server), NEW)

    assert "planted" not in client.session


def test_the_page_shows_the_link_and_mails_it_where_mail_is_set(server, mailoutbox):
    link = invited(server)

    assert link in mailoutbox[0].body
    assert mailoutbox[0].to == ["ana@example.org"]


@pytest.fixture
def mailoutbox(server):
    from dataclasses import replace

    from django.conf import settings
    from django.core import mail
    from django.test import override_settings

    from salerno.web.environment import MailServer

    mail.outbox = []
    with override_settings(
        ENVIRONMENT=replace(settings.ENVIRONMENT, mail=MailServer("localhost", 25))
    ):
        yield mail.outbox


def test_without_a_mail_server_nothing_is_mailed(server):
    from django.core import mail

    mail.outbox = []
    invited(server)

    assert mail.outbox == []


def test_a_linguist_and_clinician_has_both_in_the_same_locales(server):
    page = server.logged_in("owner").post("/people/invite/", GIVEN | {"linguist": ["ar"]})

    assert page.status_code == 400
    assert "in the same locales" in page.content.decode()


@pytest.mark.parametrize("missing", ["reviewer", "credential", "name", "email", "clinician"])
def test_an_invitation_says_all_that_reviewers_toml_needs(server, missing):
    said = {key: value for key, value in GIVEN.items() if key != missing}
    page = server.logged_in("owner").post("/people/invite/", said)

    assert page.status_code == 400
    assert 'role="alert"' in page.content.decode()
