"""`python -m maeul.search.dump OUT/ [SHARDED_FROM]` writes the files of search of this folder's project, for tests."""

from __future__ import annotations

import sys
from pathlib import Path

from maeul.clock import today_in_seoul
from maeul.publish.search_files import SHARDED_FROM, search_files
from maeul.reader import read_directory


def dump(root: Path, out: Path, sharded_from: int) -> int:
    """Write the files; 1 when the data has errors."""
    directory, findings = read_directory(root, today_in_seoul())
    if directory is None:
        sys.stderr.write("".join(f"{found.file}:{found.line} {found.message}\n" for found in findings))
        return 1
    for path, data in search_files(directory, sharded_from=sharded_from):
        file = out / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return 0


if __name__ == "__main__":
    raise SystemExit(dump(Path(), Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else SHARDED_FROM))
