"""The environment in which our templates are drawn: the theme's, with escaping on.

A page puts some three hundred values into its HTML. Jinja wraps each in a `Markup` after escaping it, which takes ten
times as long as to see that there is nothing to escape in it, so values are escaped here into plain text. And before
each call, Jinja looks whether what is called asks for the context; nothing of ours does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import jinja2
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr
from markupsafe import Markup, escape

_BREAK = Markup("-<wbr>")


def drawing(environment: jinja2.Environment) -> jinja2.Environment:
    """The environment put beside another, for templates of ours."""
    overlay = environment.overlay(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
    )
    overlay.globals = {**environment.globals}  # ours are not the theme's
    overlay.code_generator_class = _Generator
    overlay.context_class = _Context
    overlay.escaped = escaped  # type: ignore[attr-defined]
    return overlay


def draw(environment: jinja2.Environment, template: str, values: Mapping[str, Any]) -> str:
    """What a template draws with these values, as its own `render` would give it."""
    found = environment.get_template(template)
    context = found.new_context({**environment.globals, **values}, shared=True)
    try:
        return environment.concat(found.root_render_func(context))
    except Exception:
        environment.handle_exception()  # tells the line of the template


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


class _Context(jinja2.runtime.Context):
    """What a template sees: its values, without a list of which of them other templates see too."""

    def __init__(
        self, environment: jinja2.Environment, parent: Any, name: Any, blocks: Any, globals: Any = None
    ) -> None:
        super().__init__(environment, parent, name, blocks)

    def call(
        self, called: Callable[..., Any], /, *args: Any, _loop_vars: Any = None, _block_vars: Any = None, **kwargs: Any
    ) -> Any:
        """Call what a template calls."""
        return called(*args, **kwargs)


class _Generator(CodeGenerator):
    """Calls `escaped` where Jinja would call its own `escape`; the rest of the line is the same."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.escaped(")
