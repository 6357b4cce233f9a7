//! Pairs of a size, of which the right verdicts are known.

use serde_json::{Map, Value, json};

use super::Case;
use crate::change::extend;

fn object(more: Value) -> Value {
    let mut schema = json!({ "type": "object" });
    extend(&mut schema, more);
    schema
}

fn array(more: Value) -> Value {
    let mut schema = json!({ "type": "array" });
    extend(&mut schema, more);
    schema
}

fn by_name(size: usize, schema: impl Fn(usize) -> (String, Value)) -> Value {
    Value::Object((0..size).map(schema).collect())
}

fn list<T: Into<Value>>(size: usize, item: impl Fn(usize) -> T) -> Value {
    (0..size).map(item).collect()
}

fn integer() -> Value {
    json!({ "type": "integer" })
}

fn string() -> Value {
    json!({ "type": "string" })
}

pub(super) fn optional_branches(size: usize) -> Case {
    let (a, b) = (json!({ "required": ["a"] }), json!({ "required": ["b"] }));
    let opaque = json!({ "properties": { "p": { "pattern": "^(?!x)" } } });
    let choice = |at: usize| {
        let own = json!({ "properties": { format!("n{at}"): integer() } });
        json!({ "anyOf": [a, { "allOf": [b, own] }] })
    };
    let mut all = list(size, choice);
    all.as_array_mut().unwrap().push(opaque);
    Case {
        writer: object(json!({ "allOf": all })),
        accepts: json!({ "anyOf": [a, b] }),
        rejects: json!({ "not": a }),
        document: json!({ "a": 0 }),
    }
}

pub(super) fn opaque_properties(size: usize) -> Case {
    let property = json!({ "type": "string", "pattern": "^(?!x)" });
    let schema = |size: usize| by_name(size, |at| (format!("n{at}"), property.clone()));
    let mut other = schema(size);
    other["n0"] = integer();
    Case {
        writer: object(json!({ "properties": schema(size) })),
        accepts: object(json!({ "properties": schema(size - 1) })),
        rejects: object(json!({ "properties": other })),
        document: json!({ "n0": "" }),
    }
}

pub(super) fn letter_before_the_last(size: usize) -> Case {
    let pattern = format!("^[ab]*a[ab]{{{size}}}$");
    Case {
        writer: json!({ "type": "string", "pattern": pattern }),
        accepts: json!({ "pattern": "a" }),
        rejects: json!({ "pattern": "^a" }),
        document: json!(format!("ba{}", "b".repeat(size))),
    }
}

pub(super) fn long_pattern(size: usize) -> Case {
    Case {
        writer: json!({ "type": "string", "pattern": "^a*$", "minLength": size }),
        accepts: json!({ "pattern": "^a", "minLength": size - 1 }),
        rejects: json!({ "maxLength": size - 1 }),
        document: json!("a".repeat(size)),
    }
}

pub(super) fn chain_of_references(size: usize) -> Case {
    let schema = |end: Value| {
        let definition = |at: usize| {
            let next = match at + 1 < size {
                true => json!({ "$ref": format!("#/$defs/d{}", at + 1) }),
                false => end.clone(),
            };
            (format!("d{at}"), next)
        };
        json!({ "$ref": "#/$defs/d0", "$defs": by_name(size, definition) })
    };
    Case {
        writer: schema(integer()),
        accepts: schema(json!({ "type": "number" })),
        rejects: schema(string()),
        document: json!(0),
    }
}

pub(super) fn nested_objects(size: usize) -> Case {
    let nested = |inner: Value| {
        let around = |inner: Value, _| object(json!({ "properties": { "a": inner } }));
        (0..size).fold(object(json!({ "properties": inner })), around)
    };
    let document = (0..size).fold(json!({ "v": 0 }), |inner, _| json!({ "a": inner }));
    Case {
        writer: nested(json!({ "v": integer() })),
        accepts: nested(json!({ "other": string() })),
        rejects: nested(json!({ "v": string() })),
        document,
    }
}

/// Branches that each describe one more member of the same object.
fn branches(size: usize, around: impl Fn(Value) -> Value, document: Value) -> Case {
    let of =
        |name: String, schema: Value| around(object(json!({ "properties": { name: schema } })));
    Case {
        writer: json!({ "anyOf": list(size, |at| of(format!("n{at}"), integer())) }),
        accepts: of("other".into(), string()),
        rejects: of("n0".into(), string()),
        document,
    }
}

pub(super) fn branches_of_members(size: usize) -> Case {
    let around = |inner: Value| object(json!({ "properties": { "p": inner } }));
    branches(size, around, json!({ "p": { "n0": 0 } }))
}

pub(super) fn branches_of_items(size: usize) -> Case {
    branches(
        size,
        |inner| array(json!({ "items": inner })),
        json!([{ "n0": 0 }]),
    )
}

pub(super) fn contained_objects(size: usize) -> Case {
    let has = |at: usize| {
        let name = format!("n{at}");
        json!({ "contains": { "properties": { &name: integer() }, "required": [name] } })
    };
    let item = by_name(size, |at| (format!("n{at}"), json!(0)));
    Case {
        writer: array(json!({
            "items": object(json!({ "properties": { "a": integer() } })),
            "allOf": list(size, has),
        })),
        accepts: array(json!({ "items": object(json!({ "properties": { "other": string() } })) })),
        rejects: array(json!({ "items": { "not": { "required": ["n0"] } } })),
        document: json!([item]),
    }
}

pub(super) fn large_divisor(size: usize) -> Case {
    Case {
        writer: json!({ "type": "integer", "multipleOf": size, "minimum": 0, "maximum": size }),
        accepts: json!({ "maximum": size }),
        rejects: json!({ "maximum": size - 1 }),
        document: json!(size),
    }
}

pub(super) fn patterns_of_members(size: usize) -> Case {
    let nested = |name: &str, schema: Value| object(json!({ "properties": { name: schema } }));
    let entry = |at: usize| (format!("^p{at}_"), nested(&format!("v{at}"), integer()));
    Case {
        writer: object(json!({ "patternProperties": by_name(size, entry) })),
        accepts: object(json!({
            "properties": { "other": string() },
            "patternProperties": { "^p0_": nested("v1", string()) },
        })),
        rejects: object(json!({ "patternProperties": { "^p0_": nested("v0", string()) } })),
        document: json!({ "p0_": { "v0": 0 } }),
    }
}

pub(super) fn contained_constants(size: usize) -> Case {
    let contains = |at: usize| json!({ "contains": { "const": at } });
    Case {
        writer: array(json!({ "allOf": list(size, contains), "unevaluatedItems": false })),
        accepts: array(json!({ "items": { "minimum": 0, "maximum": size - 1 }, "minItems": size })),
        rejects: array(json!({ "maxItems": size - 1 })),
        document: list(size, |at| at),
    }
}

pub(super) fn power_of_ten(size: usize) -> Case {
    let bound = format!("1e{size}").parse::<f64>().unwrap();
    Case {
        writer: json!({ "type": "integer", "minimum": bound }),
        accepts: json!({ "type": "integer", "minimum": bound / 2.0 }),
        rejects: json!({ "type": "integer", "minimum": bound * 2.0 }),
        document: json!(bound * 1.5),
    }
}

pub(super) fn long_enum(size: usize) -> Case {
    let text = |at: usize| format!("t{at}");
    let last = text(size - 1);
    Case {
        writer: json!({ "enum": list(size, text), "pattern": "^(?!x)" }),
        accepts: json!({ "enum": list(size + 1, text) }),
        rejects: json!({ "type": "string", "pattern": format!("^(?!{last}$)") }),
        document: json!(last),
    }
}

pub(super) fn many_required(size: usize) -> Case {
    let name = |at: usize| format!("n{at}");
    Case {
        writer: object(json!({ "required": list(size, name) })),
        accepts: object(json!({ "required": list(size - 1, name) })),
        rejects: object(json!({ "properties": { "n0": string() } })),
        document: by_name(size, |at| (name(at), json!(0))),
    }
}

pub(super) fn nested_arrays(size: usize) -> Case {
    let nested = |inner: Value| {
        (0..size).fold(inner, |inner, _| {
            array(json!({ "items": inner, "minItems": 1 }))
        })
    };
    Case {
        writer: nested(integer()),
        accepts: nested(json!({ "type": "number" })),
        rejects: nested(string()),
        document: (0..size).fold(json!(0), |inner, _| json!([inner])),
    }
}

pub(super) fn pairs_of_branches(size: usize) -> Case {
    let choice = |at: usize| {
        let (a, b) = (format!("a{at}"), format!("b{at}"));
        json!({ "anyOf": [{ "required": [a] }, { "required": [b] }] })
    };
    let all_a: Vec<String> = (0..size).map(|at| format!("a{at}")).collect();
    Case {
        writer: object(json!({ "allOf": list(size, choice) })),
        accepts: object(json!({ "minProperties": size })),
        rejects: object(json!({ "not": { "required": all_a } })),
        document: by_name(size, |at| (format!("a{at}"), json!(null))),
    }
}

pub(super) fn different_items(size: usize) -> Case {
    let item = json!({ "type": "integer", "minimum": 1, "maximum": size });
    Case {
        writer: array(json!({ "items": item, "uniqueItems": true, "minItems": size })),
        accepts: array(json!({ "maxItems": size })),
        rejects: array(json!({ "maxItems": size - 1 })),
        document: list(size, |at| at + 1),
    }
}

pub(super) fn equal_items(size: usize) -> Case {
    let schema = |last: usize| {
        let mut prefix = list(size, |at| json!({ "const": at }));
        prefix
            .as_array_mut()
            .unwrap()
            .push(json!({ "enum": [size, last] }));
        array(json!({ "prefixItems": prefix, "items": false }))
    };
    let mut document = list(size, |at| at);
    document.as_array_mut().unwrap().push(json!(size - 1));
    Case {
        writer: schema(size - 1),
        accepts: array(json!({ "maxItems": size + 1 })),
        rejects: array(json!({ "uniqueItems": true })),
        document,
    }
}

pub(super) fn long_prefix(size: usize) -> Case {
    let prefix = |last: Value| {
        let mut prefix = list(size - 1, |_| json!(true));
        prefix.as_array_mut().unwrap().push(last);
        array(json!({ "prefixItems": prefix, "minItems": size }))
    };
    Case {
        writer: prefix(integer()),
        accepts: prefix(json!({ "type": "number" })),
        rejects: prefix(string()),
        document: list(size, |_| 0),
    }
}

pub(super) fn contained_by_length(size: usize) -> Case {
    let contains = |at: usize| json!({ "contains": { "const": at } });
    Case {
        writer: array(json!({ "allOf": list(size, contains) })),
        accepts: array(json!({ "minItems": size })),
        rejects: array(json!({ "minItems": size + 1 })),
        document: list(size, |at| at),
    }
}

pub(super) fn long_array(size: usize) -> Case {
    Case {
        writer: array(json!({ "minItems": size })),
        accepts: array(json!({ "minItems": size - 1 })),
        rejects: array(json!({ "maxItems": size })),
        document: list(size + 1, |_| 0),
    }
}

pub(super) fn counted_items(size: usize) -> Case {
    let contains = |at: usize| json!({ "contains": { "const": at }, "minContains": size });
    Case {
        writer: array(json!({ "allOf": list(2, contains) })),
        accepts: array(json!({ "minItems": 2 * size })),
        rejects: array(json!({ "minItems": 2 * size + 1 })),
        document: list(2 * size, |at| at % 2),
    }
}

pub(super) fn counted_in_long_array(size: usize) -> Case {
    let contains = |at: usize| json!({ "contains": { "const": at }, "minContains": 40 });
    Case {
        writer: array(json!({ "allOf": list(2, contains), "minItems": size })),
        accepts: array(json!({ "minItems": size - 1 })),
        rejects: array(json!({ "minItems": size + 1 })),
        document: list(size, |at| at % 2),
    }
}

pub(super) fn independent_patterns(size: usize) -> Case {
    let letter = |at: usize| char::from(b'a' + u8::try_from(at).unwrap()).to_string();
    let patterns = |size: usize| by_name(size, |at| (letter(at), integer()));
    let all: String = (0..size).map(letter).collect();
    let each = list(size, |at| json!({ "pattern": letter(at) }));
    Case {
        writer: object(json!({ "patternProperties": patterns(size) })),
        accepts: object(json!({ "patternProperties": { "a": { "type": "number" } } })),
        rejects: object(json!({ "propertyNames": { "not": { "allOf": each } } })),
        document: Value::Object([(all, json!(0))].into_iter().collect::<Map<_, _>>()),
    }
}

pub(super) fn array_in_forms(size: usize) -> Case {
    let values = list(size, |at| at);
    Case {
        writer: json!({ "enum": [values] }),
        accepts: json!({ "maxItems": size }),
        rejects: json!({ "maxItems": size - 1 }),
        document: values,
    }
}

pub(super) fn only_number(size: usize) -> Case {
    Case {
        writer: json!({ "type": "integer", "minimum": size, "maximum": size }),
        accepts: json!({ "minimum": size }),
        rejects: json!({ "minimum": size + 1 }),
        document: json!(size),
    }
}

pub(super) fn range_as_enum(size: usize) -> Case {
    Case {
        writer: json!({ "type": "integer", "minimum": 0, "maximum": size - 1 }),
        accepts: json!({ "enum": list(size, |at| at) }),
        rejects: json!({ "enum": list(size - 1, |at| at) }),
        document: json!(size - 1),
    }
}

pub(super) fn many_members(size: usize) -> Case {
    Case {
        writer: object(json!({ "minProperties": size })),
        accepts: object(json!({ "minProperties": size - 1 })),
        rejects: object(json!({ "maxProperties": size - 1 })),
        document: by_name(size, |at| (format!("n{at}"), json!(0))),
    }
}

/// A reader that rejects what has a member of each of some values, so that as many members are needed.
pub(super) fn demands(size: usize) -> Case {
    let lacks = |at: usize| json!({ "additionalProperties": { "not": { "const": at } } });
    Case {
        writer: object(json!({ "maxProperties": size })),
        accepts: json!({ "anyOf": list(size + 1, lacks) }),
        rejects: json!({ "anyOf": list(size, lacks) }),
        document: by_name(size, |at| (format!("n{at}"), json!(at))),
    }
}

pub(super) fn enum_of_objects(size: usize) -> Case {
    let value = json!({ "type": "integer", "minimum": 0, "maximum": size - 1 });
    let each = |size: usize| json!({ "enum": list(size, |at| json!({ "a": at })) });
    Case {
        writer: object(json!({
            "properties": { "a": value },
            "required": ["a"],
            "additionalProperties": false,
        })),
        accepts: each(size),
        rejects: each(size - 1),
        document: json!({ "a": size - 1 }),
    }
}

pub(super) fn overlapping_branches(size: usize) -> Case {
    let from = |at: usize| json!({ "minimum": at });
    Case {
        writer: json!({ "type": "integer", "minimum": 0, "maximum": 0 }),
        accepts: json!({ "oneOf": list(size, from) }),
        rejects: json!({ "oneOf": list(size, |at| json!({ "maximum": at })) }),
        document: json!(0),
    }
}

pub(super) fn three_unions(size: usize) -> Case {
    let union = |name: &str| {
        let branch =
            |at: usize| json!({ "properties": { name: { "const": at } }, "required": [name] });
        json!({ "oneOf": list(size, branch) })
    };
    let unions = json!([union("a"), union("b"), union("c")]);
    let bound = |most: usize| json!({ "properties": { "b": { "maximum": most } } });
    Case {
        writer: object(json!({ "allOf": unions })),
        accepts: bound(size - 1),
        rejects: bound(size - 2),
        document: json!({ "a": 0, "b": size - 1, "c": 0 }),
    }
}

pub(super) fn opaque_pattern(size: usize) -> Case {
    Case {
        writer: json!({ "type": "string", "pattern": "^(?!a)" }),
        accepts: json!({ "type": ["string", "null"] }),
        rejects: json!({ "maxLength": size }),
        document: json!("b".repeat(size + 1)),
    }
}

pub(super) fn long_string(size: usize) -> Case {
    Case {
        writer: json!({ "type": "string", "minLength": size }),
        accepts: json!({ "minLength": size - 1 }),
        rejects: json!({ "minLength": size + 1 }),
        document: json!("a".repeat(size)),
    }
}

pub(super) fn tagged(size: usize) -> Case {
    let union = |n: Value| {
        let branch = |at: usize| {
            let tags = [format!("t{at}"), format!("u{at}")];
            let n = if at == 0 { n.clone() } else { json!(true) };
            json!({ "properties": { "t": { "enum": tags }, "n": n } })
        };
        object(json!({ "required": ["t"], "oneOf": list(size, branch) }))
    };
    Case {
        writer: union(integer()),
        accepts: union(json!({ "type": "number" })),
        rejects: union(string()),
        document: json!({ "t": "u0", "n": 0 }),
    }
}
