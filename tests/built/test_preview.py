"""What a preview shows after any change is what a clean build gives, however much its last builds left in memory."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from built.building import REPO_URL, SITE_URL, Copy, copy_project, prints
from built.preview import Preview, preview
from built.random_edits import EDITS as RANDOM_EDITS
from built.random_edits import Edit, apply
from hypothesis import given, settings
from hypothesis import strategies as st
from small_project import TODAY

OFFICES = "data/offices.yaml"
_LINES = r"offices\.yaml#L\d+"  # those of the first build: the code host does not know of a preview's edits
ENVIRONMENT = {"SITE_URL": SITE_URL, "REPO_URL": REPO_URL, "MAEUL_TODAY": TODAY.isoformat(), "NO_MKDOCS_2_WARNING": "1"}


def _rename(copy: Copy) -> None:
    """Another id, and the old one led on."""
    copy.replace(OFFICES, "- id: goyang-jeongbalsan\n", "- id: goyang-new\n  former_ids: [goyang-jeongbalsan]\n")


def _remove(copy: Copy) -> None:
    text = (copy.root / OFFICES).read_text("utf-8")
    start = text.index("- id: seongnam-sinheung-1-sujin-1")
    (copy.root / OFFICES).write_text(text[:start] + text[text.index("# ──", start) :], "utf-8")


def _many(copy: Copy) -> None:
    """So many offices that lists lead on to the cities, and that the map has files of its own for each city."""
    text = re.sub(r"^  former_ids: .*\n", "", (copy.root / OFFICES).read_text("utf-8"), flags=re.MULTILINE)
    records = text[text.index("- id: ") :]
    for number in range(6):
        copy.append(OFFICES, "\n" + re.sub(r"^(- id: .*)$", rf"\1-n{number}", records, flags=re.MULTILINE))


EDITS: dict[str, Callable[[Copy], None]] = {
    "a phone": lambda copy: copy.replace(OFFICES, "phone: 031-729-2313", "phone: 031-729-2314"),
    "a name": lambda copy: copy.replace(OFFICES, "name: 정발산동 경기행복마을관리소", "name: 정발산 관리소"),
    "a line more": lambda copy: copy.replace(OFFICES, "- id: goyang-jeongbalsan\n", "\n- id: goyang-jeongbalsan\n"),
    "an id": _rename,
    "a position": lambda copy: copy.replace(OFFICES, "lat: 37.7435,", "lat: 37.7436,"),
    "an office less": _remove,
    "a service": lambda copy: copy.replace("data/services.yaml", "name: 공구 대여", "name: 공구 빌리기"),
    "a city": lambda copy: copy.replace("data/cities.yaml", "name: 수원시 휴먼콜센터", "name: 수원 콜센터"),
    "a story": lambda copy: copy.replace("content/stories/papyeong-tv-check.md", "title: ", "title: 새 "),
    "a story less": lambda copy: (copy.root / "content/stories/papyeong-tv-check.md").unlink(),
    "a page": lambda copy: copy.append("content/about.md", "\n한 줄 더.\n"),
    "a word": lambda copy: copy.replace("data/i18n/ko.yaml", "call: 전화하기", "call: 전화 걸기"),
    "a word around all pages": lambda copy: copy.replace("data/i18n/ko.yaml", "skip: 본문으로", "skip: 본문 앞으로"),
    "a template": lambda copy: copy.replace("overrides/kinds/office.html", "mae-office", "mae-office mae-changed"),
    "a frame": lambda copy: copy.replace("overrides/main.html", "mae-skip", "mae-skip mae-changed"),
    "a style": lambda copy: copy.append("overrides/assets/stylesheets/site.css", "\n/* one more */\n"),
    "a file more": lambda copy: copy.append("overrides/assets/more.txt", "more"),
    "the address": lambda copy: copy.replace("mkdocs.yml", "REPO_URL, ", "REPO_URL_TOO, "),
    "many offices": _many,
    "nothing": lambda copy: None,
}


def _shown(folder: Path) -> dict[str, str]:
    return prints(folder, but_for=_LINES)


@pytest.fixture
def copy(built: Copy, tmp_path: Path) -> Copy:
    copied = Copy(tmp_path / "copy")
    shutil.copytree(built.root, copied.root)
    return copied


@pytest.fixture
def shown(copy: Copy) -> Iterator[Preview]:
    with preview(copy.root, ENVIRONMENT) as found:
        assert found.build() == "built"
        yield found


def test_after_any_change_a_preview_shows_what_a_clean_build_gives(copy: Copy, shown: Preview, tmp_path: Path) -> None:
    order = list(EDITS)
    random.Random(2026).shuffle(order)
    for number, name in enumerate(order, start=1):
        EDITS[name](copy)
        assert shown.build() == "built", name
        if number % 3 == 0 or number == len(order):
            fresh = copy_project(tmp_path / f"fresh-{number}", copy.root).built()
            assert _shown(shown.site) == _shown(fresh.site), order[:number]


@given(st.lists(st.lists(RANDOM_EDITS, min_size=1, max_size=3), min_size=2, max_size=5))
@settings(max_examples=4, deadline=None, derandomize=True)
def test_after_edits_at_random_a_preview_shows_what_a_clean_build_gives(built: Copy, builds: list[list[Edit]]) -> None:
    with TemporaryDirectory() as folder:
        copy = Copy(Path(folder) / "kept")
        shutil.copytree(built.root, copy.root)
        with preview(copy.root, ENVIRONMENT) as shown:
            for edits in [[], *builds]:
                for edit in edits:
                    apply(edit, copy.root)
                assert shown.build() == "built"
        fresh = copy_project(Path(folder) / "fresh", copy.root).built()
        assert _shown(copy.root / "preview") == _shown(fresh.site)


def test_a_preview_goes_on_after_data_with_errors(copy: Copy, shown: Preview, tmp_path: Path) -> None:
    copy.replace(OFFICES, "phone: 031-729-2313", "phone: 전화 없음")
    before = prints(shown.site)
    assert shown.build() == "refused"
    assert prints(shown.site) == before
    copy.replace(OFFICES, "phone: 전화 없음", "phone: 031-729-2315")
    assert shown.build() == "built"
    assert _shown(shown.site) == _shown(copy_project(tmp_path / "fresh", copy.root).built().site)


def test_a_preview_goes_on_after_a_template_with_errors(copy: Copy, shown: Preview, tmp_path: Path) -> None:
    """Such a build ends in the middle, when some pages are of the new site already."""
    copy.replace("overrides/kinds/service.html", "{%", "{% nothing %}{%")
    copy.replace(OFFICES, "phone: 031-729-2313", "phone: 031-729-2316")
    assert shown.build() == "broken"
    copy.replace("overrides/kinds/service.html", "{% nothing %}", "")
    assert shown.build() == "built"
    assert _shown(shown.site) == _shown(copy_project(tmp_path / "fresh", copy.root).built().site)


def test_a_preview_makes_files_again_that_were_gone_for_a_while(copy: Copy, shown: Preview, tmp_path: Path) -> None:
    """Those of the map for each city, which are there only when offices are many; and offices, all at once."""
    few = (copy.root / OFFICES).read_text("utf-8")
    _many(copy)
    many = (copy.root / OFFICES).read_text("utf-8")
    for text in (many, few, many):
        (copy.root / OFFICES).write_text(text, "utf-8")
        assert shown.build() == "built"
    assert (shown.site / "data/v1/offices/suwon.geojson").is_file()
    assert _shown(shown.site) == _shown(copy_project(tmp_path / "fresh", copy.root).built().site)


def test_a_preview_checks_offices_that_are_not_read_one_by_one(copy: Copy, shown: Preview, tmp_path: Path) -> None:
    """As after a mark with which YAML may begin, and which nobody is refused; with a warning in the file, too."""
    copy.replace(OFFICES, "name_en: Haenggung-dong\n", "name_en: Haenggung Village Office\n")
    assert shown.build() == "built"
    first, rest = (copy.root / OFFICES).read_text("utf-8").split("\n", 1)
    (copy.root / OFFICES).write_text(f"---\n{rest}", "utf-8")
    assert shown.build() == "built"
    copy.replace(OFFICES, "{key: home-repair, note: 간단 집수리}", "{key: home-repare, note: 간단 집수리}")
    assert shown.build() == "refused"
    copy.replace(OFFICES, "{key: home-repare, note: 간단 집수리}", "{key: home-repair, note: 간단 집수리}")
    assert shown.build() == "built"
    (copy.root / OFFICES).write_text(f"{first}\n{rest}", "utf-8")
    assert shown.build() == "built"
    assert _shown(shown.site) == _shown(copy_project(tmp_path / "fresh", copy.root).built().site)


def test_a_build_beside_a_preview_leaves_it_as_it_is(copy: Copy, shown: Preview, tmp_path: Path) -> None:
    """Both keep what they made in one folder, and each for another address."""
    copy.replace("mkdocs.yml", "https://maeul.example/", "https://other.example/")
    copy.replace(OFFICES, "phone: 031-729-2313", "phone: 031-729-2317")
    copy.built("--site-dir", str(tmp_path / "other"))
    assert shown.build() == "built"
    assert _shown(shown.site) == _shown(copy_project(tmp_path / "fresh", copy.root).built().site)


def test_a_preview_draws_no_page_again_because_its_record_moved_down(copy: Copy, shown: Preview) -> None:
    page = shown.site / "offices/goyang-jeongbalsan/index.html"
    before = page.read_text("utf-8")
    assert re.search(_LINES, before)
    drawn = page.stat().st_mtime_ns
    text = (copy.root / OFFICES).read_text("utf-8")
    start = text.index("- id: ")
    (copy.root / OFFICES).write_text(f"{text[:start]}\n\n{text[start:]}", "utf-8")
    assert shown.build() == "built"
    assert page.stat().st_mtime_ns == drawn
    assert page.read_text("utf-8") == before
