from __future__ import annotations

import traceback
from pathlib import Path

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from maeul.site.drawing import breakable, draw, drawing, escaped
from markupsafe import Markup, escape

ENVIRONMENT = drawing(
    jinja2.Environment(loader=jinja2.DictLoader({"list.html": "{% for x in xs %}{{ x }}{% endfor %}"}))
)
ANY = st.one_of(st.text(), st.integers(), st.none(), st.text().map(Markup))


@given(ANY)
def test_a_value_is_escaped_as_jinja_does_it(value: object) -> None:
    assert escaped(value) == escape(value)


@given(st.lists(ANY))
def test_a_template_escapes_what_is_no_html_yet(values: list[object]) -> None:
    drawn = ENVIRONMENT.get_template("list.html").render(xs=values)
    assert drawn == "".join(escape(value) for value in values)


def test_what_macros_and_blocks_drew_is_not_escaped_again() -> None:
    macro = "{% macro bold(x) %}<b>{{ x }}</b>{% endmacro %}"
    source = macro + "{% set part %}<i>{{ bold('<') }}</i>{% endset %}{{ part }}{{ x|e }}"
    assert ENVIRONMENT.from_string(source).render(x="&") == "<i><b>&lt;</b></i>&amp;"


@given(st.text())
def test_a_number_breaks_only_after_its_hyphens(number: str) -> None:
    assert breakable(number) == escape(number).replace("-", Markup("-<wbr>"))


def test_a_template_draws_with_the_values_and_what_all_templates_have() -> None:
    environment = drawing(
        jinja2.Environment(loader=jinja2.DictLoader({"a.html": "{{ told(x) }}{% block b %}!{% endblock %}"}))
    )
    environment.globals["told"] = lambda value: Markup("<i>{}</i>").format(value)
    assert draw(environment, "a.html", {"x": "<"}) == "<i>&lt;</i>!"


def test_a_fault_in_a_template_names_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("\n{{ x.y }}")
    environment = drawing(jinja2.Environment(loader=jinja2.FileSystemLoader(tmp_path)))
    with pytest.raises(AttributeError) as told:
        draw(environment, "a.html", {"x": 1})
    lines = [frame.lineno for frame in traceback.extract_tb(told.tb) if frame.filename.endswith("a.html")]
    assert lines == [2]
