"""The two files of search, as built from the project's own records."""

from __future__ import annotations

import gzip
from itertools import accumulate

from maeul.directory import Directory
from maeul.publish.search_files import OFFICES, PLACES, search_files
from maeul.search.gazetteer import PLACE_SCALE, place_index
from maeul.search.index import office_index, office_rows
from maeul.search.row import POINT_SCALE, base_name, other_name
from maeul.search.text import keys
from maeul.site.addresses import Addresses
from maeul.site.context import SiteContext
from maeul.words import read_words
from small_project import ROOT


def test_every_office_has_a_row_with_its_name_and_place(real: Directory) -> None:
    index = office_index(real, office_rows(real))
    rows, texts = index["rows"], index["texts"]["text"]
    names = [texts[name] for name in accumulate(rows["name"])]
    cities = [index["cities"]["key"][city] for city in rows["city"]]
    ids = [city + rest for city, rest in zip(cities, rows["id"], strict=True)]
    assert sorted(ids) == sorted(office.id for office in real.offices)
    for row, office_id in enumerate(ids):
        office = real.office[office_id]
        tail = index["tails"][rows["tail"][row]] if rows["tail"][row] >= 0 else ""
        assert names[row] + tail == office.name
        assert texts[rows["dong"][row]] == office.dong


def test_points_come_back_within_ten_metres(real: Directory) -> None:
    index = office_index(real, office_rows(real))
    rows = index["rows"]
    lats = [lat / POINT_SCALE for lat in accumulate(step or 0 for step in rows["lat"])]
    for row, rest in enumerate(rows["id"]):
        location = real.office[index["cities"]["key"][rows["city"][row]] + rest].location
        assert location is None or abs(lats[row] - location.lat) <= 0.5 / POINT_SCALE + 1e-9


def test_services_are_bits_in_the_order_of_the_vocabulary(real: Directory) -> None:
    index = office_index(real, office_rows(real))
    for row, rest in enumerate(index["rows"]["id"]):
        office = real.office[index["cities"]["key"][index["rows"]["city"][row]] + rest]
        bits = index["rows"]["services"][row]
        found = {key for number, key in enumerate(index["services"]["key"]) if bits >> number & 1}
        assert found == {entry.key for entry in office.services}


def test_what_an_office_does_besides_is_searched_in_the_words_of_its_sources(real: Directory) -> None:
    index = office_index(real, office_rows(real))
    others = dict(zip(index["rows"]["id"], index["rows"]["other"], strict=True))
    assert others["-joan"] == keys("불소 용액 배부")
    assert others["-sinjang-1"] == ""


def test_each_row_says_what_its_card_says_of_state_and_hours(real: Directory) -> None:
    index = office_index(real, office_rows(real))
    rows = index["rows"]
    cards = SiteContext(real, read_words(ROOT / "data" / "i18n", "ko"), Addresses(), "https://example.test/").cards
    states = dict(zip("odupcm", ("open", "old", "unconfirmed", "planned", "closed", "moved"), strict=True))
    for row, rest in enumerate(rows["id"]):
        office = real.office[index["cities"]["key"][rows["city"][row]] + rest]
        card = cards.of(office)
        assert states[rows["state"][row]] == card.state.key
        assert _told(index["days"], rows["confirmed"][row]) == card.confirmed
        assert _told(index["hours"], rows["hours"][row]) == card.hours_data
        as_of = office.status.as_of
        assert _told(index["days"], rows["seen"][row]) == (str(as_of.first_day) if as_of else "")


def _told(texts: list[str], number: int) -> str:
    return texts[number] if number >= 0 else ""


def test_all_columns_are_equally_long(real: Directory) -> None:
    index, places = office_index(real, office_rows(real)), place_index(real)
    assert {len(column) for column in index["rows"].values()} == {len(real.offices)}
    assert {len(column) for column in index["texts"].values()} == {len(index["texts"]["text"])}
    kinds = places["rows"]["kind"]
    assert len(places["rows"]["above"]) == kinds.count("r")
    assert len(places["rows"]["units"]) == len(kinds) - kinds.count("d")
    assert all(len(places["rows"][name]) == len(kinds) for name in ("name", "city", "district", "lat", "lon"))


def test_every_dong_of_today_is_a_place_and_every_other_lies_in_one(real: Directory) -> None:
    places = place_index(real)
    kinds = places["rows"]["kind"]
    assert kinds.startswith("d" * len(real.gazetteer.dongs))
    assert kinds.count("d") == len(real.gazetteer.dongs)
    assert all(0 <= unit < kinds.count("d") for units in places["rows"]["units"] for unit in units)
    lats = list(accumulate(places["rows"]["lat"]))
    assert all(36.8 < lat / PLACE_SCALE < 38.4 for lat in lats)


def test_the_files_are_small(real: Directory) -> None:
    sizes = {name: len(gzip.compress(data)) for name, data in search_files(real)}
    assert sizes[OFFICES] <= 10_000
    assert sizes[PLACES] <= 60_000


def test_what_all_names_share_is_left_out() -> None:
    assert base_name("신장1동 행복마을관리소") == "신장1동"
    assert base_name("의정부1동 경기 행복마을관리소") == "의정부1동"
    assert base_name("행복마을관리소") == "행복마을관리소"
    assert other_name("구리시 경기행복마을관리소 수택점") == "구리시 수택점"
