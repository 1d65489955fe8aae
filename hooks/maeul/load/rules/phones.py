"""Area codes of telephone numbers, and the cities that they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from maeul.load.findings import Finding
from maeul.load.models import City, Office
from maeul.load.rules.context import Context, Place

# Since 2000-07-02 the province dials 031, but 광명 and 과천 kept Seoul's 02 and 부천 kept 인천's 032 (동아일보
# 2000-06-20); in 시흥 a part of 과림동 kept 02 (한국일보 2000-07-12), in 안산 the island 대부도 has 032.
_PROVINCE = ("031",)
_CODES: Mapping[str, tuple[str, ...]] = {
    "gwangmyeong": ("02",),
    "gwacheon": ("02",),
    "bucheon": ("032",),
    "siheung": ("031", "02"),
    "ansan": ("031", "032"),
}
# A number with an area code of a place: not 070 and 080, which belong to none, and not the province's 031-120.
_LOCAL = re.compile(r"(0[2-6]\d?)-\d{3,4}-\d{4}\Z")


def office_area(office: Office, place: Place, context: Context) -> Iterator[Finding]:
    """An office whose number is one of another area."""
    if office.phone is not None:
        yield from _area(office.phone, context.cities.get(office.city), place, "phone")


def city_area(city: City, place: Place, _: Context) -> Iterator[Finding]:
    """A city whose numbers are those of another area."""
    yield from _area(city.contact.phone, city, place, "contact", "phone")
    if city.desk is not None and city.desk.phone is not None:
        yield from _area(city.desk.phone, city, place, "desk", "phone")


def _area(phone: str, city: City | None, place: Place, *steps: str | int) -> Iterator[Finding]:
    match = _LOCAL.match(phone)
    if city is None or match is None:
        return
    codes = _CODES.get(city.key, _PROVINCE)
    if match[1] not in codes:
        yield place.finding(
            "phone-area", *steps, found=match[1], city=city.name, expected="이나 ".join(codes), example=f"{codes[0]}-…"
        )
