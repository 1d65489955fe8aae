"""One issue that lists what to look at, written anew every week; closed while there is nothing."""

from __future__ import annotations

import sys
from pathlib import Path

import gh
from maeul.editors.render.markdown import markdown
from post_comment import report_of

MARKER = "<!-- maeul: weekly -->"
TITLE = "주마다 살펴볼 것"

_LEAD = "이 목록은 월요일마다 새로 씁니다. 고친 것은 다음 월요일에 빠지고, 살펴볼 것이 없으면 닫힙니다.\n"
_LONGEST_FINDINGS = 40_000
_LONGEST_LINKS = 20_000


def main(folder: Path) -> None:
    """Write the issue from the files of weekly.sh."""
    report = report_of((folder / "findings.json").read_text("utf-8"), f"{gh.address()}/blob/main")
    links = (folder / "links.md").read_text("utf-8")
    parts = (MARKER, _LEAD, markdown(report, _LONGEST_FINDINGS), gh.cut(links, _LONGEST_LINKS))
    keep_issue("\n".join(parts), anything=bool(report.findings or links))


def keep_issue(body: str, *, anything: bool) -> None:
    """The one issue of ours with this body, open while there is anything to look at."""
    state = "open" if anything else "closed"
    for issue in gh.pages("issues", state="all"):
        if issue["user"]["login"] == gh.BOT and (issue["body"] or "").startswith(MARKER):
            gh.send(f"issues/{issue['number']}", "PATCH", body=body, state=state)
            return
    if anything:
        gh.send("issues", "POST", title=TITLE, body=body)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
