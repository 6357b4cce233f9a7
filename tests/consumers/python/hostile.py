"""Deliveries that an attacker or a mistake makes: nothing is verified, and errors are those that the README names."""

import copy
import math
import pickle
from typing import Any, Callable

from pydantic import ValidationError
from scrapenest_webhooks import SecretError, VerifyError, parse, parse_event, sign, v1, verify

SECRET = "whsec_" + "A" * 32
OTHER = "whsec_" + "B" * 32
BODY = (
    '{"event_id":"0f8fad5b-d9cb-469f-a165-70867728950e","event_type":"job.created",'
    '"occurred_at":"2024-01-01T12:03:10Z","org_id":"0f8fad5b-d9cb-469f-a165-70867728950e","org_slug":"acme",'
    '"data":{"job_id":"0f8fad5b-d9cb-469f-a165-70867728950e","job_type":"http","status":"queued",'
    '"target_url":"https://example.com","created_at":"2024-01-01T12:03:10Z"}}'
)
HEADERS = sign(BODY, SECRET, id="m", timestamp=1000)


def fails(expected: type[Exception], run: Callable[[], Any], code: str = "") -> None:
    try:
        run()
    except expected as error:
        assert getattr(error, "code", code) == code, error
    else:
        raise AssertionError(f"no {expected.__name__}")


verify(BODY, HEADERS, SECRET, now=1000)
verify(memoryview(BODY.encode()), [(k.encode(), v.encode()) for k, v in HEADERS.items()], [OTHER, SECRET], now=1300)
for wrong in (math.nan, -1):
    fails(ValueError, lambda: verify(BODY, HEADERS, SECRET, tolerance=wrong))
for wrong in (math.nan, math.inf):
    fails(ValueError, lambda: verify(BODY, HEADERS, SECRET, now=wrong))
fails(VerifyError, lambda: verify(BODY, HEADERS, SECRET, now=1301), "too-old")
fails(VerifyError, lambda: verify(BODY, HEADERS, SECRET, now=699), "too-new")
fails(VerifyError, lambda: verify(BODY + " ", HEADERS, SECRET, now=1000), "no-match")
fails(VerifyError, lambda: verify("\ud800", HEADERS, SECRET, now=1000), "no-match")
fails(VerifyError, lambda: verify(BODY, HEADERS, OTHER, now=1000), "no-match")
fails(SecretError, lambda: verify(BODY, HEADERS, [], now=1000), "empty")
unsafe: Any = verify
for wrong_body in (2, [123, 125], None):
    fails(TypeError, lambda: unsafe(wrong_body, HEADERS, SECRET, now=1000))
fails(TypeError, lambda: unsafe(BODY, HEADERS, [None], now=1000))
for name, value in (
    ("svix-id", "a.b"),
    ("svix-timestamp", "1e3"),
    ("svix-timestamp", "\uff11\uff10\uff10\uff10"),
    ("svix-signature", "v1a,x"),
):
    fails(VerifyError, lambda: verify(BODY, {**HEADERS, name: value}, SECRET, now=1000), {
        "svix-id": "malformed-id",
        "svix-timestamp": "malformed-timestamp",
        "svix-signature": "no-known-version",
    }[name])
fails(VerifyError, lambda: verify(BODY, [*HEADERS.items(), ("Svix-Id", "m")], SECRET, now=1000), "repeated-header")

for body in ("", "[" * 200 + "]" * 200, '{"a":NaN}', "[" * 200 + '"', "null", BODY.replace("acme", "-")):
    fails(ValidationError, lambda: parse_event(body))
    fails(ValidationError, lambda: parse_event(body.encode()))
fails(TypeError, lambda: parse(v1.Event, object()))  # type: ignore[call-overload]
# Each quotation mark could begin a string that has no end.
fails(ValidationError, lambda: parse_event("[" * 10 + "{" * 200 + '"' + '\\"' * 400_000))

event = parse_event(BODY)
assert v1.is_known(event) and parse_event(event.model_dump_json()) == event and "version" not in event.to_json()
assert pickle.loads(pickle.dumps(event)) == event
for problem in (VerifyError("no-match", "x"), SecretError("empty", "x")):
    assert pickle.loads(pickle.dumps(problem)).code == copy.copy(problem).code == problem.code
print("all assertions hold")
