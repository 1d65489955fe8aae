"""A project folder with as many offices as asked for: the real records first, synthetic ones after them.

`python synth.py PROJECT 1000 FOLDER` copies a project (code, templates, texts, data) and extends its records.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from maeul.directory import CITIES, GEO, OFFICES
from maeul.places.gazetteer import read_gazetteer, read_outlines
from offices import City, Record, synthetic_offices

PARTS = ("hooks", "overrides", "content", "data", "mkdocs.yml")
SPOT = "bench-spot.json"
_PLAIN = re.compile(r"[가-힣A-Z]([가-힣A-Za-z0-9 ().·~-]*[가-힣A-Za-z0-9).])?\Z|[a-z][a-z0-9-]*\Z|\d{2,4}(-\d{2,4})+\Z")
_PHONE = re.compile(rb"^  phone: \S*(\d{4})$", re.MULTILINE)
_ID = re.compile(rb"^- id: (\S+)$", re.MULTILINE)


def read_yaml(path: Path) -> Any:
    """A file of records in plain text values."""
    return yaml.load(path.read_bytes(), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def copy_project(source: Path, target: Path) -> None:
    """Copy what a build reads, compiled Python too, so that no timed build has to compile."""
    for part in PARTS:
        path = source / part
        if path.is_dir():
            shutil.copytree(path, target / part)
        else:
            target.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target / part)


def add_offices(project: Path, count: int) -> None:
    """Bring the records of a project to `count`."""
    real = read_yaml(project / OFFICES)
    if count <= len(real):
        return
    outlines = read_outlines(project / GEO)
    cities = {city["key"]: City(city["name"], outlines[city["code"]]) for city in read_yaml(project / CITIES)}
    dongs = read_gazetteer(project / GEO).dongs
    with (project / OFFICES).open("a", encoding="utf-8") as file:
        for office in synthetic_offices(count - len(real), real, dongs, cities):
            file.writelines(f"{line}\n" for line in record_lines(office))


def record_lines(record: Record) -> Iterator[str]:
    """A record as the real file writes it: a line for each field, and for each item of a list of groups."""
    yield ""
    lead = "- "
    for key, value in record.items():
        if isinstance(value, list) and isinstance(value[0], dict):
            yield f"{lead}{key}:"
            yield from (f"    - {_flow(item)}" for item in value)
        else:
            yield f"{lead}{key}: {_flow(value)}"
        lead = "  "


def _flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(item) for item in value) + "]"
    if isinstance(value, str) and not _PLAIN.match(value):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def mark_spot(project: Path) -> None:
    """Note where one office's telephone number stands, so that a change needs no reading of the file."""
    data = (project / OFFICES).read_bytes()
    phones = list(_PHONE.finditer(data))
    spot = phones[len(phones) // 2]
    office = [match[1].decode() for match in _ID.finditer(data, 0, spot.start())][-1]
    (project / SPOT).write_text(json.dumps({"office": office, "offset": spot.start(1)}), encoding="utf-8")


def main(source: Path, count: int, target: Path) -> None:
    """Write the project folder and say how many offices it has."""
    copy_project(source, target)
    add_offices(target, count)
    mark_spot(target)
    print(len(_ID.findall((target / OFFICES).read_bytes())))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
