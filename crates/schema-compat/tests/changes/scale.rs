//! Documents that are each large in one way. An algorithm that needs the square of their size would not finish.

use schema_compat::changes::{Change, ChangeKind, apply, changes};
use serde_json::{Map, Value, json};

fn count(changes: &[Change], holds: impl Fn(&ChangeKind) -> bool) -> usize {
    changes.iter().filter(|change| holds(&change.kind)).count()
}

/// Returns an object with `count` members, each made from its number.
fn members(count: usize, make: impl Fn(usize) -> (String, Value)) -> Map<String, Value> {
    (0..count).map(make).collect()
}

#[test]
fn a_thousand_properties() {
    let of = |kind: &str| {
        let properties = members(1000, |i| (format!("p{i}"), json!({ "type": kind })));
        json!({ "properties": properties })
    };
    let found = changes(&of("string"), &of("integer"));
    let is_type = |kind: &ChangeKind| matches!(kind, ChangeKind::Type { .. });
    assert_eq!((found.len(), count(&found, is_type)), (1000, 1000));
}

#[test]
fn five_thousand_members() {
    let of = |first: usize| {
        let values: Vec<String> = (first..first + 5000).map(|i| format!("v{i}")).collect();
        json!({ "enum": values })
    };
    let found = changes(&of(0), &of(1000));
    let is_added = |kind: &ChangeKind| matches!(kind, ChangeKind::MemberAdded { .. });
    assert_eq!((found.len(), count(&found, is_added)), (2000, 1000));
}

#[test]
fn four_hundred_branches() {
    let of = |first: usize| {
        let branch = |i: usize| json!({ "properties": { "kind": { "const": i } } });
        json!({ "oneOf": (first..first + 400).map(branch).collect::<Vec<_>>() })
    };
    let found = changes(&of(0), &of(100));
    let is_added = |kind: &ChangeKind| matches!(kind, ChangeKind::BranchAdded { .. });
    assert_eq!((found.len(), count(&found, is_added)), (200, 100));
}

#[test]
fn a_chain_of_five_thousand_references() {
    let of = |kind: &str| {
        let mut definitions = members(5000, |i| {
            let next = format!("#/$defs/d{}", i + 1);
            (format!("d{i}"), json!({ "$ref": next }))
        });
        definitions.insert("d5000".into(), json!({ "type": kind }));
        json!({ "properties": { "a": { "$ref": "#/$defs/d0" } }, "$defs": definitions })
    };
    let found = changes(&of("string"), &of("integer"));
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].fields, ["a"]);
}

#[test]
fn a_thousand_definitions_with_other_names() {
    let of = |prefix: &str| {
        let name = |i: usize| format!("{prefix}{i}");
        let properties = members(1000, |i| {
            let reference = format!("#/$defs/{}", name(i));
            (format!("p{i}"), json!({ "$ref": reference }))
        });
        let definitions = members(1000, |i| (name(i), json!({ "maxLength": i })));
        json!({ "properties": properties, "$defs": definitions })
    };
    let found = changes(&of("a"), &of("b"));
    let is_renamed = |kind: &ChangeKind| matches!(kind, ChangeKind::DefinitionRenamed { .. });
    assert_eq!((found.len(), count(&found, is_renamed)), (1000, 1000));
}

/// Checks definitions that each refer three times to the next, so that there are too many paths to walk.
#[test]
fn definitions_that_multiply() {
    let of = |kind: &str| {
        let mut definitions = members(100, |i| {
            let next = json!({ "$ref": format!("#/$defs/d{}", i + 1) });
            let properties = json!({ "a": next, "b": next, "c": next });
            (format!("d{i}"), json!({ "properties": properties }))
        });
        definitions.insert("d100".into(), json!({ "type": kind }));
        json!({ "$ref": "#/$defs/d0", "$defs": definitions })
    };
    assert_eq!(changes(&of("string"), &of("integer")).len(), 1);
}

/// Returns the processor time of this thread that a task takes, in seconds.
#[cfg(unix)]
fn cost(task: impl Fn()) -> f64 {
    use nix::time::{ClockId, clock_gettime};

    let now = || {
        let time = clock_gettime(ClockId::CLOCK_THREAD_CPUTIME_ID).unwrap();
        std::time::Duration::from(time).as_secs_f64()
    };
    // The minimum of several tries is the one with the least disturbance.
    let once = || {
        let start = now();
        task();
        now() - start
    };
    (0..3).map(|_| once()).fold(f64::INFINITY, f64::min)
}

#[cfg(unix)]
fn texts(from: usize, count: usize) -> Vec<Value> {
    (from..from + count)
        .map(|at| json!(format!("t{at}")))
        .collect()
}

/// A function that returns a document of a given size, before and after a change.
#[cfg(unix)]
type Pair = fn(usize) -> [Value; 2];

/// Checks that a list of four times the size takes about four times as long. With quadratic cost, it would take sixteen
/// times as long.
#[cfg(unix)]
#[test]
fn the_cost_of_a_list_grows_with_it() {
    let cases: [(&str, Pair); 11] = [
        ("enum, all others", |size| {
            [0, size].map(|from| json!({ "enum": texts(from, size) }))
        }),
        ("enum, half", |size| {
            [0, size / 2].map(|from| json!({ "enum": texts(from, size) }))
        }),
        ("enum, twice", |size| {
            [0, size].map(|from| {
                let twice = [texts(from, size), texts(from, size)].concat();
                json!({ "enum": twice })
            })
        }),
        ("const", |size| {
            [json!({ "const": 1 }), json!({ "enum": texts(0, size) })]
        }),
        ("required", |size| {
            [0, size].map(|from| json!({ "required": texts(from, size) }))
        }),
        ("x-known-values", |size| {
            [0, size].map(|from| json!({ "x-known-values": texts(from, size) }))
        }),
        ("type", |size| {
            [0, size].map(|from| json!({ "type": texts(from, size) }))
        }),
        ("examples", |size| {
            [0, size].map(|from| json!({ "examples": texts(from, size) }))
        }),
        ("branches", |size| {
            [0, 1].map(|from| {
                let of = |at: usize| json!({ "type": format!("t{at}"), "minLength": at + from });
                json!({ "allOf": (0..size).map(of).collect::<Vec<_>>() })
            })
        }),
        ("required properties", |size| {
            [0, size].map(|from| {
                let properties = members(size, |at| (format!("t{}", from + at), json!({})));
                json!({ "properties": properties, "required": texts(from, size) })
            })
        }),
        ("inlined", |size| {
            let values = texts(0, size);
            let inlined = json!({ "enum": texts(size, size) });
            [
                json!({ "$ref": "#/$defs/a", "$defs": { "a": { "enum": values } } }),
                json!({ "enum": inlined["enum"], "$defs": { "a": { "enum": values } } }),
            ]
        }),
    ];
    for (name, of) in cases {
        let cost = |size: usize| {
            let [old, new] = of(size);
            cost(|| {
                let found = changes(&old, &new);
                let made = apply(&old, &new, &found);
                assert!(made.is_object());
            })
        };
        let (few, many) = (cost(2_500), cost(10_000));
        println!("{name}: {few:.3} s, {many:.3} s");
        assert!(
            many < 9.0 * few,
            "{name}: {few} s for 2,500, {many} s for 10,000"
        );
    }
}
