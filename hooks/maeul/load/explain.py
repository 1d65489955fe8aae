"""Faults of a record in words: what is wrong, what was found, and what to type instead."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from maeul.load.document import Document
from maeul.load.examples import example
from maeul.load.faults import Fault, run_on
from maeul.load.findings import Finding, Path, finding, shown
from maeul.load.korean import particle
from maeul.load.labels import PRECISIONS, STATES, by_title
from maeul.load.models import Office
from maeul.load.nearly import both_times, meant, number
from maeul.load.rules_table import RULES
from maeul.load.shapes import field_at, key_of, limits, literals, model_at
from maeul.load.suggest import advice
from maeul.load.values import SAYS_NOTHING

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
# What people call the values of a field.
_SAID = {
    "state": {said: state for state, said in STATES.items()} | {"폐쇄": "closed", "폐점": "closed", "이전": "moved"},
    "precision": {said: precision for precision, said in PRECISIONS.items()},
}
_LISTS_OF_TEXTS = ("fields", "aliases", "serves", "other_services", "former_ids", "offices", "services", "words")
_OF_GROUPS = ("hours-exception", "position-swapped")  # rules about several fields together


def type_name(value: Any) -> str:
    """What a value is, in a word an editor knows."""
    return _TYPE_NAMES.get(type(value), "값")


class Explainer:
    """Turns the faults of one record, which stands at `at` in a document, into findings at their places."""

    def __init__(self, document: Document, model: type[BaseModel], at: Path, subject: str) -> None:
        self.document = document
        self.model = model
        self.at = at
        self.subject = subject

    def explain(self, fault: Fault) -> Finding:
        """The finding of a fault."""
        kind, key = fault.kind, fault.key
        if kind == "missing":
            return self._finding(
                "field-missing", fault.loc, at=fault.loc[:-1], key=key, example=self._example(fault.loc)
            )
        if kind == "extra_forbidden":
            return self._unknown(fault)
        if fault.found in ("", []) or kind == "string_pattern_mismatch":
            return self.empty(fault.loc)
        if kind == "literal_error" and not fault.is_nested:
            choices = literals(field_at(self.model, fault.loc).annotation)
            names = _SAID.get(key) or {said: name for said, name in by_title(Office).items() if name in choices}
            hint = advice(fault.found, choices, names=names)
            return self._finding("value-choice", fault.loc, key=key, found=_plain(fault.found), advice=hint)
        if kind.startswith(("greater_than", "less_than")):
            expected = limits(field_at(self.model, fault.loc))
            return self._finding("value-number", fault.loc, key=key, found=fault.found, expected=expected)
        if isinstance(fault.found, str) and fault.found in SAYS_NOTHING and self._may_be_left_out(fault.loc):
            return self._finding("value-nothing", fault.loc, key=key, found=fault.found)
        if kind in ("list-head", "list-other"):
            return self._finding(kind, fault.loc, key=fault.found)
        if kind in _OF_GROUPS or (kind in RULES and not fault.is_nested):
            return self._value(fault)
        return self._type(fault)

    def _type(self, fault: Fault) -> Finding:
        """The finding of a value of the wrong type."""
        expected = _EXPECTED.get(fault.kind.split("_")[0], "글")
        typed = _meant_type(fault) or self._example(fault.loc)
        found = _typed(fault.found)
        told = self._finding("field-type", fault.loc, key=fault.key, expected=expected, found=found, example=typed)
        in_quotes = typed == f"{fault.key}: {fault.found}"
        return replace(told, hint=f"따옴표를 지우고 {told.hint}") if in_quotes else told

    def _value(self, fault: Fault) -> Finding:
        """The finding of a rule about one value, with what was meant where that is plain."""
        told = self._finding(fault.kind, fault.loc, key=fault.key, found=_plain(fault.found))
        if fault.kind == "time-shape" and fault.key == "open" and (times := both_times(fault.found)):
            apart = f'open: "{times[0]}", close: "{times[1]}"'
            return replace(told, hint=f"'{apart}'처럼 여는 시각과 닫는 시각을 나누어 쓰세요.")
        typed = meant(fault.kind, fault.found)
        return replace(told, hint=typed) if typed else told

    def knows(self, loc: Path) -> bool:
        """Whether a path leads to a field of the models, or into a list."""
        return isinstance(loc[-1], int) or field_at(self.model, loc) is not None

    def empty(self, loc: Path) -> Finding:
        """The finding of a value left out after its key, or in a list."""
        if isinstance(loc[-1], int):
            return self._finding("item-empty", loc, key=key_of(loc), number=loc[-1] + 1)
        key = key_of(loc)
        field = field_at(self.model, loc)
        required = field is not None and field.is_required()
        what = f"'{self._example(loc)}'처럼 쓰세요." if required else f"값을 쓰거나, 모르면 '{key}:' 줄을 지우세요."
        return self._finding("field-empty", loc, at_key=True, key=key, advice=what)

    def _may_be_left_out(self, loc: Path) -> bool:
        field = field_at(self.model, loc)
        return field is not None and not isinstance(loc[-1], int) and not field.is_required()

    def _example(self, loc: Path) -> str:
        step = max((index for index, name in enumerate(loc) if isinstance(name, str)), default=0)
        return example(model_at(self.model, loc[:step]), key_of(loc))

    def _unknown(self, fault: Fault) -> Finding:
        model, key = model_at(self.model, fault.loc[:-1]), fault.key
        if (joined := run_on(model, key)) is not None:
            return self._finding("field-colon", fault.loc, at_key=True, key=joined[0], value=joined[1])
        hint = advice(key, model.model_fields, names=by_title(model))
        if fault.found is None and not key.isdecimal():
            hint = (
                "쉼표가 든 글이 여기서 잘렸다면 글 전체를 큰따옴표로 둘러싸고, "
                f"아니면 '{shown(key)}'{particle(key, '을')} 지우세요."
            )
        elif fault.found is None:
            hint = "소수점이면 앞의 ','를 '.'으로 고치고, 아니면 지우세요."
        return self._finding("field-unknown", fault.loc, at_key=True, key=key, advice=hint)

    def _finding(
        self, code: str, loc: Path, *, at: Path | None = None, at_key: bool = False, **values: object
    ) -> Finding:
        place = self.document.place((*self.at, *(loc if at is None else at)), key=at_key)
        return finding(code, self.document.file, place, (*self.at, *loc), self.subject, **values)


def _plain(value: Any) -> str:
    return type_name(value) if isinstance(value, dict | list) or value is None else shown(value)


def _typed(value: Any) -> str:
    if isinstance(value, dict | list) or value is None:
        return type_name(value)
    return f"{type_name(value)} '{shown(value, 40)}'"


def _meant_type(fault: Fault) -> str:
    """A value of the wrong type as it must be typed; "" when it is not plain what was meant."""
    if fault.kind == "tuple_type" and isinstance(fault.found, str) and fault.key in _LISTS_OF_TEXTS:
        return f"{fault.key}: [{shown(fault.found)}]"
    if fault.kind.startswith(("int_", "float_")) and isinstance(fault.found, str):
        typed = number(fault.found)
        return f"{fault.key}: {typed}" if typed and (fault.kind.startswith("float_") or "." not in typed) else ""
    return _quoted(fault)


def _quoted(fault: Fault) -> str:
    """A number where text is due, as it must be typed: in quotes. Nothing for other faults."""
    if fault.kind != "string_type" or isinstance(fault.found, bool) or not isinstance(fault.found, int | float):
        return ""
    value = f'"{shown(fault.found, 40)}"'
    return f"{fault.key}: [{value}]" if isinstance(fault.loc[-1], int) else f"{fault.key}: {value}"
