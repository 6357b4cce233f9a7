//! The values of single fields.

use std::{borrow::Cow, fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, Unexpected, Visitor},
};

/// A string, owned or borrowed from the body.
pub trait Text<'de>: AsRef<str> + Sized {
    fn lent(text: &'de str) -> Self;
    fn copied(text: &str) -> Self;
}

impl Text<'_> for String {
    fn lent(text: &str) -> Self {
        text.to_owned()
    }

    fn copied(text: &str) -> Self {
        text.to_owned()
    }
}

impl<'de> Text<'de> for Cow<'de, str> {
    fn lent(text: &'de str) -> Self {
        Cow::Borrowed(text)
    }

    fn copied(text: &str) -> Self {
        Cow::Owned(text.to_owned())
    }
}

/// A value that is read from a string.
pub(super) trait FromText<'de>: Sized {
    const EXPECTED: &'static str;

    fn lent(text: &'de str) -> Option<Self>;
    fn copied(text: &str) -> Option<Self>;
}

pub(super) struct TextVisitor<T>(pub(super) PhantomData<T>);

impl<'de, T: FromText<'de>> Visitor<'de> for TextVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(T::EXPECTED)
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<T, E> {
        T::lent(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        T::copied(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}

/// Declares a newtype of a string that a function accepts.
macro_rules! checked {
    ($name:ident, $expected:literal, $accepts:expr) => {
        #[derive(Debug)]
        pub struct $name<S>(pub S);

        impl<'de, S: Text<'de>> FromText<'de> for $name<S> {
            const EXPECTED: &'static str = $expected;

            fn lent(text: &'de str) -> Option<Self> {
                $accepts(text).then(|| Self(S::lent(text)))
            }

            fn copied(text: &str) -> Option<Self> {
                $accepts(text).then(|| Self(S::copied(text)))
            }
        }

        impl<'de, S: Text<'de>> Deserialize<'de> for $name<S> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(TextVisitor(PhantomData))
            }
        }

        impl<S: AsRef<str>> Serialize for $name<S> {
            fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
                serializer.serialize_str(self.0.as_ref())
            }
        }
    };
}

checked!(Slug, "a slug", is_slug);
checked!(Version, "a version", is_version);
checked!(Hash, "a SHA-256 digest", is_hash);
checked!(Url, "a URI", is_uri);

/// Declares an enum of known strings, and any other string that a function accepts.
macro_rules! open_set {
    ($name:ident, $expected:literal, $accepts:expr, $($variant:ident = $text:literal,)*) => {
        #[derive(Debug)]
        pub enum $name<S> {
            $($variant,)*
            Other(S),
        }

        impl<S> $name<S> {
            fn known(text: &str) -> Option<Self> {
                match text {
                    $($text => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }

        impl<S: AsRef<str>> $name<S> {
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::Other(text) => text.as_ref(),
                }
            }
        }

        impl<'de, S: Text<'de>> FromText<'de> for $name<S> {
            const EXPECTED: &'static str = $expected;

            fn lent(text: &'de str) -> Option<Self> {
                let other = || $accepts(text).then(|| Self::Other(S::lent(text)));
                Self::known(text).or_else(other)
            }

            fn copied(text: &str) -> Option<Self> {
                let other = || $accepts(text).then(|| Self::Other(S::copied(text)));
                Self::known(text).or_else(other)
            }
        }

        impl<'de, S: Text<'de>> Deserialize<'de> for $name<S> {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(TextVisitor(PhantomData))
            }
        }

        impl<S: AsRef<str>> Serialize for $name<S> {
            fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
}

open_set!(
    EventType,
    "a type of event",
    is_event_type,
    JobCreated = "job.created",
    JobCompleted = "job.completed",
    ArtifactReady = "artifact.ready",
);
open_set!(
    SchemaRef,
    "the path of a schema",
    is_schema_ref,
    JobCreated = "schemas/webhooks/v1/job.created.json",
    JobCompleted = "schemas/webhooks/v1/job.completed.json",
    ArtifactReady = "schemas/webhooks/v1/artifact.ready.json",
);
open_set!(
    JobType,
    "1 to 100 characters",
    is_short,
    Http = "http",
    Light = "light",
    Standard = "standard",
    Stealth = "stealth",
);
open_set!(
    ArtifactType,
    "1 to 100 characters",
    is_short,
    Html = "html",
    Screenshot = "screenshot",
    Har = "har",
    ConsoleLog = "console_log",
    ResponseBody = "response_body",
    Json = "json",
    Text = "text",
    Manifest = "manifest",
);
open_set!(
    FailureReason,
    "1 to 100 characters",
    is_short,
    Timeout = "timeout",
);
open_set!(Queued, "`queued`", |_: &str| false, Queued = "queued",);

/// A date and time: its string, and the instant.
#[derive(Debug)]
pub struct Date<S> {
    pub text: S,
    pub at: jiff::Timestamp,
}

impl<'de, S: Text<'de>> FromText<'de> for Date<S> {
    const EXPECTED: &'static str = "an RFC 3339 date-time";

    fn lent(text: &'de str) -> Option<Self> {
        let at = instant(text)?;
        Some(Self {
            text: S::lent(text),
            at,
        })
    }

    fn copied(text: &str) -> Option<Self> {
        let at = instant(text)?;
        Some(Self {
            text: S::copied(text),
            at,
        })
    }
}

impl<'de, S: Text<'de>> Deserialize<'de> for Date<S> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor(PhantomData))
    }
}

impl<S: AsRef<str>> Serialize for Date<S> {
    fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
        serializer.serialize_str(self.text.as_ref())
    }
}

/// A UUID in its hyphenated form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Id(pub uuid::Uuid);

impl FromText<'_> for Id {
    const EXPECTED: &'static str = "a UUID";

    fn lent(text: &str) -> Option<Self> {
        Self::copied(text)
    }

    fn copied(text: &str) -> Option<Self> {
        if text.len() != 36 {
            return None;
        }
        uuid::Uuid::try_parse(text).ok().map(Self)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor(PhantomData))
    }
}

impl Serialize for Id {
    fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
        let mut buffer = uuid::Uuid::encode_buffer();
        serializer.serialize_str(self.0.hyphenated().encode_lower(&mut buffer))
    }
}

/// An integer from 0 to 2^53 - 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count(pub u64);

const MAX_COUNT: u64 = (1 << 53) - 1;

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct CountVisitor;

        impl Visitor<'_> for CountVisitor {
            type Value = Count;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "an integer from 0 to {MAX_COUNT}")
            }

            fn visit_u64<E: Error>(self, value: u64) -> Result<Count, E> {
                if value > MAX_COUNT {
                    return Err(E::invalid_value(Unexpected::Unsigned(value), &self));
                }
                Ok(Count(value))
            }

            fn visit_f64<E: Error>(self, value: f64) -> Result<Count, E> {
                if value.fract() != 0.0 || !(0.0..=MAX_COUNT as f64).contains(&value) {
                    return Err(E::invalid_value(Unexpected::Float(value), &self));
                }
                Ok(Count(value as u64))
            }
        }

        deserializer.deserialize_u64(CountVisitor)
    }
}

impl Serialize for Count {
    fn serialize<T: Serializer>(&self, serializer: T) -> Result<T::Ok, T::Error> {
        serializer.serialize_u64(self.0)
    }
}

/// Parses `YYYY-MM-DDThh:mm:ss`, a fraction, and an offset. jiff parses the rest, but would accept other forms too.
fn instant(text: &str) -> Option<jiff::Timestamp> {
    let (whole, rest) = text.as_bytes().split_first_chunk::<19>()?;
    let [
        _,
        _,
        _,
        _,
        b'-',
        _,
        _,
        b'-',
        _,
        _,
        b'T' | b't',
        _,
        _,
        b':',
        _,
        _,
        b':',
        tens,
        ones,
    ] = whole
    else {
        return None;
    };
    let rest = match rest.strip_prefix(b".") {
        None => rest,
        Some(fraction) => {
            let digits = fraction
                .iter()
                .take_while(|byte| byte.is_ascii_digit())
                .count();
            if digits == 0 {
                return None;
            }
            fraction.get(digits..)?
        }
    };
    match rest {
        b"Z" | b"z" => {}
        [b'+' | b'-', hours, _, b':', _, _] if *hours <= b'2' => {}
        _ => return None,
    }
    let at: jiff::Timestamp = text.parse().ok()?;
    // jiff accepts a leap second at any time of the day.
    let is_leap = [*tens, *ones] == *b"60";
    let is_last_minute = at.as_second().rem_euclid(86_400) / 60 == 1_439;
    (!is_leap || is_last_minute).then_some(at)
}

fn is_uri(text: &str) -> bool {
    fluent_uri::Uri::parse(text).is_ok()
}

fn is_short(text: &str) -> bool {
    // A string of few bytes has few characters.
    !text.is_empty() && (text.len() <= 100 || text.chars().count() <= 100)
}

fn is_slug(text: &str) -> bool {
    let mut previous = b'-';
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' => {}
            b'-' if previous != b'-' => {}
            _ => return false,
        }
        previous = byte;
    }
    previous != b'-' && text.len() <= 63
}

fn is_version(text: &str) -> bool {
    let is_number = |text: &str| {
        text == "0"
            || (!text.starts_with('0')
                && !text.is_empty()
                && text.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let rest = text
        .strip_prefix("1.")
        .and_then(|rest| rest.split_once('.'));
    text.len() <= 20 && rest.is_some_and(|(minor, patch)| is_number(minor) && is_number(patch))
}

fn is_hash(text: &str) -> bool {
    text.strip_prefix("sha256:").is_some_and(|digits| {
        digits.len() == 64
            && digits
                .bytes()
                .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
    })
}

fn is_event_type(text: &str) -> bool {
    text.len() <= 100 && is_dotted(text)
}

fn is_dotted(text: &str) -> bool {
    let mut names = 0;
    let are_names = text.split('.').all(|name| {
        names += 1;
        name.starts_with(|first: char| first.is_ascii_lowercase())
            && name
                .bytes()
                .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'))
    });
    are_names && names > 1
}

fn is_schema_ref(text: &str) -> bool {
    let name = text
        .strip_prefix("schemas/webhooks/v1/")
        .and_then(|rest| rest.strip_suffix(".json"));
    text.len() <= 150 && name.is_some_and(is_dotted)
}
