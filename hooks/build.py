"""MkDocs events, nothing else: `maeul` makes pages and files, MkDocs and its theme make the frames around them.

Everything of ours is imported here at the top: the folder of a hook is on the import path only while its file is read.
`mkdocs serve` reads this file once, so a change in Python needs a new start.
"""

from __future__ import annotations

import errno
import logging
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from maeul.clock import today_in_seoul
from maeul.editors.render import text
from maeul.kept.memory import ALONE, Memory
from maeul.kept.standing import standing
from maeul.kept.store import size_and_time
from maeul.making.output import Output, built_in
from maeul.making.settings import left_open
from maeul.making.shard import Shard, read_shard
from maeul.making.site import Site, is_large, load_site
from maeul.making.theme import ThemeLoader
from maeul.making.tidying import Tidying
from maeul.making.watching import WAIT, Watching
from maeul.site.frame import HTML_SLOTS, marks
from maeul.site.plans import RECORD_KINDS
from maeul.site.single import missing_page, written_page
from maeul.workers import Ahead
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.theme import Theme
from mkdocs.utils import CountHandler

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

_FRAME = "frame-{kind}.md"
_HIDDEN = InclusionLevel.NOT_IN_NAV
_DOWNLOADS = "data/index.md"
_ABORT = "자료에 고칠 곳이 있어 누리집을 만들지 않았습니다. 지난번에 만든 누리집은 그대로 있습니다."
_SHARD = "MAEUL_SHARD는 '몇째/모두'로 쓰세요. 셋으로 나눈 것의 둘째라면 '2/3'입니다."
_FULL = "디스크가 가득 차서 누리집을 만들지 못했습니다. 지난번 누리집은 그대로 있습니다. 자리를 비우고 다시 하세요."


class Build:
    """The events of MkDocs in the order in which they come. Each build makes its own `site`.

    `output` and `memory` are those of all builds of a preview; `begun` is whether a build has begun to change them.
    """

    site: Site
    output: Output | None = None
    shard: Shard | None = None
    serving = False
    begun = False
    memory = ALONE
    tidying = Tidying(later=False)
    watching = Watching()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """A preview has a folder of its own, which nobody needs kept whole."""
        self.serving = command == "serve"
        self.memory, self.tidying = Memory(lasting=self.serving), Tidying(later=self.serving)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Look for changes in our way, which takes less time than that of MkDocs."""
        watched = []
        for path in (config.docs_dir, config.config_file_path, *config.theme.dirs):
            with suppress(KeyError):  # the theme is watched only when that was asked for
                server.unwatch(path)
                watched.append(path)
        server.observer, server.build_delay = self.watching.observer(), WAIT
        for path in watched:
            server.watch(path)
        return server

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check all data; with errors in it, nothing of the last site is touched."""
        try:
            self.shard = read_shard(os.environ.get("MAEUL_SHARD", ""))
        except ValueError:
            raise Abort(_SHARD) from None
        root, target = Path(config.config_file_path).parent, Path(config.site_dir)
        folder = os.fspath(built_in(target, beside=not self.serving))
        look = Ahead(lambda: standing(folder), at_once=is_large(root) and not self.serving)
        self.begun = False
        self.tidying.stop()
        self.watching.stop()
        language = config.theme["language"]
        addresses = (config.site_url or "", config.repo_url or "", config.extra.get("tiles"))
        site, findings = load_site(root, today_in_seoul(), language, *addresses, self.memory)
        if findings:
            sys.stderr.write(text(findings))
        if site is None:
            raise Abort(_ABORT)
        self.site = site
        self.begun = True
        if self.shard is None:
            site.context.begin_files()
        if self.serving and self.output is not None:
            self.output.again()
        else:
            self.output = Output(target, beside=not self.serving, look=look.result)
        config.site_dir = str(self.output.theme)
        if not self.serving:
            sys.stderr.write(left_open(*addresses[:2]))
        words = site.context.words
        config.site_name, config.site_description = words("site.name"), words("site.description")
        for scheme, word in zip(config.theme["palette"], ("theme.dark", "theme.light"), strict=True):
            scheme["toggle"]["name"] = words(word)
        config.theme.static_templates.discard("sitemap.xml")  # ours lists the pages that MkDocs does not know
        config.theme.get_env = partial(_environment, config.theme)  # type: ignore[method-assign]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """First a page for each kind of record, for its frame; the page of downloads last, when they have been made."""
        frames = [
            File.generated(config, f"{folder}/{_FRAME.format(kind=kind)}", content="", inclusion=_HIDDEN)
            for kind, folder in RECORD_KINDS.items()
        ]
        return Files([*frames, *sorted(files, key=lambda file: file.src_uri == _DOWNLOADS)])

    def _leave_static_files(self, files: Files, output: Output) -> None:
        """What was copied into the last site of a preview and has not changed stays there, and is not copied again."""
        copied: dict[str, object] = self.memory.recall("copied", None, dict)
        found: dict[str, object] = {}
        for file in files:
            if not file.is_documentation_page() and file.inclusion.is_in_serve() and file.abs_src_path is not None:
                name, path = file.dest_uri, Path(file.abs_src_path)
                found[name] = (path, size_and_time(path))
                if copied.get(name) == found[name]:
                    file.copy_file = _as_it_is  # type: ignore[method-assign]
                    output.keep([name])
        self.memory.remember("copied", None, found)

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Our templates stand beside the theme's."""
        self.site.use(env)
        if self.serving and self.output is not None:
            self._leave_static_files(files, self.output)
        return env

    def on_page_context(self, context: dict[str, Any], *, page: Page, config: MkDocsConfig, nav: Any) -> dict[str, Any]:
        """The values of a page of ours, or, for a kind of record, marks in their places."""
        kind = _record_kind(page)
        if kind or self.shard is not None:  # what a shard has besides its frames is thrown away
            return self.in_theme(context, page, kind or "written", "../../", marks())
        kind = page.meta.get("kind", "written")
        path, title, description = page.url.removeprefix("./"), page.meta.get("title"), page.meta.get("description")
        single = written_page(kind, path, title or "", description or "", page.content or "", self.site.context)
        self.site.paths.append(single.path)
        return self.in_theme(context, page, kind, single.root, self.site.renderer.values(single))

    def in_theme(
        self, context: dict[str, Any], page: Page, kind: str, root: str, values: Mapping[str, str]
    ) -> dict[str, Any]:
        """The context in which the theme draws a page with these values, escaped here because the theme does not."""
        for name in ("title", "description"):
            if kind in RECORD_KINDS or name in page.meta:
                page.meta[name] = escape(values[name])
        page.toc = TableOfContents([])  # the theme's skip link leads to its first entry; ours leads to the page
        page.canonical_url = escape(values["canonical"])
        frame = self.site.renderer.frame(kind, root)
        return {**context, "mae": {**frame, **{slot: values[slot] for slot in HTML_SLOTS}}}

    def on_template_context(
        self, context: dict[str, Any], *, template_name: str, config: MkDocsConfig
    ) -> dict[str, Any]:
        """The page for addresses that do not exist may stand anywhere, so its links begin at the site's own address."""
        root = f"{context['base_url'].rstrip('/')}/"
        page = missing_page(self.site.context)
        values = self.site.renderer.values(page, root=root)
        frame = self.site.renderer.frame(page.kind, root)
        shown = {slot: values[slot] for slot in HTML_SLOTS}
        return {**context, "mae": {**frame, **shown, "title": page.title, "head": ""}}

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """A frame is kept, not written; with the last one the pages of records begin."""
        kind = _record_kind(page)
        if kind:
            self.site.frames[kind] = output
            if len(self.site.frames) == len(RECORD_KINDS):
                self.site.begin(self.shard)
            return ""
        return output

    def on_post_build(self, config: MkDocsConfig) -> None:
        """The pages of records and the files of open data; then the new site takes the place of the old.

        A shard of a build keeps its pages and writes no site.
        """
        if self.output is None:
            return
        if self.shard is not None:
            self.site.keep()
            self.output.discard()
            return
        self.site.write(self.output)
        counters = [handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler)]
        if any(counter.get_counts() for counter in counters):
            self.output.discard()
        else:
            self.output.finish()
        self.tidying.go_on()
        self.watching.go_on()

    def on_build_error(self, error: Exception) -> None:
        """A build that failed leaves nothing behind. A full disk is no fault of the program and needs no traceback."""
        self.tidying.go_on()
        self.watching.go_on()
        if self.begun:
            self.site.break_off()
            self.memory.forget()
            if self.output is not None:
                self.output.discard()
                self.output = None
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise Abort(_FULL) from None


def _environment(theme: Theme) -> jinja2.Environment:
    """The theme's environment, as it makes it itself, with our loader."""
    env = Theme.get_env(theme)
    env.loader = ThemeLoader(theme.dirs)
    return env


def _as_it_is(dirty: bool = False) -> None:
    """Copy nothing."""


def _record_kind(page: Page) -> str:
    name = page.file.src_uri.rpartition("/")[2]
    return next((kind for kind in RECORD_KINDS if name == _FRAME.format(kind=kind)), "")


_build = Build()
on_startup = _build.on_startup
on_serve = _build.on_serve
on_config = _build.on_config
on_files = _build.on_files
on_env = _build.on_env
on_page_context = _build.on_page_context
on_template_context = _build.on_template_context
on_post_page = _build.on_post_page
on_post_build = _build.on_post_build
on_build_error = _build.on_build_error
