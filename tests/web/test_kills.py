"""Workers killed in the middle of approvals: what was confirmed to a browser is in the ledger once, none twice."""

from __future__ import annotations

import http.client
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from salerno.pipeline.build import build
from salerno.pipeline.decisions import decisions
from salerno.pipeline.ledgers import verify_ledgers
from tests_support import make_workspace, register, write

KILLS = 100
_LOG_IN = """
import django; django.setup()
from django.test import Client
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_totp.models import TOTPDevice
from salerno.web.people.models import Account, Grant
account = Account.objects.create(email="ana@example.org", name="Ana", reviewer="ana")
Grant.objects.create(account=account, right="clinician")
client = Client()
client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
session = client.session
session[DEVICE_ID_SESSION_KEY] = TOTPDevice.objects.create(user=account, name="app").persistent_id
session.save()
print(session.session_key)
"""


@pytest.fixture
def workspace(tmp_path):
    workspace = make_workspace(tmp_path / "clinic", ("es",), engines=("pseudo",))
    for number in range(10):
        items = "\n".join(f"- Take {n} tablets of {number} mg." for n in range(40))
        write(workspace, f"source/fever-{number}.md", f"# Fever {number}\n\n{items}\n")
    build(workspace)
    register(workspace, "ana", "clinician")
    return workspace


@pytest.fixture
def server(workspace, tmp_path):
    """Run the server as anybody would, and yield its process with a session of ana's."""
    environment = os.environ | {
        "SALERNO_WORKSPACE": str(workspace.root),
        "DJANGO_SETTINGS_MODULE": "salerno.web.settings",
    }
    python = [sys.executable, "-m"]
    command = [*python, "salerno", "-C", str(workspace.root), "serve", "--port", "8791"]
    with (tmp_path / "log").open("w") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        try:
            wait_for(lambda: answers("/login/"))
            made = subprocess.run(
                [sys.executable, "-c", _LOG_IN],
                env=environment,
                capture_output=True,
                check=True,
                text=True,
            )
            yield process, made.stdout.strip()
        finally:
            process.terminate()
            process.wait(20)


def wait_for(happens):
    end = time.monotonic() + 60
    while not happens():
        assert time.monotonic() < end
        time.sleep(0.1)


def answers(path):
    try:
        return ask("GET", path)[0] == 200
    except OSError:
        return False


def ask(method, path, session="", body="", csrf=""):
    connection = http.client.HTTPConnection("127.0.0.1", 8791, timeout=20)
    headers = {"Cookie": f"salerno_session={session}; csrftoken={csrf}"}
    if body:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    try:
        connection.request(method, path, body, headers)
        found = connection.getresponse()
        return found.status, found.headers, found.read().decode()
    finally:
        connection.close()


def workers(process):
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text()
    return [int(number) for number in children.split()]


def approve_next(session):
    """Approve what comes next; return its digest once that is confirmed, or None if nothing waits."""
    _, headers, _ = ask("GET", "/queue/next/", session)
    path = headers["Location"]
    if not path.startswith("/review/"):
        return None
    _, headers, html = ask("GET", path, session)
    digest = re.search(r'name="digest" value="(\w+)"', html)[1]
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', html)[1]
    csrf = re.search(r"csrftoken=(\w+)", headers["Set-Cookie"] or "")
    form = f"verb=approve&digest={digest}&csrfmiddlewaretoken={token}"
    status, _, _ = ask(
        "POST", f"{path.split('?')[0]}decide/", session, form, csrf[1] if csrf else token
    )
    return digest if status == 302 else ""


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_no_confirmed_decision_is_lost_or_doubled_by_a_killed_worker(server, workspace):
    process, session = server
    dice, confirmed, kills = random.Random(7), [], 0
    while kills < KILLS:
        due = time.monotonic() + dice.uniform(0.0, 0.4)
        try:
            while time.monotonic() < due:
                done = approve_next(session)
                if done is None:
                    break
                confirmed += [done] if done else []
        except (OSError, http.client.HTTPException, TypeError):
            pass
        for worker in workers(process):
            os.kill(worker, signal.SIGKILL)
        kills += 1
        wait_for(lambda: answers("/login/"))
        if done is None:
            break
    counts = Counter(
        event.digest
        for article in workspace.source.glob("*.md")
        for event in decisions(workspace, article.stem, "es").history.events
        if event.type == "approve"
    )

    assert len(confirmed) > KILLS / 10
    assert [digest for digest in confirmed if counts[digest] != 1] == []
    assert max(counts.values()) == 1
    assert list(verify_ledgers(workspace)) == []
