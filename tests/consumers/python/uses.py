"""Lines that type checkers take, and lines that they must not take."""

from scrapenest_webhooks import parse, parse_event, sign, unwrap, v1, verify

body = b"{}"
event: v1.Event = parse_event(body)
one: v1.JobCompletedEvent = parse(v1.JobCompletedEvent, body)
total: int = 0 + one.data.duration_ms
text: str = one.to_json()
headers: dict[str, str] = sign(body, "whsec_…", id="msg_1")
verify(body, headers, ["whsec_new", "whsec_old"], tolerance=60, now=0)
again: v1.Event = unwrap(body, headers.items(), "whsec_…")

if isinstance(event, v1.JobCompletedEvent):
    if event.data.status == "failed":
        reason: str = event.data.failure_reason
        event.data.artifact_count  # type: ignore[attr-defined]
    kind: str = event.event_type
    lost: int = event.event_type  # type: ignore[assignment]
elif isinstance(event, v1.UnknownEvent):
    anything: dict[str, object] = dict(event.data)

version: str = event.version  # type: ignore[assignment]
job = v1.JobCompletedFailed(job_id="1", status="failed", failure_reason="timeout")  # type: ignore[call-arg]
wrong = v1.JobCompletedFailed(
    job_id=1,  # type: ignore[arg-type]
    status="failed",
    failure_reason="a reason that comes later",
    duration_ms=1,
    completed_at="2024-01-01T12:00:05Z",
)
