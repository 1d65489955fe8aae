"""One value of a record that is still being written, checked by the rules for whole records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from maeul.directory import OFFICES, Directory
from maeul.editors.yaml_text import record_text
from maeul.load.document import parse_document
from maeul.load.fields import in_model_order
from maeul.load.findings import Finding, finding
from maeul.load.models import BACKED_FIELDS, OFFICE_STAND_INS, Office
from maeul.load.rules import Context, Place, office_findings
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
            offices=directory.office.keys(),
        )

    def findings(self, field: str, record: Mapping[str, Any]) -> list[Finding]:
        """What is wrong with a field of a record whose other fields may still be missing.

        What is missing is stood in for, and every fact has a source, until the sources themselves are asked for.
        """
        stand_ins = {**OFFICE_STAND_INS, "sources": [_SOURCE]}
        found = [*self._findings({**stand_ins, **record}), *self._taken(record)]
        return [one for one in found if one.path[1:2] == (field,)]

    def _findings(self, data: Mapping[str, Any]) -> Iterator[Finding]:
        document, findings = parse_document(OFFICES, record_text(in_model_order(data, Office)))
        if document is None:
            yield from findings
            return
        data, path = document.data[0], (0,)
        office, findings = validate(document, Office, data, path)
        faulty = faulty_fields(findings, path)
        yield from findings
        office = office or salvage(Office, data, faulty, OFFICE_STAND_INS)
        yield from office_findings(office, Place(document, path), self._context, faulty)

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
