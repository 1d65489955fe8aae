"""Every rule that the data keeps: its code, its level, what is said when it is broken, and what to type instead.

The sentences are for editors of the data, so they are in Korean. `{name}` is filled in by the place that finds the
fault; `{name:은}` is the particle that follows it.
"""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """One rule: `level` is error or warning; `message` says what is wrong, `hint` what to type."""

    level: str
    message: str
    hint: str


def _error(message: str, hint: str) -> Rule:
    return Rule("error", message, hint)


def _warning(message: str, hint: str) -> Rule:
    return Rule("warning", message, hint)


RULES: dict[str, Rule] = {
    # The file as a whole
    "file-missing": _error("파일이 없습니다.", "'{file}' 파일을 만들거나 이름을 바로잡으세요."),
    "file-unreadable": _error("파일을 읽을 수 없습니다({reason}).", "'{file}' 자리에 읽을 수 있는 보통 파일을 두세요."),
    "file-encoding": _error(
        "UTF-8이 아닌 글자가 있습니다({found}).",
        "편집기에서 '다른 이름으로 저장'을 눌러 인코딩을 UTF-8로 바꾸어 저장하세요.",
    ),
    "file-bom": _error(
        "파일 맨 앞에 보이지 않는 표시(BOM)가 있습니다.", "편집기에서 인코딩을 'UTF-8(BOM 없음)'으로 바꾸어 저장하세요."
    ),
    "file-control": _error(
        "쓸 수 없는 보이지 않는 글자({found})가 있습니다.", "이 자리의 보이지 않는 글자를 지우고 다시 쓰세요."
    ),
    "file-empty": _error("파일이 비어 있습니다.", "'{example}'처럼 쓰세요."),
    "file-shape": _error("{whole}{whole:이} {expected}이어야 하는데 {found}입니다.", "'{example}'처럼 쓰세요."),
    "file-table": _error(
        "표를 이 줄에서 읽을 수 없습니다.", "손으로 고친 곳을 되돌리거나, 저장소의 '{file}' 파일을 다시 받아 두세요."
    ),
    # YAML
    "yaml-syntax": _error("YAML 문법이 맞지 않습니다: {problem}", "{advice}"),
    "yaml-alias": _error(
        "'{found}'{found:은} 값을 다른 자리와 잇는 표시(별칭)라서 쓸 수 없습니다.",
        "이 자리에 값을 그대로 다시 쓰세요. 글이 정말 '{mark}'{mark:으로} 시작하면 값 전체를 큰따옴표로 둘러싸세요.",
    ),
    "yaml-tag": _error(
        "'{found}'{found:은} 값의 종류를 바꾸는 표시(태그)라서 쓸 수 없습니다.",
        "이 표시를 지우세요. 글이 정말 '!'로 시작하면 값 전체를 큰따옴표로 둘러싸세요.",
    ),
    "yaml-key": _error("쌍점(:) 앞에 항목 이름이 없습니다.", "쌍점 앞에 'name'처럼 항목 이름 하나만 쓰세요."),
    "yaml-deep": _error(
        "묶음 안의 묶음이 너무 깊습니다({depth}단계 넘음).",
        "이 자리의 괄호나 들여쓰기를 줄여 '항목: 값' 모양으로 다시 쓰세요.",
    ),
    "yaml-documents": _error(
        "'---' 줄로 파일이 둘로 나뉘어 있습니다.", "이 '---' 줄을 지워 모든 기록을 한 목록에 두세요."
    ),
    "duplicate-key": _error(
        "'{key}' 항목이 두 번 나옵니다. 먼저 쓴 것은 {first}행에 있습니다.", "둘 가운데 맞는 '{key}:' 하나만 남기세요."
    ),
    # Shape of a record
    "field-missing": _error("'{key}' 항목이 없습니다.", "'{example}'처럼 써 넣으세요."),
    "field-unknown": _error("'{key}'{key:은} 모르는 항목입니다.", "{advice}"),
    "field-type": _error(
        "'{key}'에는 {expected}{expected:이} 와야 하는데 {found}{found:이} 있습니다.", "'{example}'처럼 쓰세요."
    ),
    "field-empty": _error("'{key}' 항목이 비어 있습니다.", "{advice}"),
    "item-empty": _error("'{key}' 목록의 {number}번째 값이 비어 있습니다.", "값을 쓰거나 이 자리의 빈 값을 지우세요."),
    "value-choice": _error("'{key}'의 값 '{found}'{found:은} 정해진 값이 아닙니다.", "{advice}"),
    "value-number": _error("'{key}'의 값 {found}{found:은} 쓸 수 있는 범위를 벗어납니다.", "{expected}의 수를 쓰세요."),
    # Values
    "id-shape": _error(
        "id '{found}'{found:은} 쓸 수 없는 모양입니다.",
        "시·군 이름과 마을 이름을 영문 소문자와 숫자로, '-'로 이어 'hanam-sinjang-1'처럼 쓰세요.",
    ),
    "id-city": _error(
        "id '{found}'{found:이} 시·군 키 '{city}'{city:으로} 시작하지 않습니다.",
        "'{city}-…' 모양의 id를 쓰거나, 'city:' 값을 바로잡으세요.",
    ),
    "code-shape": _error(
        "행정구역 번호 '{found}'{found:은} 다섯 자리 숫자가 아닙니다.", "'code: \"41110\"'처럼 따옴표를 둘러 쓰세요."
    ),
    "phone-shape": _error(
        "전화번호 '{found}'의 모양이 맞지 않습니다.",
        "지역번호부터 '-'를 넣어 '031-729-2313'이나 '1899-3300'처럼 쓰세요.",
    ),
    "phone-mobile": _error(
        "휴대전화 번호 '{found}'{found:은} 실을 수 없습니다.",
        "관리소나 시·군의 유선 번호를 쓰거나 'phone:' 줄을 지우세요.",
    ),
    "time-shape": _error(
        "'{key}'의 '{found}'{found:은} 시각이 아닙니다.", '"09:00"이나 "24:00"처럼 따옴표를 둘러 쓰세요.'
    ),
    "hours-days": _error(
        "요일 '{found}'{found:은} 모르는 말입니다.",
        "'평일', '매일', '월-금', '토, 일', '모름' 가운데 맞는 것을 쓰세요. 쉼표가 들면 따옴표로 둘러싸세요.",
    ),
    "hours-shape": _error(
        "여는 시간 '{found}'의 모양이 맞지 않습니다.",
        "'- {{days: 평일, open: \"09:00\", close: \"18:00\"}}'처럼 쓰거나, 모르면 'hours: 모름'이라고 쓰세요.",
    ),
    "hours-exception": _error(
        "특별한 날의 시간을 알 수 없습니다.",
        "쉬는 날이면 '{{date: 2026-12-25, closed: true}}', 여는 날이면 "
        '\'{{date: 2026-12-24, open: "09:00", close: "13:00"}}\'처럼 하루의 날짜와 함께 쓰세요.',
    ),
    "season-day": _error(
        "철의 '{key}'에 쓴 '{found}'{found:은} 한 해의 날이 아닙니다.", "월과 일을 두 자리씩 '03-01'처럼 쓰세요."
    ),
    "holiday-day": _error("공휴일 '{found}'{found:은} 하루가 아닙니다.", "'date: 2025-01-27'처럼 날까지 쓰세요."),
    "holiday-duplicate": _error(
        "공휴일 '{found}'{found:이} 앞에 이미 있습니다.", "둘 가운데 하나만 남기고, 출처는 그 sources에 함께 쓰세요."
    ),
    "date-shape": _error(
        "'{key}'의 '{found}'{found:은} 날짜가 아닙니다.", "2021-04-06, 2021-04, 2021처럼 아는 만큼만 쓰세요."
    ),
    "date-future": _error(
        "'{key}'의 '{found}'{found:은} 아직 오지 않은 날입니다(오늘 {today}).",
        "자료에 적힌 날짜를 다시 보고 오늘이나 그 전의 날짜로 고치세요.",
    ),
    "url-shape": _error(
        "'{found}'{found:은} 인터넷 주소가 아닙니다.", "'https://www.gg.go.kr/'처럼 http로 시작하는 전체 주소를 쓰세요."
    ),
    # The record among the others
    "id-duplicate": _error(
        "{key} '{found}'{found:은} {first}행에 이미 있습니다.",
        "{key}{key:은} 하나뿐이어야 합니다. 뒤에 쓴 기록에 '{key}: {proposal}'처럼 다른 값을 쓰세요.",
    ),
    "city-unknown": _error("'{found}'{found:은} 모르는 시·군입니다.", "{advice}"),
    "city-key": _error("시·군 키 '{found}'{found:이} data/geo/dongs.csv에 없습니다.", "{advice}"),
    "city-code": _error(
        "행정구역 번호 '{found}'{found:이} data/geo/cities.geojson에 없습니다.",
        "그 파일에 있는 code 가운데 이 시·군의 것을 쓰세요.",
    ),
    "district-unknown": _error("{city}에는 '{found}'{found:이라는} 구가 없습니다.", "{advice}"),
    "dong-unknown": _error("{city}에는 '{found}'{found:이라는} 읍·면·동이 없습니다.", "{advice}"),
    "service-unknown": _error("'{found}'{found:은} 하는 일 목록에 없습니다.", "{advice}"),
    "service-duplicate": _error(
        "하는 일 '{found}'{found:이} 두 번 나옵니다.", "'{found}' 한 줄만 남기고, 더 알릴 것은 그 줄의 note에 쓰세요."
    ),
    "policy-field-unknown": _error("'{found}'{found:은} 정책 분야 목록에 없습니다.", "{advice}"),
    "office-unknown": _error("id가 '{found}'인 관리소가 없습니다.", "{advice}"),
    "position-outside": _error(
        "위치({lat}, {lon})가 {city} 밖입니다. 경계에서 {distance} 떨어져 있습니다.",
        "lat은 37 안팎, lon은 127 안팎입니다. "
        "지도에서 위치를 다시 찾아 'location: {{lat: 37.…, lon: 127.…, precision: …}}'처럼 고치세요.",
    ),
    "source-missing": _error(
        "'{key}'의 출처가 없습니다.", "이 내용을 확인한 자료를 sources에 쓰고 그 fields에 '{key}'{key:을} 더하세요."
    ),
    "source-unused": _error(
        "출처의 fields에 '{found}'{found:을} 적었지만 기록에 '{found}' 항목이 없습니다.",
        "fields에서 '{found}'{found:을} 지우거나, 자료에서 확인한 '{found}:' 줄을 더하세요.",
    ),
    "source-url": _error(
        "'{found}'{found:은} 이 기록의 sources에 없는 주소입니다.",
        "sources에 같은 주소를 한 줄 더하거나, 거기에 있는 주소로 고치세요.",
    ),
    "source-unknown": _error("출처 키 '{found}'{found:이} sources에 없습니다.", "{advice}"),
    "source-date": _warning(
        "이 자료의 날짜 '{found}'{found:이} 같은 주소의 자료({where})에 적은 '{other}'{other:과} 다릅니다.",
        "자료를 다시 보고 두 곳의 date를 같은 날짜로 쓰세요.",
    ),
    "story-front": _error(
        "글 맨 앞의 정보 칸('---' 두 줄 사이)이 없습니다.",
        "첫 줄에 '---'를 쓰고 title, summary, offices, sources를 적은 뒤 다시 '---' 줄로 닫으세요.",
    ),
    "story-empty": _error("이야기 본문이 비어 있습니다.", "정보 칸 아래에 한 문단 이상 쓰세요."),
}
