"""The open data for programs keeps what its description promises."""

import json
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
)

from sinergi.site.api import api
from tests.public.visits import fetch

DESCRIPTION = "/api/v1/openapi.json"
CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance]
# What stands in a path, and the list that holds its values.
PARTS = {
    "/api/v1/releases/{slug}/figures/": ("/api/v1/releases/", "slug"),
    "/api/v1/meetings/{slug}/": ("/api/v1/meetings/", "slug"),
    "/api/v1/recommendations/{reference}/": ("/api/v1/recommendations/", "reference"),
    "/api/v1/guidelines/{slug}/": ("/api/v1/guidelines/", "slug"),
}
PATHS = sorted(api.get_openapi_schema()["paths"])


@pytest.fixture(scope="session")
def description(origin: str) -> schemathesis.BaseSchema:
    return schemathesis.openapi.from_url(origin + DESCRIPTION)


@pytest.mark.parametrize("path", PATHS)
def test_what_is_there_is_as_described(
    origin: str, description: schemathesis.BaseSchema, path: str
) -> None:
    parts = {}
    if path in PARTS:
        listed, name = PARTS[path]
        parts = {name: json.loads(fetch(origin + listed).content)[0][name]}

    case = description[path]["GET"].Case(path_parameters=parts)
    answer = case.call_and_validate(checks=CHECKS)

    assert answer.status_code == 200
    assert answer.json()


@pytest.mark.parametrize("path", PATHS)
def test_no_question_breaks_it(description: schemathesis.BaseSchema, path: str) -> None:
    @given(description[path]["GET"].as_strategy())
    @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
    def asked(case: schemathesis.Case) -> None:
        case.call_and_validate(checks=[not_a_server_error, response_schema_conformance])

    asked()


@pytest.mark.parametrize("path", [path for path in PATHS if "{" not in path])
def test_nothing_is_written_through_it(origin: str, path: str) -> None:
    with pytest.raises(HTTPError) as refused:
        urlopen(Request(origin + path, data=b"{}", method="POST"))

    assert refused.value.code == 405


def refusal(address: str, method: str = "GET") -> tuple[int, str, str]:
    """What a question that cannot be answered is told, and in which kind of file."""
    with pytest.raises(HTTPError) as refused:
        urlopen(Request(address, method=method))
    answer = refused.value
    told = json.loads(answer.read())["detail"]
    return answer.code, answer.headers["Content-Type"], str(told)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/api/v1/nothing/", 404),
        ("GET", "/api/v2/", 404),
        ("GET", "/api/v1/meetings/nothing/", 404),
        ("POST", "/api/v1/plans/", 405),
        ("DELETE", "/api/v1/plans/", 405),
    ],
)
def test_what_is_not_there_is_told_as_json(
    origin: str, method: str, path: str, status: int
) -> None:
    code, kind, _told = refusal(origin + path, method)

    assert (code, kind.partition(";")[0]) == (status, "application/json")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("plans/?goverment=dompu", ["goverment", "Is it 'government'"]),
        ("plans/?government=dompuu", ["dompuu", "Is it 'dompu'"]),
        ("programmes/?year=2026", ["year", "takes no fields"]),
        ("meetings/x/?slug=y", ["slug", "takes no fields"]),
        ("matrix/?yaer=2026", ["Is it 'year'"]),
        ("published-values/?series=ipld", ["ipld", "series"]),
        ("targets/?government=xyz", ["xyz", "Known are"]),
        ("recommendations/?programme=LITERASIX", ["LITERASIX"]),
        ("recommendations/?meeting=rapat", ["rapat", "meeting"]),
    ],
)
def test_a_misspelt_question_is_told_what_was_meant(
    origin: str, question: str, told: list[str]
) -> None:
    code, _kind, said = refusal(f"{origin}/api/v1/{question}")

    assert code == 422
    assert [part for part in told if part not in said] == [], said


def test_every_field_of_an_answer_is_english() -> None:
    schemas = api.get_openapi_schema()["components"]["schemas"]
    progress = set(schemas["ProgressOut"]["properties"])

    assert {"recommendation", "government", "provenance", "awaited_until"} <= progress


def test_every_operation_has_a_name_of_its_own() -> None:
    names = [
        operation["operationId"]
        for methods in api.get_openapi_schema()["paths"].values()
        for operation in methods.values()
    ]

    assert len(set(names)) == len(names)
    assert all(path.endswith("/") for path in PATHS)


def test_the_description_in_the_docs_is_current(root: Path) -> None:
    kept = root / "docs" / "reference" / "openapi.json"

    assert json.loads(kept.read_text("utf-8")) == json.loads(
        json.dumps(api.get_openapi_schema())
    ), "make openapi"
