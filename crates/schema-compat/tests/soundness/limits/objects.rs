//! Pairs of a given size, with known verdicts: objects, and the schemas that describe them.

use serde_json::{Map, Value, json};

use super::{
    Case,
    cases::{array, by_name, integer, list, object, string},
};

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

/// Returns a case with branches that each describe one more member of the same object.
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

pub(super) fn many_required(size: usize) -> Case {
    let name = |at: usize| format!("n{at}");
    Case {
        writer: object(json!({ "required": list(size, name) })),
        accepts: object(json!({ "required": list(size - 1, name) })),
        rejects: object(json!({ "properties": { "n0": string() } })),
        document: by_name(size, |at| (name(at), json!(0))),
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

pub(super) fn many_members(size: usize) -> Case {
    Case {
        writer: object(json!({ "minProperties": size })),
        accepts: object(json!({ "minProperties": size - 1 })),
        rejects: object(json!({ "maxProperties": size - 1 })),
        document: by_name(size, |at| (format!("n{at}"), json!(0))),
    }
}

/// Returns a case in which a rejected object needs a member with each of some values, so it needs as many members.
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

pub(super) fn chain_to_an_object(size: usize) -> Case {
    let schema = |end: Value| {
        let definition = |at: usize| {
            let next = if at + 1 < size {
                json!({ "$ref": format!("#/$defs/d{}", at + 1) })
            } else {
                object(json!({ "properties": end }))
            };
            (format!("d{at}"), next)
        };
        let last = format!("#/$defs/d{}", size - 1);
        let p = |reference: &str| json!({ "properties": { "p": { "$ref": reference } } });
        json!({ "allOf": [p("#/$defs/d0"), p(&last)], "$defs": by_name(size, definition) })
    };
    Case {
        writer: schema(json!({ "v": integer() })),
        accepts: schema(json!({ "other": string() })),
        rejects: schema(json!({ "v": string() })),
        document: json!({ "p": { "v": 0 } }),
    }
}

/// Returns a union whose branches each describe a member of their own.
fn by_tag(size: usize, tag: &str, first: Value) -> Value {
    let branch = |at: usize| {
        let own = if at == 0 { first.clone() } else { integer() };
        let properties = json!({ tag: { "const": at }, format!("{tag}{at}"): own });
        object(json!({ "properties": properties, "required": [tag] }))
    };
    json!({ "oneOf": list(size, branch) })
}

pub(super) fn branches_by_tag(size: usize) -> Case {
    let is_first = json!({ "properties": { "t": { "const": 0 } } });
    Case {
        writer: by_tag(size, "t", integer()),
        accepts: json!({ "if": is_first, "then": { "properties": { "t1": string() } } }),
        rejects: by_tag(size, "t", string()),
        document: json!({ "t": 0, "t0": 0 }),
    }
}

pub(super) fn branches_by_two_tags(size: usize) -> Case {
    let both =
        |first: Value| json!({ "allOf": [by_tag(size, "t", first), by_tag(size, "u", integer())] });
    let is_first = json!({ "properties": { "t": { "const": 0 } } });
    Case {
        writer: both(integer()),
        accepts: json!({ "if": is_first, "then": { "properties": { "t1": string() } } }),
        rejects: both(string()),
        document: json!({ "t": 0, "t0": 0, "u": 0 }),
    }
}

pub(super) fn recursive_definitions(size: usize) -> Case {
    let schema = |end: Value| {
        let definition = |at: usize| {
            let here = json!({ "$ref": format!("#/$defs/d{at}") });
            let next = if at + 1 < size {
                json!({ "$ref": format!("#/$defs/d{}", at + 1) })
            } else {
                end.clone()
            };
            let both = json!({ "here": here, "next": next });
            (format!("d{at}"), object(json!({ "properties": both })))
        };
        json!({ "$ref": "#/$defs/d0", "$defs": by_name(size, definition) })
    };
    Case {
        writer: schema(integer()),
        accepts: schema(json!({ "type": "number" })),
        rejects: schema(string()),
        document: (0..size).fold(json!(0), |inner, _| json!({ "next": inner })),
    }
}

pub(super) fn beside_a_union(size: usize) -> Case {
    let union = json!({ "anyOf": list(size, |at| json!({ "const": at })) });
    let schema = |v: Value| {
        let properties = json!({ "u": union, "v": v });
        object(json!({ "properties": properties, "required": ["u", "v"] }))
    };
    Case {
        writer: schema(integer()),
        accepts: schema(json!({ "type": "number" })),
        rejects: schema(string()),
        document: json!({ "u": 0, "v": 0 }),
    }
}

/// Returns a case with closed objects that each require a different name.
pub(super) fn exclusive_names(size: usize) -> Case {
    let branch = |at: usize, v: &Value| {
        let name = format!("a{at}");
        object(json!({
            "properties": { name.as_str(): {}, "v": v },
            "required": [name],
            "additionalProperties": false,
        }))
    };
    let union = |v: Value| json!({ "oneOf": list(size, |at| branch(at, &v)) });
    Case {
        writer: union(integer()),
        accepts: union(json!({ "type": "number" })),
        rejects: union(string()),
        document: json!({ "a0": 0, "v": 0 }),
    }
}

/// Returns a case with 500 branches next to members that all of them share.
pub(super) fn branches_beside_members(size: usize) -> Case {
    let members = object(json!({
        "properties": by_name(size, |at| (format!("p{at}"), integer())),
    }));
    let both = |first: Value| json!({ "allOf": [by_tag(500, "t", first), members] });
    let is_first = json!({ "properties": { "t": { "const": 0 } } });
    Case {
        writer: both(integer()),
        accepts: json!({ "if": is_first, "then": { "properties": { "t1": string() } } }),
        rejects: both(string()),
        document: json!({ "t": 0, "t0": 0 }),
    }
}
