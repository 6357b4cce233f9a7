//! JSON Schemas of types (feature `schemars`).
//!
//! Generated code names the types with [`json_schema!`](crate::json_schema), which expands to nothing
//! without the feature. So the crate that contains the code needs no feature and no `cfg` for it.

#[cfg(feature = "schemars")]
mod describe;
#[cfg(feature = "schemars")]
mod values;

#[cfg(feature = "schemars")]
pub use self::describe::{
    EventSchema, Members, ObjectSchema, TupleSchema, UnionSchema, number, string, strings,
};

/// Implements `schemars::JsonSchema` for a generated type of the parent module, if the feature
/// `schemars` is on; otherwise expands to nothing.
///
/// The types of fields, the members of sets and the branches of unions are taken from the
/// Rust type; names, constraints and descriptions are arguments.
///
/// # Examples
///
/// ```
/// use std::borrow::Cow;
/// # use schema_runtime::StringValue;
///
/// pub struct Size {
///     pub width: schema_runtime::Integer<u8, 0, 100>,
///     pub unit: Option<Unit>,
/// }
///
/// pub struct Unit(String);
/// # impl StringValue for Unit {
/// #     const EXPECTED: &'static str = "1 to 3 characters";
/// #     fn accepts(text: &str) -> bool { (1..=3).contains(&text.chars().count()) }
/// #     fn from_text(text: Cow<'_, str>) -> Option<Self> { Some(Self(text.into_owned())) }
/// #     fn as_str(&self) -> &str { &self.0 }
/// # }
///
/// mod json_schema {
///     schema_runtime::json_schema! {
///         object Size {
///             required width = "width", "Measured along the front.";
///             optional unit = "unit", "";
///         }
///         "How large it is."
///     }
///
///     schema_runtime::json_schema! {
///         text Unit { "minLength": 1, "maxLength": 3 }
///         ""
///     }
/// }
///
/// fn main() {
///     # #[cfg(feature = "schemars")] {
///     let schema = schemars::schema_for!(Size).to_value();
///     assert_eq!(schema["properties"]["width"]["maximum"], 100);
///     assert_eq!(schema["required"], serde_json::json!(["width"]));
///     assert_eq!(schema["$defs"]["Unit"]["maxLength"], 3);
///     # }
/// }
/// ```
#[cfg(feature = "schemars")]
#[macro_export]
macro_rules! json_schema {
    // An object: each field is `required` or `optional`, and has a name in Rust, one in JSON, and a description. A
    // `constant` has its value instead of the name in Rust.
    (object $name:ident {
        $($kind:ident $field:tt = $json:literal, $field_about:literal;)*
    } $about:literal) => {
        $crate::json_schema! { @named super::$name, ::core::stringify!($name), |generator| {
            #[allow(unused_mut, reason = "an object may have no known field")]
            let mut object = $crate::private::ObjectSchema::<super::$name>::new(generator, $about);
            $($crate::json_schema! { @field object $kind $field, $json, $field_about })*
            object.finish()
        } }
    };

    // One of several objects, distinguished by a tag: an enum with a field in each variant.
    (union $name:ident { $($variant:ident),* } $about:literal) => {
        $crate::json_schema! { @named super::$name, ::core::stringify!($name), |generator| {
            let mut union = $crate::private::UnionSchema::<super::$name>::new(generator, $about);
            $(union.branch(super::$name::$variant);)*
            union.finish()
        } }
    };

    // A string with constraints, by their keywords.
    (text $name:ident { $($keyword:literal: $value:literal),* } $about:literal) => {
        $crate::json_schema! { @named super::$name, ::core::stringify!($name), |_generator| {
            $crate::private::string::<super::$name>($about, &[], $crate::private::schemars::json_schema!({
                $($keyword: $value),*
            }))
        } }
    };

    // A number with bounds, by their keywords.
    (number $name:ident { $($keyword:literal: $value:literal),* } $about:literal) => {
        $crate::json_schema! { @named super::$name, ::core::stringify!($name), |_generator| {
            $crate::private::number($about, $crate::private::schemars::json_schema!({
                $($keyword: $value),*
            }))
        } }
    };

    // A list with a type for each item, by its index.
    (tuple $name:ident { $($index:tt = $item_about:literal),* } $about:literal) => {
        $crate::json_schema! { @named super::$name, ::core::stringify!($name), |generator| {
            let mut tuple = $crate::private::TupleSchema::<super::$name>::new(generator, $about);
            $(tuple.item($item_about, |it| &it.$index);)*
            tuple.finish()
        } }
    };

    // A member of a closed set of strings.
    (closed_set $name:ident { $($variant:ident),* } $about:literal) => {
        $crate::json_schema! { @named super::$name, ::core::stringify!($name), |_generator| {
            $crate::private::strings($about, &[$(super::$name::$variant),*])
        } }
    };

    // A known member of an open set of strings, or another string: the known members, and the constraints of each
    // string.
    (open_set $name:ident { $($variant:ident),* } {
        $($keyword:literal: $value:literal),*
    } $about:literal) => {
        impl $crate::private::Members for super::$name {
            fn members() -> ::std::vec::Vec<Self> {
                ::std::vec![$(super::$name::$variant),*]
            }
        }

        $crate::json_schema! { @named super::$name, ::core::stringify!($name), |_generator| {
            let known = <super::$name as $crate::private::Members>::members();
            $crate::private::string::<super::$name>($about, &known, $crate::private::schemars::json_schema!({
                $($keyword: $value),*
            }))
        } }
    };

    // The envelope with each of some payloads, and with that of an unknown event.
    (event $name:ident {
        $($kind:ident $field:tt = $json:literal, $field_about:literal;)*
    } around $data:ident { Unknown($set:ident) $(, $payload:ident)* } $about:literal) => {
        /// Adds the fields to the schema of an event, whatever its payload, and returns it.
        fn describe_event<D>(
            mut event: $crate::private::EventSchema<'_, super::$name<D>>,
        ) -> $crate::private::schemars::Schema {
            $($crate::json_schema! { @part event $kind $field, $json, $field_about })*
            event.finish()
        }

        $(
            $crate::json_schema! {
                @named super::$name<super::$payload>,
                ::core::concat!(::core::stringify!($name), "_for_", ::core::stringify!($payload)),
                |generator| {
                    describe_event::<super::$payload>($crate::private::EventSchema::known::<super::$payload>(
                        generator, $about,
                    ))
                }
            }
        )*

        $crate::json_schema! {
            @named super::$name<super::$data>, ::core::stringify!($name), |generator| {
                let branches = ::std::vec![
                    $(generator.subschema_for::<super::$name<super::$payload>>(),)*
                    describe_event::<super::$data>(
                        $crate::private::EventSchema::unknown::<super::$set>(generator),
                    ),
                ];
                $crate::private::EventSchema::<super::$name<super::$data>>::any(branches, $about)
            }
        }
    };

    (@field $object:ident constant $value:literal, $json:literal, $about:literal) => {
        $object.constant($json, $about, $value);
    };
    (@field $object:ident $kind:ident $field:ident, $json:literal, $about:literal) => {
        $object.$kind($json, $about, |it| &it.$field);
    };

    (@part $event:ident event_type _, $json:literal, $about:literal) => {
        $event.event_type($json, $about);
    };
    (@part $event:ident payload _, $json:literal, $about:literal) => {
        $event.payload($json, $about);
    };
    (@part $event:ident required_schema_ref $type:ident, $json:literal, $about:literal) => {
        $event.schema_ref::<super::$type>($json, $about, true);
    };
    (@part $event:ident optional_schema_ref $type:ident, $json:literal, $about:literal) => {
        $event.schema_ref::<super::$type>($json, $about, false);
    };
    (@part $event:ident constant $value:literal, $json:literal, $about:literal) => {
        $event.object.constant($json, $about, $value);
    };
    (@part $event:ident $kind:ident $field:ident, $json:literal, $about:literal) => {
        $event.object.$kind($json, $about, |it| &it.$field);
    };

    (@named $type:ty, $name:expr, |$generator:ident| $schema:expr) => {
        impl $crate::private::schemars::JsonSchema for $type {
            fn schema_name() -> ::std::borrow::Cow<'static, str> {
                ::std::borrow::Cow::Borrowed($name)
            }

            fn schema_id() -> ::std::borrow::Cow<'static, str> {
                ::std::borrow::Cow::Borrowed(::core::concat!(
                    ::core::module_path!(),
                    "::",
                    ::core::stringify!($type)
                ))
            }

            fn json_schema(
                $generator: &mut $crate::private::schemars::SchemaGenerator,
            ) -> $crate::private::schemars::Schema {
                $schema
            }
        }
    };
}

/// Implements `schemars::JsonSchema` for a generated type, if the feature `schemars` is on; otherwise expands
/// to nothing.
#[cfg(not(feature = "schemars"))]
#[macro_export]
macro_rules! json_schema {
    ($($tokens:tt)*) => {};
}
