"""The same offices for Hugo, with a layout that makes pages of the same weight as ours.

`python hugo.py PROJECT SITE FOLDER PAD` takes the frame (head, header, footer) from an office page of ours in the built
site SITE and the parts from `layouts/`, and writes a content file for each office of PROJECT. Hugo is given the values
ready made (nearest offices, dates in words, the text of the contact file) as JSON, which it reads fastest; how they
come to be is not timed. Beside each office page stand its QR picture and its contact file, as beside ours; `HTML_ONLY`
is a second configuration, without them. PAD is the number of bytes that Hugo's pages would otherwise lack.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from html import escape
from itertools import chain
from pathlib import Path
from typing import Any

from maeul.words import Words
from stages import HTML_ONLY, HUGO_CONFIG

from content import Content, Contents, read_contents

LAYOUTS = Path(__file__).parent / "layouts"
_WORDS = re.compile(r"\[\[([a-z_.]+)((?:\|\w+=[^|\]]+)*)\]\]")
_JSON_LD = re.compile(r'(<script type="application/ld\+json">).*?(</script>)', re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)  # Hugo's templates would drop them
_CONTENT = '<div class="mae-wide mae-column mae-office">'
_DIV = re.compile(r"<(/?)div\b[^>]*>")
# What the layouts use of a card; Hugo is not made to read more.
_SMALL_CARD = ("id", "path", "name", "place", "state", "hours", "hours_data", "confirmed", "phone", "directions")
_CARD = (*_SMALL_CARD, "city", "address", "location", "position_note")
_END = "</body>"
_LINE = 100  # length of the lines of blanks that pad a page


def write_hugo(project: Path, site: Path, target: Path, pad: int) -> None:
    """The source folder of the Hugo site."""
    contents = read_contents(project)
    first = next(contents.pages)
    html = (site / first.path / "index.html").read_text(encoding="utf-8")
    _write_layouts(target / "layouts", frame(html, first, contents.site_url), contents.words, pad)
    shutil.copytree(site / "assets", target / "static" / "assets")
    for name, outputs in ((HUGO_CONFIG, ["html", "contact"]), (HTML_ONLY, ["html"])):
        (target / name).write_text(json.dumps(_config(contents, outputs), ensure_ascii=False), encoding="utf-8")
    folder = target / "content" / "offices"
    folder.mkdir(parents=True)
    for page in chain((first,), contents.pages):
        (folder / f"{page.slug}.md").write_text(front_matter(page), encoding="utf-8")


def frame(html: str, page: Content, site_url: str) -> tuple[str, str]:
    """What stands before and after the page's own part, with Hugo's names for what differs in the head."""
    start = html.index(_CONTENT)
    before, after = html[:start], html[_end_of_div(html, start) :]
    values = {
        f"{site_url}{page.path}": "{{ .Permalink }}",
        escape(page.description): "{{ .Description }}",
        escape(page.title): "{{ .Title }}",
    }
    before, after = (_COMMENT.sub("", part).replace("{{", '{{ "{{" }}') for part in (before, after))
    for value, name in values.items():
        if value not in before:
            raise ValueError(f"frame: {name} not found in the page of {page.slug}")
        before = before.replace(value, name)
    return _JSON_LD.sub(r"\1{{ with .Params.json_ld }}{{ . | safeJS }}{{ end }}\2", before), after


def front_matter(page: Content) -> str:
    """The content file of an office: JSON, without a body."""
    view = {key: value for key, value in page.view.items() if key != "card"}
    near = [{**item, "card": _only(item["card"], _SMALL_CARD)} for item in page.view["near"]]
    values = {
        "title": page.title,
        "description": page.description,
        "cities": [page.view["card"]["city_key"]],
        "params": {
            **view,
            "card": _only(page.view["card"], _CARD),
            "near": near,
            "json_ld": json.dumps(page.json_ld, ensure_ascii=False, separators=(",", ":")),
            "vcard": page.vcard,
        },
    }
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")) + "\n"


def _only(card: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: card[name] for name in names}


def _config(contents: Contents, outputs: list[str]) -> dict[str, Any]:
    """The configuration; `outputs` are what is made of each office."""
    return {
        "baseURL": contents.site_url,
        "title": contents.site_name,
        "defaultContentLanguage": "ko",
        "taxonomies": {"city": "cities"},
        "disableKinds": ["rss", "section"],
        "pagination": {"disableAliases": True},
        "outputs": {"home": ["html", "json"], "page": outputs},
        "mediaTypes": {"text/vcard": {"suffixes": ["vcf"]}},
        "outputFormats": {"contact": {"mediaType": "text/vcard", "baseName": "card", "isPlainText": True}},
    }


def _write_layouts(target: Path, around: tuple[str, str], words: Words, pad: int) -> None:
    blanks = "".join(" " * min(_LINE, pad - at) + "\n" for at in range(0, pad, _LINE + 1))
    for path in LAYOUTS.rglob("*.*"):
        text = _WORDS.sub(lambda match: _words(match, words), path.read_text(encoding="utf-8"))
        after = around[1].replace(_END, blanks + _END)  # at the very end a layout would drop them
        text = text.replace("[[BEFORE]]", around[0]).replace("[[AFTER]]", after)
        file = target / path.relative_to(LAYOUTS)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def _words(match: re.Match[str], words: Words) -> str:
    """`[[office.city|city={{ .city }}]]` as the words of the interface, with Hugo's values in them."""
    pairs = (pair.split("=", 1) for pair in match[2].split("|")[1:])
    return words(match[1], **dict(pairs))


def _end_of_div(html: str, start: int) -> int:
    depth = 0
    for tag in _DIV.finditer(html, start):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return tag.end()
    raise ValueError("frame: the page's own part does not end")


if __name__ == "__main__":
    write_hugo(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
