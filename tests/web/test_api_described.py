"""The API does what its description says, whatever it is asked: schemathesis asks."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from tests_support import ARTICLES, clinic, write

schemathesis = pytest.importorskip("schemathesis")
pytest.importorskip("django")


@pytest.fixture
def workspace(tmp_path):
    from salerno.pipeline.build import build

    workspace = clinic(tmp_path / "clinic", ("es",))
    write(workspace, "source/cough.md", ARTICLES["cough"])
    build(workspace)
    return workspace


@pytest.fixture
def token(live, monkeypatch):
    from test_api import token_of

    from salerno.web.api import programs
    from salerno.web.desk.refresh import refresh

    monkeypatch.setattr(programs, "REQUESTS", replace(programs.REQUESTS, times=1_000_000))
    refresh(live.workspace)
    return token_of(live.account("observer"))


@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode))
@pytest.mark.parametrize("path", ["/api/status", "/api/queue", "/healthz", "/api/openapi.json"])
def test_every_answer_is_as_described(live, token, path, mode):
    schema = schemathesis.openapi.from_url(f"{live.address}/api/openapi.json")
    operation = schema[path]["GET"]
    if mode.is_negative and "parameters" not in operation.definition.raw:
        return  # there is nothing to be said wrongly

    @given(case=operation.as_strategy(generation_mode=mode))
    @settings(max_examples=40, suppress_health_check=list(HealthCheck))
    def ask(case):
        case.call_and_validate(headers={"Authorization": f"Bearer {token}"})

    ask()


def test_the_description_names_every_address_and_parameter(server):
    from salerno.web.api.urls import urlpatterns

    document = json.loads(server.client().get("/api/openapi.json").content)

    assert document["openapi"] == "3.1.0"
    assert set(document["paths"]) == {f"/{pattern.pattern}" for pattern in urlpatterns}
