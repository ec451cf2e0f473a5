"""Secrets of second factors: no use to who reads the database."""

from __future__ import annotations

import importlib
from contextlib import contextmanager

import pytest

from salerno.signing.sealing import find_sealed, seal

KEY = "00112233445566778899aabbccddeeff00112233"


@contextmanager
def secrets(now, *before):
    from django.test import override_settings

    with override_settings(SECRET_KEY=now, SECRET_KEY_FALLBACKS=list(before)):
        yield


def test_what_is_sealed_opens_with_the_words_for_whom_it_is_alone():
    sealed = seal(b"secret", "words", "ana")

    assert find_sealed(sealed, ["others", "words"], "ana") == b"secret"
    assert find_sealed(sealed, ["others"], "ana") is None
    assert find_sealed(sealed, ["words"], "ben") is None
    assert seal(b"secret", "words", "ana") != sealed


@pytest.mark.parametrize("broken", ["", "1.", "1.AAAA", "1.é", "2.x", KEY, "1." + "A" * 64])
def test_what_is_no_seal_opens_nothing(broken):
    assert find_sealed(broken, ["words"], "ana") is None


def test_a_changed_letter_opens_nothing():
    sealed = seal(b"secret" * 3, "words", "ana")
    for place in range(
        2, len(sealed.rstrip("=")) - 1
    ):  # of the last one, some bits stand for nothing
        changed = sealed[:place] + ("A" if sealed[place] != "A" else "B") + sealed[place + 1 :]
        assert find_sealed(changed, ["words"], "ana") is None


def test_no_secret_stands_in_the_database(server):
    from django_otp.plugins.otp_totp.models import TOTPDevice

    device = server.device(server.account())
    kept = TOTPDevice.objects.get(pk=device.pk).key

    assert device.bin_key.hex() not in kept
    assert kept.startswith("1.")
    assert len(kept) <= TOTPDevice._meta.get_field("key").max_length


def test_a_row_of_somebody_else_is_no_factor_of_ones_own(server):
    from salerno.web.people import factor
    from salerno.web.people.models import App

    ana, ben = server.account(), server.account()
    code, device = server.code(server.device(ana)), server.device(ben)
    App.objects.filter(pk=device.pk).update(key=server.device(ana).key)

    assert factor.accepted(ben, code) is None


@pytest.mark.parametrize("kept", [KEY, "", "1.AAAA"])
def test_a_secret_that_was_planted_or_broken_lets_nobody_in(server, kept):
    from django_otp.oath import totp

    from salerno.web.people import factor
    from salerno.web.people.models import App

    account = server.account()
    App.objects.filter(pk=server.device(account).pk).update(key=kept)
    page = server.half_in(account).post(
        "/second-factor/", {"code": f"{totp(bytes.fromhex(KEY)):06}"}
    )

    assert page.status_code == 400
    assert factor.device_of(account) is not None


def test_another_secret_of_the_server_opens_them_while_the_old_one_is_named(server, caplog):
    from salerno.web.people import factor

    ana, ben = server.account(), server.account()
    with secrets("old"):
        codes = [server.code(server.device(each)) for each in (ana, ben)]
    with secrets("new", "old"):
        assert factor.accepted(ana, codes[0])
    with secrets("new"):
        assert factor.accepted(ben, codes[1]) is None
    assert "SALERNO_OLD_SECRET_KEYS" in caplog.text


def test_the_keeper_seals_them_anew_so_that_the_old_secret_may_go(server):
    from salerno.web.chores import Sweeping
    from salerno.web.people import factor

    account = server.account()
    with secrets("old"):
        code = server.code(server.device(account))
    with secrets("new", "old"):
        Sweeping()(server.workspace)
    with secrets("new"):
        assert factor.accepted(account, code)


def test_what_was_there_before_is_sealed_once(server):
    from django.apps import apps
    from django_otp.plugins.otp_totp.models import TOTPDevice

    from salerno.web.people import factor

    migration = importlib.import_module("salerno.web.people.migrations.0003_sealed_factors")
    account = server.account()
    TOTPDevice.objects.create(user=account, name="app", key=KEY)
    migration.seal_all(apps, None)
    kept = TOTPDevice.objects.get(user=account).key
    migration.seal_all(apps, None)

    assert TOTPDevice.objects.get(user=account).key == kept
    assert factor.device_of(account).bin_key.hex() == KEY
