"""Rules about the shape of records and of single values."""

from __future__ import annotations

from maeul.load.table.rule import Rules, error

RECORDS: Rules = {
    # Shape of a record
    "record-bare": error("기록에 '{key}:' 줄밖에 없습니다.", "이 줄을 지우거나, 아래에 나머지 항목을 이어 쓰세요."),
    "field-missing": error("'{key}' 항목이 없습니다.", "'{example}'처럼 써 넣으세요."),
    "field-unknown": error("'{key}'{key:은} 모르는 항목입니다.", "{advice}"),
    "field-colon": error(
        "'{key}' 다음의 쌍점이나 빈칸이 빠졌습니다.", "'{key}: {value}'처럼 ':'와 빈칸을 넣어 쓰세요."
    ),
    "field-type": error(
        "'{key}'에는 {expected}{expected:이} 와야 하는데 {found}{found:이} 있습니다.", "'{example}'처럼 쓰세요."
    ),
    "field-empty": error("'{key}' 항목이 비어 있습니다.", "{advice}"),
    "list-head": error("'{key}' 목록의 이름이 빠졌습니다.", "이 줄 위에 '{key}:' 줄을 넣어 쓰세요."),
    "list-other": error("'{key}' 목록의 줄이 다른 목록에 있습니다.", "이 줄부터 '{key}:' 아래로 옮겨 쓰세요."),
    "item-empty": error("'{key}' 목록의 {number}번째 값이 비어 있습니다.", "값을 쓰거나 이 자리의 빈 값을 지우세요."),
    "value-choice": error("'{key}'의 값 '{found}'{found:은} 정해진 값이 아닙니다.", "{advice}"),
    "value-number": error("'{key}'의 값 {found}{found:은} 쓸 수 있는 범위를 벗어납니다.", "{expected}의 수를 쓰세요."),
    # Values
    "value-nothing": error(
        "'{key}'의 '{found}'{found:은} 값이 아닙니다.", "값을 쓰거나, 모르면 '{key}:' 줄을 지우세요."
    ),
    "position-swapped": error(
        "lat과 lon이 서로 바뀌었습니다.", "lat에 37 안팎, lon에 127 안팎의 수가 오도록 두 수를 맞바꾸어 쓰세요."
    ),
    "id-shape": error(
        "id '{found}'{found:은} 쓸 수 없는 모양입니다.",
        "시·군 이름과 마을 이름을 영문 소문자와 숫자로, '-'로 이어 'hanam-sinjang-1'처럼 쓰세요.",
    ),
    "id-city": error(
        "id '{found}'{found:이} 시·군 키 '{city}'{city:으로} 시작하지 않습니다.",
        "{advice}",
    ),
    "code-shape": error(
        "행정구역 번호 '{found}'{found:은} 다섯 자리 숫자가 아닙니다.", "'code: \"41110\"'처럼 따옴표를 둘러 쓰세요."
    ),
    "phone-shape": error(
        "전화번호 '{found}'의 모양이 맞지 않습니다.",
        "지역번호부터 '-'를 넣어 '031-729-2313'이나 '1899-3300'처럼 쓰세요.",
    ),
    "phone-mobile": error(
        "휴대전화 번호 '{found}'{found:은} 실을 수 없습니다.",
        "관리소나 시·군의 유선 번호를 쓰거나 'phone:' 줄을 지우세요.",
    ),
    "time-shape": error(
        "'{key}'의 '{found}'{found:은} 시각이 아닙니다.", '"09:00"이나 "24:00"처럼 따옴표를 둘러 쓰세요.'
    ),
    "hours-days": error(
        "요일 '{found}'{found:은} 모르는 말입니다.",
        "'평일', '매일', '월-금', '토, 일', '모름' 가운데 맞는 것을 쓰세요. 쉼표가 들면 따옴표로 둘러싸세요.",
    ),
    "hours-shape": error(
        "여는 시간 '{found}'의 모양이 맞지 않습니다.",
        "'- {{days: 평일, open: \"09:00\", close: \"18:00\"}}'처럼 쓰거나, 모르면 'hours: 모름'이라고 쓰세요.",
    ),
    "hours-exception": error(
        "특별한 날의 시간을 알 수 없습니다.",
        "쉬는 날이면 '{{date: 2026-12-25, closed: true}}', 여는 날이면 "
        '\'{{date: 2026-12-24, open: "09:00", close: "13:00"}}\'처럼 하루의 날짜와 함께 쓰세요.',
    ),
    "season-day": error(
        "철의 '{key}'에 쓴 '{found}'{found:은} 한 해의 날이 아닙니다.", "월과 일을 두 자리씩 '03-01'처럼 쓰세요."
    ),
    "holiday-day": error("공휴일 '{found}'{found:은} 하루가 아닙니다.", "'date: 2025-01-27'처럼 날까지 쓰세요."),
    "holiday-duplicate": error(
        "공휴일 '{found}'{found:이} 앞에 이미 있습니다.", "둘 가운데 하나만 남기고, 출처는 그 sources에 함께 쓰세요."
    ),
    "date-shape": error(
        "'{key}'의 '{found}'{found:은} 날짜가 아닙니다.", "2021-04-06, 2021-04, 2021처럼 아는 만큼만 쓰세요."
    ),
    "date-future": error(
        "'{key}'의 '{found}'{found:은} 아직 오지 않은 날입니다(오늘 {today}).",
        "자료에 적힌 날짜를 다시 보고 오늘이나 그 전의 날짜로 고치세요.",
    ),
    "url-shape": error(
        "'{found}'{found:은} 인터넷 주소가 아닙니다.", "'https://www.gg.go.kr/'처럼 http로 시작하는 전체 주소를 쓰세요."
    ),
}
