"""The second factor: set up, shown, lost."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from web_support import PASSWORD


def secret_in(page):
    return re.search(r"secret=([A-Z2-7]+)", page.content.decode())[1]


def code_for(secret, *, later=0):
    import base64

    from django_otp.oath import totp

    return f"{totp(base64.b32decode(secret), drift=later):06}"


def codes_in(page):
    return re.findall(r"<li><code>([a-z2-9 ]{19})</code>", page.content.decode())


def test_the_page_shows_the_secret_as_a_picture_and_as_text(server):
    page = server.half_in(server.account()).get("/second-factor/").content.decode()
    secret = re.search(r'<code class="secret">([A-Z2-7 ]+)</code>', page)[1]

    assert "<svg" in page
    assert 'role="img"' in page
    assert "style=" not in page
    assert secret.replace(" ", "") == re.search(r"secret=([A-Z2-7]+)", page)[1]


def test_the_picture_says_what_the_text_says(server):
    import segno

    from salerno.web.people.factor import Offer

    account = server.account(email="ana@example.org")
    offer = Offer(account, "ab" * 20)
    path = re.search(r'class="qrline"[^>]* d="([^"]+)"', offer.picture)

    assert offer.address.startswith("otpauth://totp/Salerno%3Aana%40example.org?secret=")
    assert path[1] in segno.make_qr(offer.address, error="m").svg_inline(border=4, omitsize=True)


def test_a_wrong_code_sets_nothing_up(server):
    from django_otp.plugins.otp_totp.models import TOTPDevice

    client = server.half_in(server.account("observer"))
    secret = secret_in(client.get("/second-factor/"))
    page = client.post(
        "/second-factor/", {"code": "000000" if code_for(secret) != "000000" else "1"}
    )

    assert page.status_code == 400
    assert secret_in(page) == secret, "the app need not be told a second time"
    assert not TOTPDevice.objects.exists()


def test_a_secret_is_shown_in_one_session_only(server):
    """Somebody else who knows the password must not have seen the secret that is confirmed."""
    account = server.account("observer")
    thief, owner = server.half_in(account), server.half_in(account)
    seen = secret_in(thief.get("/second-factor/"))
    secret = secret_in(owner.get("/second-factor/"))
    owner.post("/second-factor/", {"code": code_for(secret)})

    assert seen != secret
    page = thief.post("/second-factor/", {"code": code_for(seen, later=1)})
    assert "Your recovery codes" not in page.content.decode()
    assert thief.get("/account/")["Location"] == "/second-factor/"


def test_the_code_that_set_the_factor_up_does_not_log_in(server):
    account = server.account("observer")
    client = server.half_in(account)
    code = code_for(secret_in(client.get("/second-factor/")))
    client.post("/second-factor/", {"code": code})

    assert server.half_in(account).post("/second-factor/", {"code": code}).status_code == 400


@pytest.mark.parametrize("later", [-1, 0, 1])
def test_no_code_is_accepted_twice(server, later):
    account = server.account("observer")
    device = server.device(account)
    code = server.code(device, later=later)
    first = server.half_in(account).post("/second-factor/", {"code": code})
    again = [server.half_in(account).post("/second-factor/", {"code": code}) for _ in range(2)]

    assert first.status_code == 302
    assert {page.status_code for page in again} == {400}


def test_an_older_code_is_no_use_after_a_newer_one(server):
    account = server.account("observer")
    device = server.device(account)
    old, new = server.code(device), server.code(device, later=1)
    assert server.half_in(account).post("/second-factor/", {"code": new}).status_code == 302

    assert server.half_in(account).post("/second-factor/", {"code": old}).status_code == 400


@pytest.mark.parametrize(
    "said",
    ["", "12345", "1234567", "١٢٣٤٥٦", "-12345", "1e5000", "0x1234", "\0" * 6, "123456 OR 1=1"],
)
def test_what_is_no_code_is_refused(server, said):
    account = server.account("observer")
    server.device(account)

    assert server.half_in(account).post("/second-factor/", {"code": said}).status_code == 400


def test_a_code_may_be_typed_with_a_space(server):
    account = server.account("observer")
    code = server.code(server.device(account))

    page = server.half_in(account).post("/second-factor/", {"code": f"{code[:3]} {code[3:]} "})
    assert page.status_code == 302


def test_guessing_codes_takes_longer_each_time(server):
    account = server.account("observer")
    device = server.device(account)
    client = server.half_in(account)
    client.post("/second-factor/", {"code": wrong(server, device)})
    page = client.post("/second-factor/", {"code": server.code(device)})
    device.refresh_from_db()

    assert page.status_code == 400, "the right one too has to wait"
    assert re.search(r"Wait \d+ seconds?", page.content.decode())
    assert device.throttling_failure_count == 1, "what is not looked at does not count"
    for _ in range(6):
        wait_over(device)
        client.post("/second-factor/", {"code": wrong(server, device)})
    wait_over(device, seconds=63)
    assert client.post("/second-factor/", {"code": server.code(device)}).status_code == 400
    wait_over(device, seconds=65)
    assert client.post("/second-factor/", {"code": server.code(device)}).status_code == 302


def wrong(server, device):
    right = {server.code(device, later=step) for step in (-2, -1, 0, 1, 2)}
    return next(
        code
        for code in ("000000", "111111", "222222", "333333", "444444", "555555")
        if code not in right
    )


def wait_over(device, *, seconds=10**6):
    from django.utils import timezone

    device.refresh_from_db()
    device.throttling_failure_timestamp = timezone.now() - dt.timedelta(seconds=seconds)
    device.save()


def test_a_code_of_another_account_is_no_use(server):
    device = server.device(server.account("observer"))
    account = server.account("observer")
    server.device(account)

    assert (
        server.half_in(account).post("/second-factor/", {"code": server.code(device)}).status_code
        == 400
    )


def test_a_session_cannot_name_the_device_of_another_account(server):
    from django_otp import DEVICE_ID_SESSION_KEY

    other = server.device(server.account("owner"))
    client = server.half_in(server.account("owner"))
    session = client.session
    session[DEVICE_ID_SESSION_KEY] = other.persistent_id
    session.save()

    assert client.get("/people/")["Location"] == "/second-factor/"


def test_each_recovery_code_logs_in_once(server):
    account, codes = with_codes(server)
    assert len(set(codes)) == 10
    first = server.half_in(account).post("/second-factor/?recovery", {"code": codes[0].upper()})
    again = server.half_in(account).post("/second-factor/?recovery", {"code": codes[0]})

    assert (first.status_code, again.status_code) == (302, 400)


def with_codes(server):
    account = server.account("observer")
    client = server.half_in(account)
    page = client.post(
        "/second-factor/", {"code": code_for(secret_in(client.get("/second-factor/")))}
    )
    return account, codes_in(page)


def test_only_hashes_of_recovery_codes_are_kept(server):
    from django_otp.plugins.otp_static.models import StaticToken

    _, codes = with_codes(server)
    kept = {token.token.lower() for token in StaticToken.objects.all()}

    assert len(kept) == 10
    assert not kept & {code.replace(" ", "") for code in codes}


def test_what_is_kept_of_a_recovery_code_is_no_recovery_code(server):
    from django_otp.plugins.otp_static.models import StaticToken

    account, _ = with_codes(server)
    stolen = StaticToken.objects.first().token

    assert (
        server.half_in(account).post("/second-factor/?recovery", {"code": stolen}).status_code
        == 400
    )


def test_guessing_recovery_codes_has_to_wait(server):
    account, codes = with_codes(server)
    server.half_in(account).post("/second-factor/?recovery", {"code": "aaaa bbbb cccc dddd"})

    page = server.half_in(account).post("/second-factor/?recovery", {"code": codes[0]})
    assert page.status_code == 400


def test_new_recovery_codes_take_the_place_of_the_old_ones(server):
    account, old = with_codes(server)
    client = server.verified(account)
    new = codes_in(client.post("/account/recovery-codes/"))

    assert len(new) == 10
    assert not set(old) & set(new)
    assert (
        server.half_in(account).post("/second-factor/?recovery", {"code": old[0]}).status_code
        == 400
    )
    assert client.get("/account/recovery-codes/").status_code == 302, "they are not shown again"


def test_a_new_factor_ends_the_old_one_and_other_sessions(server):
    account = server.account("observer", password=PASSWORD)
    old = server.device(account)
    here, elsewhere = server.verified(account), server.verified(account)
    secret = secret_in(here.get("/account/second-factor/"))
    page = here.post("/account/second-factor/", {"code": code_for(secret)})

    assert len(codes_in(page)) == 10
    assert here.get("/account/").status_code == 200
    assert elsewhere.get("/account/")["Location"].startswith("/login/")
    assert (
        server.half_in(account).post("/second-factor/", {"code": server.code(old)}).status_code
        == 400
    )


def test_who_has_not_shown_a_factor_cannot_replace_it(server):
    account = server.account("observer")
    server.device(account)
    client = server.half_in(account)

    for path in ("/account/second-factor/", "/account/recovery-codes/", "/account/confirm/"):
        assert client.post(path, {"code": "000000"})["Location"] == "/second-factor/"
    assert "otpauth" not in client.get("/second-factor/").content.decode()


def test_an_owner_removes_a_lost_factor_and_that_is_written_down(server):
    from salerno.web.people.models import Act, Deed

    account = server.account("observer")
    client = server.verified(account)
    owner = server.logged_in("owner")
    owner.post(f"/people/{account.pk}/", {"act": "remove-factor"})

    assert client.get("/account/")["Location"].startswith("/login/")
    assert "otpauth" in server.half_in(account).get("/second-factor/").content.decode()
    act = Act.objects.get(what=Deed.FACTOR_REMOVED.value)
    assert (act.by, act.whom) == (owner.account, account)
