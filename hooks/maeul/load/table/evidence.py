"""Rules about where facts are from and how old they are."""

from __future__ import annotations

from maeul.load.table.rule import Rules, error, warning

EVIDENCE: Rules = {
    # Sources
    "source-missing": error(
        "'{key}'의 출처가 없습니다.", "이 내용을 확인한 자료를 sources에 쓰고 그 fields에 '{key}'{key:을} 더하세요."
    ),
    "source-unused": error(
        "출처의 fields에 '{found}'{found:을} 적었지만 기록에 '{found}' 항목이 없습니다.",
        "fields에서 '{found}'{found:을} 지우거나, 자료에서 확인한 '{found}:' 줄을 더하세요.",
    ),
    "source-url": error(
        "'{found}'{found:은} 이 기록의 sources에 없는 주소입니다.",
        "sources에 같은 주소를 한 줄 더하거나, 거기에 있는 주소로 고치세요.",
    ),
    "source-unknown": error("출처 키 '{found}'{found:이} sources에 없습니다.", "{advice}"),
    "source-date": warning(
        "이 자료의 날짜 '{found}'{found:이} 같은 주소의 자료({where})에 적은 '{other}'{other:과} 다릅니다.",
        "자료를 다시 보고 두 곳의 date를 같은 날짜로 쓰세요.",
    ),
    "source-undated": warning(
        "출처에 날짜가 없습니다.",
        "자료에 적힌 날짜를 'date: 2024-04-22'처럼 쓰고, 적혀 있지 않으면 'date: 모름'이라고 쓰세요.",
    ),
    "source-idle": warning(
        "출처 키 '{found}'{found:을} 쓰는 곳이 없습니다.",
        "이 자료로 확인한 사실의 sources에 '{found}'{found:을} 쓰거나, 이 줄을 지우세요.",
    ),
    "service-idle": warning(
        "하는 일 '{found}'{found:을} 하는 관리소도, 다룬 이야기도 없습니다.",
        "쓰지 않는 키이면 이 기록을 지우고, 하는 곳이 있으면 그 관리소의 services에 쓰세요.",
    ),
    # When the state of an office was seen
    "as-of-newer": warning(
        "'as_of' {found}에 그렇게 본 출처가 없습니다. status를 확인한 출처는 {newest}까지입니다.",
        "그날의 자료를 sources에 더하고 fields에 status를 쓰거나, 'as_of: {newest}'{newest:으로} 고치세요.",
    ),
    "as-of-older": warning(
        "'as_of' {found}{found:이} status를 확인한 모든 출처보다 오래되었습니다.",
        "가장 새 출처의 날짜를 'as_of: {newest}'처럼 쓰세요.",
    ),
    "confirmed-old": warning(
        "마지막 확인이 {found}입니다. 1년 넘게 지났습니다.",
        "전화나 새 자료로 확인해 그 날짜를 as_of에 쓰고, 그 자료를 sources에 쓰세요.",
    ),
    "confirmed-long-ago": warning(
        "마지막 확인이 {found}입니다. {years}년 넘게 지나 문을 닫았을 수도 있습니다.",
        "시·군에 물어 확인한 상태와 날짜를 status에 쓰고, 알 수 없으면 'state: unconfirmed'로 두세요.",
    ),
    "confirmed-never": warning(
        "언제 확인한 상태인지 모릅니다.", "날짜가 있는 자료를 찾아 그 날짜를 as_of에 쓰고, 그 자료를 sources에 쓰세요."
    ),
}
