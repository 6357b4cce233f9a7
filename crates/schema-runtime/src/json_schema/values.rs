//! The schemas of single values. None of them gets a definition of its own.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::describe::Members;
use crate::{Integer, Number, OpenSet, Raw, RawObject, Timestamp, Unknown, Uri, Uuid};

/// Implements `JsonSchema` for a type whose schema stands where the type is used.
macro_rules! inline {
    ($type:ident, $schema:expr) => {
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                Cow::Borrowed(stringify!($type))
            }

            fn schema_id() -> Cow<'static, str> {
                Cow::Borrowed(concat!("schema_runtime::", stringify!($type)))
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    };
}

inline!(Number, json_schema!({ "type": "number" }));
inline!(
    Timestamp,
    json_schema!({ "type": "string", "format": "date-time" })
);
inline!(Uri, json_schema!({ "type": "string", "format": "uri" }));
inline!(Uuid, json_schema!({ "type": "string", "format": "uuid" }));
inline!(Raw, json_schema!(true));
inline!(RawObject, json_schema!({ "type": "object" }));

impl<const MIN: i64, const MAX: i64> JsonSchema for Integer<MIN, MAX> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Cow::Owned(format!("Integer_from_{MIN}_to_{MAX}"))
    }

    fn schema_id() -> Cow<'static, str> {
        Cow::Owned(format!("schema_runtime::Integer<{MIN}, {MAX}>"))
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "minimum": MIN, "maximum": MAX })
    }
}

/// What the set admits, without its known members.
impl<T: OpenSet + Members + JsonSchema> JsonSchema for Unknown<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Cow::Owned(format!("Unknown_{}", T::schema_name()))
    }

    fn schema_id() -> Cow<'static, str> {
        Cow::Owned(format!("schema_runtime::Unknown<{}>", T::schema_id()))
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = generator.subschema_for::<T>();
        let members = T::members();
        if !members.is_empty() {
            let known: Vec<&str> = members.iter().map(T::as_str).collect();
            schema.insert("not".to_owned(), json_schema!({ "enum": known }).to_value());
        }
        schema
    }
}
