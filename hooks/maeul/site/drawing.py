"""The environment in which our templates are drawn: the theme's, with escaping on.

A page puts some three hundred values into its HTML. Jinja wraps each in a `Markup` after escaping it, which takes ten
times as long as to see that there is nothing to escape in it, so values are escaped here into plain text. Before each
call, Jinja looks whether what is called asks for the context, and where it finds no attribute it tries an item; nothing
of ours needs either, so templates are compiled into plain calls, attributes and items.
"""

from __future__ import annotations

import operator
from collections.abc import Mapping
from functools import cache, lru_cache, partial
from keyword import iskeyword
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

from maeul.publish.json_text import json_part

_BREAK = Markup("-<wbr>")
_html = partial(str.__new__, Markup)  # a `Markup` of text that is HTML already, at a fifth of its constructor's price


def drawing(environment: jinja2.Environment) -> jinja2.Environment:
    """The environment put beside another, for templates of ours."""
    overlay: Any = environment.overlay(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
    overlay.globals = {**environment.globals}  # ours are not the theme's
    overlay.code_generator_class = _Generator
    overlay.context_class = _Context
    overlay.escaped, overlay.call, overlay.Macro = escaped, operator.call, _Macro
    overlay.policies = {**environment.policies, "json.dumps_function": _json, "json.dumps_kwargs": {}}
    overlay.get_template = cache(overlay.get_template)  # in place of a look at whether the file is as it was
    return overlay  # type: ignore[no-any-return]


def draw(environment: jinja2.Environment, template: str, values: Mapping[str, Any]) -> str:
    """What a template draws with these values, as its own `render` would give it."""
    found = environment.get_template(template)
    context = _Context(environment, {**environment.globals, **values}, template, found.blocks)
    try:
        return environment.concat(found.root_render_func(context))
    except Exception:
        environment.handle_exception()  # tells the line of the template


@lru_cache(maxsize=1024)  # an office without a number of its own shows its city's
def breakable(number: str) -> Markup:
    """A telephone number that goes on in a next line only after a hyphen."""
    return escape(number).replace("-", _BREAK)


def escaped(value: Any) -> str:
    """A value as HTML: escaped, unless it is HTML already."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[no-any-return]
    if kind is int:
        return str(value)
    # One look for each character takes half as long as one for any of them.
    if kind is str and not ("<" in value or "&" in value or ">" in value or '"' in value or "'" in value):
        return value  # type: ignore[no-any-return]
    return escape(value)


def _json(value: Any) -> str:
    """JSON for a script in a page; Jinja writes what HTML would take for its own as escapes."""
    return json_part(value).decode()


class _Context(jinja2.runtime.Context):
    """What a template sees: its values, without a list of which of them other templates see too."""

    def __init__(
        self, environment: jinja2.Environment, parent: Any, name: Any, blocks: Any, globals: Any = None
    ) -> None:
        super().__init__(environment, parent, name, blocks)


class _Macro(Macro):
    """A macro that is called without looking how, when it gets nothing but its arguments, in their order."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self._left_out = (missing,) * self._argument_count
        self._plain = not (self.catch_kwargs or self.catch_varargs or self.caller)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if kwargs or not self._plain or len(args) > self._argument_count:
            return super().__call__(*args, **kwargs)
        return _html(self._func(*args, *self._left_out[len(args) :]))


class _Generator(CodeGenerator):
    """Writes `escaped`, plain calls, attributes and items where Jinja would write its own, more general ones."""

    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("escaped, call = environment.escaped, environment.call")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write("environment.")
        super().macro_def(macro_ref, frame)

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        self.write("call(")
        self.visit(node.node, frame)
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
        else:
            self.visit(node.node, frame)
            self.write(f".{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("escaped(")
