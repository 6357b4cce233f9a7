//! Objects with known fields.

/// Declares a struct that is read from an object, and written as one.
macro_rules! object {
    ($name:ident { $($field:ident: $type:ty,)* }) => {
        #[derive(Debug)]
        pub struct $name<S> {
            $(pub $field: $type,)*
        }

        impl<'de, S: Text<'de>> Deserialize<'de> for $name<S> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                #[derive(Deserialize)]
                #[serde(field_identifier)]
                #[allow(non_camel_case_types, reason = "the names are those of the fields")]
                enum Key<'k> {
                    $($field,)*
                    #[serde(borrow)]
                    Other(Name<'k>),
                }

                struct ObjectVisitor<S>(PhantomData<S>);

                impl<'de, S: Text<'de>> Visitor<'de> for ObjectVisitor<S> {
                    type Value = $name<S>;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str("an object")
                    }

                    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<$name<S>, A::Error> {
                        $(let mut $field = None;)*
                        let mut others = Others::default();
                        while let Some(key) = map.next_key()? {
                            match key {
                                $(Key::$field => once(&mut $field, stringify!($field), &mut map)?,)*
                                Key::Other(Name(name)) => others.skip(name, LEVELS, &mut map)?,
                            }
                        }
                        Ok($name {
                            $($field: $field.ok_or_else(|| A::Error::missing_field(stringify!($field)))?,)*
                        })
                    }
                }

                deserializer.deserialize_map(ObjectVisitor(PhantomData))
            }
        }

        impl<S: AsRef<str>> Serialize for $name<S> {
            fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
                let fields = [$(stringify!($field)),*].len();
                let mut object = serializer.serialize_struct(stringify!($name), fields)?;
                $(object.serialize_field(stringify!($field), &self.$field)?;)*
                object.end()
            }
        }
    };
}

pub(super) use object;

/// The levels around a value in a payload: the payload, and the event.
pub(super) const LEVELS: usize = 2;

use serde::de::{Deserialize, Error, MapAccess};

/// Reads a field that may occur once in an object.
pub(super) fn once<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
    slot: &mut Option<T>,
    name: &'static str,
    map: &mut A,
) -> Result<(), A::Error> {
    if slot.is_some() {
        return Err(A::Error::duplicate_field(name));
    }
    *slot = Some(map.next_value()?);
    Ok(())
}
