from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from maeul.site.context import SiteContext
from maeul.site.story_page import story_html, story_page, story_view

MADE = {"p", "em", "strong", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "br",
        "blockquote", "code", "pre"}  # fmt: skip


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.attributes.update(name for name, _ in attrs)


def _tags(html: str) -> _Tags:
    parser = _Tags()
    parser.feed(html)
    return parser


@pytest.mark.parametrize(
    "raw",
    [
        "<script>alert(1)</script>",
        "글 <b onclick='x()'>굵게</b> 글",
        "<div>\n\n글\n\n</div>",
        "<img src=x onerror=alert(1)>",
        "<!-- 숨김 -->",
        "<iframe src='https://example.com'></iframe>",
        "<?php echo 1 ?>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
    ],
)
def test_raw_html_in_a_story_stays_text(raw: str) -> None:
    assert _tags(story_html(raw)).found <= {"p"}


def test_markdown_in_a_story_is_markdown() -> None:
    html = story_html("**굵게** 쓰고\n\n- 하나\n- 둘\n")
    assert _tags(html).found == {"p", "strong", "ul", "li"}


@pytest.mark.parametrize(
    "text", ["[가](https://example.com/)", "![가](/a.png)", "<https://example.com/>", "[a](javascript:b)"]
)
def test_links_and_pictures_in_a_story_are_text(text: str) -> None:
    assert _tags(story_html(text)).found == {"p"}


@given(st.text(st.sampled_from("<>/&\"'=abscript onclik!-[]()*_`\n "), max_size=80))
def test_no_text_makes_other_elements_than_markdown_does(text: str) -> None:
    tags = _tags(story_html(text))
    assert tags.found <= MADE
    assert not any(name.startswith("on") for name in tags.attributes)


def test_one_story_leaves_nothing_in_the_next() -> None:
    story_html("[말]: https://example.com/\n\n[말]")
    assert "example.com" not in story_html("[말]")


def test_figures_point_at_the_source_that_gives_them(site: SiteContext) -> None:
    told = [story for story in site.directory.stories if story.front.figures]
    assert told
    for story in told:
        view = story_view(story, site)
        urls = {source.number: source.url for source in view.sources}
        assert all(urls[number] == figure.url for figure, number in view.figures)


def test_a_story_suggests_others_and_never_itself(site: SiteContext) -> None:
    for story in site.directory.stories:
        paths = [card.path for card in story_page(story, site).view["more"]]
        assert len(paths) == 3
        assert site.addresses.story(story.slug) not in paths
