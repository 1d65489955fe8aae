from __future__ import annotations

import jinja2
from hypothesis import given
from hypothesis import strategies as st
from maeul.site.drawing import drawing, escaped
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
