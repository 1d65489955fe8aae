"""What a file of office records may hold, as JSON Schema: editors of YAML offer its keys and words, and explain them.

https://json-schema.org/draft/2020-12. Tools know its older keywords best, so references are resolved and nothing newer
is used. What records must keep among themselves no schema can say; the check does.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, TypeAdapter

from maeul.directory import Directory
from maeul.load.document import parse_document
from maeul.load.examples import example
from maeul.load.fields import inner_model
from maeul.load.labels import PRECISIONS, STATES, label
from maeul.load.models import Office
from maeul.load.values import UNKNOWN

SCHEMA = "data/offices.schema.json"  # as editors of the project use it; the same is published
_SERVICE_KEY = "하는 일의 키만 써도 됩니다."


def schema_bytes(directory: Directory) -> bytes:
    """The schema of `data/offices.yaml`, with the keys of the cities and services that there are."""
    return (json.dumps(offices_schema(directory), ensure_ascii=False, indent=2) + "\n").encode()


def offices_schema(directory: Directory) -> dict[str, Any]:
    """The schema as plain values."""
    made = TypeAdapter(tuple[Office, ...]).json_schema()
    office = _explained(_resolved(made["items"], made["$defs"]), Office)
    fields = office["properties"]
    fields["city"] |= _choice({city.key: city.name for city in directory.cities})
    services = _choice({service.key: service.name for service in directory.services})
    service = fields["services"]["items"]
    service["properties"]["key"] |= services
    fields["projects"]["items"]["properties"]["service"] |= services
    fields["services"]["items"] = {"anyOf": [service, {**services, "type": "string", "description": _SERVICE_KEY}]}
    fields["location"]["properties"]["precision"] |= _choice(PRECISIONS)
    fields["status"]["properties"]["state"] |= _choice(STATES)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "경기 행복마을관리소 기록",
        "description": "관리소마다 기록 하나. 순서는 상관없습니다.",
        "type": "array",
        "items": office,
    }


def _choice(names: Mapping[str, str]) -> dict[str, Any]:
    """A choice of keys with what each stands for."""
    return {"enum": list(names), "enumDescriptions": list(names.values())}


def _resolved(schema: Any, definitions: Mapping[str, Any]) -> Any:
    """The schema with definitions in place of references, and without what only programs need."""
    if isinstance(schema, list):
        return [_resolved(item, definitions) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return _resolved(definitions[schema["$ref"].rsplit("/", 1)[-1]], definitions)
    kept = {name: value for name, value in schema.items() if name not in ("title", "default", "description")}
    return {name: _resolved(value, definitions) for name, value in kept.items()}


def _explained(schema: dict[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    """The schema of a model with titles, descriptions and examples for its fields."""
    for name, field in model.model_fields.items():
        said = label(model, name)
        inner = inner_model(field.annotation)
        value = _without_null(schema["properties"][name], name)
        if inner is not None:
            _explain_inner(value, inner)
        typed = {} if inner is not None else _examples(model, name)
        schema["properties"][name] = {"title": said.title, "description": said.description, **typed, **value}
    return schema


def _explain_inner(value: dict[str, Any], inner: type[BaseModel]) -> None:
    for part in value.get("anyOf", [value]):
        if "properties" in part:
            _explained(part, inner)
        elif "items" in part:
            _explained(part["items"], inner)


def _without_null(value: dict[str, Any], name: str) -> dict[str, Any]:
    """A field that has nothing to say is left out; only hours say that they are not known."""
    choices = value.get("anyOf", [])
    if {"type": "null"} not in choices:
        return value
    rest = [choice for choice in choices if choice != {"type": "null"}]
    if name == "hours":
        return {"anyOf": [{"const": UNKNOWN}, *({**choice, "minItems": 1} for choice in rest)]}
    return rest[0] if len(rest) == 1 else {"anyOf": rest}


def _examples(model: type[BaseModel], name: str) -> dict[str, Any]:
    """What `example` shows, unless it leaves something out."""
    document, _ = parse_document("", example(model, name))
    value = document.data.get(name) if document is not None and isinstance(document.data, dict) else None
    return {} if value is None or "…" in str(value) else {"examples": [value]}
