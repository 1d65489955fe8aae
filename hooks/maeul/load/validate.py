"""Plain data to typed records: every fault that the models see becomes a finding at its place in the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from maeul.load.document import Document
from maeul.load.examples import example
from maeul.load.fields import inner_model
from maeul.load.findings import Finding, Path, finding, shown
from maeul.load.korean import particle
from maeul.load.rules_table import RULES
from maeul.load.suggest import advice

Model = TypeVar("Model", bound=BaseModel)

_TYPE_NAMES = {dict: "묶음", list: "목록", str: "글", int: "수", float: "수", bool: "참·거짓", type(None): "빈 값"}
_EXPECTED = {
    "string": "글",
    "int": "소수점 없는 수",
    "float": "수",
    "bool": "true나 false",
    "tuple": "목록",
    "dict": "'항목: 값'의 묶음",
    "model": "'항목: 값'의 묶음",
    "hours-shape": "목록",
}
_UNION_STEPS = ("int", "float")  # what pydantic adds to the path of a value that may be either


def validate(
    document: Document, model: type[Model], data: Any, at: Path = (), subject: str = ""
) -> tuple[Model | None, list[Finding]]:
    """The record in `data`, which stands at `at` in the document; None with the findings when it has faults."""
    checked = _Checked(document, model, at, subject)
    try:
        record = model.model_validate(data)
    except ValidationError as error:
        record, faults = None, _faults(error)
    else:
        faults = []
    findings = {fault.loc: checked.explain(fault) for fault in faults}
    # An empty value is said to be empty, whatever else its field makes of it; an unknown field is only unknown.
    unknown = {fault.loc for fault in faults if fault.kind == "extra_forbidden"}
    if _has_null(data):
        findings |= {loc: checked.empty(loc) for loc in _nulls(data, ()) if loc not in unknown}
    return (None if findings else record), list(findings.values())


def salvage(model: type[Model], data: Any, faulty: frozenset[str], stand_ins: Mapping[str, Any]) -> Model:
    """The record in `data` without its faulty fields, so that the sound ones can be checked against other records.

    `stand_ins` gives a value for each required field; what is salvaged must never be shown.
    """
    sound = {name: value for name, value in data.items() if name in model.model_fields and name not in faulty}
    return model.model_validate({**stand_ins, **sound})


def faulty_fields(findings: Sequence[Finding], at: Path = ()) -> frozenset[str]:
    """The fields of the record at `at` that the findings of `validate` are about."""
    return frozenset(str(found.path[len(at)]) for found in findings)


def type_name(value: Any) -> str:
    """What a value is, in a word an editor knows."""
    return _TYPE_NAMES.get(type(value), "값")


def _has_null(data: Any) -> bool:
    """Whether anything in the data is empty; most records have nothing empty, so the paths are looked for only then."""
    values = data.values() if isinstance(data, dict) else data
    return any(value is None or (isinstance(value, dict | list) and _has_null(value)) for value in values)


def _nulls(data: Any, at: Path) -> list[Path]:
    pairs: list[tuple[str | int, Any]] = []
    if isinstance(data, dict):
        pairs = list(data.items())
    elif isinstance(data, list):
        pairs = list(enumerate(data))
    found: list[Path] = []
    for key, value in pairs:
        found += [(*at, key)] if value is None else _nulls(value, (*at, key))
    return found


class _Fault(NamedTuple):
    """What pydantic found: its kind, the path inside the record, what stands there."""

    kind: str
    loc: Path
    found: Any

    @classmethod
    def of(cls, fault: Any) -> _Fault:
        loc = tuple(step for step in fault["loc"] if step not in _UNION_STEPS)
        return cls(fault["type"], loc, fault["input"])

    @property
    def key(self) -> str:
        """The field at fault."""
        return _key(self.loc)

    @property
    def is_nested(self) -> bool:
        """Whether a list or a mapping stands where it was found."""
        return isinstance(self.found, dict | list)


def _faults(error: ValidationError) -> list[_Fault]:
    """What pydantic found; it counts a list as too short when its items are faulty, which is no second fault."""
    faults = [_Fault.of(fault) for fault in error.errors(include_url=False)]
    return [fault for fault in faults if fault.kind != "too_short" or not fault.found]


class _Checked:
    """A record under check: turns faults into findings at their place."""

    def __init__(self, document: Document, model: type[BaseModel], at: Path, subject: str) -> None:
        self.document = document
        self.model = model
        self.at = at
        self.subject = subject

    def explain(self, fault: _Fault) -> Finding:
        kind, key = fault.kind, fault.key
        if kind == "missing":
            return self._finding(
                "field-missing", fault.loc, at=fault.loc[:-1], key=key, example=self._example(fault.loc)
            )
        if kind == "extra_forbidden":
            return self._finding("field-unknown", fault.loc, at_key=True, key=key, advice=self._unknown(fault))
        if fault.found in ("", []) or kind == "string_pattern_mismatch":
            return self.empty(fault.loc)
        if kind == "literal_error" and not fault.is_nested:
            choices = _literals(_field(self.model, fault.loc).annotation)
            return self._finding(
                "value-choice", fault.loc, key=key, found=_plain(fault.found), advice=advice(fault.found, choices)
            )
        if kind.startswith(("greater_than", "less_than")):
            expected = _range(_field(self.model, fault.loc))
            return self._finding("value-number", fault.loc, key=key, found=fault.found, expected=expected)
        if kind == "hours-exception" or (kind in RULES and not fault.is_nested):
            return self._finding(kind, fault.loc, key=key, found=_plain(fault.found))
        expected = _EXPECTED.get(kind.split("_")[0], "글")
        typed = _quoted(fault) or self._example(fault.loc)
        return self._finding(
            "field-type", fault.loc, key=key, expected=expected, found=_typed(fault.found), example=typed
        )

    def empty(self, loc: Path) -> Finding:
        """The finding of a value left out after its key, or in a list."""
        if isinstance(loc[-1], int):
            return self._finding("item-empty", loc, key=_key(loc), number=loc[-1] + 1)
        key = _key(loc)
        field = _field(self.model, loc)
        required = field is not None and field.is_required()
        what = f"'{self._example(loc)}'처럼 쓰세요." if required else f"값을 쓰거나, 모르면 '{key}:' 줄을 지우세요."
        return self._finding("field-empty", loc, at_key=True, key=key, advice=what)

    def _example(self, loc: Path) -> str:
        step = max((index for index, name in enumerate(loc) if isinstance(name, str)), default=0)
        return example(_model_at(self.model, loc[:step]), _key(loc))

    def _unknown(self, fault: _Fault) -> str:
        if fault.found is None:
            return (
                "쉼표가 든 글이 여기서 잘렸다면 글 전체를 큰따옴표로 둘러싸고, "
                f"아니면 '{shown(fault.key)}'{particle(fault.key, '을')} 지우세요."
            )
        return advice(fault.key, _model_at(self.model, fault.loc[:-1]).model_fields)

    def _finding(
        self, code: str, loc: Path, *, at: Path | None = None, at_key: bool = False, **values: object
    ) -> Finding:
        place = self.document.place((*self.at, *(loc if at is None else at)), key=at_key)
        return finding(code, self.document.file, place, (*self.at, *loc), self.subject, **values)


def _key(loc: Path) -> str:
    return next((step for step in reversed(loc) if isinstance(step, str)), "")


def _plain(value: Any) -> str:
    return type_name(value) if isinstance(value, dict | list) or value is None else shown(value)


def _typed(value: Any) -> str:
    if isinstance(value, dict | list) or value is None:
        return type_name(value)
    return f"{type_name(value)} '{shown(value, 40)}'"


def _quoted(fault: _Fault) -> str:
    """A number where text is due, as it must be typed: in quotes. Nothing for other faults."""
    if fault.kind != "string_type" or isinstance(fault.found, bool) or not isinstance(fault.found, int | float):
        return ""
    value = f'"{shown(fault.found, 40)}"'
    return f"{fault.key}: [{value}]" if isinstance(fault.loc[-1], int) else f"{fault.key}: {value}"


def _field(model: type[BaseModel], loc: Path) -> Any:
    """The pydantic field that the path names; None for one that no model has."""
    return _model_at(model, loc[:-1]).model_fields.get(_key(loc))


def _model_at(model: type[BaseModel], loc: Path) -> type[BaseModel]:
    for step in loc:
        if isinstance(step, str) and step in model.model_fields:
            model = inner_model(model.model_fields[step].annotation) or model
    return model


def _literals(annotation: Any) -> tuple[str, ...]:
    found: tuple[str, ...] = ()
    for argument in get_args(annotation):
        found += (argument,) if isinstance(argument, str) else _literals(argument)
    return found


def _range(field: Any) -> str:
    """The limits of a number in words: `33부터 39까지`, `0 이상`."""
    limits: dict[str, object] = {}
    for annotation in (field, field.annotation, *get_args(field.annotation)):
        for item in (*getattr(annotation, "metadata", ()), *getattr(annotation, "__metadata__", ())):
            for inner in getattr(item, "metadata", ()) or (item,):
                limits |= {name: limit for name in ("ge", "le") if (limit := getattr(inner, name, None)) is not None}
    return f"{limits['ge']}부터 {limits['le']}까지" if "le" in limits else f"{limits['ge']} 이상"
