"""Verification of deliveries.

The signature is HMAC-SHA256 of the header `svix-id`, the header `svix-timestamp` and the unmodified body, joined by
dots, as https://docs.svix.com/receiving/verifying-payloads/how-manual describes it.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import math
import re
import time
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, Union, cast

from .generated.v1 import Event, parse_event

Headers = Union[Mapping[str, str], Iterable[tuple[str, str]], Iterable[tuple[bytes, bytes]]]
Body = Union[str, bytes, bytearray, memoryview]

SecretProblem = Literal["empty", "quoted", "version-prefix", "prefix-twice", "hexadecimal", "not-base64", "length"]
VerifyProblem = Literal[
    "missing-header",
    "repeated-header",
    "malformed-id",
    "malformed-timestamp",
    "timestamp-in-milliseconds",
    "too-old",
    "too-new",
    "malformed-signature",
    "no-known-version",
    "no-match",
]

# The names of the headers, and those of Standard Webhooks.
_NAMES = (
    ("svix-id", "svix-timestamp", "svix-signature"),
    ("webhook-id", "webhook-timestamp", "webhook-signature"),
)
_PREFIX = "whsec_"
# The bytes of a secret, as Standard Webhooks defines them.
_LEAST_BYTES = 24
_MOST_BYTES = 64
_SIGNATURE_BYTES = 32
_QUOTES = "\"'`\u201c\u201d\u2018\u2019"


class SecretError(ValueError):
    """A secret that cannot be one. The secret is not part of the message."""

    def __init__(self, code: SecretProblem, message: str) -> None:
        super().__init__(message)
        self.code = code

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.code, str(self))


class VerifyError(ValueError):
    """A delivery that is not authentic, or not recent."""

    def __init__(self, code: VerifyProblem, message: str) -> None:
        super().__init__(message)
        self.code = code

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.code, str(self))


def unwrap(
    body: Body,
    headers: Headers,
    secret: Union[str, Sequence[str]],
    *,
    tolerance: float = 300,
    now: Union[float, None] = None,
) -> Event:
    """Verifies a delivery, and reads its event.

    `body` is the body as it was received: JSON that was parsed and printed again has another signature. `secret` is
    that of the endpoint, `whsec_…`, or a list of secrets while one replaces another.

    Raises a `SecretError`, a `VerifyError`, or the `pydantic.ValidationError` of the body.
    """
    verify(body, headers, secret, tolerance=tolerance, now=now)
    return parse_event(body)


def verify(
    body: Body,
    headers: Headers,
    secret: Union[str, Sequence[str]],
    *,
    tolerance: float = 300,
    now: Union[float, None] = None,
) -> None:
    """Verifies a delivery without reading its body.

    `tolerance` is how far the time of the signature may be from now, in seconds. `now` is the present, in seconds
    since 1970: that of the clock unless it is given.
    """
    if not tolerance >= 0:
        raise ValueError("a tolerance is a number of seconds")
    present = time.time() if now is None else now
    if not math.isfinite(present):
        raise ValueError("the present is a number of seconds")
    secrets = [secret] if isinstance(secret, str) else secret
    if not secrets:
        raise SecretError("empty", "there is no secret: give that of the endpoint")
    keys = [_key(one) for one in secrets]
    identifier, timestamp, signatures = _picked(headers)
    if not _is_sound_id(identifier):
        raise VerifyError("malformed-id", "the header `svix-id` or `webhook-id` has a dot or a control character")
    _check_age(timestamp, tolerance, present)
    candidates, is_malformed = _candidates(signatures)
    content = _bytes(body)
    expected = [_mac(key, identifier, timestamp, content) for key in keys]
    matches = False
    for one in expected:
        for candidate in candidates:
            # Each comparison takes constant time.
            matches |= hmac.compare_digest(one, candidate)
    if matches:
        return
    name = "the header `svix-signature` or `webhook-signature`"
    if is_malformed:
        message = f"{name} has an entry that is not `v1,` and the base64 of 32 bytes"
        raise VerifyError("malformed-signature", message)
    if not candidates:
        raise VerifyError("no-known-version", f"{name} has no signature of version `v1`")
    raise VerifyError("no-match", "no signature matches: compare the secrets, and verify the unmodified body")


def sign(body: Body, secret: str, *, id: str, timestamp: Union[int, None] = None) -> dict[str, str]:
    """Signs a body, to test a receiver. `timestamp` is in seconds since 1970."""
    key = _key(secret)
    if not _is_sound_id(id):
        raise VerifyError("malformed-id", "an id is not empty, and has no dot and no control character")
    if timestamp is not None and (type(timestamp) is not int or timestamp < 0):
        raise ValueError("a timestamp is a whole number of seconds since 1970")
    sent = str(int(time.time()) if timestamp is None else timestamp)
    signature = base64.b64encode(_mac(key, id, sent, _bytes(body))).decode()
    return {"svix-id": id, "svix-timestamp": sent, "svix-signature": f"v1,{signature}"}


def _bytes(body: Body) -> bytes:
    if isinstance(body, str):
        # Characters that UTF-8 does not have become bytes that no sender has signed.
        return body.encode(errors="surrogatepass")
    given: Any = body
    if not isinstance(given, (bytes, bytearray, memoryview)):
        raise TypeError("a body is a string, or bytes: pass it as it was received, before it is parsed")
    return bytes(body)


def _mac(key: bytes, identifier: str, timestamp: str, content: bytes) -> bytes:
    signed = f"{identifier}.{timestamp}.".encode() + content
    return hmac.new(key, signed, hashlib.sha256).digest()


def _key(secret: str) -> bytes:
    given: Any = secret
    if not isinstance(given, str):
        raise TypeError("a secret is a string, such as `whsec_…`")
    if secret in ("", _PREFIX):
        raise SecretError("empty", "the secret is empty: copy the one of the endpoint, `whsec_` included")
    if secret[0] in _QUOTES or secret[-1] in _QUOTES:
        raise SecretError("quoted", "the secret has quotation marks around it: remove them")
    if secret.startswith("v1,"):
        raise SecretError("version-prefix", "the secret has `v1,` before it: begin with `whsec_`")
    text = secret[len(_PREFIX) :] if secret.startswith(_PREFIX) else secret
    if text.startswith(_PREFIX):
        raise SecretError("prefix-twice", "the secret begins with `whsec_` twice: remove one")
    # A base64 secret of random bytes practically never has only hexadecimal digits.
    if len(text) >= 32 and re.fullmatch("[0-9A-Fa-f]*", text) and re.search("[0-9]", text):
        message = "the secret is hexadecimal digits (expected base64): copy it as ScrapeNest shows it"
        raise SecretError("hexadecimal", message)
    decoded = _decoded(text if "=" in text else text + "=" * (-len(text) % 4))
    if decoded is None:
        message = "the secret is not base64 after `whsec_`: copy it whole, without spaces or line feeds"
        raise SecretError("not-base64", message)
    if not _LEAST_BYTES <= len(decoded) <= _MOST_BYTES:
        expected = f"{len(decoded)} bytes (expected {_LEAST_BYTES} to {_MOST_BYTES})"
        message = f"the length of the secret is {expected}: copy it whole, or have another made"
        raise SecretError("length", message)
    return decoded


def _decoded(text: str) -> Union[bytes, None]:
    """Returns the bytes of a base64 text in its one form."""
    try:
        decoded = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return decoded if base64.b64encode(decoded).decode() == text else None


def _is_sound_id(identifier: str) -> bool:
    return bool(identifier) and not any(
        character == "."
        or character < " "
        or "\x7f" <= character <= "\x9f"
        or "\ud800" <= character <= "\udfff"
        for character in identifier
    )


def _picked(headers: Headers) -> tuple[str, str, str]:
    """Returns the values of the three headers. Only one set of names is used."""
    found: dict[str, str] = {}
    known = {name for names in _NAMES for name in names}
    given: Any = headers
    # The headers of `http.server` are no mapping, and ASGI has bytes.
    pairs: Any = given.items() if hasattr(given, "items") else given
    for raw_name, raw_value in cast("Iterable[tuple[Any, Any]]", pairs):
        name, value = (part.decode("latin-1") if isinstance(part, bytes) else str(part) for part in (raw_name, raw_value))
        lower = name.lower()
        if lower not in known:
            continue
        if lower in found:
            raise VerifyError("repeated-header", f"the header `{lower}` is there twice")
        found[lower] = value
    branded, unbranded = _NAMES
    is_unbranded = not any(name in found for name in branded) and any(name in found for name in unbranded)
    names = unbranded if is_unbranded else branded
    for name in names:
        if not found.get(name):
            raise VerifyError("missing-header", f"the header `{name}` is missing")
    return found[names[0]], found[names[1]], found[names[2]]


def _check_age(timestamp: str, tolerance: float, now: float) -> None:
    name = "the header `svix-timestamp` or `webhook-timestamp`"
    if not re.fullmatch("[0-9]{1,16}", timestamp):
        raise VerifyError("malformed-timestamp", f"{name} is not a number of Unix seconds")
    sent = int(timestamp)
    if 10**11 <= sent < 10**14:
        raise VerifyError("timestamp-in-milliseconds", f"{name} looks like milliseconds (expected Unix seconds)")
    age = now - sent
    if not age <= tolerance:
        raise VerifyError("too-old", f"the delivery was signed too long ago: {int(age)} s")
    if not -age <= tolerance:
        raise VerifyError("too-new", f"the delivery was signed {int(-age)} s in the future: compare the clocks")


def _candidates(signatures: str) -> tuple[list[bytes], bool]:
    candidates: list[bytes] = []
    is_malformed = False
    for entry in signatures.split(" "):
        if not entry:
            continue
        version, comma, text = entry.partition(",")
        if not comma:
            is_malformed = True
        # Other versions are newer or older than this one.
        if not comma or version != "v1":
            continue
        decoded = _decoded(text)
        if decoded is not None and len(decoded) == _SIGNATURE_BYTES:
            candidates.append(decoded)
        else:
            is_malformed = True
    return candidates, is_malformed
