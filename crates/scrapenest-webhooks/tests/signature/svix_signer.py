"""Signs and verifies with the `svix` package, for the tests of the Rust feature `signature`.

    svix_signer.py sign     reads a list of {secret, id, timestamp, body}, prints the signatures
    svix_signer.py verify   reads a list of {secret, headers, body}, prints null or why it is refused
    svix_signer.py record   prints the recorded vectors, for vectors.json
"""

import base64
import json
import sys
from datetime import datetime, timezone
from importlib.metadata import version

from svix.webhooks import Webhook, WebhookVerificationError


def sign(delivery):
    sent = datetime.fromtimestamp(delivery["timestamp"], tz=timezone.utc)
    return Webhook(delivery["secret"]).sign(delivery["id"], sent, delivery["body"])


def verify(delivery):
    try:
        Webhook(delivery["secret"]).verify(delivery["body"], delivery["headers"])
        return None
    except WebhookVerificationError as error:
        return str(error)


def record():
    def secret(length):
        return "whsec_" + base64.b64encode(bytes(range(7, 7 + length))).decode()

    event = json.dumps(
        {
            "event_id": "2b1f0e63-2c4b-4c40-9cb1-5d1466e9f6da",
            "event_type": "job.completed",
            "occurred_at": "2024-01-01T12:03:10Z",
            "org_slug": "acme",
            "data": {"status": "failed", "failure_reason": "timeout"},
        }
    )
    deliveries = [
        ("an event", secret(24), "msg_2b1f0e63", 1704110590, event),
        ("an event with spaces around", secret(24), "msg_1", 1704110590, f"\n {event}\r\n"),
        ("an empty body", secret(32), "msg_2", 1704110590, ""),
        ("no ASCII", secret(32), "msg_3", 1704110590, '{"name": "Zoë, 東京, \U0001f980"}'),
        ("control characters", secret(32), "msg_4", 1704110590, "\0\t\r\n\x7f\u2028"),
        ("dots in the body", secret(32), "msg_5", 1704110590, "1.5.{}"),
        ("an id outside of ASCII", secret(32), "msg_é", 1704110590, "{}"),
        ("the second 0", secret(32), "msg_7", 0, "{}"),
        ("after 2038", secret(32), "msg_8", 4102444800, "{}"),
        ("a secret of one block", secret(64), "msg_10", 1704110590, "{}"),
        ("no padding", secret(25).rstrip("="), "msg_12", 1704110590, "{}"),
        ("no prefix", secret(24).removeprefix("whsec_"), "msg_13", 1704110590, "{}"),
    ]
    names = ["name", "secret", "id", "timestamp", "body"]
    vectors = [dict(zip(names, delivery)) for delivery in deliveries]
    for vector in vectors:
        vector["signature"] = sign(vector)
    packages = ", ".join(f"{name} {version(name)}" for name in ["svix", "standardwebhooks"])
    return {
        "made_by": f"{packages} for Python: python svix_signer.py record > vectors.json",
        "vectors": vectors,
    }


if __name__ == "__main__":
    command = sys.argv[1]
    if command == "record":
        result = record()
    else:
        one = {"sign": sign, "verify": verify}[command]
        result = [one(delivery) for delivery in json.load(sys.stdin.buffer)]
    print(json.dumps(result, indent=2))
