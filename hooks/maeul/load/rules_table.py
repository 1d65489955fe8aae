"""Every rule that the data keeps: its code, its level, what is said when it is broken, and what to type instead.

The sentences are for editors of the data, so they are in Korean. `{name}` is filled in by the place that finds the
fault; `{name:은}` is the particle that follows it.
"""

from __future__ import annotations

from maeul.load.table.among import AMONG
from maeul.load.table.evidence import EVIDENCE
from maeul.load.table.files import FILES
from maeul.load.table.records import RECORDS
from maeul.load.table.rule import Rules

RULES: Rules = {**FILES, **RECORDS, **AMONG, **EVIDENCE}
