"""Compiled templates are those of their text and of what is compiled into them, or none."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest
from maeul.kept.digests import digest
from maeul.kept.templates import KeptTemplates


def _draw(folder: Path, source: str, word: str = "말", made_from: str = "") -> tuple[str, int]:
    """What a template draws with a filter whose value is compiled into it, and how often one was compiled."""
    environment = jinja2.Environment(
        loader=jinja2.DictLoader({"a.html": source}), bytecode_cache=KeptTemplates(folder, digest(made_from or word))
    )
    environment.filters["t"] = lambda _: word
    compiled = []
    compile_ = environment.compile
    environment.compile = lambda *given, **named: compiled.append(1) or compile_(*given, **named)  # type: ignore
    return environment.get_template("a.html").render(), len(compiled)


def test_a_template_is_compiled_once(tmp_path: Path) -> None:
    assert _draw(tmp_path, "{{ 'key' | t }}") == ("말", 1)
    assert _draw(tmp_path, "{{ 'key' | t }}") == ("말", 0)


def test_a_changed_text_or_other_words_are_compiled_anew(tmp_path: Path) -> None:
    _draw(tmp_path, "{{ 'key' | t }}")
    assert _draw(tmp_path, "{{ 'key' | t }}!") == ("말!", 1)
    assert _draw(tmp_path, "{{ 'key' | t }}!", word="다른 말") == ("다른 말!", 1)


@pytest.mark.parametrize("at", [0, 20, 60, -1])
def test_a_damaged_file_is_compiled_anew(tmp_path: Path, at: int) -> None:
    _draw(tmp_path, "{{ 'key' | t }}")
    (file,) = tmp_path.iterdir()
    data = bytearray(file.read_bytes())
    data[at] ^= 1
    file.write_bytes(data)
    assert _draw(tmp_path, "{{ 'key' | t }}") == ("말", 1)
