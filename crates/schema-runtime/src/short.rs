//! Texts that are short most of the time.

use std::borrow::Cow;

/// A text that is kept in place up to `N` bytes, and beyond them on the heap.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Short<const N: usize> {
    /// A length, and as many bytes; the others are zero.
    Inline(u8, [u8; N]),
    Long(Box<str>),
}

impl<const N: usize> Short<N> {
    #[inline]
    pub(crate) fn new(text: Cow<'_, str>) -> Self {
        let mut bytes = [0; N];
        // The length of `2024-01-01T12:03:10Z`, known beforehand, is copied without a call.
        if let (Some(text), Some(start)) = (
            text.as_bytes()
                .first_chunk::<20>()
                .filter(|_| text.len() == 20),
            bytes.first_chunk_mut::<20>(),
        ) {
            *start = *text;
            return Self::Inline(20, bytes);
        }
        match (u8::try_from(text.len()), bytes.get_mut(..text.len())) {
            (Ok(length), Some(start)) => {
                start.copy_from_slice(text.as_bytes());
                Self::Inline(length, bytes)
            }
            _ => Self::Long(text.into()),
        }
    }

    pub(crate) fn as_str(&self) -> &str {
        match self {
            Self::Inline(length, bytes) => {
                let start = bytes.get(..usize::from(*length)).unwrap_or_default();
                // They come from a text, so they are one.
                std::str::from_utf8(start).unwrap_or_default()
            }
            Self::Long(text) => text,
        }
    }
}
