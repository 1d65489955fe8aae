"""Values that records are made of: dates known to a day, a month or a year, telephone numbers, web addresses.

Each parser refuses a value with `PydanticCustomError` whose type is the code of a rule in `rules_table`; the sentence
is made where the place of the value is known, in `validate`.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from pydantic import AfterValidator, Field, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

UNKNOWN = "모름"
# Words that say that there is nothing to say.
SAYS_NOTHING = frozenset(
    (
        "모름",
        "없음",
        "미상",
        "미정",
        "불명",
        "불상",
        "확인 중",
        "확인중",
        "해당 없음",
        "해당없음",
        "?",
        "-",
        "N/A",
        "n/a",
    )
)

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\Z")
# The same for a schema, where every year may be a leap year.
_FIRST = "0[1-9]|[12][0-9]"
MONTH_DAY = re.compile(rf"(?:0[1-9]|1[0-2])-(?:{_FIRST})|(?:0[13-9]|1[0-2])-30|(?:0[13578]|1[02])-31")
WHOLE_DAY = re.compile(rf"[1-9][0-9]{{3}}-(?:{MONTH_DAY.pattern})")
_PART = re.compile(r"[1-9][0-9]{3}(?:-(?:0[1-9]|1[0-2]))?")
_AREA = "02|031|032|033|041|042|043|044|051|052|053|054|055|061|062|063|064|070|080"
# 전기통신번호관리세칙: area code and 3-4 + 4 digits, 15xx-18xx-xxxx, and the province's call centre 031-120.
_PHONE = re.compile(rf"(?:(?:{_AREA})-\d{{3,4}}-\d{{4}}|1[568]\d{{2}}-\d{{4}}|(?:{_AREA})-120|1[1-3]\d)\Z", re.ASCII)
_MOBILE = re.compile(r"(?:\+82[- ]?)?\(?0?1[016789]\)?[-. ]?\d{3,4}[-. ]?\d{4}\Z", re.ASCII)
# The same in a text, where a number without 0 or +82 may count something else.
MOBILE = re.compile(
    r"(?<![0-9A-Za-z=_/&?.-])(?:01[016789]|\(01[016789]\)|\+?82[- .]{0,2}\(?0?\)?1[016789])"
    r"[- .)]{0,2}\d{3,4}[- .]?\d{4}(?!\d)",
    re.ASCII,
)
_URL = re.compile(r"https?://[^\s/?#\"'<>]+\.[^\s\"'<>]+\Z")
_ID = re.compile(r"[a-z]+(?:-[a-z0-9]+)+\Z")
_CODE = re.compile(r"[0-9]{5}\Z")


@dataclass(frozen=True, order=True)
class PartialDate:
    """A date as exact as its source: year, year and month, or the whole day. 0 stands for what is not known."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def first_day(self) -> date:
        """The earliest day it can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day it can be."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        text = self.first_day.isoformat()
        return text if self.day else text[:7] if self.month else text[:4]


def refusal(code: str) -> PydanticCustomError:
    """The error that becomes the finding of rule `code`."""
    return PydanticCustomError(code, "{code}", {"code": code})


def parse_date(value: Any) -> PartialDate:
    """`2021-04-06`, `2021-04` or `2021` as a date that exists."""
    found = _date(str(value))
    if found is None:
        raise refusal("date-shape")
    return found


@lru_cache(maxsize=4096)
def _date(text: str) -> PartialDate | None:
    match = _DATE.match(text)
    if not match:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return None if (match[2] and not month) or (match[3] and not day) else PartialDate(year, month, day)


def is_date(text: str) -> bool:
    """Whether a text is a date that exists."""
    return _date(text) is not None


def parse_date_or_unknown(value: Any) -> PartialDate | None:
    """A date, or None for 모름."""
    return None if value == UNKNOWN else parse_date(value)


def is_phone(value: str) -> bool:
    """Whether a text is a telephone number with its hyphens."""
    return _PHONE.match(value) is not None


def _phone(value: str) -> str:
    if _MOBILE.match(value):
        raise refusal("phone-mobile")
    if not is_phone(value):
        raise refusal("phone-shape")
    return value


def _fact(value: str) -> str:
    if value in SAYS_NOTHING:
        raise refusal("value-nothing")
    return value


def is_url(value: str) -> bool:
    """Whether a text is the full address of a web page."""
    return _URL.match(value) is not None


def _url(value: str) -> str:
    if not is_url(value):
        raise refusal("url-shape")
    return value


def _id(value: str) -> str:
    if not _ID.match(value):
        raise refusal("id-shape")
    return value


def _code(value: str) -> str:
    if not _CODE.match(value):
        raise refusal("code-shape")
    return value


def matching(*patterns: re.Pattern[str]) -> WithJsonSchema:
    """What a JSON Schema says of a text that matches one of the patterns as a whole."""
    whole = "|".join(pattern.pattern.replace(r"\Z", "") for pattern in patterns)
    return WithJsonSchema({"type": "string", "pattern": f"^(?:{whole})$"})


# 2021 without quotes is a number for YAML.
_WHEN: list[Any] = [{"type": "integer", "minimum": 1000, "maximum": 9999}, matching(WHOLE_DAY, _PART).json_schema]

Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
# A text that may be left out, and is when there is nothing to say.
Fact = Annotated[Text, AfterValidator(_fact), Field(json_schema_extra={"not": {"enum": sorted(SAYS_NOTHING)}})]
Phone = Annotated[Text, AfterValidator(_phone), matching(_PHONE)]
Url = Annotated[Text, AfterValidator(_url), matching(_URL)]
Id = Annotated[Text, AfterValidator(_id), matching(_ID)]
Code = Annotated[Text, AfterValidator(_code), matching(_CODE)]
When = Annotated[PartialDate, PlainValidator(parse_date), WithJsonSchema({"anyOf": _WHEN})]
WhenOrUnknown = Annotated[
    PartialDate | None,
    PlainValidator(parse_date_or_unknown),
    WithJsonSchema({"anyOf": [*_WHEN, {"const": UNKNOWN}]}),
]
