"""Offices read by several processes are those that one process reads."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from maeul.load import ahead
from maeul.reader import read_directory
from small_project import OFFICES, TODAY, Project

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")


def _many(project: Project, broken: str) -> None:
    """Fifty copies of the first record, one of them broken."""
    text = (project.root / OFFICES).read_text("utf-8")
    begin = text.index("- id: ")
    record = text[begin : text.index("- id: ", begin + 1)]
    name = record.splitlines()[0].removeprefix("- id: ")
    copies = [record.replace(f"- id: {name}", f"- id: {name}-{number}") for number in range(50)]
    project.write(OFFICES, text + "".join([*copies, broken]))


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "- id: x\n  name: [1\n",
        "- id: hanam-y\n  city: no-such\n",
        "- text\n",
        "- id: hanam-y\n  phone: ０３１-729-2313\n",
        "- id: hanam-y\n  name: 보이지\u200b않는 글자\n",
        "-\u00a0id: hanam-y\n  name: 빈칸\n",
        "# 보이지\u200b않는 글자\n",
    ],
)
def test_findings_and_records_are_the_same_by_any_number_of_processes(project: Project, broken: str) -> None:
    _many(project, broken)
    directory, findings = read_directory(project.root, TODAY)
    with patch.object(ahead, "workers_for", return_value=2) as asked:
        together, found = read_directory(project.root, TODAY)
    assert asked.called
    assert found == findings
    if directory is None or together is None:
        assert directory is together
        assert broken
    else:
        assert (together.offices, together.lines) == (directory.offices, directory.lines)
