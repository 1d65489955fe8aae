"""Rules about records among each other: keys, places, names, words of our own."""

from __future__ import annotations

from maeul.load.table.rule import Rules, error, warning

AMONG: Rules = {
    # The record among the others
    "id-duplicate": error(
        "{key} '{found}'{found:은} {first}행에 이미 있습니다.",
        "{key}{key:은} 하나뿐이어야 합니다. 뒤에 쓴 기록에 '{key}: {proposal}'처럼 다른 값을 쓰세요.",
    ),
    "city-unknown": error("'{found}'{found:은} 모르는 시·군입니다.", "{advice}"),
    "city-key": error("시·군 키 '{found}'{found:이} data/geo/dongs.csv에 없습니다.", "{advice}"),
    "city-code": error(
        "행정구역 번호 '{found}'{found:이} data/geo/cities.geojson에 없습니다.",
        "그 파일에 있는 code 가운데 이 시·군의 것을 쓰세요.",
    ),
    "district-unknown": error("{city}에는 '{found}'{found:이라는} 구가 없습니다.", "{advice}"),
    "dong-unknown": error("{city}에는 '{found}'{found:이라는} 읍·면·동이 없습니다.", "{advice}"),
    "service-unknown": error("'{found}'{found:은} 하는 일 목록에 없습니다.", "{advice}"),
    "service-duplicate": error(
        "하는 일 '{found}'{found:이} 두 번 나옵니다.", "'{found}' 한 줄만 남기고, 더 알릴 것은 그 줄의 note에 쓰세요."
    ),
    "policy-field-unknown": error("'{found}'{found:은} 정책 분야 목록에 없습니다.", "{advice}"),
    "office-unknown": error("id가 '{found}'인 관리소가 없습니다.", "{advice}"),
    "position-outside": error(
        "위치({lat}, {lon})가 {city} 밖입니다. 경계에서 {distance} 떨어져 있습니다.",
        "{city}의 lat은 {lats}, lon은 {lons} 안입니다. "
        "지도에서 위치를 다시 찾아 'location: {{lat: …, lon: …, precision: …}}'처럼 고치세요.",
    ),
    # Opening hours
    "hours-order": error(
        "닫는 시각 {close}{close:이} 여는 시각 {open}보다 늦지 않습니다.",
        '자정을 넘겨 닫는 곳은 06:00까지만 쓸 수 있습니다. 두 시각을 맞바꾸거나, 오후 6시를 "18:00"처럼 고쳐 쓰세요.',
    ),
    "hours-break": error(
        "쉬는 시간 {found}{found:이} 여는 시간 안에 있지 않습니다.",
        "여는 시간 안의 시각으로 고치거나 breaks를 지우세요.",
    ),
    "hours-overlap": error(
        "'{found}'{found:이} {first}행의 '{other}'{other:과} 겹칩니다.",
        "같은 요일은 한 줄에만 쓰고, 가운데 쉬는 시간은 그 줄의 breaks에 쓰세요.",
    ),
    "exception-duplicate": error(
        "{found}{found:은} 특별한 날로 이미 적혀 있습니다.", "둘 가운데 맞는 한 줄만 남기고 다른 줄을 지우세요."
    ),
    # Places, names and numbers
    "address-city": error("주소에 '{city}'{city:이} 없습니다.", "{advice}"),
    "position-far": warning(
        "위치({lat}, {lon})가 {dong}에서 {distance} 떨어져 있습니다.",
        "{dong} 한가운데는 {middle}입니다. "
        "지도에서 위치를 다시 찾아 'location: {{lat: …, lon: …, precision: …}}'처럼 고치거나, 'dong:' 값을 고치세요.",
    ),
    "phone-area": warning(
        "지역번호 {found}{found:은} {city}에서 쓰는 {expected}{expected:이} 아닙니다.",
        "번호를 다시 보고 틀렸으면 '{example}'처럼 고치세요.",
    ),
    "name-latin": warning(
        "'{found}'{found:은} 국어의 로마자 표기법에 맞지 않습니다.", "'{expected}'{expected:으로} 고치세요."
    ),
    # Records alike
    "name-alike": warning(
        "{line}행의 '{other}'{other:과} 이름이 거의 같습니다.",
        "같은 관리소이면 기록 하나로 합쳐 쓰고, 다른 곳이면 'name:'에 다른 점을 쓰세요.",
    ),
    "address-alike": warning(
        "{line}행의 '{other}'{other:과} 주소가 같습니다.",
        "같은 관리소이면 기록 하나로 합쳐 쓰고, 다른 곳이면 주소를 다시 보고 고치세요.",
    ),
    "phone-alike": warning(
        "{line}행의 '{other}'{other:과} 전화번호가 같습니다.",
        "관리소 번호가 아니면 'phone_of: 하남시청 자치행정과'처럼 받는 곳을 쓰고, 번호가 틀렸으면 고치세요.",
    ),
    # Ids of the published site
    "former-id": error(
        "옛 id '{found}'{found:은} {line}행에서 쓰고 있습니다.", "이 관리소의 옛 id가 아니면 이 자리에서 지우세요."
    ),
    "id-changed": error(
        "누리집에 있던 id '{found}'{found:이} '{new}'{new:으로} 바뀐 듯합니다.",
        "이 기록에 'former_ids: [{found}]' 줄을 더하거나, id를 '{found}'{found:으로} 되돌려 쓰세요.",
    ),
    "id-vanished": error(
        "누리집에 있던 id '{found}'{found:이} 없어졌습니다.",
        "지운 기록을 되살려 'state: closed'처럼 지금의 상태를 쓰고, "
        "id를 바꾸었으면 그 기록에 'former_ids: [{found}]' 줄을 더하세요.",
    ),
    "published-shape": error(
        "누리집에서 내려받은 offices.json이 아닙니다.",
        "누리집의 data/v1/offices.json을 내려받아 그 파일 이름을 쓰세요.",
    ),
    # Words of our own
    "text-mobile": error(
        "'{key}'에 휴대전화 번호 '{found}'{found:이} 있습니다.",
        "이 번호를 지우고, 알려야 하면 관리소나 시·군의 유선 번호를 쓰세요.",
    ),
    "text-person": warning(
        "'{key}'에 사람 이름으로 보이는 '{found}'{found:이} 있습니다.", "이름을 지우고 '관리소장'처럼 맡은 일만 쓰세요."
    ),
    "link-shape": error(
        "'{found}'{found:은} http로 시작하는 주소가 아닙니다.",
        "'https://www.gg.go.kr/'처럼 전체 주소로 고치거나 링크를 지우세요.",
    ),
    "figure-unsourced": warning(
        "본문의 '{found}'{found:은} figures에 없는 숫자입니다.",
        "figures에 '{{value: {found}, what: …, url: \"https://…\"}}'처럼 한 줄을 더하거나, 본문에서 지우세요.",
    ),
    # Stories
    "story-front": error(
        "글 맨 앞의 정보 칸('---' 두 줄 사이)이 없습니다.",
        "첫 줄에 '---'를 쓰고 title, summary, offices, sources를 적은 뒤 다시 '---' 줄로 닫으세요.",
    ),
    "story-empty": error("이야기 본문이 비어 있습니다.", "정보 칸 아래에 한 문단 이상 쓰세요."),
}
