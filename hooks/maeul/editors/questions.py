"""The questions about a new office, in the order in which they are asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from maeul.directory import Directory
from maeul.editors.sheet.cells import CellError, decimal, unescaped
from maeul.editors.sheet.columns import Column, columns
from maeul.editors.sheet.explained import explanation_of, is_required, shown_example
from maeul.load.findings import Path
from maeul.load.labels import LABELS
from maeul.load.rules.names import in_latin
from maeul.load.values import UNKNOWN

Record = dict[str, Any]
_SPOT = re.compile(r"([^,\s]+)[,\s]+([^,\s]+)\Z")


def _nothing(_: Record) -> str:
    return ""


def _always(_: Record) -> bool:
    return True


@dataclass(frozen=True)
class Question:
    """A question: where its answer goes, what to write, and what an empty line means."""

    path: Path
    title: str
    explanation: str
    example: str
    read: Callable[[str], Any]
    required: bool = False
    in_lines: bool = False
    default: Callable[[Record], str] = _nothing
    asked: Callable[[Record], bool] = _always


def questions(directory: Directory) -> Iterator[Question]:
    """All questions. Each may look at the answers before it."""
    by_path = {column.path: column for column in columns(directory)}

    def about(*path: str, **more: Any) -> Question:
        return _about(by_path[path], **more)

    yield about("city")
    yield about("district", required=True, asked=lambda record: bool(directory.city[record["city"]].districts))
    yield about("dong")
    yield about("name", default=lambda record: f"{record['dong']} 행복마을관리소")
    yield about("name_en", default=lambda record: in_latin(record["dong"]))
    yield about("id", default=lambda record: f"{record['city']}-{_slug(record['name_en'])}")
    yield about("address")
    yield about("building")
    yield Question(
        ("location",), "위치", "지도에서 찾은 위도와 경도. 모르면 동네 한가운데를 씁니다.", "37.53938, 127.20565", _spot
    )
    yield about("location", "precision", required=True, asked=lambda record: "location" in record)
    yield about("phone")
    yield about("phone_of", asked=lambda record: "phone" in record)
    yield about("hours", default=lambda _: UNKNOWN)
    yield about("services")
    yield about("other_services")
    yield about("opened")
    yield about("operator")
    yield about("staff")
    yield about("status", "state")
    yield from _source(directory)


def _about(column: Column, **more: Any) -> Question:
    explanation = f"다음 가운데 하나: {', '.join(column.words)}." if column.words else explanation_of(column)
    settled = {"required": is_required(column), "in_lines": column.in_lines, **more}
    return Question(column.path, column.title, explanation, shown_example(column), column.value, **settled)


def _source(directory: Directory) -> Iterator[Question]:
    """One source, which backs all that was answered."""
    at = ("sources", 0)
    intro = "지금까지 쓴 내용을 확인한 자료 하나. 다른 자료는 나중에 파일에 더합니다. "
    yield Question(
        (*at, "url"), "출처의 링크", f"{intro}{LABELS['url'].description}", "https://www.hanam.go.kr/", unescaped, True
    )
    yield Question((*at, "publisher"), "펴낸 곳", LABELS["publisher"].description, "하남시", unescaped, True)
    today = directory.today.isoformat()
    explanation = f"{LABELS['FieldSource.date'].description} 오늘 확인했으면 그냥 엔터."
    yield Question((*at, "date"), "자료의 날짜", explanation, today, unescaped, True, default=lambda _: today)


def _spot(text: str) -> Any:
    match = _SPOT.match(text)
    if match is None:
        raise CellError("cell-shape", found=text)
    return {"lat": decimal(match[1]), "lon": decimal(match[2]), "precision": "building"}


def _slug(name_en: str) -> str:
    """`Sinjang 1-dong` is `sinjang-1`."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"-(?:dong|eup|myeon|ri)\b", "", name_en.lower()))
    return "-".join(words)
