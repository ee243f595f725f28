"""Tools of your program that an agent may use, and permission for those it has of its own."""

from __future__ import annotations

import inspect
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import cached_property, partial, update_wrapper
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Generic,
    ParamSpec,
    TypeAlias,
    TypeVar,
    cast,
    get_type_hints,
    overload,
)

import msgspec

from ._errors import QoderError, refused
from ._model import ABSENT, Model, encode

if TYPE_CHECKING:
    from ._native import Question
    from .types.agents import CustomToolParams
    from .types.turns import ToolCallKind
else:
    ToolCallKind = str

P = ParamSpec("P")
R = TypeVar("R")


class ToolError(Exception):
    """Raise it in a tool to tell the agent what went wrong. Of other exceptions the agent learns only the
    class.
    """


class Deny:
    """A permission that is not given, and why: the agent reads it."""

    __slots__ = ("message",)

    def __init__(self, message: str) -> None:
        self.message = message

    def __repr__(self) -> str:
        return f"Deny({self.message!r})"


class PermissionRequest(Model):
    """A tool that waits for permission."""

    id: str = ABSENT
    """The event that called the tool."""

    name: str = ABSENT
    """Name of the tool."""

    kind: ToolCallKind = ABSENT
    """Whose tool it is."""

    input: dict[str, Any] = {}
    """Its arguments."""

    session_id: str = ABSENT
    """Session ID, prefix `sess_`."""

    session_thread_id: str | None = None
    """The thread that called it, when it is not the main one."""


Decision: TypeAlias = "bool | Deny"
"""An answer to a request for permission."""

OnPermission: TypeAlias = "Callable[[PermissionRequest], Decision | Awaitable[Decision]]"
"""Answers requests for permission."""


class Tool(Generic[P, R]):
    """A function that an agent may call; made by `tool`. Calling it calls the function.

    Raises:
        InvalidArgumentError: It cannot be described: it lacks a name, a docstring or an annotation.
    """

    def __init__(
        self,
        function: Callable[P, R],
        *,
        name: str | None = None,
        description: str | None = None,
        input_schema: Mapping[str, Any] | None = None,
    ) -> None:
        if not callable(function):
            raise refused(f"a tool is a function, not {type(function).__name__}", "tools")
        known = name or getattr(function, "__name__", None)
        if not known:
            raise refused(f"{type(function).__name__} has no name; use tool(name=...)", "name")
        self.name: str = known
        """Its name."""
        self._function = function
        self._doc = _Docstring(inspect.getdoc(_whole(function)) or "")
        self._description = description
        self._input_schema = input_schema
        self._parameters = {} if input_schema is not None else _parameters(known, function)
        update_wrapper(self, function)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        return self._function(*args, **kwargs)

    def __repr__(self) -> str:
        return f"Tool({self.name!r})"

    @property
    def description(self) -> str:
        """Tells the agent when to use it: the first paragraph of the docstring, unless given."""
        text = self._description or self._doc.summary
        if not text:
            raise refused(
                f"the tool {self.name!r} has no description; give it a docstring or tool(description=...)"
            )
        return text

    @property
    def input_schema(self) -> dict[str, Any]:
        """JSON Schema of the arguments."""
        return dict(self._described if self._input_schema is None else self._input_schema)

    @property
    def definition(self) -> CustomToolParams:
        """What `tools` of `agents.create` takes."""
        made = {
            "type": "custom",
            "name": self.name,
            "description": self.description,
            "input_schema": self.input_schema,
        }
        return cast("CustomToolParams", made)

    @cached_property
    def _arguments(self) -> type[msgspec.Struct]:
        """The arguments as one object."""
        try:
            hints = get_type_hints(_annotated(self._function), include_extras=True)
        except (NameError, TypeError) as mistake:
            raise refused(f"the annotations of the tool {self.name!r} cannot be read: {mistake}") from mistake
        fields: list[Any] = []
        for name, parameter in self._parameters.items():
            kind = hints[name]
            if name in self._doc.arguments:
                kind = Annotated[kind, msgspec.Meta(description=self._doc.arguments[name])]
            if parameter.default is parameter.empty:
                fields.append((name, kind))
            else:
                fields.append((name, kind | msgspec.UnsetType, msgspec.UNSET))
        try:
            return msgspec.defstruct(self.name, fields, kw_only=True, forbid_unknown_fields=True)
        except (TypeError, ValueError) as mistake:
            raise refused(f"the tool {self.name!r}: {mistake}") from mistake

    @cached_property
    def _described(self) -> dict[str, Any]:
        try:
            _, parts = msgspec.json.schema_components([self._arguments], ref_template="#/$defs/{name}")
        except TypeError as mistake:
            raise refused(f"the arguments of the tool {self.name!r} have no schema: {mistake}") from mistake
        schema: dict[str, Any] = parts.pop(self.name)
        del schema["title"]
        for name, parameter in self._parameters.items():
            if parameter.default not in (parameter.empty, None):
                schema["properties"][name]["default"] = msgspec.to_builtins(parameter.default)
        return schema | {"$defs": parts} if parts else schema

    @cached_property
    def _decoder(self) -> msgspec.json.Decoder[Any]:
        return msgspec.json.Decoder(dict[str, Any] if self._input_schema is not None else self._arguments)

    def prepared(self, json: bytes | msgspec.Raw) -> Callable[[], Any]:
        """The call with arguments that the agent gave, checked and converted.

        Raises:
            ToolError: They do not fit.
        """
        try:
            given = self._decoder.decode(json)
        except msgspec.DecodeError as mistake:
            raise ToolError(f"The arguments do not fit: {mistake}") from None
        if isinstance(given, msgspec.Struct):
            values = ((name, getattr(given, name)) for name in given.__struct_fields__)
            given = {name: value for name, value in values if value is not msgspec.UNSET}
        return partial(self._function, **given)

    def offer(self) -> dict[str, Any]:
        """How the core knows it: with its schema if the core is to check the arguments."""
        schema = {} if self._input_schema is None else {"input_schema": dict(self._input_schema)}
        return {"name": self.name, **schema}


@overload
def tool(function: Callable[P, R], /) -> Tool[P, R]: ...
@overload
def tool(
    *,
    name: str | None = None,
    description: str | None = None,
    input_schema: Mapping[str, Any] | None = None,
) -> Callable[[Callable[P, R]], Tool[P, R]]: ...


def tool(function: Callable[P, R] | None = None, /, **about: Any) -> Any:
    """Makes a function a tool that an agent may call.

    ```python
    from qoder_cloud import tool

    @tool
    def weather(city: str, days: int = 1) -> str:
        \"\"\"Tells the weather of a city.

        Args:
            city: Its name, in English.
            days: How many days ahead.
        \"\"\"
        return f"{city}: clear for {days} days"

    assert weather("Ulm") == "Ulm: clear for 1 days"
    assert weather.definition["input_schema"]["required"] == ["city"]
    ```

    The agent knows the tool by its name, by the first paragraph of its docstring and by the types of its
    arguments; what it gives is checked against them and converted before the call. Give `tool.definition` to
    `agents.create`, and the tool to `sessions.run`.

    A string is told to the agent as text, content blocks as they are, anything else as JSON. `ToolError`
    tells the agent what went wrong; of any other exception it learns the class, and you find it in
    `turn.tool_errors` and the log of `qoder_cloud.tools`.

    Args:
        function: The function; it may be asynchronous.
        name: Its name for the agent, instead of the function's.
        description: When to use it, instead of the docstring's first paragraph.
        input_schema: JSON Schema of the arguments, instead of the annotations. The arguments are checked
            against it and given by name, not converted.

    Raises:
        InvalidArgumentError: It has no name, or an argument no annotation; what else is missing is told when
            it is described.
    """
    if function is None:
        return lambda function: Tool(function, **about)
    return Tool(function, **about)


class Called(msgspec.Struct):
    """A call that waits for its answer."""

    name: str
    input: msgspec.Raw


class Toolbox:
    """Answers the questions of a turn: what tools give, and whether others may be used."""

    def __init__(self, tools: Sequence[Any], on_permission: OnPermission | None, operation: str) -> None:
        if isinstance(tools, (str, bytes)) or not isinstance(tools, Sequence):
            raise refused(f"`tools` must be a list, not {type(tools).__name__}", "tools", operation)
        if on_permission is not None and not callable(on_permission):
            raise refused("`on_permission` must be callable", "on_permission", operation)
        self._all = [one if isinstance(one, Tool) else Tool(one) for one in tools]
        self._tools = {one.name.lower(): one for one in self._all}
        self._on_permission = on_permission
        self.errors: list[Exception] = []
        """What tools and the permission handler raised, `ToolError` apart."""

    def arguments(self) -> dict[str, Any]:
        """What the core is told of them."""
        return {
            "tools": [one.offer() for one in self._all],
            "permissions": self._on_permission is not None,
        }

    def prepared(self, question: Question) -> Callable[[], Any]:
        if question.topic == "permission":
            assert self._on_permission, "the core asks only whom it was told of"
            return partial(self._on_permission, msgspec.json.decode(question.json, type=PermissionRequest))
        call = msgspec.json.decode(question.json, type=Called)
        return self._tools[call.name.lower()].prepared(call.input)

    def answer(self, question: Question, value: Any) -> bytes:
        if question.topic != "permission":
            return encode(value)
        if isinstance(value, Deny):
            return encode({"allow": False, "message": value.message})
        if isinstance(value, bool):
            return encode({"allow": value})
        raise TypeError(f"on_permission must return True, False or Deny(...), not {type(value).__name__}")

    def refusal(self, question: Question, error: BaseException) -> str:
        if isinstance(error, ToolError):
            return str(error)
        if isinstance(error, Exception):
            self.errors.append(error)
            _log(question, error)
        what = "The request for permission" if question.topic == "permission" else "The tool"
        return f"{what} failed: {type(error).__name__}."


def _log(question: Question, error: Exception) -> None:
    import logging

    name = msgspec.json.decode(question.json, type=Called).name
    what = "permission for the tool" if question.topic == "permission" else "the tool"
    logging.getLogger("qoder_cloud.tools").error("%s %s failed", what, name, exc_info=error)


def _whole(function: Any) -> Any:
    """The function that a partial one is made of."""
    while isinstance(function, partial):
        function = function.func
    return function


def _annotated(function: Any) -> Any:
    """What holds the annotations: the function, or what makes an object callable."""
    function = _whole(function)
    return function if inspect.isroutine(function) else type(function).__call__


def _parameters(name: str, function: Callable[..., Any]) -> dict[str, inspect.Parameter]:
    """The parameters an agent can give: those with a name and an annotation."""
    try:
        parameters = dict(inspect.signature(function).parameters)
    except (TypeError, ValueError):
        raise _unusable(name, "its parameters are unknown") from None
    for parameter in parameters.values():
        if parameter.kind not in (parameter.POSITIONAL_OR_KEYWORD, parameter.KEYWORD_ONLY):
            raise _unusable(name, f"`{parameter.name}` cannot be given by name")
        if parameter.annotation is parameter.empty:
            raise _unusable(name, f"`{parameter.name}` has no annotation")
    return parameters


def _unusable(name: str, why: str) -> QoderError:
    return refused(f"the tool {name!r}: {why}; annotate the function, or use tool(input_schema=...)", "tools")


class _Docstring:
    """The parts of a docstring that a tool is described by."""

    def __init__(self, text: str) -> None:
        self.summary = " ".join(re.split(r"\n\s*\n|(?:^|\n)Args:", text)[0].split())
        """The first paragraph."""
        self.arguments: dict[str, str] = {}
        """What the section `Args:` says of each."""
        section = re.search(r"^Args:\n((?:[ \t]+.*\n?|\n)+)", text, flags=re.MULTILINE)
        entries = inspect.cleandoc(section[1]) if section else ""
        for entry in re.split(r"\n(?=\S)", entries):
            name, colon, said = entry.partition(":")
            if colon:
                self.arguments[name.split("(")[0].strip().lstrip("*")] = " ".join(said.split())
