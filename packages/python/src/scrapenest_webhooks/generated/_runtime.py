# @generated from webhooks by `cargo xtask codegen`. Changes made here are lost.

"""What the generated modules share."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any, Optional, TypeVar, Union, cast, overload

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError, from_json
from typing_extensions import LiteralString

__all__ = ["Date", "Integer", "Ipv4", "Maybe", "Model", "Number", "Timestamp", "Unique", "Uri", "Uuid", "absent", "parse", "tag_of"]

T = TypeVar("T")

_DEEPEST = 127

if TYPE_CHECKING:
    # A field that may be absent is `None` then. It is never `null` in JSON, unless its type says so.
    from typing import Optional as Maybe
else:

    class Maybe:
        def __class_getitem__(cls, item: Any) -> Any:
            return item


if TYPE_CHECKING:
    Number = float
else:
    # An integer stays one, so that it is written with all its digits.
    Number = Annotated[
        Union[Annotated[int, Field(strict=True)], Annotated[float, Field(strict=True, allow_inf_nan=False)]],
        Field(union_mode="left_to_right"),
    ]


class Model(BaseModel):
    """An object. It keeps the members that it does not know, and writes them again."""

    model_config = ConfigDict(strict=True, extra="allow", allow_inf_nan=False, protected_namespaces=())

    def to_json(self) -> str:
        """Returns the JSON of this value, without the fields that are absent."""
        return self.model_dump_json(by_alias=True, exclude_unset=True)


@lru_cache(maxsize=None)
def _adapter(type_: Any) -> TypeAdapter[Any]:
    return TypeAdapter(type_)


@overload
def parse(type_: type[T], body: Union[str, bytes, bytearray, memoryview]) -> T: ...


@overload
def parse(type_: Any, body: Union[str, bytes, bytearray, memoryview]) -> Any: ...


def parse(type_: Any, body: Union[str, bytes, bytearray, memoryview]) -> Any:
    """Reads JSON as a type. Raises a `pydantic.ValidationError`, which names the path of each problem."""
    if isinstance(body, memoryview):
        body = bytes(body)
    given: Any = body
    if not isinstance(given, (str, bytes, bytearray)):
        raise TypeError("a body is a string, or bytes")
    if _is_deep(body):
        raise _error("deep", f"the body has more than {_DEEPEST} levels")
    # These are words of JavaScript, and not of JSON.
    if (b"NaN" in body or b"Infinity" in body) if not isinstance(body, str) else ("NaN" in body or "Infinity" in body):
        try:
            from_json(body, allow_inf_nan=False)
        except ValueError as error:
            raise _error("json", str(error)) from None
    return _adapter(type_).validate_json(body)


def _error(kind: LiteralString, message: str) -> ValidationError:
    error = PydanticCustomError(kind, "{message}", {"message": message})
    return ValidationError.from_exception_data("body", [{"type": error, "input": None}])


# A string without an end takes the rest, so that the time stays linear.
_STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z)', re.DOTALL)
_BRACKET = re.compile(r"[\[\]{}]")


def _is_deep(body: Union[str, bytes, bytearray]) -> bool:
    if isinstance(body, str):
        if body.count("[") + body.count("{") <= _DEEPEST:
            return False
        text = body
    else:
        if body.count(b"[") + body.count(b"{") <= _DEEPEST:
            return False
        text = body.decode("latin-1")
    depth = 0
    for bracket in _BRACKET.finditer(_STRING.sub("", text)):
        if bracket.group() in "[{":
            depth += 1
            if depth > _DEEPEST:
                return True
        else:
            depth -= 1
    return False


def absent(value: Any) -> bool:
    """Reports whether a field is absent. It is not written then."""
    return value is None


def _integral(value: Any) -> Any:
    # JSON has one kind of numbers: `3.0` is an integer.
    if type(value) is float and value.is_integer():
        return int(value)
    return value


Integer = BeforeValidator(_integral)


def _unique(items: list[Any]) -> list[Any]:
    seen: set[Any] = set()
    for item in items:
        key = _key(item)
        if key in seen:
            raise PydanticCustomError("unique", "expected items that differ from each other")
        seen.add(key)
    return items


def _key(value: Any) -> Any:
    # `True` equals `1` in Python, and not in JSON.
    if isinstance(value, bool) or value is None:
        return ("constant", value)
    if isinstance(value, (list, tuple)):
        return ("list", tuple(_key(item) for item in cast("list[Any]", value)))
    if isinstance(value, BaseModel):
        value = value.model_dump(by_alias=True, exclude_unset=True)
    if isinstance(value, dict):
        return ("object", frozenset((name, _key(item)) for name, item in cast("dict[str, Any]", value).items()))
    return value


Unique = AfterValidator(_unique)


def _day(year: int, month: int, day: int) -> bool:
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    lengths = (31, 29 if is_leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return 1 <= month <= 12 and 1 <= day <= lengths[month - 1]


def tag_of(name: str) -> Callable[[Any], Optional[str]]:
    """Returns the function that returns the value of a member, by its name in JSON."""

    def tag(value: Any) -> Optional[str]:
        found: Any = None
        if isinstance(value, dict):
            found = cast("dict[str, Any]", value).get(name)
        elif isinstance(value, BaseModel):
            for attribute, field in type(value).model_fields.items():
                if (field.alias or attribute) == name:
                    found = getattr(value, attribute)
        return found if isinstance(found, str) else None

    return tag


def _is_timestamp(value: str) -> str:
    if not _day(int(value[:4]), int(value[5:7]), int(value[8:10])):
        raise PydanticCustomError("timestamp", "expected a day that exists")
    if value[17:19] == "60":
        # A leap second ends the last minute of a day in UTC.
        minute = int(value[11:13]) * 60 + int(value[14:16])
        if value[-1] not in "Zz":
            offset = int(value[-5:-3]) * 60 + int(value[-2:])
            minute += offset if value[-6] == "-" else -offset
        if minute % 1440 != 1439:
            raise PydanticCustomError("timestamp", "expected a leap second at the end of a day in UTC")
    return value


def _is_date(value: str) -> str:
    if not _day(int(value[:4]), int(value[5:7]), int(value[8:])):
        raise PydanticCustomError("date", "expected a day that exists")
    return value


def _is_uri(value: str) -> str:
    start = value.find("[")
    if start >= 0:
        literal = value[start + 1 : value.index("]")]
        if not _FUTURE.fullmatch(literal) and not _is_ipv6(literal):
            raise PydanticCustomError("uri", "expected an IPv6 address in brackets")
    return value


_FUTURE = re.compile(r"v[0-9A-F]+\.[A-Za-z0-9._~!$&'()*+,;=:-]+", re.IGNORECASE | re.ASCII)
_GROUP = re.compile(r"[0-9A-Fa-f]{1,4}")
_PART = r"(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
_IPV4 = rf"^{_PART}(?:\.{_PART}){{3}}$"


def _is_ipv6(address: str) -> bool:
    halves = address.split("::")
    if len(halves) > 2:
        return False
    groups = [group for half in halves if half for group in half.split(":")]
    count = len(groups)
    if groups and "." in groups[-1]:
        if not halves[-1] or not re.fullmatch(_IPV4[1:-1], groups[-1]):
            return False
        groups.pop()
        count += 1
    return all(_GROUP.fullmatch(group) for group in groups) and (count < 8 if len(halves) == 2 else count == 8)


def _text(pattern: str) -> StringConstraints:
    return StringConstraints(strict=True, pattern=pattern)


_NAME = r"(?:[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2}"
_USER_AND_HOST = rf"(?:{_NAME}|:)*@)?(?:\[[^\[\]/?#]*\]|{_NAME})*)"
_URI = (
    rf"^[A-Za-z][A-Za-z0-9+.-]*:(?://{_USER_AND_HOST}(?::[0-9]*)?(?:/{_NAME}|[:@/])*)?|(?:/?(?:{_NAME}|[:@]){_NAME}|[:@/])*)?|/)?)"
    rf"(?:\?{_NAME}|[:@/?])*)?(?:#{_NAME}|[:@/?])*)?$"
)

Uuid = Annotated[str, _text(r"^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$")]
Date = Annotated[str, _text(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), AfterValidator(_is_date)]
Timestamp = Annotated[
    str,
    _text(
        r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\.[0-9]+)?"
        r"(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$"
    ),
    AfterValidator(_is_timestamp),
]
Ipv4 = Annotated[str, _text(_IPV4)]
Uri = Annotated[str, _text(_URI), AfterValidator(_is_uri)]
