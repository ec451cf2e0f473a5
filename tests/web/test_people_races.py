"""Two at once: what may happen once happens once, on either database."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from test_people_joining import GIVEN, NEW, code_for, link_in, secret_in

TOGETHER = 6


def at_once(*tasks):
    """Do something in several threads, each with a database connection of its own."""
    from django.db import connections

    def done(task):
        try:
            return task()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(tasks)) as pool:
        return list(pool.map(done, tasks))


def test_an_invitation_makes_one_account(live):
    from salerno.web.people.models import Account

    page = live.logged_in("owner").post("/people/invite/", GIVEN, headers={"host": "127.0.0.1"})
    path = link_in(page).removeprefix("http://127.0.0.1")
    clients = [live.client(headers={"host": "127.0.0.1"}) for _ in range(TOGETHER)]
    statuses = at_once(*(lambda c=client: c.post(path, NEW).status_code for client in clients))

    assert statuses.count(302) == 1
    assert Account.objects.filter(email="ana@example.org").count() == 1


def test_a_code_lets_in_one_session(live):
    account = live.account("observer")
    device = live.device(account)
    clients = [live.half_in(account, headers={"host": "127.0.0.1"}) for _ in range(TOGETHER)]
    said = {"code": live.code(device)}
    statuses = at_once(
        *(lambda c=client: c.post("/second-factor/", said).status_code for client in clients)
    )

    assert statuses.count(302) == 1


def test_a_recovery_code_lets_in_one_session(live):
    from salerno.web.people import factor

    account = live.account("observer")
    live.device(account)
    said = {"code": factor.new_codes(account)[0]}
    clients = [live.half_in(account, headers={"host": "127.0.0.1"}) for _ in range(TOGETHER)]
    statuses = at_once(
        *(
            lambda c=client: c.post("/second-factor/?recovery", said).status_code
            for client in clients
        )
    )

    assert statuses.count(302) == 1


@pytest.mark.parametrize("said", [{"act": "deactivate"}, {"act": "rights"}])
def test_two_owners_who_remove_each_other_leave_one(live, said):
    from salerno.web.people.models import Grant

    one = live.logged_in("owner")
    other = live.logged_in("owner")
    host = {"host": "127.0.0.1"}
    at_once(
        lambda: one.post(f"/people/{other.account.pk}/", said, headers=host),
        lambda: other.post(f"/people/{one.account.pk}/", said, headers=host),
    )

    assert Grant.objects.filter(right="owner", account__is_active=True).count() == 1


def test_two_accounts_cannot_become_one_reviewer(live):
    """Both were named for the same id, by a file that was edited or a race: the second is refused."""
    from salerno.store import reviewers
    from salerno.web.people.inviting import Details, appoint
    from salerno.web.people.models import Account

    details = Details("ana", ("clinician",), ("es",), "MD")
    clients = [live.logged_in("clinician", locale="es") for _ in range(2)]
    for client in clients:
        appoint(details, client.account)
    words = "a heron at the weir"
    said = {"way": "make", "make-passphrase": words, "make-again": words}
    at_once(
        *(
            lambda c=client: c.post("/account/signing-key/", said, headers={"host": "127.0.0.1"})
            for client in clients
        )
    )

    assert Account.objects.filter(reviewer="ana").count() == 1
    assert len(reviewers.read(live.workspace)) == 1


def test_of_two_sessions_that_set_up_a_factor_one_does(live):
    """Who knows the password alone must not get their own app in beside the person's."""
    from django_otp.plugins.otp_totp.models import TOTPDevice

    account = live.account("observer")
    host = {"host": "127.0.0.1"}
    clients = [live.half_in(account, headers=host) for _ in range(2)]
    codes = [code_for(secret_in(client.get("/second-factor/"))) for client in clients]
    pages = at_once(
        *(
            lambda c=client, said=code: c.post("/second-factor/", {"code": said})
            for client, code in zip(clients, codes, strict=True)
        )
    )

    assert TOTPDevice.objects.filter(user=account).count() == 1
    assert sum("Your recovery codes" in page.content.decode() for page in pages) == 1
