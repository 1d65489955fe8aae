"""The same pages as Markdown for MkDocs and Material as they come: no hooks of ours, out of the nav.

`python stock.py PROJECT FOLDER` writes `mkdocs.yml` and a Markdown file for each page of a record. How the files
come to be is not timed, so stock MkDocs is given less to do than our own build, which reads and checks the records.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from maeul.words import Words

from content import Content, read_contents

_CONFIG = """\
site_name: {name}
site_url: {url}
theme: {{name: material, language: ko, font: false}}
nav: [index.md]
not_in_nav: |
  offices/
  others/
"""
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|])")


def write_stock(project: Path, target: Path) -> None:
    """The source folder of the stock site."""
    contents = read_contents(project)
    docs = target / "docs"
    (docs / "offices").mkdir(parents=True)
    config = _CONFIG.format(name=contents.site_name, url=contents.site_url)
    (target / "mkdocs.yml").write_text(config, encoding="utf-8")
    (docs / "index.md").write_text(f"# {contents.site_name}\n", encoding="utf-8")
    for page in contents.pages:
        text = "\n".join(markdown_lines(page, contents.words)) + "\n"
        (docs / "offices" / f"{page.slug}.md").write_text(text, encoding="utf-8")
    for number, paragraphs in enumerate(contents.others):
        text = "\n\n".join(_text(paragraph) for paragraph in paragraphs)
        (docs / "others").mkdir(exist_ok=True)
        (docs / "others" / f"{number}.md").write_text(f"# {text}\n", encoding="utf-8")


def markdown_lines(page: Content, words: Words) -> Iterator[str]:
    """The text of an office page as Markdown, with the same headings."""
    view, card = page.view, page.view["card"]
    description = json.dumps(page.description, ensure_ascii=False)
    yield from ("---", f"description: {description}", "---", f"# {_text(page.title)}", "")
    state, phone = card["state"], card["phone"]
    yield from (f"**{_text(state['label'])}** {_text(state['seen'])}", "", _text(card["place"]), "")
    yield from (f"[{words('phone.call')} {phone['number']}]({phone['link']})", "")
    yield from (_text(words("phone.reaches", whose=phone["whose"])), "")
    yield from (_text(f"{state['sentence']} {state['advice']}"), "")
    yield from _part(words("hours.title"), (_text(line) for line in view["hours"]))
    yield from _part(words("office.place"), (f"[{link['text']}](<{link['href']}>)" for link in card["directions"]))
    yield from _part(words("office.offers"), (_offer(offer, words) for offer in view["offers"]))
    yield from _part(words("office.projects"), (_project(project, words) for project in view["projects"]))
    yield from _part(words("office.about"), (_fact(fact) for fact in view["facts"]))
    says = (f"**{_text(conflict['field'])}** {_text(conflict['says'])}" for conflict in view["conflicts"])
    yield from _part(words("sources.conflicts"), says)
    yield from _part(words("sources.title"), (_source(source, words) for source in view["sources"]))
    yield from _part(words("office.near"), (_near(item["card"], item["distance"]) for item in view["near"]))


def _part(title: str, items: Iterable[str]) -> Iterator[str]:
    lines = [f"- {item}" for item in items]
    if lines:
        yield from (f"## {_text(title)}", "", *lines, "")


def _offer(offer: dict[str, Any], words: Words) -> str:
    note = [f"{words('office.offer_words')}: {offer['note']}"] if offer["note"] else []
    parts = (offer["summary"], *note, f"{words('office.offer_ask')}: {offer['ask']}")
    return f"**{_text(offer['name'])}** {_text(' '.join(parts))}"


def _project(project: dict[str, Any], words: Words) -> str:
    year = f" ({words.date_year(project['year'])})" if project["year"] else ""
    return f"**{_text(project['name'])}**{year} {_text(project['what'] or '')}".rstrip()


def _fact(fact: dict[str, Any]) -> str:
    return f"**{_text(fact['label'])}** {_text(fact['text'] or fact['unknown'])}"


def _source(source: dict[str, Any], words: Words) -> str:
    link = f"[{_text(words('sources.item', publisher=source['publisher']))}](<{source['url']}>)"
    return f"{link} {_text(source['date'])}. {words('sources.backs')}: {_text(source['backs'])}"


def _near(card: dict[str, Any], distance: str) -> str:
    return _text(f"{distance}: {card['name']} · {card['place']} · {card['hours']} · {card['phone']['number']}")


def _text(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)


if __name__ == "__main__":
    write_stock(Path(sys.argv[1]), Path(sys.argv[2]))
