"""Where an office stands: its address and its position fit its city and its 읍·면·동."""

from __future__ import annotations

from collections.abc import Iterator

from maeul.load.findings import Finding
from maeul.load.korean import particle
from maeul.load.models import City, Office
from maeul.load.rules.context import Context, Place
from maeul.places.gazetteer import Spot
from maeul.places.geometry import distance

# The point of a 읍·면·동 is where its people live; for 면 half of the points are 2 km off (data/geo/README.md).
_NEAR_KM = 2.0
_RADII = 2.5  # of a circle as large as the 읍·면·동


def address_elsewhere(office: Office, place: Place, context: Context) -> Iterator[Finding]:
    """An address that does not name the city, or names another district of it."""
    city = context.cities.get(office.city)
    if city is None or office.address is None:
        return
    words = office.address.split()
    if city.name not in words:
        yield place.finding("address-city", "address", city=city.name, advice=_city_advice(words, city, context))
        return
    district = office.district if "district" not in place.faulty else None
    others = [word for word in words if word in city.districts and word != district]
    if district in city.districts and others:
        hint = f"'{others[0]}'가 맞으면 'district: {others[0]}'로 고치고, 아니면 주소의 구를 고치세요."
        yield place.finding("address-city", "district", city=district, advice=hint)


def _city_advice(words: list[str], city: City, context: Context) -> str:
    other = next((known for known in context.cities.values() if known.name in words), None)
    if other is None:
        return f"'{city.name} …'처럼 시·군 이름부터 쓰세요."
    is_right = (
        f"'{other.name}'{particle(other.name, '이')} 맞으면 'city: {other.key}'{particle(other.key, '으로')} 고치고"
    )
    return f"{is_right}, 아니면 주소의 시·군을 고치세요."


def position(office: Office, place: Place, context: Context) -> Iterator[Finding]:
    """A position outside the outline of the city; or inside, but far from every 읍·면·동 that the office names."""
    city = context.cities.get(office.city)
    outline = context.outlines.get(city.code) if city is not None else None
    if city is None or outline is None or office.location is None:
        return
    lat, lon = office.location.lat, office.location.lon
    metres = outline.metres_outside(lon, lat)
    if metres > 0:
        west, south, east, north = outline.box
        lats, lons = f"{south:.2f}~{north:.2f}", f"{west:.2f}~{east:.2f}"
        far = _about(metres)
        yield place.finding(
            "position-outside", "location", lat=lat, lon=lon, city=city.name, distance=far, lats=lats, lons=lons
        )
    elif place.faulty.isdisjoint({"dong", "serves"}):
        names = (office.dong, *office.serves)
        spots = [(spot, name) for name in names for spot in context.gazetteer.spots.get((city.key, name), ())]
        if spots and not any(_is_near(lat, lon, spot) for spot, _ in spots):
            near = min((distance(lat, lon, spot.lat, spot.lon), (spot.lat, spot.lon), name) for spot, name in spots)
            metres, middle, dong = near
            yield place.finding(
                "position-far", "location", lat=lat, lon=lon, dong=dong, distance=_about(metres), middle=middle
            )


def _is_near(lat: float, lon: float, spot: Spot) -> bool:
    return distance(lat, lon, spot.lat, spot.lon) <= 1000 * max(_NEAR_KM, _RADII * spot.radius_km)


def _about(metres: float) -> str:
    return f"약 {metres / 1000:.1f} km" if metres >= 950 else f"약 {max(metres, 10):.0f} m"
