//! Strings that are usually short.

use std::borrow::Cow;

/// A string that is stored inline if it has up to 31 bytes, and on the heap otherwise.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum InlineStr {
    Inline(Bytes),
    Long(Box<str>),
}

/// The bytes of a string, zeros, and the length in the last byte. Together they are valid UTF-8 again, so they are
/// checked word by word, which is much faster than byte by byte.
#[derive(Clone, PartialEq, Eq)]
#[repr(align(8))]
pub(crate) struct Bytes([u8; SIZE]);

const SIZE: usize = 32;

impl InlineStr {
    #[inline]
    pub(crate) fn new(text: Cow<'_, str>) -> Self {
        // The length of `2024-01-01T12:03:10Z`, which is known at compile time, is copied without a call.
        let inline = match text.as_bytes().first_chunk::<20>() {
            Some(start) if text.len() == 20 => Bytes::of(start),
            _ => Bytes::of(text.as_bytes()),
        };
        match inline {
            Some(bytes) => Self::Inline(bytes),
            None => Self::Long(text.into()),
        }
    }

    #[inline]
    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Inline(bytes) => bytes.as_str(),
            Self::Long(text) => text,
        }
    }
}

impl Bytes {
    #[inline]
    fn of(text: &[u8]) -> Option<Self> {
        let mut bytes = [0; SIZE];
        let (length, start) = bytes.split_last_mut()?;
        start.get_mut(..text.len())?.copy_from_slice(text);
        *length = u8::try_from(text.len()).ok()?;
        Some(Self(bytes))
    }

    #[inline]
    fn as_str(&self) -> &str {
        let length = self.0.last().copied().unwrap_or_default();
        // The bytes come from a string, so they are valid UTF-8.
        let text = std::str::from_utf8(&self.0).unwrap_or_default();
        text.get(..usize::from(length)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::InlineStr;

    #[test]
    fn short_and_long_texts_are_kept() {
        for length in 0..40 {
            for ascii in ["", "a"] {
                let text = format!("{ascii}{}", "é".repeat(length));
                let short = InlineStr::new(text.as_str().into());
                assert_eq!(short.as_str(), text);
                assert_eq!(
                    matches!(short, InlineStr::Inline(_)),
                    text.len() < 32,
                    "{text}"
                );
            }
        }
    }
}
