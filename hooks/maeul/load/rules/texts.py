"""What people write in their own words: it names no person, no mobile number, and links only to web pages."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from pydantic import BaseModel

from maeul.load.findings import Finding
from maeul.load.rules.context import Context, Place
from maeul.load.rules.leaves import holds, leaves
from maeul.load.values import MOBILE, is_url

# Texts in these fields are keys, numbers and names of places, with rules of their own.
_NO_PROSE = frozenset((
    "id", "former_ids", "key", "code", "url", "phone", "city", "district", "dong", "serves", "name_en", "state",
    "precision", "kind", "field", "fields", "offices", "office_ids", "services", "policy_fields", "sources",
))  # fmt: skip
_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표"
    "명기반왕금옥육인맹제모탁국어은편용"
)
_TITLES = (
    "씨", "관리소장", "소장", "주무관", "사무관", "사무장", "팀장", "과장", "국장", "실장", "센터장",
    "단장", "위원장", "회장", "통장", "이장", "총무", "간사", "의원", "대표", "도지사",
)  # fmt: skip
# A name of three syllables, or with a double surname, before a title: 홍길동 소장. Shorter ones are too often words.
_PERSON = re.compile(
    rf"(?<![가-힣A-Za-z0-9])(?P<name>[{_SURNAMES}][가-힣]{{2}}|(?:남궁|황보|제갈|선우|독고|사공|서문)[가-힣]{{1,2}})"
    rf" ?(?P<title>{'|'.join(_TITLES)})(?=님?(?:이|가|은|는|을|를|의|도|과|와|께서|에게)?(?![가-힣]))"
    rf"|담당(?:자|공무원)? ?[:：] ?(?P<officer>[{_SURNAMES}][가-힣]{{2}})(?![가-힣])"
)
# What a text with a mobile number or a name of a person cannot be without.
_DIALLED = re.compile(r"01[016789]\D{0,2}\d{3,4}\D?\d{4}")
_DIALLED_ABROAD = re.compile(r"82\D{0,4}1[016789]\D")
_CALLED = re.compile(
    "|".join(
        ("담당", *(title for title in _TITLES if not any(title.endswith(other) for other in _TITLES if other != title)))
    )
)
_NO_NAME = re.compile(r"..[읍면시군구들의는를에과와던된운]|지역민|유채꽃|우리팀|전문가|지킴이|공무원")
_LINK = re.compile(
    r"\]\(\s*<?(?P<inline>[^)\s>]*)|<(?P<angle>[A-Za-z][A-Za-z0-9+.-]*:[^>\s]*)>"
    r"|^ {0,3}\[[^\]]+\]:\s*(?P<reference>\S+)|\b(?:href|src)\s*=\s*[\"']?(?P<attribute>[^\"'\s>]*)"
)


def texts(record: BaseModel, place: Place, context: Context) -> Iterator[Finding]:
    """Mobile numbers and names of persons in the texts of a record."""
    raw = place.document.raw(place.path)
    if raw is not None and not _is_suspicious(raw):
        return
    for path, name, text in leaves(record, (), _prose_fields):
        if isinstance(text, str):
            for code, _, found in persons_and_mobiles(text, context):
                yield place.finding(code, *path, key=name, found=found)


def persons_and_mobiles(text: str, context: Context) -> Iterator[tuple[str, int, str]]:
    """Rules that a text breaks: the code, where in the text from 0, and what stands there."""
    for match in MOBILE.finditer(text):
        yield "text-mobile", match.start(), match.group()
    for match in _PERSON.finditer(text):
        name = match["name"] or match["officer"]
        if not _NO_NAME.fullmatch(name) and name not in context.gazetteer.names:
            yield "text-person", match.start(), match.group()


def bad_links(line: str) -> Iterator[tuple[int, str]]:
    """Links in a line of Markdown that lead to no web page: where from 0, and what stands there."""
    for match in _LINK.finditer(line):
        kind = match.lastgroup or ""
        if not is_url(match[kind]):
            yield match.start(kind), match[kind]


def _is_suspicious(raw: str) -> bool:
    """Whether the text of a record may break a rule; most need no closer look."""
    return any(pattern.search(raw) for pattern in (_DIALLED, _DIALLED_ABROAD, _CALLED))


@cache
def _prose_fields(model: type[BaseModel]) -> Collection[str]:
    """The fields of a model that hold texts in people's own words, themselves or in records inside them."""
    return [
        name
        for name, info in model.model_fields.items()
        if holds(info.annotation, _Nothing if name in _NO_PROSE else str, _prose_fields)
    ]


class _Nothing:
    """The kind of no value."""
