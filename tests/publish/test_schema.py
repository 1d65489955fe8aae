"""The JSON Schema of office records: it is up to date, and says what the models say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from maeul.cli import main
from maeul.directory import Directory
from maeul.load.document import Document, read_document
from maeul.load.fields import inner_model
from maeul.load.labels import label
from maeul.load.models import Office
from maeul.load.rules_table import RULES
from maeul.load.validate import validate
from maeul.publish.schema import SCHEMA, offices_schema, schema_bytes
from maeul.reader import read_directory
from pydantic import BaseModel
from small_project import GOOD, OFFICES, ROOT, TODAY, Project

INVALID = ROOT / "tests" / "load" / "invalid"

# Rules that no schema can express, each with the reason.
BEYOND = {
    "address-city": "two fields of a record are compared",
    "date-future": "the day of the check is not in the schema",
    "district-unknown": "which districts there are depends on the city",
    "exception-duplicate": "two items are compared",
    "former-id": "two records are compared",
    "hours-break": "two times are compared",
    "hours-order": "two times are compared",
    "hours-overlap": "two items are compared",
    "dong-unknown": "which dongs there are depends on the city",
    "id-city": "two fields of a record are compared",
    "id-duplicate": "two records are compared",
    "position-outside": "the outlines of the cities are not in the schema",
    "service-duplicate": "two items are compared by their keys",
    "source-missing": "fields are compared with what the sources back",
    "source-unused": "fields are compared with what the sources back",
    "source-url": "two fields of a record are compared",
    "text-mobile": "what a text tells of is looked for in all of it",
    "text-quotes": "what a text tells of is looked for in all of it",
    "text-split": "what a text tells of is looked for in all of it",
    "text-width": "what a text tells of is looked for in all of it",
}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    directory, findings = read_directory(Project.make(tmp_path_factory.mktemp("small") / "project").root, TODAY)
    assert directory is not None, findings
    return directory


@pytest.fixture(scope="module")
def validator(small: Directory) -> Draft202012Validator:
    schema = offices_schema(small)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_committed_schema_is_what_models_and_vocabularies_make(real: Directory) -> None:
    assert (ROOT / SCHEMA).read_bytes() == schema_bytes(real), "run `maeul schema`"


def test_published_schema_is_the_committed_one(files: dict[str, bytes]) -> None:
    assert files["data/v1/offices.schema.json"] == (ROOT / SCHEMA).read_bytes()


def test_first_line_of_the_records_names_the_schema_beside_them() -> None:
    file = ROOT / OFFICES
    name = file.read_text("utf-8").splitlines()[0].removeprefix("# yaml-language-server: $schema=")
    assert (file.parent / name) == ROOT / SCHEMA


def test_command_makes_the_schema(small: Directory, project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--root", str(project.root)]) == 0
    assert (project.root / SCHEMA).read_bytes() == schema_bytes(small)
    assert SCHEMA in capsys.readouterr().out


def test_our_own_records_are_valid(real: Directory) -> None:
    document = _document(ROOT / OFFICES)
    assert document is not None
    errors = Draft202012Validator(json.loads((ROOT / SCHEMA).read_bytes())).iter_errors(document.data)
    assert [error.message for error in errors] == []


def test_good_records_are_valid(validator: Draft202012Validator) -> None:
    document = _document(GOOD / "offices.yaml")
    assert document is not None
    assert [error.message for error in validator.iter_errors(document.data)] == []


def _document(path: Path) -> Document | None:
    return read_document(path.name, path.read_bytes())[0]


READABLE = [
    path
    for path in sorted(INVALID.glob("*.yaml"))
    if "." not in path.stem and (document := _document(path)) is not None and document.data is not None
]


@pytest.mark.parametrize("path", READABLE, ids=lambda path: path.stem)
def test_schema_and_check_agree_on_bad_records(path: Path, validator: Draft202012Validator, project: Project) -> None:
    document = _document(path)
    assert document is not None
    project.write(OFFICES, path.read_bytes())
    codes = {found.code for found in project.findings() if found.file == OFFICES and found.level == "error"}
    assert validator.is_valid(document.data) == (codes <= BEYOND.keys()), codes


@pytest.mark.parametrize("code", BEYOND)
def test_rules_beyond_a_schema_are_known_and_tried(code: str) -> None:
    assert code in RULES
    assert [path for path in READABLE if path.stem.startswith(f"{code}_")]


VALUES = [
    ("phone", ["031-729-2313", "02-120", "1899-3300"], ["010-1234-5678", "0317292313", 31, None, ""]),
    ("opened", ["2020-01-31", "2020-02", 2020, "2020"], ["20-01-01", "2020-13", "2020-1", 20, "2020-02-30"]),
    ("hours", ["모름", [{"days": "토, 일", "open": "09:00", "close": "24:00"}]],
     ["몰라", [], [{"days": "평일"}], [{"days": "월화", "open": "09:00", "close": "18:00"}],
      [{"days": "평일", "open": "9:00", "close": "18:00"}], [{"days": "평일", "open": "09:00", "close": "25:00"}]]),
    ("exceptions",
     [[{"date": "2026-12-25", "closed": True}], [{"date": "2026-12-24", "open": "09:00", "close": "13:00"}],
      [{"date": "2026-12-24", "closed": False, "open": "09:00", "close": "13:00"}]],
     [[{"date": "2026-12", "closed": True}], [{"date": "2026-12-24"}], [{"date": "2026-12-24", "open": "09:00"}],
      [{"date": "2026-12-25", "closed": True, "open": "09:00", "close": "13:00"}]]),
    ("staff", [1, 200], [0, 201, "5", 1.5, True]),
    ("location", [{"lat": 37.5, "lon": 127.1, "precision": "road"}],
     [{"lat": 7.5, "lon": 127.1, "precision": "road"}, {"lat": 37.5, "lon": 127.1},
      {"lat": "37.5", "lon": 127, "precision": "x"}]),
    ("status", [{"state": "closed", "as_of": "모름"}], [{"state": "열림", "as_of": 2020}, {"state": "open"}]),
    ("aliases", [["가"], []], ["가", [1], [" "], [None]]),
    ("services", [["tools", {"key": "tools", "note": "가"}]], [[{"note": "가"}], ["tools", None]]),
    ("projects", [[{"name": "가", "year": 2020}]], [[{"name": "가", "year": 20}], [{"what": "가"}]]),
]  # fmt: skip


@pytest.mark.parametrize(("field", "good", "bad"), VALUES, ids=[field for field, *_ in VALUES])
def test_schema_and_models_agree_on_values(
    field: str, good: list[Any], bad: list[Any], validator: Draft202012Validator
) -> None:
    document = _document(GOOD / "offices.yaml")
    assert document is not None
    for fits, values in ((True, good), (False, bad)):
        for value in values:
            record = {**document.data[0], field: value}
            assert validator.is_valid([record]) == fits, value
            assert (validate(document, Office, record)[1] == []) == fits, value


def test_every_field_has_a_title_and_a_description(real: Directory) -> None:
    def walk(schema: dict[str, Any], model: type[BaseModel]) -> None:
        for name, field in model.model_fields.items():
            value = schema["properties"][name]
            assert (value["title"], value["description"]) == label(model, name)
            inner = inner_model(field.annotation)
            for part in [value, *value.get("anyOf", [])] if inner else []:
                held = part.get("items", part)
                for one in [held, *held.get("anyOf", [])]:
                    if "properties" in one:
                        walk(one, inner)

    walk(offices_schema(real)["items"], Office)


def test_choices_are_explained_in_korean(real: Directory) -> None:
    city = offices_schema(real)["items"]["properties"]["city"]
    assert dict(zip(city["enum"], city["enumDescriptions"], strict=True))["hanam"] == "하남시"
