"""What each field of an office is called in Korean, and what to write there: for spreadsheets, questions, schemas."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from pydantic import BaseModel


class Label(NamedTuple):
    """A field's name as people say it, and a sentence or two on what to write."""

    title: str
    description: str


# By field, or by model and field where fields of one name differ.
LABELS: Mapping[str, Label] = {
    "id": Label(
        "id", "페이지 주소가 되는 이름. 시·군 키와 마을 이름을 영문 소문자로 씁니다. 한 번 정하면 바꾸지 않습니다."
    ),
    "former_ids": Label("옛 id", "전에 쓰던 id. 그 주소로 온 사람을 지금의 페이지로 안내합니다."),
    "name": Label("이름", "관리소가 스스로 쓰는 이름."),
    "aliases": Label("다른 이름", "자료에 나오는 다른 이름들."),
    "name_en": Label("영문 이름", "로마자 표기법으로 적은 동네 이름."),
    "city": Label("시·군", "data/cities.yaml의 key."),
    "district": Label("구", "구가 있는 시에서 관리소가 있는 구."),
    "dong": Label("읍·면·동", "관리소가 있는 읍·면·동."),
    "serves": Label("함께 맡는 동네", "관리소가 함께 맡는 다른 읍·면·동."),
    "address": Label("주소", "자료에 적힌 도로명 주소."),
    "building": Label("건물", "들어 있는 건물과 층."),
    "location": Label("위치", "위도와 경도, 얼마나 정확한지."),
    "lat": Label("위도", "37 안팎의 수."),
    "lon": Label("경도", "127 안팎의 수."),
    "precision": Label("위치 정확도", "building은 건물에서 60m 안, road는 길에서 300m 안, dong은 동네 한가운데."),
    "phone": Label("전화번호", "유선 번호를 지역번호부터 '-'를 넣어 씁니다. 휴대전화 번호는 쓰지 않습니다."),
    "phone_of": Label("전화 받는 곳", "관리소 번호가 아닐 때 그 전화를 받는 곳."),
    "hours": Label("여는 시간", "요일과 시각. 모르면 '모름'이라고 씁니다."),
    "days": Label("요일", "평일, 매일, 월-금, '토, 일'처럼 쓰고, 모르면 '모름'이라고 씁니다."),
    "open": Label("여는 시각", '"09:00"처럼 쓰는 시각.'),
    "close": Label(
        "닫는 시각", '"18:00"처럼 쓰는 시각. 자정은 "24:00"이고, 여는 시각보다 이르면 다음 날 새벽(06:00까지)입니다.'
    ),
    "breaks": Label("쉬는 시간", "여는 동안 잠시 닫는 시간."),
    "season": Label("철", "해마다 이 기간에만 이 시간에 엽니다. 시작과 끝을 월-일로 씁니다."),
    "start": Label("시작", "월-일."),
    "end": Label("끝", "월-일. 그날도 들어갑니다."),
    "exceptions": Label("특별한 날", "하루만 쉬거나 다르게 여는 날."),
    "date": Label("날짜", "그날의 날짜."),
    "closed": Label("쉬는 날", "그날 쉬면 true."),
    "services": Label("하는 일", "data/services.yaml의 key와, 관리소가 그 일을 부르는 말."),
    "other_services": Label("그 밖에 하는 일", "data/services.yaml의 key가 없는 일. 자료에 적힌 말 그대로 씁니다."),
    "key": Label("하는 일의 키", "data/services.yaml의 key."),
    "note": Label("설명", "관리소가 쓰는 말이나 덧붙일 말."),
    "projects": Label("특색사업", "관리소만의 사업."),
    "what": Label("내용", "무엇을 하는지 한두 문장."),
    "year": Label("연도", "네 자리 연도."),
    "service": Label("하는 일의 키", "이 사업이 data/services.yaml의 어느 일인지. 없으면 쓰지 않습니다."),
    "opened": Label("문 연 날", "2019-09-02, 2019-09, 2019처럼 아는 만큼 씁니다."),
    "operator": Label("운영하는 곳", "맡아서 운영하는 기관이나 단체."),
    "staff": Label("일하는 사람 수", "자료에 적힌 사람 수."),
    "status": Label("상태", "열려 있는지, 그리고 그렇게 본 가장 새 자료의 날짜."),
    "state": Label("상태", "open 운영, closed 닫음, moved 옮김, planned 준비 중, unconfirmed 운영 불확실."),
    "as_of": Label("확인한 날짜", "그렇게 본 가장 새 자료의 날짜. 날짜를 모르면 '모름'이라고 씁니다."),
    "sources": Label("출처", "확인한 자료와, 그 자료로 확인한 항목."),
    "url": Label("링크", "http로 시작하는 자료의 주소."),
    "publisher": Label("펴낸 곳", "자료를 펴낸 기관이나 언론사."),
    "fields": Label("확인한 항목", "이 자료로 확인한 항목의 이름들."),
    "conflicts": Label("자료끼리 다른 점", "다른 자료가 다르게 말하는 것."),
    "field": Label("항목", "자료끼리 다른 항목의 이름."),
    "says": Label("다르게 말하는 것", "다른 자료에 뭐라고 나오는지 한 문장."),
    "Project.name": Label("사업 이름", "자료에 나온 사업 이름."),
    "FieldSource.date": Label("날짜", "자료가 나온 날짜를 아는 만큼."),
}


def label(model: type[BaseModel], field: str) -> Label:
    """What a field of a model is called, and what to write there."""
    return LABELS.get(f"{model.__name__}.{field}") or LABELS[field]


def by_title(model: type[BaseModel]) -> Mapping[str, str]:
    """The fields of a model by what they are called in Korean."""
    return {label(model, name).title: name for name in model.model_fields if name in LABELS}


# Values that stand for something, as people say it.
STATES: Mapping[str, str] = {
    "open": "운영",
    "closed": "닫음",
    "moved": "옮김",
    "planned": "준비 중",
    "unconfirmed": "운영 불확실",
}
PRECISIONS: Mapping[str, str] = {"building": "건물", "road": "길", "dong": "동네 한가운데"}
