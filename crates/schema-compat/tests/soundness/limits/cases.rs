//! Pairs of a given size, with known verdicts.

use serde_json::{Value, json};

use super::Case;
use crate::schema_edits::extend;

pub(super) fn object(more: Value) -> Value {
    let mut schema = json!({ "type": "object" });
    extend(&mut schema, more);
    schema
}

pub(super) fn array(more: Value) -> Value {
    let mut schema = json!({ "type": "array" });
    extend(&mut schema, more);
    schema
}

pub(super) fn by_name(size: usize, schema: impl Fn(usize) -> (String, Value)) -> Value {
    Value::Object((0..size).map(schema).collect())
}

pub(super) fn list<T: Into<Value>>(size: usize, item: impl Fn(usize) -> T) -> Value {
    (0..size).map(item).collect()
}

pub(super) fn integer() -> Value {
    json!({ "type": "integer" })
}

pub(super) fn string() -> Value {
    json!({ "type": "string" })
}

pub(super) fn chain_of_references(size: usize) -> Case {
    let schema = |end: Value| {
        let definition = |at: usize| {
            let next = if at + 1 < size {
                json!({ "$ref": format!("#/$defs/d{}", at + 1) })
            } else {
                end.clone()
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

pub(super) fn large_divisor(size: usize) -> Case {
    Case {
        writer: json!({ "type": "integer", "multipleOf": size, "minimum": 0, "maximum": size }),
        accepts: json!({ "maximum": size }),
        rejects: json!({ "maximum": size - 1 }),
        document: json!(size),
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

/// Returns a case with different arrays of `size` booleans.
pub(super) fn different_arrays(size: usize) -> Case {
    let item = array(json!({
        "items": { "type": "boolean" }, "minItems": size, "maxItems": size,
    }));
    let all = 1 << size;
    let booleans = |number: usize| list(size, |at| number >> at & 1 == 1);
    Case {
        writer: array(json!({ "items": item, "uniqueItems": true })),
        accepts: array(json!({ "maxItems": all })),
        rejects: array(json!({ "maxItems": all - 1 })),
        document: list(all, booleans),
    }
}

/// Returns a case with arrays of nulls of up to `size` items.
pub(super) fn different_lengths(size: usize) -> Case {
    let item = array(json!({ "items": { "type": "null" }, "maxItems": size }));
    Case {
        writer: array(json!({ "items": item, "uniqueItems": true })),
        accepts: array(json!({ "maxItems": size + 1 })),
        rejects: array(json!({ "maxItems": size })),
        document: list(size + 1, |length| vec![Value::Null; length]),
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

pub(super) fn overlapping_branches(size: usize) -> Case {
    let from = |at: usize| json!({ "minimum": at });
    Case {
        writer: json!({ "type": "integer", "minimum": 0, "maximum": 0 }),
        accepts: json!({ "oneOf": list(size, from) }),
        rejects: json!({ "oneOf": list(size, |at| json!({ "maximum": at })) }),
        document: json!(0),
    }
}

pub(super) fn many_branches(size: usize) -> Case {
    let from = |kind: &'static str, first: usize| {
        let branch = move |at: usize| json!({ "type": kind, "minimum": first + at });
        json!({ "anyOf": list(size, branch) })
    };
    Case {
        writer: from("integer", 0),
        accepts: from("number", 0),
        rejects: from("number", 1),
        document: json!(0),
    }
}

pub(super) fn enum_in_range(size: usize) -> Case {
    Case {
        writer: json!({ "enum": list(size, |at| at) }),
        accepts: json!({ "type": "integer", "minimum": 0, "maximum": size - 1 }),
        rejects: json!({ "type": "integer", "minimum": 0, "maximum": size - 2 }),
        document: json!(size - 1),
    }
}

pub(super) fn small_fraction(size: usize) -> Case {
    let end = format!("1e-{size}").parse::<f64>().unwrap();
    Case {
        writer: json!({ "type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": end }),
        accepts: json!({ "minimum": 0 }),
        rejects: json!({ "maximum": 0 }),
        document: json!(end / 2.0),
    }
}
