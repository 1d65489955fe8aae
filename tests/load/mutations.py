"""Ways to break a sound record: what to replace, and which finding must stand where.

▶ marks where the finding points; it is not written. Without a mark the finding points at the record itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple
from unicodedata import normalize

from maeul.places.gazetteer import Dong
from maeul.search.romanise import romanise

MARK = "▶"

# A record by its fields, in the order of the models. Order is never an error, so tests may shuffle it.
FIELDS = (
    "name: {dong} 행복마을관리소\n",
    "aliases: [{dong} 마을관리소]\n",
    "name_en: {latin}\n",
    "city: {city}\n",
    "dong: {dong}\n",
    "serves: [{dong}]\n",
    "address: 경기도 하남시 가나로 {number}\n",
    "building: 행정복지센터 2층\n",
    "location: {{lat: {lat}, lon: {lon}, precision: dong}}\n",
    "phone: 031-000-{number:04}\n",
    "hours:\n"
    '    - {{days: 평일, open: "09:00", close: "18:00", breaks: [{{open: "12:00", close: "13:00"}}]}}\n'
    "    - days: 토\n"
    '      open: "10:00"\n'
    '      close: "14:00"\n'
    "      season: {{start: 03-01, end: 10-31}}\n",
    "exceptions:\n    - {{date: 2026-12-25, closed: true}}\n",
    "services:\n    - {{key: tools, note: 공구 대여}}\n    - parcels\n",
    "other_services: [생활불편 처리]\n",
    'projects:\n    - {{name: 골목정원, what: "골목에 꽃밭을 가꿨어요.", year: 2020}}\n',
    "opened: 2019-09\n",
    "operator: 하남시\n",
    "staff: 5\n",
    "status: {{state: open, as_of: 2026-04-22}}\n",
    "sources:\n"
    '    - {{url: "https://example.com/a", publisher: 하남시, date: 2026-04-22, fields: [serves, address, '
    "building, phone, hours, services, other_services, projects, opened, operator, staff]}}\n"
    '    - {{url: "https://example.com/b", publisher: 하남신문, date: 2026-04-22, fields: [status]}}\n',
    'conflicts:\n    - {{field: hours, says: 24시까지라는 기사가 있어요., url: "https://example.com/a"}}\n',
)


def record(dong: Dong, number: int, order: tuple[int, ...] = tuple(range(len(FIELDS)))) -> str:
    """A sound record of an office in a 동 of 하남, its fields in this order."""
    latin = f"{romanise(dong.name).removesuffix('dong').capitalize()}-dong"
    values = {"dong": dong.name, "latin": latin, "city": dong.city, "lat": dong.lat, "lon": dong.lon, "number": number}
    first = f"- id: hanam-office-{number}\n"
    return first + "".join(f"  {FIELDS[index].format(**values)}" for index in order)


class Mutation(NamedTuple):
    """Something that goes wrong in a record: texts that become others, and the rule that is found broken."""

    code: str
    edits: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Broken:
    """A record after a mutation, and where its finding must stand, counted from its own first line."""

    text: str
    code: str
    line: int
    column: int


def broken(text: str, mutation: Mutation) -> Broken:
    """A record with one thing wrong in it."""
    for old, new in mutation.edits:
        assert text.count(old) == 1, (mutation, text.count(old))
        text = text.replace(old, new)
    before, mark, after = text.partition(MARK)
    if not mark:
        return Broken(text, mutation.code, 1, 3)
    return Broken(before + after, mutation.code, before.count("\n") + 1, len(before) - before.rfind("\n"))


_TEXT = "building: 행정복지센터 2층"
_PHONE = "  phone: 031-000-"
_HOURS = '{days: 평일, open: "09:00", close: "18:00", breaks: [{open: "12:00", close: "13:00"}]}'
_NOTE = "note: 공구 대여"
_SEEN = '{url: "https://example.com/b", publisher: 하남신문'
_STATUS = "status: {state: open, as_of: 2026-04-22}"


def _seen(day: str) -> tuple[str, str, str, str]:
    """Edits after which the office was last seen on another day, in a paper of its own."""
    paper = _SEEN.replace("/b", f"/{day}")
    return _STATUS, f"status: ▶{{state: open, as_of: {day}}}", f"{_SEEN}, date: 2026-04-22", f"{paper}, date: {day}"


# Each row: the rule, then a text and what it becomes, and so on.
MUTATIONS = tuple(
    Mutation(code, tuple(zip(edits[::2], edits[1::2], strict=True)))
    for code, *edits in (
        # Typing and YAML
        ("yaml-syntax", '{days: 평일, open: "09:00"', '{days: 평일, open: ▶"09:00'),
        ("yaml-syntax", _TEXT, 'building: ▶"행정복지센터 2층'),
        ("yaml-syntax", _TEXT, "building: ▶'행정복지센터 2층"),
        ("yaml-syntax", "  staff: 5", "▶\tstaff: 5"),
        ("yaml-syntax", "  staff: 5", " ▶staff: 5"),
        ("yaml-syntax", "  staff: 5", "   ▶staff: 5"),
        ("yaml-syntax", "  staff: 5", "  ▶- staff: 5"),
        ("yaml-syntax", "  staff: 5", "▶\u3000staff: 5"),
        ("yaml-syntax", "staff: 5", "staff▶:5"),
        ("yaml-syntax", "staff: 5", "▶staff 5"),
        ("yaml-syntax", "staff: 5", "staff▶：5"),
        ("yaml-syntax", "staff: 5", "staff:▶\u00a05"),
        ("yaml-syntax", "staff: 5", "▶: 5"),
        ("yaml-syntax", _TEXT, "building: 행정복지센터▶: 2층"),
        ("yaml-syntax", _TEXT, "building: ▶- 행정복지센터"),
        ("yaml-syntax", _TEXT, "building: ▶@행정복지센터"),
        ("yaml-syntax", _TEXT, 'building: "행정복지센터" ▶2층'),
        ("yaml-syntax", _NOTE, "note: 공구▶: 대여"),
        ("yaml-syntax", _NOTE, 'note: "공구 "▶전동" 대여"'),
        ("yaml-syntax", "    - {key: tools", "    ▶{key: tools"),
        ("yaml-syntax", "    - {key: tools", "    ▶-{key: tools"),
        ("yaml-syntax", f"{_NOTE}}}", f"{_NOTE}▶]"),
        ("yaml-syntax", "aliases: [", "aliases: ▶[["),
        ("yaml-syntax", "  staff: 5\n", "▶<<<<<<< HEAD\n  staff: 5\n=======\n  staff: 6\n>>>>>>> b\n"),
        ("text-width", "staff: 5", "staff: ▶５"),
        ("text-width", 'close: "14:00"', 'close: "▶１４：００"'),
        ("text-width", "other_services: [생활불편 처리]", "other_services: ▶［생활불편 처리］"),
        ("text-quotes", 'close: "14:00"', "close: ▶“14:00”"),
        ("text-quotes", _NOTE, "note: ▶‘공구 대여’"),
        ("text-space", "operator: 하남시", "operator: 하남▶\u00a0시"),
        ("text-split", "operator: 하남시", f"operator: ▶{normalize('NFD', '하남시')}"),
        ("text-comment", _TEXT, "building: 행정복지센터 ▶#2층"),
        ("yaml-alias", "operator: 하남시", "operator: ▶&a 하남시"),
        ("yaml-alias", "operator: 하남시", "operator: ▶*a"),
        ("yaml-tag", "operator: 하남시", "operator: ▶!b 하남시"),
        ("yaml-key", _NOTE, f"▶[a]: b, {_NOTE}"),
        ("yaml-deep", _TEXT, f"building: {'[' * 38}▶[{']' * 39}"),
        ("duplicate-key", "  staff: 5\n", "  staff: 5\n  ▶staff: 6\n"),
        ("record-start", "  staff: 5\n", "  staff: 5\n  ▶id: hanam-office-99\n"),
        ("record-cut", "  staff: 5\n", "▶- staff: 5\n"),
        # Shape
        ("field-missing", _STATUS, "status: ▶{state: open}"),
        (
            "field-missing",
            '    - {url: "https://example.com/b", publisher: 하남신문, ',
            '    - ▶{url: "https://example.com/b", ',
        ),
        ("field-missing", "  city: hanam\n", ""),
        ("field-missing", "season: {start: 03-01, end: 10-31}", "season: ▶{start: 03-01}"),
        ("field-unknown", "staff: 5", "▶homepage: 5"),
        ("field-unknown", "staff: 5", "▶staf: 5"),
        ("field-unknown", "name: 골목정원", "▶nmae: 골목정원"),
        ("field-unknown", "staff: 5", "▶일하는 사람: 5"),
        ("field-unknown", _NOTE, "note: 공구, ▶사다리"),
        ("field-colon", "state: open", "▶state:open"),
        ("field-colon", "days: 평일", "▶days：평일"),
        ("field-type", "staff: 5", "staff: ▶다섯"),
        ("field-type", "operator: 하남시", "operator: ▶12"),
        ("field-type", "aliases: [", "aliases: ▶{a: b} # ["),
        ("field-empty", "operator: 하남시", "▶operator:"),
        ("field-empty", "operator: 하남시", '▶operator: ""'),
        ("item-empty", "other_services: [생활불편 처리]", "other_services: [생활불편 처리, ▶~]"),
        ("value-choice", "state: open", "state: ▶opne"),
        ("value-choice", "precision: dong", "precision: ▶exact"),
        ("value-choice", "fields: [status]", "fields: [▶state]"),
        ("value-number", "staff: 5", "staff: ▶0"),
        ("value-number", "year: 2020", "year: ▶20"),
        ("value-nothing", "operator: 하남시", "operator: ▶없음"),
        # Values
        ("id-shape", "- id: hanam-office-", "- id: ▶Hanam-office-"),
        ("id-city", "- id: hanam-office-", "- id: ▶office-"),
        ("id-city", "city: hanam", "city: ▶goyang"),
        ("phone-shape", _PHONE, "  phone: ▶031.000."),
        ("phone-mobile", _PHONE, "  phone: ▶010-0000-"),
        ("phone-area", _PHONE, "  phone: ▶02-000-"),
        ("time-shape", 'close: "14:00"', "close: ▶오후 두 시"),
        ("time-shape", 'close: "18:00"', 'close: ▶"1800"'),
        ("hours-days", "days: 토", "days: ▶토요일마다"),
        ("hours-shape", FIELDS[10].format(), "hours: ▶아침부터 저녁까지\n"),
        ("hours-order", 'close: "18:00", breaks: [{open: "12:00", close: "13:00"}]', 'close: ▶"06:00"'),
        ("hours-order", 'open: "10:00"\n      close: "14:00"', 'open: "14:00"\n      close: ▶"10:00"'),
        ("hours-order", "closed: true", 'open: "18:00", close: ▶"09:00"'),
        ("hours-break", '[{open: "12:00", close: "13:00"}]', '[▶{open: "18:00", close: "19:00"}]'),
        ("hours-overlap", "    - days: 토", "    - ▶days: 금, 토"),
        ("hours-exception", "{date: 2026-12-25, closed: true}", "▶{date: 2026-12-25}"),
        ("exception-duplicate", "closed: true}\n", "closed: true}\n    - {date: ▶2026-12-25, closed: true}\n"),
        ("season-day", "start: 03-01", "start: ▶3월"),
        ("date-shape", "opened: 2019-09", "opened: ▶2019.9"),
        ("date-future", "opened: 2019-09", "opened: ▶2062-09"),
        ("url-shape", 'url: "https://example.com/b', 'url: ▶"example.com/b'),
        ("position-swapped", "location: {lat: ", "location: ▶{lon: 37.5, lat: 127.2, precision: dong} # "),
        # Among records
        ("id-duplicate", "- id: hanam-office-", "- id: ▶hanam-sinjang-1 # "),
        ("city-unknown", "city: hanam", "city: ▶hanm"),
        ("city-unknown", "city: hanam", "city: ▶하남시"),
        ("district-unknown", "  city: hanam\n", "  city: hanam\n  district: ▶하남구\n"),
        ("dong-unknown", "serves: [", "serves: [▶없는동, "),
        ("service-unknown", "key: tools", "key: ▶tool"),
        ("service-unknown", "- parcels", "- ▶택배"),
        ("service-duplicate", "- parcels", "- ▶tools"),
        ("address-city", "address: 경기도 하남시", "address: ▶경기도 고양시"),
        ("address-city", "address: 경기도 하남시", "address: ▶하남로"),
        ("position-outside", "location: {lat: ", "location: ▶{lat: 37.1, lon: 127.2, precision: dong} # "),
        ("position-far", "location: {lat: ", "location: ▶{lat: 37.514, lon: 127.278, precision: dong} # "),
        ("name-latin", "name_en: ", "name_en: ▶Village # "),
        ("name-alike", "  name: ", "  name: ▶신장 제1동 경기 행복마을 관리소 # "),
        ("address-alike", "address: 경기도 하남시 ", "address: ▶경기 하남시 신장1로15번길40 # "),
        ("phone-alike", _PHONE, "  phone: ▶031-000-0000 # "),
        ("former-id", "  staff: 5\n", "  staff: 5\n  former_ids: [▶hanam-sinjang-1]\n"),
        ("text-mobile", "note: 공구", "note: ▶010-0000-0000 공구"),
        ("text-person", "operator: 하남시", "operator: ▶하남시 홍길동 소장"),
        # Evidence
        ("source-missing", "operator, staff]", "operator]", "  staff: 5", "  ▶staff: 5"),
        ("source-unused", "fields: [status]", "fields: [status, ▶district]"),
        ("source-url", '기사가 있어요., url: "https://example.com/a', '기사가 있어요., url: ▶"https://example.com/c'),
        ("source-date", f"{_SEEN}, date: 2026-04-22", f"{_SEEN.replace('/b', '/1')}, date: ▶2026-04-23"),
        ("source-undated", f"{_SEEN}, date: 2026-04-22", f"▶{_SEEN}"),
        ("as-of-newer", "as_of: 2026-04-22", "as_of: ▶2026-09"),
        ("as-of-older", "as_of: 2026-04-22", "as_of: ▶2025-12"),
        ("confirmed-old", *_seen("2025-10-22")),
        ("confirmed-long-ago", *_seen("2023-10")),
        ("confirmed-never", _STATUS, "status: ▶{state: open, as_of: 모름}"),
    )
)
