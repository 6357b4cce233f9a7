"""Validates every published example with jsonschema, from the published files alone.

Usage: python validate.py SITE
"""

import json
import re
import sys
from pathlib import Path

from jsonschema import Draft202012Validator

SITE = Path(sys.argv[1])


def read(name):
    return json.loads((SITE / name).read_text(encoding="utf-8"))


def validator(name):
    schema = read(name)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


EVENTS = [
    event
    for family in read("index.json")["families"]
    for major in family["majors"]
    for event in major["events"]
]
BY_SCHEMA = {event["schema"]: validator(event["schema"]) for event in EVENTS}
BY_EVENT = {event["event"]: BY_SCHEMA[event["schema"]] for event in EVENTS}


def validator_of(body):
    """A body names its schema; one that does not is of an older sender, and names its event alone."""
    named, event = body.get("schema_ref"), body.get("event_type")
    if isinstance(named, str) and named in BY_SCHEMA:
        return BY_SCHEMA[named]
    return BY_EVENT.get(event) if isinstance(event, str) else None


def main():
    valid = invalid = wrong = 0
    for entry in read("manifest.json")["files"]:
        example = re.search(r"/examples/[^/]+/(invalid/)?[^/]+\.json$", entry["path"])
        if not example:
            continue
        is_invalid = example[1] is not None
        body = read(entry["path"])["body"] if is_invalid else read(entry["path"])
        chosen = validator_of(body)
        error = "no schema" if chosen is None else next(chosen.iter_errors(body), None)
        valid, invalid = valid + (not is_invalid), invalid + is_invalid
        if (error is None) == is_invalid:
            wrong += 1
            print(f"{entry['path']}: {error or 'accepted'}")
    print(f"{valid} accepted, {invalid} refused, {wrong} wrong")
    return 1 if wrong else 0


sys.exit(main())
