"""Every word of the interface stands in data/i18n/ko.yaml, every word there is used, and nothing else shows Korean."""

from __future__ import annotations

import ast
import re
import tokenize
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, get_args

import pytest
from maeul.load.findings import Level
from maeul.load.models import BACKED_FIELDS, Precision, State
from maeul.load.programme import OfficeCount
from maeul.load.values import PartialDate
from maeul.publish.rows import Rows, flat
from maeul.site.context import SiteContext
from maeul.site.coverage import FIELDS
from maeul.words import Words
from small_project import ROOT

TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
JAVASCRIPTS = ROOT / "overrides" / "assets" / "javascripts"
SCRIPTS = sorted([*JAVASCRIPTS.glob("*.js"), *JAVASCRIPTS.glob("find/*.js"), *JAVASCRIPTS.glob("map/*.js")])
MODULES = sorted((ROOT / "hooks").rglob("*.py"))
HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]")
KEY = re.compile(r"[\"']([a-z_]+(?:\.[a-z_]+)+)(?<!\.js)(?<!\.md)(?<!\.geojson)[\"']")
# What scripts read of the words that a page carries: `today.open`.
SCRIPT_KEY = re.compile(r"\b(?:today|clock|finder|distance)\.(?!js\b)[a-z_]+")


def _leaves(tree: Mapping[str, Any], path: str = "") -> Iterator[str]:
    for key, value in tree.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, f"{path}{key}.")
        else:
            yield f"{path}{key}"


def _without_comments(path: Path) -> str:
    text = path.read_text("utf-8")
    if path.suffix == ".html":
        return re.sub(r"\{#.*?#\}|<!--.*?-->", "", text, flags=re.DOTALL)
    if path.suffix == ".js":
        return re.sub(r"/\*.*?\*/|^\s*//[^\n]*$|\s//\s[^\n]*$", "", text, flags=re.DOTALL | re.MULTILINE)
    return "\n".join(_strings(path))


def _strings(path: Path) -> Iterator[str]:
    """The text of a Python module without comments and docstrings."""
    tree = ast.parse(path.read_bytes())
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        (node.body[0].lineno, node.body[0].col_offset)
        for node in ast.walk(tree)
        if isinstance(node, documented) and ast.get_docstring(node) is not None
    }
    with path.open("rb") as file:
        for token in tokenize.tokenize(file.readline):
            if token.type != tokenize.COMMENT and token.start not in docstrings:
                yield token.string


def _named_keys() -> set[str]:
    found = {key for path in (*TEMPLATES, *MODULES) for key in KEY.findall(_without_comments(path))}
    return found | {key for path in SCRIPTS for key in SCRIPT_KEY.findall(_without_comments(path))}


def _both(starts: Iterable[str], ends: Sequence[str]) -> list[str]:
    return [f"{start}{end}" for start in starts for end in ends]


def _each(prefix: str, names: Iterable[str]) -> set[str]:
    return {f"{prefix}{name}" for name in names}


@pytest.fixture(scope="module")
def made_keys(site: SiteContext) -> set[str]:
    """Keys that the program puts together, and what it puts them together from."""
    states = {*get_args(State), "old"}
    kinds = get_args(OfficeCount.model_fields["kind"].annotation)
    menus = (ROOT / "hooks/maeul/site/render.py").read_text("utf-8")
    jumps = (ROOT / "overrides/kinds/programme.html").read_text("utf-8")
    loop = re.search(r"for key in \((.*?)\)", jumps)
    assert loop is not None
    return set().union(
        # A state has the same five words each (state.py).
        *(
            _each(f"state.{state}.", ("label", "advice", *_both(("seen", "sentence"), ("_dated", "_undated"))))
            for state in states
        ),
        _each("date.", ("day", "month", "year")),  # as exact as a date is known (Words.date)
        # A time has its part of the day, with or without minutes (Words.clock, today.js).
        _each("clock.", _both(("midnight", "morning", "noon", "afternoon"), ("", "_minute"))),
        _each("coverage.", ("all", "next", "oldest", "cities")),  # the jump list names its headings (coverage.html)
        *(_each(f"coverage.{part}.", FIELDS) for part in ("fields", "means")),  # coverage.py, coverage.html
        _each("editing.", Level),  # editing.html
        _each("precision.", get_args(Precision)),  # card.py
        _each("field.", get_args(BACKED_FIELDS)),  # sources and conflicts name fields (sources.py)
        _each("unknown.", ("address", "opened", "staff")),  # facts that are always shown (office_page.py)
        _each("city.description_", ("some", "none")),  # city_page.py
        _each("data.", (download.key for download in site.downloads)),  # a line for each file (data.html)
        # Shown whole; compared with the files elsewhere.
        *(_each(f"data.{key}.", site.words.tree["data"][key]) for key in ("fields", "story_fields")),
        _each("attribution.", site.words.tree["attribution"]),
        _each("nav.", re.findall(r"\w+", " ".join(re.findall(r"^_(?:NAV|MORE) = \((.*)\)", menus, re.M)))),
        _each("programme.", re.findall(r"\w+", loop[1])),  # the jump list names its headings
        _each("programme.kind_", kinds),  # programme_page.py
        _each("today.", ("closed", "days_unknown", "unknown")),  # `today[found.state]` in today.js
    )  # fmt: skip


def test_every_key_that_is_named_exists(words: Words, made_keys: set[str]) -> None:
    known = set(_leaves(words.tree))
    sections = tuple(f"{section}." for section in words.tree)
    named = {key for key in _named_keys() if key.startswith(sections)}
    assert sorted((named | made_keys) - known) == []


def test_every_word_is_used(words: Words, made_keys: set[str]) -> None:
    assert sorted(set(_leaves(words.tree)) - _named_keys() - made_keys) == []


@pytest.mark.parametrize(
    "path", [*TEMPLATES, *SCRIPTS, *(ROOT / "hooks/maeul/site").glob("*.py")], ids=lambda p: p.name
)
def test_templates_scripts_and_pages_hold_no_korean(path: Path) -> None:
    assert HANGUL.findall(_without_comments(path)) == []


def test_a_missing_key_is_an_error_at_once(words: Words) -> None:
    with pytest.raises(KeyError):
        words("site.no_such_key")
    with pytest.raises(KeyError):
        words("site")  # a section is no sentence


def test_a_value_that_is_not_given_is_an_error_at_once(words: Words) -> None:
    with pytest.raises(KeyError):
        words("home.as_of", day="?")


@pytest.mark.parametrize(
    ("minutes", "spoken"),
    [
        (0, "밤 12시"),
        (5, "밤 12시 5분"),
        (60, "오전 1시"),
        (719, "오전 11시 59분"),
        (720, "낮 12시"),
        (750, "낮 12시 30분"),
        (780, "오후 1시"),
        (1439, "오후 11시 59분"),
        (1440, "밤 12시"),
    ],
)
def test_times_are_spoken_as_people_say_them(words: Words, minutes: int, spoken: str) -> None:
    assert words.clock(minutes) == spoken


def test_dates_are_spoken_as_exactly_as_they_are_known(words: Words) -> None:
    assert words.date(PartialDate(2019, 9, 2)) == "2019년 9월 2일"
    assert words.date(PartialDate(2020, 9)) == "2020년 9월"
    assert words.date(PartialDate(2021)) == "2021년"
    assert words.date(None) == words("date.unknown")


def test_fields_explained_on_the_data_page_are_those_of_the_files(words: Words, site: SiteContext) -> None:
    directory = site.directory
    rows = Rows(directory, words, site.addresses, "")
    assert set(words.tree["data"]["fields"]) == set(flat(rows.office(directory.offices[0])))
    assert set(words.tree["data"]["story_fields"]) == set(rows.story(directory.stories[0]))
