"""Compiled templates kept from build to build: compiling those of the theme takes a third of a small build."""

from __future__ import annotations

from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from maeul.kept.digests import digest
from maeul.kept.store import keep, kept


class KeptTemplates(BytecodeCache):
    """Compiled templates in a folder. A template whose text changed is compiled anew; Jinja sees to that.

    `made_from` is what else is compiled into them: the environment's settings, and the words that filters put in place
    of constants.
    """

    def __init__(self, folder: Path, made_from: bytes) -> None:
        self._folder = folder
        self._made_from = made_from

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a template from the folder, when it is there and undamaged."""
        compiled: bytes | None = kept(self._file(bucket), self._made_from)
        if compiled is not None:
            bucket.bytecode_from_string(compiled)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled."""
        keep(self._file(bucket), self._made_from, bucket.bytecode_to_string())

    def _file(self, bucket: Bucket) -> Path:
        return self._folder / digest(bucket.key).hex()
