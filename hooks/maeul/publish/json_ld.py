"""An office as linked data for search engines: schema.org GovernmentOffice in JSON-LD."""

from __future__ import annotations

from typing import Any

from maeul.hours.model import DAY, Span
from maeul.hours.words import digits
from maeul.load.models import Office
from maeul.site.card import OfficeCard
from maeul.site.context import SiteContext
from maeul.site.state import is_current

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def office_json_ld(office: Office, card: OfficeCard, site: SiteContext) -> dict[str, Any]:
    """What is known of the office. A position that is only the dong's and another's phone are left out.

    So are phone and hours unless office and source are of the last year: search engines show them without their date.
    """
    today = site.directory.today
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "GovernmentOffice",
        "@id": f"{site.site_url}{card.path}",
        "url": f"{site.site_url}{card.path}",
        "name": office.name,
        "alternateName": [*office.aliases, office.name_en],
        "areaServed": card.place,
    }
    if office.address:
        data["address"] = {
            "@type": "PostalAddress",
            "addressCountry": "KR",
            "addressRegion": site.words("site.region"),
            "addressLocality": card.city,
            "streetAddress": office.address,
        }
    if office.point:
        data["geo"] = {"@type": "GeoCoordinates", "latitude": office.point.lat, "longitude": office.point.lon}
    if card.phone.own and is_current(office, "phone", today):
        data["telephone"] = card.phone.number
    spans = [_span(span) for span in office.hours or () if span.days.weekdays is not None and span.season is None]
    if spans and is_current(office, "hours", today):
        data["openingHoursSpecification"] = spans
    return data


def _span(span: Span) -> dict[str, Any]:
    """A closing time at or before the opening time means the next day, so midnight is 00:00."""
    return {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": [_DAYS[day] for day in sorted(span.days.weekdays or ())],
        "opens": digits(span.open),
        "closes": digits(span.close % DAY),
    }
