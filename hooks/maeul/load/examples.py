"""What to type for each field: the lines that findings show to editors."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel

# One line to type, by field, or by model and field where fields of one name differ; else the field's own name is shown.
EXAMPLES: Mapping[str, str] = {
    "id": "id: hanam-sinjang-1",
    "name": "name: 신장1동 행복마을관리소",
    "name_en": "name_en: Sinjang 1-dong",
    "aliases": "aliases: [하남시 1호 행복마을관리소]",
    "city": "city: hanam",
    "dong": "dong: 신장1동",
    "serves": "serves: [신장1동, 신장2동]",
    "address": "address: 경기도 하남시 신장1로15번길 40",
    "building": "building: 행정복지센터 2층",
    "location": "location: {lat: 37.53938, lon: 127.20565, precision: dong}",
    "lat": "lat: 37.53938",
    "lon": "lon: 127.20565",
    "precision": "precision: dong",
    "phone": "phone: 031-729-2313",
    "hours": "hours: 모름",
    "days": "days: 평일",
    "open": 'open: "09:00"',
    "close": 'close: "18:00"',
    "breaks": 'breaks: [{open: "12:00", close: "13:00"}]',
    "season": "season: {start: 11-01, end: 02-28}",
    "exceptions": "exceptions: [{date: 2026-12-25, closed: true}]",
    "closed": "closed: true",
    "services": "services: [{key: tools, note: 공구 대여}]",
    "other_services": "other_services: [생활불편 처리]",
    "key": "key: tools",
    "note": "note: 공구 대여",
    "projects": "projects: [{name: 골목정원, what: 골목에 꽃밭을 가꿨어요, year: 2020}]",
    "what": "what: 골목에 꽃밭을 가꿨어요",
    "opened": "opened: 2019-09-02",
    "operator": "operator: 하남시",
    "staff": "staff: 5",
    "year": "year: 2020",
    "status": "status: {state: open, as_of: 2024-04-22}",
    "state": "state: open",
    "as_of": "as_of: 2024-04-22",
    "sources": 'sources: [{url: "https://…", publisher: 하남시, date: 2024-04-22}]',
    "fields": "fields: [address, hours]",
    "url": 'url: "https://www.gg.go.kr/"',
    "publisher": "publisher: 하남시",
    "date": "date: 2024-04-22",
    "conflicts": "conflicts: [{field: hours, says: 24시까지라는 기사가 있어요.}]",
    "field": "field: hours",
    "says": "says: 24시까지라는 기사가 있어요.",
    "title": "title: TV가 멈추면 지킴이가 찾아가요",
    "summary": "summary: 한 문장으로 줄인 이야기예요.",
    "offices": "offices: [paju-papyeong]",
    "policy_fields": "policy_fields: [welfare]",
    "figures": 'figures: [{value: 120곳, what: 점검한 집, url: "https://…"}]',
    "value": "value: 120곳",
    "official": "official: false",
    "Office.sources": 'sources: [{url: "https://…", publisher: 하남시, date: 2024-04-22, fields: [status]}]',
    "Project.name": "name: 골목정원",
    "City.key": "key: suwon",
    "City.code": 'code: "41110"',
    "City.name": "name: 수원시",
    "City.name_en": "name_en: Suwon-si",
    "City.districts": "districts: [장안구, 권선구]",
    "City.contact": "contact: {name: 경기도콜센터, phone: 031-120, sources: […]}",
    "Contact.name": "name: 경기도콜센터",
    "Contact.phone": "phone: 031-120",
    "Desk.name": "name: 마을공동체팀",
    "Service.name": "name: 공구 대여",
    "Service.summary": "summary: 공구를 빌려 쓸 수 있어요.",
    "Service.ask": "ask: 관리소에 전화하거나 들러서 물어보세요.",
    "Service.words": "words: [공구, 드릴]",
    "Holiday.date": "date: 2025-01-27",
    "Holiday.name": "name: 임시공휴일",
    "StoryFront.services": "services: [tools]",
    "OfficeCount.offices": "offices: 62",
    "Result.value": "value: 120",
    "Told.sources": "sources: [yna-2021-10-27]",
    "Programme.sources": 'sources: {yna-2021-10-27: {url: "https://…", publisher: 연합뉴스}}',
}


def example(model: type[BaseModel], key: str) -> str:
    """One line to type for a field of a model."""
    names = [f"{base.__name__}.{key}" for base in model.__mro__]
    return next((EXAMPLES[name] for name in (*names, key) if name in EXAMPLES), f"{key}: …")
