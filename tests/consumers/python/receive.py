"""A receiver: reads deliveries, and prints what it makes of each."""

import json
from pathlib import Path

from pydantic import ValidationError
from scrapenest_webhooks import SecretError, VerifyError, unwrap, v1


def told(event: v1.Event) -> str:
    match event:
        case v1.JobCreatedEvent(data=job):
            return f"created {job.job_id}"
        case v1.JobCompletedEvent(data=job):
            if job.status == "succeeded":
                return f"succeeded with {job.artifact_count} artifacts"
            return f"failed: {job.failure_reason}"
        case v1.ArtifactReadyEvent(data=artifact):
            return f"artifact {artifact.artifact_id}"
        case v1.UnknownEvent():
            return f"unknown type {event.event_type}"
        case _:  # pyright: ignore[reportUnnecessaryComparison]
            return "something that this program does not handle"


for delivery in json.loads(Path("deliveries.json").read_text()):
    name, body = delivery["name"], delivery["body"].encode()
    headers = [(name, value) for name, value in delivery["headers"]]
    try:
        print(f"{name}: {told(unwrap(body, headers, delivery['secret']))}")
    except ValidationError as error:
        # The first part of a place is the type of the event, and the last one can be a branch.
        places = {".".join(str(part) for part in problem["loc"][1:]) for problem in error.errors()}
        print(f"{name}: invalid at {', '.join(sorted(places))}")
    except (VerifyError, SecretError) as error:
        print(f"{name}: not verified: {error.code}")
