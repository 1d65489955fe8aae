"""One value of a record that is still being written, checked by the rules for whole records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, get_args

from maeul.directory import OFFICES, Directory
from maeul.editors.yaml_text import record_text
from maeul.load.document import parse_document
from maeul.load.fields import in_model_order
from maeul.load.findings import Finding, finding
from maeul.load.models import BACKED_FIELDS, OFFICE_STAND_INS, Office
from maeul.load.rules.context import Context, Place
from maeul.load.rules.office import office_findings
from maeul.load.validate import faulty_fields, salvage, validate

_SOURCE = {"url": "https://www.gg.go.kr/", "publisher": "경기도", "fields": list(get_args(BACKED_FIELDS))}


class Answers:
    """Checks the answers about a new office against the rules and against what a directory holds."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory
        self._context = Context(
            today=directory.today,
            gazetteer=directory.gazetteer,
            outlines=directory.outlines,
            cities=directory.city,
            city_keys=directory.city.keys(),
            services=directory.service.keys(),
            service_names={service.name: service.key for service in directory.services},
            offices=directory.office.keys(),
        )

    def findings(self, field: str, record: Mapping[str, Any]) -> list[Finding]:
        """What is wrong with a field of a record whose other fields may still be missing.

        What is missing is stood in for, and every fact has a source, until the sources themselves are asked for.
        """
        stand_ins = {**OFFICE_STAND_INS, "id": f"{record['city']}-1", "sources": [_SOURCE]}
        found = [*self._findings({**stand_ins, **record}), *self._taken(record)]
        return [one for one in map(_of_the_id, found) if one.path[1:2] == (field,)]

    def _findings(self, data: Mapping[str, Any]) -> Iterator[Finding]:
        document, findings = parse_document(OFFICES, record_text(in_model_order(data, Office)))
        if document is None:
            yield from findings
            return
        data, path = document.data[0], (0,)
        office, findings = validate(document, Office, data, path)
        faulty = faulty_fields(Office, data, findings, path)
        yield from findings
        office = office or salvage(Office, data, faulty, OFFICE_STAND_INS)
        yield from office_findings(office, Place(document, path, "", faulty), self._context)

    def _taken(self, record: Mapping[str, Any]) -> Iterator[Finding]:
        known = str(record.get("id"))
        if known in self._directory.office:
            proposal = next(
                free for count in range(2, 1000) if (free := f"{known}-{count}") not in self._directory.office
            )
            line = self._directory.lines[known]
            yield finding(
                "id-duplicate", OFFICES, (1, 1), (0, "id"), key="id", found=known, first=line, proposal=proposal
            )


def _of_the_id(found: Finding) -> Finding:
    """A new id that does not fit the city is wrong itself; of a known record the city is thought to be."""
    return replace(found, path=(0, "id")) if found.code == "id-city" else found
