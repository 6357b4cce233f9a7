//! The schemas of single values. They are always inlined, without a definition of their own.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::describe::Members;
use crate::{
    BoundedMap, BoundedVec, Date, Integer, JsonOrd, Number, ObjectMap, OpenSet, Raw, RawObject,
    Timestamp, UniqueVec, Unknown, Uri, Uuid,
};

/// Implements `JsonSchema` for a type whose schema is inlined.
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
inline!(Date, json_schema!({ "type": "string", "format": "date" }));
inline!(Uri, json_schema!({ "type": "string", "format": "uri" }));
inline!(Uuid, json_schema!({ "type": "string", "format": "uuid" }));
inline!(Raw, json_schema!(true));
inline!(RawObject, json_schema!({ "type": "object" }));

impl<P, const MIN: i64, const MAX: i64, const OF: i64> JsonSchema for Integer<P, MIN, MAX, OF> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Cow::Owned(match OF {
            1 => format!("Integer_from_{MIN}_to_{MAX}"),
            of => format!("Multiple_of_{of}_from_{MIN}_to_{MAX}"),
        })
    }

    fn schema_id() -> Cow<'static, str> {
        Cow::Owned(format!("schema_runtime::Integer<{MIN}, {MAX}, {OF}>"))
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let mut schema = json_schema!({ "type": "integer", "minimum": MIN, "maximum": MAX });
        if OF != 1 {
            schema.insert("multipleOf".to_owned(), OF.into());
        }
        schema
    }
}

/// Implements `JsonSchema` for a list of items, or a map of values by name.
macro_rules! container {
    (
        $type:ident<$($parameter:ident $(: $bound:ident)?),+ $(; $min:ident, $max:ident)?>,
        |$generator:ident| $schema:expr $(, $fewest:literal, $most:literal)?
    ) => {
        impl<$($parameter: JsonSchema $(+ $bound)?),+ $(, const $min: usize, const $max: usize)?>
            JsonSchema for $type<$($parameter),+ $(, $min, $max)?>
        {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                Cow::Owned([stringify!($type).into() $(, $parameter::schema_name())+].join("_"))
            }

            fn schema_id() -> Cow<'static, str> {
                Cow::Borrowed(std::any::type_name::<Self>())
            }

            fn json_schema($generator: &mut SchemaGenerator) -> Schema {
                #[allow(unused_mut, reason = "some have no limits")]
                let mut schema = $schema;
                $(
                    if $min > 0 {
                        schema.insert($fewest.to_owned(), $min.into());
                    }
                    if $max < usize::MAX {
                        schema.insert($most.to_owned(), $max.into());
                    }
                )?
                schema
            }
        }
    };
}

container!(
    BoundedVec<T; MIN, MAX>,
    |generator| json_schema!({ "type": "array", "items": generator.subschema_for::<T>() }),
    "minItems",
    "maxItems"
);
container!(
    UniqueVec<T: JsonOrd; MIN, MAX>,
    |generator| json_schema!({
        "type": "array", "items": generator.subschema_for::<T>(), "uniqueItems": true
    }),
    "minItems",
    "maxItems"
);
container!(ObjectMap<K, V>, |generator| map::<K, V>(generator));
container!(
    BoundedMap<K, V; MIN, MAX>,
    |generator| map::<K, V>(generator),
    "minProperties",
    "maxProperties"
);

fn map<K: JsonSchema, V: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
    let (key, value) = (
        generator.subschema_for::<K>(),
        generator.subschema_for::<V>(),
    );
    let mut schema = json_schema!({ "type": "object", "additionalProperties": value });
    // Every name is a string.
    if K::schema_id() != String::schema_id() {
        schema.insert("propertyNames".to_owned(), key.to_value());
    }
    schema
}

/// Describes the strings that the set accepts, without its known members.
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
