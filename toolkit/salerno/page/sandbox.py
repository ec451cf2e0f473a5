"""Templates run in Jinja's sandbox, and for so many steps: a mistake in one ends with its line, not never."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextvars import ContextVar
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import Environment
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST_STEPS = 3_000_000
"""Turns of loops, calls and includes on one page; the list of 100,000 previews takes a third of them."""
LARGEST = 128 * 1024 * 1024
"""Characters of a page, or items of what is multiplied on it."""
_LONGEST_POWER = 10_000
"""Bits."""
_COUNTED = "counted turns"
"""A filter's name that no template can write."""

Load = Callable[[str], tuple[str, str, Callable[[], bool]] | None]
"""Returns a template by its name: text, file, and whether it still is the same."""


class Overrun(Exception):
    """A template does more than any page needs."""


_left: ContextVar[list[int]] = ContextVar("left")
"""The steps that the page may take which is being made, as the one item of a list."""


def filled(template: Template, values: Mapping[str, Any]) -> str:
    """Return a filled template; raise Overrun, from the line that goes too far, if it goes too far."""
    token = _left.set([MOST_STEPS])
    try:
        return "".join(_measured(template.generate(values)))
    finally:
        _left.reset(token)


def _measured(parts: Iterator[str]) -> Iterator[str]:
    size = 0
    for part in parts:
        size += len(part)
        if size > LARGEST:
            parts.throw(Overrun(f"a page of more than {LARGEST // 1024**2} MiB"))  # type: ignore[attr-defined]
        yield part


def _step() -> None:
    left = _left.get()
    left[0] -= 1
    if left[0] < 0:
        raise Overrun(f"more than {MOST_STEPS} turns of loops, calls and includes on a page")


def _counted(values: Iterable[Any]) -> Iterator[Any]:
    for value in values:
        _step()
        yield value


class _Code(CodeGenerator):
    """Makes every loop count its turns."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's name
        for loop in node.find_all(nodes.For):
            counted = nodes.Filter(loop.iter, _COUNTED, [], [], None, None, lineno=loop.lineno)
            loop.iter = counted.set_environment(self.environment)
        super().visit_Template(node, frame)


class _Context(Context):
    """Counts includes: each has a context of its own."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        _step()
        super().__init__(*arguments, **options)


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, whose rules go by an object's type and an attribute's name: asked once for both."""

    code_generator_class = _Code
    context_class = _Context
    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._known: dict[tuple[type, str], bool] = {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Return whether a template may read an attribute."""
        key = (type(obj), attr)
        if key not in self._known:
            self._known[key] = super().is_safe_attribute(obj, attr, value)
        return self._known[key]

    def call(self, context: Context, called: Any, /, *arguments: Any, **options: Any) -> Any:
        _step()
        return super().call(context, called, *arguments, **options)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if _size(operator, left, right) <= LARGEST:
            made = super().call_binop(context, operator, left, right)
            if not (isinstance(made, str) and len(made) > LARGEST):
                return made
        raise Overrun(f"what {operator} makes is too large")


def _size(operator: str, left: Any, right: Any) -> int:
    """Return how large about the result of a multiplication or a power will be."""
    if operator == "**":
        is_long = isinstance(left, int) and isinstance(right, int)
        bits = left.bit_length() * right if is_long else 0
        return LARGEST + 1 if bits > _LONGEST_POWER else 0
    number, several = (left, right) if isinstance(left, int) else (right, left)
    is_repeated = operator == "*" and isinstance(number, int) and hasattr(several, "__len__")
    return number * len(several) if is_repeated else 0


class _Loader(FunctionLoader):
    """Takes for a syntax error what Python cannot compile of a template."""

    def load(self, environment: Environment, name: str, globals: Any = None) -> Template:
        try:
            return super().load(environment, name, globals)
        except (SyntaxError, RecursionError) as error:
            raise TemplateSyntaxError("nested too deeply", 0, name) from error


def sandbox(load: Load) -> Environment:
    """Return what runs the templates that `load` finds."""
    environment = _Sandbox(
        loader=_Loader(load),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters[_COUNTED] = _counted
    del environment.globals["lipsum"]  # it makes up text
    return environment
