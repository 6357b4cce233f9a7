//! Schemas of a size with which other tools run out of time or memory.

// The tests use the clock of a thread.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

use std::time::Duration;

use nix::time::{ClockId, clock_gettime};
use schema_compat::{Profile, Settings, Verdict, compare};
use serde_json::{Map, Value, json};

/// The stack of a worker.
const STACK: usize = 256 << 20;

/// Far more than any test takes, so that only costs that grow too fast exceed it. It is processor time, which does not
/// pass while the machine does other things.
const LIMIT: Duration = Duration::from_secs(20);

/// The maximum cost of any number of branches, as a multiple of the cost of 500: the number of steps is limited, and so
/// is the work for each step.
const MOST_TIMES: f64 = 5.0;

/// Returns the processor time of the whole process, because each comparison has a thread of its own.
fn processor_time() -> Duration {
    clock_gettime(ClockId::CLOCK_PROCESS_CPUTIME_ID)
        .unwrap()
        .into()
}

/// Decides a pair in both directions and under both profiles.
#[track_caller]
fn verdicts(name: &str, writer: &Value, reader: &Value) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    for profile in [Profile::Exact, Profile::Tolerant] {
        for (writer, reader) in [(writer, reader), (reader, writer)] {
            let settings = Settings {
                profile,
                ..Settings::default()
            };
            let (writer, reader) = (writer.clone(), reader.clone());
            let thread = std::thread::Builder::new().stack_size(STACK);
            let (verdict, time) = thread
                .spawn(move || {
                    let verdict = compare(&writer, &reader, &settings);
                    let time = clock_gettime(ClockId::CLOCK_THREAD_CPUTIME_ID).unwrap();
                    (verdict, Duration::from(time))
                })
                .unwrap()
                .join()
                .unwrap();
            let short: String = serde_json::to_string(&verdict)
                .unwrap()
                .chars()
                .take(160)
                .collect();
            println!("{name}, {profile:?}: {time:?} {short}");
            assert!(time < LIMIT, "{name} took {time:?}");
            verdicts.push(verdict);
        }
    }
    verdicts
}

fn is_compatible(verdict: &Verdict) -> bool {
    matches!(verdict, Verdict::Compatible { .. })
}

fn is_breaking(verdict: &Verdict) -> bool {
    matches!(verdict, Verdict::Breaking { .. })
}

/// Checks that the first schema accepts less than the second.
#[track_caller]
fn widens(name: &str, narrow: &Value, wide: &Value) {
    let verdicts = verdicts(name, narrow, wide);
    assert!(
        is_compatible(&verdicts[0]) && is_compatible(&verdicts[2]),
        "{name}"
    );
    assert!(
        is_breaking(&verdicts[1]) && is_breaking(&verdicts[3]),
        "{name}"
    );
}

fn properties(count: usize, last: &Value) -> Value {
    let mut properties = Map::new();
    for index in 0..count {
        properties.insert(
            format!("p{index}"),
            json!({ "type": "string", "maxLength": index + 1 }),
        );
    }
    properties.insert("last".into(), last.clone());
    let required: Vec<&String> = properties.keys().collect();
    json!({ "type": "object", "required": required, "properties": properties })
}

#[test]
fn a_thousand_properties() {
    widens(
        "1,000 properties",
        &properties(1_000, &json!({ "type": "integer" })),
        &properties(1_000, &json!({ "type": "number" })),
    );
}

fn tagged(count: usize, last: &Value) -> Value {
    let branches: Vec<Value> = (0..count)
        .map(|index| {
            let value = if index + 1 == count {
                last.clone()
            } else {
                json!({ "type": "integer" })
            };
            json!({
                "type": "object",
                "properties": { "kind": { "const": format!("kind_{index}") }, "value": value },
                "required": ["kind", "value"],
            })
        })
        .collect();
    json!({ "oneOf": branches })
}

#[test]
fn four_hundred_tagged_branches() {
    widens(
        "400 branches",
        &tagged(400, &json!({ "type": "integer" })),
        &tagged(400, &json!({ "type": "number" })),
    );
    widens(
        "400 branches and one more",
        &tagged(400, &json!({ "type": "integer" })),
        &tagged(401, &json!({ "type": "integer" })),
    );
}

#[test]
fn five_thousand_members_of_an_enum() {
    let members = |count: usize| -> Value {
        let members: Vec<String> = (0..count).map(|index| format!("member {index}")).collect();
        json!({ "enum": members })
    };
    widens("5,000 members", &members(5_000), &members(5_001));
}

#[test]
fn a_hundred_levels() {
    let levels = |inner: Value| {
        (0..100).fold(
            inner,
            |inner, _| json!({ "type": "object", "properties": { "a": inner }, "required": ["a"] }),
        )
    };
    widens(
        "100 levels",
        &levels(json!({ "type": "integer" })),
        &levels(json!({ "type": "number" })),
    );
}

#[test]
fn twenty_unions_at_once() {
    let unions = |count: usize, most: usize| {
        let all: Vec<Value> = (0..count)
            .map(|index| {
                let name = format!("p{index}");
                json!({ "anyOf": [
                    { "properties": { &name: { "type": "integer", "maximum": most } }, "required": [&name] },
                    { "properties": { &name: { "type": "string" } }, "required": [&name] },
                ] })
            })
            .collect();
        json!({ "type": "object", "allOf": all })
    };
    widens("20 unions", &unions(20, 5), &unions(20, 6));
    let overlapping: Vec<Value> = (0..20)
        .map(|index| json!({ "anyOf": [{ "minLength": index }, { "pattern": format!("^a{{{index}}}") }] }))
        .collect();
    let overlapping = json!({ "type": "string", "allOf": overlapping });
    verdicts(
        "20 unions of strings",
        &overlapping,
        &json!({ "type": "string", "minLength": 10 }),
    );
}

#[test]
fn a_chain_of_five_thousand_references() {
    let chain = |end: Value| {
        let mut definitions = Map::new();
        for index in 0..5_000 {
            definitions.insert(
                format!("d{index}"),
                json!({ "$ref": format!("#/$defs/d{}", index + 1) }),
            );
        }
        definitions.insert("d5000".into(), end);
        json!({ "$defs": definitions, "$ref": "#/$defs/d0" })
    };
    widens(
        "5,000 references",
        &chain(json!({ "type": "integer" })),
        &chain(json!({ "type": "number" })),
    );
}

#[test]
fn unions_that_refer_to_each_other() {
    let unions = |count: usize, leaf: &str| {
        let mut definitions = Map::new();
        for index in 0..count {
            let next =
                |step: usize| json!({ "$ref": format!("#/$defs/u{}", (index + step) % count) });
            definitions.insert(
                format!("u{index}"),
                json!({ "anyOf": [
                    { "type": leaf },
                    { "type": "array", "items": next(1) },
                    { "type": "object", "additionalProperties": next(3) },
                ] }),
            );
        }
        json!({ "$defs": definitions, "$ref": "#/$defs/u0" })
    };
    widens(
        "mutually recursive unions",
        &unions(12, "integer"),
        &unions(12, "number"),
    );
    verdicts(
        "unions of other sizes",
        &unions(12, "integer"),
        &unions(7, "number"),
    );
}

#[test]
fn untagged_unions() {
    let union = |count: usize, extra: usize| {
        let branches: Vec<Value> = (0..count)
            .map(|index| json!({ "type": "object", "required": [format!("p{index}")], "properties": { format!("q{index}"): { "type": "integer", "maximum": extra } } }))
            .collect();
        json!({ "anyOf": branches })
    };
    verdicts("untagged unions", &union(30, 5), &union(30, 6));
    let mut one = union(12, 5);
    let branches = one["anyOf"].take();
    one = json!({ "oneOf": branches });
    verdicts("an untagged oneOf", &one, &union(12, 6));
}

/// Returns definitions that refer to each other, like a vendor's file of all its types: each has a tag, and all are
/// branches of one `oneOf`. The last definition may have one more field.
fn everything(count: usize, has_more: bool) -> Value {
    let name = |number: usize| format!("Type{}", number % count);
    let definition = |number: usize| {
        let mut properties = serde_json::Map::new();
        properties.insert("type".into(), json!({ "const": name(number) }));
        for field in 0..20 {
            // An arbitrary definition, such that every definition can reach every other.
            let target = name(number * 7 + field * 31 + 1);
            let target = json!({ "$ref": format!("#/definitions/{target}") });
            let schema = match field % 4 {
                0 => target,
                1 => json!({ "type": "array", "items": target }),
                2 => json!({ "type": "string", "pattern": "^[^ ]+$" }),
                _ => json!({ "type": "number" }),
            };
            properties.insert(format!("field_{field}"), schema);
        }
        if has_more && number + 1 == count {
            properties.insert("more".into(), json!({ "type": "string" }));
        }
        let definition = json!({
            "properties": properties,
            "required": ["type"],
            "additionalProperties": false,
        });
        (name(number), definition)
    };
    let references =
        (0..count).map(|number| json!({ "$ref": format!("#/definitions/{}", name(number)) }));
    json!({
        "$schema": "http://json-schema.org/draft-06/schema#",
        "oneOf": references.collect::<Value>(),
        "definitions": (0..count).map(definition).collect::<serde_json::Map<_, _>>(),
    })
}

#[test]
fn definitions_that_all_lead_to_each_other() {
    widens(
        "680 definitions",
        &everything(680, false),
        &everything(680, true),
    );
}

/// Returns branches that do not exclude each other, next to members that all of them share.
fn branches(count: usize, shared: usize, last: &str) -> Value {
    let members: Map<_, _> = (0..shared)
        .map(|number| (format!("s{number}"), json!({ "type": "integer" })))
        .collect();
    let branch = |number: usize| {
        let name = format!("p{number}");
        let kind = if number + 1 == count { last } else { "integer" };
        json!({ "type": "object", "required": [&name], "properties": { &name: { "type": kind } } })
    };
    json!({ "properties": members, "anyOf": (0..count).map(branch).collect::<Value>() })
}

#[test]
fn many_branches_that_hold_together() {
    let time = |count: usize, shared: usize| {
        let [narrow, wide] = ["integer", "number"].map(|last| branches(count, shared, last));
        let name = format!("{count} branches beside {shared} members");
        let start = processor_time();
        let verdicts = verdicts(&name, &narrow, &wide);
        assert!(is_compatible(&verdicts[0]) && is_compatible(&verdicts[2]));
        assert!(!is_compatible(&verdicts[1]) && !is_compatible(&verdicts[3]));
        (verdicts, processor_time() - start)
    };
    let (few, _) = time(125, 0);
    assert!(is_breaking(&few[1]) && is_breaking(&few[3]));
    let (_, unit) = time(500, 0);
    for (count, shared) in [(500, 2_000), (2_049, 0)] {
        let (_, time) = time(count, shared);
        let times = time.as_secs_f64() / unit.as_secs_f64();
        println!("{count} branches beside {shared} members: {times:.1} times as long");
        assert!(
            times < MOST_TIMES,
            "{count} branches beside {shared} members: {times:.1}"
        );
    }
}

#[test]
fn a_chain_of_references() {
    let chain = |count: usize, last: &Value| {
        let mut definitions = serde_json::Map::new();
        for number in 0..count {
            let next = json!({ "$ref": format!("#/$defs/d{}", number + 1) });
            definitions.insert(format!("d{number}"), next);
        }
        definitions.insert(format!("d{count}"), last.clone());
        json!({ "$ref": "#/$defs/d0", "$defs": definitions })
    };
    widens(
        "1,500 references",
        &chain(1_500, &json!({ "type": "integer" })),
        &chain(1_500, &json!({ "type": "number" })),
    );
}

#[test]
fn many_properties_in_a_branch() {
    let branches = |count: usize, kind: &str| {
        let properties: serde_json::Map<_, _> = (0..count)
            .map(|number| (format!("extra_{number}"), json!({ "type": kind })))
            .collect();
        let mut second = properties;
        second.insert("status".into(), json!({ "const": "b" }));
        json!({ "oneOf": [
            { "type": "object", "required": ["status"], "properties": { "status": { "const": "a" } } },
            { "type": "object", "required": ["status"], "properties": second },
        ] })
    };
    widens(
        "2,000 properties in a branch",
        &branches(2_000, "integer"),
        &branches(2_000, "number"),
    );
}
