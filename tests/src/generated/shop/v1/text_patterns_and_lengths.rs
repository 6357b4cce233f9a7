// @generated from shop/v1/text.patterns.and_lengths.json by `cargo xtask codegen`. Changes made here are lost.

//! `text.patterns.and_lengths`: Every shape of text.

use std::borrow::Cow;

use schema_runtime::{Borrowed, IntoOwned, KnownPayload, Payload, StringValue};

use super::Kind;

/// Text of the shape anywhere.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsAnywhere(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsAnywhere {
    const EXPECTED: &'static str = "a string that matches `b`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsAnywhere {
    /// Matches `b`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, 0..=b'a' | b'c'..=127) => 0,
                (0, b'b') => 1,
                (0, 194..=223) => 2,
                (0, 224) => 3,
                (0, 225..=236 | 238..=239) => 4,
                (0, 237) => 5,
                (0, 240) => 6,
                (0, 241..=243) => 7,
                (0, 244) => 8,
                (1, 0..=127) => 1,
                (1, 194..=223) => 9,
                (1, 224) => 10,
                (1, 225..=236 | 238..=239) => 11,
                (1, 237) => 12,
                (1, 240) => 13,
                (1, 241..=243) => 14,
                (1, 244) => 15,
                (2, 128..=191) => 0,
                (3, 160..=191) => 2,
                (4, 128..=191) => 2,
                (5, 128..=159) => 2,
                (6, 144..=191) => 4,
                (7, 128..=191) => 4,
                (8, 128..=143) => 4,
                (9, 128..=191) => 1,
                (10, 160..=191) => 9,
                (11, 128..=191) => 9,
                (12, 128..=159) => 9,
                (13, 144..=191) => 11,
                (14, 128..=191) => 11,
                (15, 128..=143) => 11,
                _ => return false,
            };
        }
        state == 1
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsAnywhere);

/// Text of the shape anywhere word.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsAnywhereWord(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsAnywhereWord {
    const EXPECTED: &'static str = "a string that matches `needle`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsAnywhereWord {
    /// Matches `needle`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, 0..=b'm' | b'o'..=127) => 0,
                (0, b'n') => 1,
                (0, 194..=223) => 2,
                (0, 224) => 3,
                (0, 225..=236 | 238..=239) => 4,
                (0, 237) => 5,
                (0, 240) => 6,
                (0, 241..=243) => 7,
                (0, 244) => 8,
                (1, 0..=b'd' | b'f'..=b'm' | b'o'..=127) => 0,
                (1, b'n') => 1,
                (1, 194..=223) => 2,
                (1, 224) => 3,
                (1, 225..=236 | 238..=239) => 4,
                (1, 237) => 5,
                (1, 240) => 6,
                (1, 241..=243) => 7,
                (1, 244) => 8,
                (1, b'e') => 9,
                (2, 128..=191) => 0,
                (3, 160..=191) => 2,
                (4, 128..=191) => 2,
                (5, 128..=159) => 2,
                (6, 144..=191) => 4,
                (7, 128..=191) => 4,
                (8, 128..=143) => 4,
                (9, 0..=b'd' | b'f'..=b'm' | b'o'..=127) => 0,
                (9, b'n') => 1,
                (9, 194..=223) => 2,
                (9, 224) => 3,
                (9, 225..=236 | 238..=239) => 4,
                (9, 237) => 5,
                (9, 240) => 6,
                (9, 241..=243) => 7,
                (9, 244) => 8,
                (9, b'e') => 10,
                (10, 0..=b'c' | b'e'..=b'm' | b'o'..=127) => 0,
                (10, b'n') => 1,
                (10, 194..=223) => 2,
                (10, 224) => 3,
                (10, 225..=236 | 238..=239) => 4,
                (10, 237) => 5,
                (10, 240) => 6,
                (10, 241..=243) => 7,
                (10, 244) => 8,
                (10, b'd') => 11,
                (11, 0..=b'k' | b'm' | b'o'..=127) => 0,
                (11, b'n') => 1,
                (11, 194..=223) => 2,
                (11, 224) => 3,
                (11, 225..=236 | 238..=239) => 4,
                (11, 237) => 5,
                (11, 240) => 6,
                (11, 241..=243) => 7,
                (11, 244) => 8,
                (11, b'l') => 12,
                (12, 0..=b'd' | b'f'..=b'm' | b'o'..=127) => 0,
                (12, b'n') => 1,
                (12, 194..=223) => 2,
                (12, 224) => 3,
                (12, 225..=236 | 238..=239) => 4,
                (12, 237) => 5,
                (12, 240) => 6,
                (12, 241..=243) => 7,
                (12, 244) => 8,
                (12, b'e') => 13,
                (13, 0..=127) => 13,
                (13, 194..=223) => 14,
                (13, 224) => 15,
                (13, 225..=236 | 238..=239) => 16,
                (13, 237) => 17,
                (13, 240) => 18,
                (13, 241..=243) => 19,
                (13, 244) => 20,
                (14, 128..=191) => 13,
                (15, 160..=191) => 14,
                (16, 128..=191) => 14,
                (17, 128..=159) => 14,
                (18, 144..=191) => 16,
                (19, 128..=191) => 16,
                (20, 128..=143) => 16,
                _ => return false,
            };
        }
        state == 13
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsAnywhereWord);

/// Text of the shape starts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsStarts(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsStarts {
    const EXPECTED: &'static str = "a string that matches `^ab`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsStarts {
    /// Matches `^ab`.
    fn matches(text: &str) -> bool {
        let Some(rest) = text.strip_prefix("ab") else {
            return false;
        };
        let mut state = 0;
        for byte in rest.bytes() {
            state = match (state, byte) {
                (0, 0..=127) => 0,
                (0, 194..=223) => 1,
                (0, 224) => 2,
                (0, 225..=236 | 238..=239) => 3,
                (0, 237) => 4,
                (0, 240) => 5,
                (0, 241..=243) => 6,
                (0, 244) => 7,
                (1, 128..=191) => 0,
                (2, 160..=191) => 1,
                (3, 128..=191) => 1,
                (4, 128..=159) => 1,
                (5, 144..=191) => 3,
                (6, 128..=191) => 3,
                (7, 128..=143) => 3,
                _ => return false,
            };
        }
        state == 0
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsStarts);

/// Text of the shape ends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsEnds(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsEnds {
    const EXPECTED: &'static str = "a string that matches `yz$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsEnds {
    /// Matches `yz$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, 0..=b'x' | b'z'..=127) => 0,
                (0, b'y') => 1,
                (0, 194..=223) => 2,
                (0, 224) => 3,
                (0, 225..=236 | 238..=239) => 4,
                (0, 237) => 5,
                (0, 240) => 6,
                (0, 241..=243) => 7,
                (0, 244) => 8,
                (1, 0..=b'x' | b'{'..=127) => 0,
                (1, b'y') => 1,
                (1, 194..=223) => 2,
                (1, 224) => 3,
                (1, 225..=236 | 238..=239) => 4,
                (1, 237) => 5,
                (1, 240) => 6,
                (1, 241..=243) => 7,
                (1, 244) => 8,
                (1, b'z') => 9,
                (2, 128..=191) => 0,
                (3, 160..=191) => 2,
                (4, 128..=191) => 2,
                (5, 128..=159) => 2,
                (6, 144..=191) => 4,
                (7, 128..=191) => 4,
                (8, 128..=143) => 4,
                (9, 0..=b'x' | b'z'..=127) => 0,
                (9, b'y') => 1,
                (9, 194..=223) => 2,
                (9, 224) => 3,
                (9, 225..=236 | 238..=239) => 4,
                (9, 237) => 5,
                (9, 240) => 6,
                (9, 241..=243) => 7,
                (9, 244) => 8,
                _ => return false,
            };
        }
        state == 9
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsEnds);

/// Text of the shape either.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsEither(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsEither {
    const EXPECTED: &'static str = "a string that matches `^(cat|dog|bird)s?$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsEither {
    /// Matches `^(cat|dog|bird)s?$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, b'b') => 1,
                (0, b'c') => 2,
                (0, b'd') => 3,
                (1, b'i') => 4,
                (2, b'a') => 5,
                (3, b'o') => 6,
                (4, b'r') => 7,
                (5, b't') => 8,
                (6, b'g') => 8,
                (7, b'd') => 8,
                (8, b's') => 9,
                _ => return false,
            };
        }
        matches!(state, 8 | 9)
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsEither);

/// Text of the shape loose either.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsLooseEither(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsLooseEither {
    const EXPECTED: &'static str = "a string that matches `^a|b$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsLooseEither {
    /// Matches `^a|b$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, 0..=b'`' | b'c'..=127) => 1,
                (0, b'a') => 2,
                (0, b'b') => 3,
                (0, 194..=223) => 4,
                (0, 224) => 5,
                (0, 225..=236 | 238..=239) => 6,
                (0, 237) => 7,
                (0, 240) => 8,
                (0, 241..=243) => 9,
                (0, 244) => 10,
                (1, 0..=b'a' | b'c'..=127) => 1,
                (1, b'b') => 3,
                (1, 194..=223) => 4,
                (1, 224) => 5,
                (1, 225..=236 | 238..=239) => 6,
                (1, 237) => 7,
                (1, 240) => 8,
                (1, 241..=243) => 9,
                (1, 244) => 10,
                (2, 0..=127) => 2,
                (2, 194..=223) => 11,
                (2, 224) => 12,
                (2, 225..=236 | 238..=239) => 13,
                (2, 237) => 14,
                (2, 240) => 15,
                (2, 241..=243) => 16,
                (2, 244) => 17,
                (3, 0..=b'a' | b'c'..=127) => 1,
                (3, b'b') => 3,
                (3, 194..=223) => 4,
                (3, 224) => 5,
                (3, 225..=236 | 238..=239) => 6,
                (3, 237) => 7,
                (3, 240) => 8,
                (3, 241..=243) => 9,
                (3, 244) => 10,
                (4, 128..=191) => 1,
                (5, 160..=191) => 4,
                (6, 128..=191) => 4,
                (7, 128..=159) => 4,
                (8, 144..=191) => 6,
                (9, 128..=191) => 6,
                (10, 128..=143) => 6,
                (11, 128..=191) => 2,
                (12, 160..=191) => 11,
                (13, 128..=191) => 11,
                (14, 128..=159) => 11,
                (15, 144..=191) => 13,
                (16, 128..=191) => 13,
                (17, 128..=143) => 13,
                _ => return false,
            };
        }
        matches!(state, 2 | 3)
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsLooseEither);

/// Text of the shape bare either.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsBareEither(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsBareEither {
    const EXPECTED: &'static str = "a string that matches `cat|dog`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsBareEither {
    /// Matches `cat|dog`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, 0..=b'b' | b'e'..=127) => 0,
                (0, b'c') => 1,
                (0, b'd') => 2,
                (0, 194..=223) => 3,
                (0, 224) => 4,
                (0, 225..=236 | 238..=239) => 5,
                (0, 237) => 6,
                (0, 240) => 7,
                (0, 241..=243) => 8,
                (0, 244) => 9,
                (1, 0..=b'`' | b'b' | b'e'..=127) => 0,
                (1, b'c') => 1,
                (1, b'd') => 2,
                (1, 194..=223) => 3,
                (1, 224) => 4,
                (1, 225..=236 | 238..=239) => 5,
                (1, 237) => 6,
                (1, 240) => 7,
                (1, 241..=243) => 8,
                (1, 244) => 9,
                (1, b'a') => 10,
                (2, 0..=b'b' | b'e'..=b'n' | b'p'..=127) => 0,
                (2, b'c') => 1,
                (2, b'd') => 2,
                (2, 194..=223) => 3,
                (2, 224) => 4,
                (2, 225..=236 | 238..=239) => 5,
                (2, 237) => 6,
                (2, 240) => 7,
                (2, 241..=243) => 8,
                (2, 244) => 9,
                (2, b'o') => 11,
                (3, 128..=191) => 0,
                (4, 160..=191) => 3,
                (5, 128..=191) => 3,
                (6, 128..=159) => 3,
                (7, 144..=191) => 5,
                (8, 128..=191) => 5,
                (9, 128..=143) => 5,
                (10, 0..=b'b' | b'e'..=b's' | b'u'..=127) => 0,
                (10, b'c') => 1,
                (10, b'd') => 2,
                (10, 194..=223) => 3,
                (10, 224) => 4,
                (10, 225..=236 | 238..=239) => 5,
                (10, 237) => 6,
                (10, 240) => 7,
                (10, 241..=243) => 8,
                (10, 244) => 9,
                (10, b't') => 12,
                (11, 0..=b'b' | b'e'..=b'f' | b'h'..=127) => 0,
                (11, b'c') => 1,
                (11, b'd') => 2,
                (11, 194..=223) => 3,
                (11, 224) => 4,
                (11, 225..=236 | 238..=239) => 5,
                (11, 237) => 6,
                (11, 240) => 7,
                (11, 241..=243) => 8,
                (11, 244) => 9,
                (11, b'g') => 12,
                (12, 0..=127) => 12,
                (12, 194..=223) => 13,
                (12, 224) => 14,
                (12, 225..=236 | 238..=239) => 15,
                (12, 237) => 16,
                (12, 240) => 17,
                (12, 241..=243) => 18,
                (12, 244) => 19,
                (13, 128..=191) => 12,
                (14, 160..=191) => 13,
                (15, 128..=191) => 13,
                (16, 128..=159) => 13,
                (17, 144..=191) => 15,
                (18, 128..=191) => 15,
                (19, 128..=143) => 15,
                _ => return false,
            };
        }
        state == 12
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsBareEither);

/// Text of the shape counted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsCounted(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsCounted {
    const EXPECTED: &'static str = "a string that matches `^[A-F0-9]{4}$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsCounted {
    /// Matches `^[A-F0-9]{4}$`.
    fn matches(text: &str) -> bool {
        text.len() == 4
            && text
                .bytes()
                .all(|byte| matches!(byte, b'0'..= b'9' | b'A'..= b'F'))
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsCounted);

/// Text of the shape counted range.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsCountedRange(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsCountedRange {
    const EXPECTED: &'static str = "a string that matches `^x{2,3}y{2,}$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsCountedRange {
    /// Matches `^x{2,3}y{2,}$`.
    fn matches(text: &str) -> bool {
        let Some(rest) = text.strip_prefix("xx") else {
            return false;
        };
        let mut state = 0;
        for byte in rest.bytes() {
            state = match (state, byte) {
                (0, b'x') => 1,
                (0, b'y') => 2,
                (1, b'y') => 2,
                (2, b'y') => 3,
                (3, b'y') => 3,
                _ => return false,
            };
        }
        state == 3
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsCountedRange);

/// Text of the shape decimal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsDecimal(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsDecimal {
    const EXPECTED: &'static str = "a string that matches `^-?[0-9]+(\\.[0-9]+)?$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsDecimal {
    /// Matches `^-?[0-9]+(\.[0-9]+)?$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, b'-') => 1,
                (0, b'0'..=b'9') => 2,
                (1, b'0'..=b'9') => 2,
                (2, b'0'..=b'9') => 2,
                (2, b'.') => 3,
                (3, b'0'..=b'9') => 4,
                (4, b'0'..=b'9') => 4,
                _ => return false,
            };
        }
        matches!(state, 2 | 4)
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsDecimal);

/// Text of the shape dot.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsDot(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsDot {
    const EXPECTED: &'static str = "a string that matches `^a.b$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsDot {
    /// Matches `^a.b$`.
    fn matches(text: &str) -> bool {
        let Some(rest) = text.strip_prefix("a") else {
            return false;
        };
        let mut state = 0;
        for byte in rest.bytes() {
            state = match (state, byte) {
                (0, 0..=9 | 11..=12 | 14..=127) => 1,
                (0, 194..=223) => 2,
                (0, 224) => 3,
                (0, 225 | 227..=236 | 238..=239) => 4,
                (0, 226) => 5,
                (0, 237) => 6,
                (0, 240) => 7,
                (0, 241..=243) => 8,
                (0, 244) => 9,
                (1, b'b') => 10,
                (2, 128..=191) => 1,
                (3, 160..=191) => 2,
                (4, 128..=191) => 2,
                (5, 129..=191) => 2,
                (5, 128) => 11,
                (6, 128..=159) => 2,
                (7, 144..=191) => 4,
                (8, 128..=191) => 4,
                (9, 128..=143) => 4,
                (11, 128..=167 | 170..=191) => 1,
                _ => return false,
            };
        }
        state == 10
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsDot);

/// Text of the shape dots.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsDots(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsDots {
    const EXPECTED: &'static str = "a string that matches `^.+$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsDots {
    /// Matches `^.+$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, 0..=9 | 11..=12 | 14..=127) => 1,
                (0, 194..=223) => 2,
                (0, 224) => 3,
                (0, 225 | 227..=236 | 238..=239) => 4,
                (0, 226) => 5,
                (0, 237) => 6,
                (0, 240) => 7,
                (0, 241..=243) => 8,
                (0, 244) => 9,
                (1, 0..=9 | 11..=12 | 14..=127) => 1,
                (1, 194..=223) => 2,
                (1, 224) => 3,
                (1, 225 | 227..=236 | 238..=239) => 4,
                (1, 226) => 5,
                (1, 237) => 6,
                (1, 240) => 7,
                (1, 241..=243) => 8,
                (1, 244) => 9,
                (2, 128..=191) => 1,
                (3, 160..=191) => 2,
                (4, 128..=191) => 2,
                (5, 129..=191) => 2,
                (5, 128) => 10,
                (6, 128..=159) => 2,
                (7, 144..=191) => 4,
                (8, 128..=191) => 4,
                (9, 128..=143) => 4,
                (10, 128..=167 | 170..=191) => 1,
                _ => return false,
            };
        }
        state == 1
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsDots);

/// Text of the shape digits.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsDigits(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsDigits {
    const EXPECTED: &'static str = "a string that matches `^\\d+$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsDigits {
    /// Matches `^\d+$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, b'0'..=b'9') => 1,
                (1, b'0'..=b'9') => 1,
                _ => return false,
            };
        }
        state == 1
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsDigits);

/// Text of the shape words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsWords(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsWords {
    const EXPECTED: &'static str = "a string that matches `^\\w+\\s\\w+$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsWords {
    /// Matches `^\w+\s\w+$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, b'0'..=b'9' | b'A'..=b'Z' | b'_' | b'a'..=b'z') => 1,
                (1, b'0'..=b'9' | b'A'..=b'Z' | b'_' | b'a'..=b'z') => 1,
                (1, 9..=13 | b' ') => 2,
                (1, 194) => 3,
                (1, 225) => 4,
                (1, 226) => 5,
                (1, 227) => 6,
                (1, 239) => 7,
                (2, b'0'..=b'9' | b'A'..=b'Z' | b'_' | b'a'..=b'z') => 8,
                (3, 160) => 2,
                (4, 154) => 9,
                (5, 128) => 10,
                (5, 129) => 11,
                (6, 128) => 9,
                (7, 187) => 12,
                (8, b'0'..=b'9' | b'A'..=b'Z' | b'_' | b'a'..=b'z') => 8,
                (9, 128) => 2,
                (10, 128..=138 | 168..=169 | 175) => 2,
                (11, 159) => 2,
                (12, 191) => 2,
                _ => return false,
            };
        }
        state == 8
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsWords);

/// Text of the shape inverses.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsInverses(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsInverses {
    const EXPECTED: &'static str = "a string that matches `^\\D\\W\\S$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsInverses {
    /// Matches `^\D\W\S$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, 0..=b'/' | b':'..=127) => 1,
                (0, 194..=223) => 2,
                (0, 224) => 3,
                (0, 225..=236 | 238..=239) => 4,
                (0, 237) => 5,
                (0, 240) => 6,
                (0, 241..=243) => 7,
                (0, 244) => 8,
                (1, 0..=b'/' | b':'..=b'@' | b'['..=b'^' | b'`' | b'{'..=127) => 9,
                (1, 194..=223) => 10,
                (1, 224) => 11,
                (1, 225..=236 | 238..=239) => 12,
                (1, 237) => 13,
                (1, 240) => 14,
                (1, 241..=243) => 15,
                (1, 244) => 16,
                (2, 128..=191) => 1,
                (3, 160..=191) => 2,
                (4, 128..=191) => 2,
                (5, 128..=159) => 2,
                (6, 144..=191) => 4,
                (7, 128..=191) => 4,
                (8, 128..=143) => 4,
                (9, 0..=8 | 14..=31 | b'!'..=127) => 17,
                (9, 194) => 18,
                (9, 195..=223) => 19,
                (9, 224) => 20,
                (9, 225) => 21,
                (9, 226) => 22,
                (9, 227) => 23,
                (9, 228..=236 | 238) => 24,
                (9, 237) => 25,
                (9, 239) => 26,
                (9, 240) => 27,
                (9, 241..=243) => 28,
                (9, 244) => 29,
                (10, 128..=191) => 9,
                (11, 160..=191) => 10,
                (12, 128..=191) => 10,
                (13, 128..=159) => 10,
                (14, 144..=191) => 12,
                (15, 128..=191) => 12,
                (16, 128..=143) => 12,
                (18, 128..=159 | 161..=191) => 17,
                (19, 128..=191) => 17,
                (20, 160..=191) => 19,
                (21, 128..=153 | 155..=191) => 19,
                (21, 154) => 30,
                (22, 130..=191) => 19,
                (22, 128) => 31,
                (22, 129) => 32,
                (23, 129..=191) => 19,
                (23, 128) => 30,
                (24, 128..=191) => 19,
                (25, 128..=159) => 19,
                (26, 128..=186 | 188..=191) => 19,
                (26, 187) => 33,
                (27, 144..=191) => 24,
                (28, 128..=191) => 24,
                (29, 128..=143) => 24,
                (30, 129..=191) => 17,
                (31, 139..=167 | 170..=174 | 176..=191) => 17,
                (32, 128..=158 | 160..=191) => 17,
                (33, 128..=190) => 17,
                _ => return false,
            };
        }
        state == 17
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsInverses);

/// Text of the shape none of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsNoneOf(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsNoneOf {
    const EXPECTED: &'static str = "a string that matches `^[^a-z]+$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsNoneOf {
    /// Matches `^[^a-z]+$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, 0..=b'`' | b'{'..=127) => 1,
                (0, 194..=223) => 2,
                (0, 224) => 3,
                (0, 225..=236 | 238..=239) => 4,
                (0, 237) => 5,
                (0, 240) => 6,
                (0, 241..=243) => 7,
                (0, 244) => 8,
                (1, 0..=b'`' | b'{'..=127) => 1,
                (1, 194..=223) => 2,
                (1, 224) => 3,
                (1, 225..=236 | 238..=239) => 4,
                (1, 237) => 5,
                (1, 240) => 6,
                (1, 241..=243) => 7,
                (1, 244) => 8,
                (2, 128..=191) => 1,
                (3, 160..=191) => 2,
                (4, 128..=191) => 2,
                (5, 128..=159) => 2,
                (6, 144..=191) => 4,
                (7, 128..=191) => 4,
                (8, 128..=143) => 4,
                _ => return false,
            };
        }
        state == 1
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsNoneOf);

/// Text of the shape letters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsLetters(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsLetters {
    const EXPECTED: &'static str = "a string that matches `^\\p{Lu}\\p{Ll}*$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsLetters {
    /// Matches `^\p{Lu}\p{Ll}*$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, b'A'..=b'Z') => 1,
                (0, 195) => 2,
                (0, 196) => 3,
                (0, 197) => 4,
                (0, 198) => 5,
                (0, 199) => 6,
                (0, 200) => 7,
                (0, 201) => 8,
                (0, 205) => 9,
                (0, 206) => 10,
                (0, 207) => 11,
                (0, 208) => 12,
                (0, 209) => 13,
                (0, 210) => 14,
                (0, 211) => 15,
                (0, 212) => 16,
                (0, 213) => 17,
                (0, 225) => 18,
                (0, 226) => 19,
                (0, 234) => 20,
                (0, 239) => 21,
                (0, 240) => 22,
                (1, b'a'..=b'z') => 1,
                (1, 194) => 23,
                (1, 195) => 24,
                (1, 196) => 25,
                (1, 197) => 26,
                (1, 198) => 27,
                (1, 199) => 28,
                (1, 200) => 29,
                (1, 201) => 30,
                (1, 202) => 31,
                (1, 205) => 32,
                (1, 206) => 33,
                (1, 207) => 34,
                (1, 208) => 35,
                (1, 209) => 36,
                (1, 210) => 37,
                (1, 211) => 38,
                (1, 212) => 39,
                (1, 213) => 40,
                (1, 214) => 41,
                (1, 225) => 42,
                (1, 226) => 43,
                (1, 234) => 44,
                (1, 239) => 45,
                (1, 240) => 46,
                (2, 128..=150 | 152..=158) => 1,
                (
                    3,
                    128 | 130 | 132 | 134 | 136 | 138 | 140 | 142 | 144 | 146 | 148 | 150 | 152
                    | 154 | 156 | 158 | 160 | 162 | 164 | 166 | 168 | 170 | 172 | 174 | 176 | 178
                    | 180 | 182 | 185 | 187 | 189 | 191,
                ) => 1,
                (
                    4,
                    129
                    | 131
                    | 133
                    | 135
                    | 138
                    | 140
                    | 142
                    | 144
                    | 146
                    | 148
                    | 150
                    | 152
                    | 154
                    | 156
                    | 158
                    | 160
                    | 162
                    | 164
                    | 166
                    | 168
                    | 170
                    | 172
                    | 174
                    | 176
                    | 178
                    | 180
                    | 182
                    | 184..=185
                    | 187
                    | 189,
                ) => 1,
                (
                    5,
                    129..=130
                    | 132
                    | 134..=135
                    | 137..=139
                    | 142..=145
                    | 147..=148
                    | 150..=152
                    | 156..=157
                    | 159..=160
                    | 162
                    | 164
                    | 166..=167
                    | 169
                    | 172
                    | 174..=175
                    | 177..=179
                    | 181
                    | 183..=184
                    | 188,
                ) => 1,
                (
                    6,
                    132
                    | 135
                    | 138
                    | 141
                    | 143
                    | 145
                    | 147
                    | 149
                    | 151
                    | 153
                    | 155
                    | 158
                    | 160
                    | 162
                    | 164
                    | 166
                    | 168
                    | 170
                    | 172
                    | 174
                    | 177
                    | 180
                    | 182..=184
                    | 186
                    | 188
                    | 190,
                ) => 1,
                (
                    7,
                    128
                    | 130
                    | 132
                    | 134
                    | 136
                    | 138
                    | 140
                    | 142
                    | 144
                    | 146
                    | 148
                    | 150
                    | 152
                    | 154
                    | 156
                    | 158
                    | 160
                    | 162
                    | 164
                    | 166
                    | 168
                    | 170
                    | 172
                    | 174
                    | 176
                    | 178
                    | 186..=187
                    | 189..=190,
                ) => 1,
                (8, 129 | 131..=134 | 136 | 138 | 140 | 142) => 1,
                (9, 176 | 178 | 182 | 191) => 1,
                (10, 134 | 136..=138 | 140 | 142..=143 | 145..=161 | 163..=171) => 1,
                (
                    11,
                    143
                    | 146..=148
                    | 152
                    | 154
                    | 156
                    | 158
                    | 160
                    | 162
                    | 164
                    | 166
                    | 168
                    | 170
                    | 172
                    | 174
                    | 180
                    | 183
                    | 185..=186
                    | 189..=191,
                ) => 1,
                (12, 128..=175) => 1,
                (
                    13,
                    160 | 162 | 164 | 166 | 168 | 170 | 172 | 174 | 176 | 178 | 180 | 182 | 184
                    | 186 | 188 | 190,
                ) => 1,
                (
                    14,
                    128 | 138 | 140 | 142 | 144 | 146 | 148 | 150 | 152 | 154 | 156 | 158 | 160
                    | 162 | 164 | 166 | 168 | 170 | 172 | 174 | 176 | 178 | 180 | 182 | 184 | 186
                    | 188 | 190,
                ) => 1,
                (
                    15,
                    128..=129
                    | 131
                    | 133
                    | 135
                    | 137
                    | 139
                    | 141
                    | 144
                    | 146
                    | 148
                    | 150
                    | 152
                    | 154
                    | 156
                    | 158
                    | 160
                    | 162
                    | 164
                    | 166
                    | 168
                    | 170
                    | 172
                    | 174
                    | 176
                    | 178
                    | 180
                    | 182
                    | 184
                    | 186
                    | 188
                    | 190,
                ) => 1,
                (
                    16,
                    128
                    | 130
                    | 132
                    | 134
                    | 136
                    | 138
                    | 140
                    | 142
                    | 144
                    | 146
                    | 148
                    | 150
                    | 152
                    | 154
                    | 156
                    | 158
                    | 160
                    | 162
                    | 164
                    | 166
                    | 168
                    | 170
                    | 172
                    | 174
                    | 177..=191,
                ) => 1,
                (17, 128..=150) => 1,
                (18, 130 | 142) => 40,
                (18, 131) => 47,
                (18, 143) => 48,
                (18, 178) => 49,
                (18, 184..=185 | 187) => 50,
                (18, 186) => 51,
                (18, 188) => 52,
                (18, 189) => 53,
                (18, 190) => 54,
                (18, 191) => 55,
                (19, 176) => 12,
                (19, 178) => 50,
                (19, 132) => 56,
                (19, 133) => 57,
                (19, 134) => 58,
                (19, 177) => 59,
                (19, 179) => 60,
                (20, 153) => 61,
                (20, 154) => 62,
                (20, 156) => 63,
                (20, 157) => 64,
                (20, 158) => 65,
                (20, 159) => 66,
                (21, 188) => 67,
                (22, 144) => 68,
                (22, 145) => 69,
                (22, 150) => 70,
                (22, 157) => 71,
                (22, 158) => 72,
                (23, 181) => 1,
                (24, 159..=182 | 184..=191) => 1,
                (
                    25,
                    129
                    | 131
                    | 133
                    | 135
                    | 137
                    | 139
                    | 141
                    | 143
                    | 145
                    | 147
                    | 149
                    | 151
                    | 153
                    | 155
                    | 157
                    | 159
                    | 161
                    | 163
                    | 165
                    | 167
                    | 169
                    | 171
                    | 173
                    | 175
                    | 177
                    | 179
                    | 181
                    | 183..=184
                    | 186
                    | 188
                    | 190,
                ) => 1,
                (
                    26,
                    128
                    | 130
                    | 132
                    | 134
                    | 136..=137
                    | 139
                    | 141
                    | 143
                    | 145
                    | 147
                    | 149
                    | 151
                    | 153
                    | 155
                    | 157
                    | 159
                    | 161
                    | 163
                    | 165
                    | 167
                    | 169
                    | 171
                    | 173
                    | 175
                    | 177
                    | 179
                    | 181
                    | 183
                    | 186
                    | 188
                    | 190..=191,
                ) => 1,
                (
                    27,
                    128
                    | 131
                    | 133
                    | 136
                    | 140..=141
                    | 146
                    | 149
                    | 153..=155
                    | 158
                    | 161
                    | 163
                    | 165
                    | 168
                    | 170..=171
                    | 173
                    | 176
                    | 180
                    | 182
                    | 185..=186
                    | 189..=191,
                ) => 1,
                (
                    28,
                    134
                    | 137
                    | 140
                    | 142
                    | 144
                    | 146
                    | 148
                    | 150
                    | 152
                    | 154
                    | 156..=157
                    | 159
                    | 161
                    | 163
                    | 165
                    | 167
                    | 169
                    | 171
                    | 173
                    | 175..=176
                    | 179
                    | 181
                    | 185
                    | 187
                    | 189
                    | 191,
                ) => 1,
                (
                    29,
                    129
                    | 131
                    | 133
                    | 135
                    | 137
                    | 139
                    | 141
                    | 143
                    | 145
                    | 147
                    | 149
                    | 151
                    | 153
                    | 155
                    | 157
                    | 159
                    | 161
                    | 163
                    | 165
                    | 167
                    | 169
                    | 171
                    | 173
                    | 175
                    | 177
                    | 179..=185
                    | 188
                    | 191,
                ) => 1,
                (30, 128 | 130 | 135 | 137 | 139 | 141 | 143..=191) => 1,
                (31, 128..=147 | 149..=175) => 1,
                (32, 177 | 179 | 183 | 187..=189) => 1,
                (33, 144 | 172..=191) => 1,
                (
                    34,
                    128..=142
                    | 144..=145
                    | 149..=151
                    | 153
                    | 155
                    | 157
                    | 159
                    | 161
                    | 163
                    | 165
                    | 167
                    | 169
                    | 171
                    | 173
                    | 175..=179
                    | 181
                    | 184
                    | 187..=188,
                ) => 1,
                (35, 176..=191) => 1,
                (
                    36,
                    128..=159
                    | 161
                    | 163
                    | 165
                    | 167
                    | 169
                    | 171
                    | 173
                    | 175
                    | 177
                    | 179
                    | 181
                    | 183
                    | 185
                    | 187
                    | 189
                    | 191,
                ) => 1,
                (
                    37,
                    129 | 139 | 141 | 143 | 145 | 147 | 149 | 151 | 153 | 155 | 157 | 159 | 161
                    | 163 | 165 | 167 | 169 | 171 | 173 | 175 | 177 | 179 | 181 | 183 | 185 | 187
                    | 189 | 191,
                ) => 1,
                (
                    38,
                    130
                    | 132
                    | 134
                    | 136
                    | 138
                    | 140
                    | 142..=143
                    | 145
                    | 147
                    | 149
                    | 151
                    | 153
                    | 155
                    | 157
                    | 159
                    | 161
                    | 163
                    | 165
                    | 167
                    | 169
                    | 171
                    | 173
                    | 175
                    | 177
                    | 179
                    | 181
                    | 183
                    | 185
                    | 187
                    | 189
                    | 191,
                ) => 1,
                (
                    39,
                    129 | 131 | 133 | 135 | 137 | 139 | 141 | 143 | 145 | 147 | 149 | 151 | 153
                    | 155 | 157 | 159 | 161 | 163 | 165 | 167 | 169 | 171 | 173 | 175,
                ) => 1,
                (40, 160..=191) => 1,
                (41, 128..=136) => 1,
                (42, 131) => 73,
                (42, 143) => 74,
                (42, 178) => 75,
                (42, 180) => 76,
                (42, 181) => 77,
                (42, 182) => 78,
                (42, 184..=185 | 187) => 79,
                (42, 186) => 80,
                (42, 188) => 81,
                (42, 189) => 82,
                (42, 190) => 83,
                (42, 191) => 84,
                (43, 176) => 35,
                (43, 178) => 79,
                (43, 132) => 85,
                (43, 133) => 86,
                (43, 134) => 87,
                (43, 177) => 88,
                (43, 179) => 89,
                (43, 180) => 90,
                (44, 172) => 35,
                (44, 153) => 91,
                (44, 154) => 92,
                (44, 156) => 93,
                (44, 157) => 94,
                (44, 158) => 95,
                (44, 159) => 96,
                (44, 173) => 97,
                (44, 174) => 98,
                (45, 172) => 99,
                (45, 189) => 100,
                (46, 144) => 101,
                (46, 145) => 102,
                (46, 150) => 103,
                (46, 157) => 104,
                (46, 158) => 105,
                (47, 128..=133 | 135 | 141) => 1,
                (48, 128..=181) => 1,
                (49, 137 | 144..=186 | 189..=191) => 1,
                (
                    50,
                    128 | 130 | 132 | 134 | 136 | 138 | 140 | 142 | 144 | 146 | 148 | 150 | 152
                    | 154 | 156 | 158 | 160 | 162 | 164 | 166 | 168 | 170 | 172 | 174 | 176 | 178
                    | 180 | 182 | 184 | 186 | 188 | 190,
                ) => 1,
                (
                    51,
                    128 | 130 | 132 | 134 | 136 | 138 | 140 | 142 | 144 | 146 | 148 | 158 | 160
                    | 162 | 164 | 166 | 168 | 170 | 172 | 174 | 176 | 178 | 180 | 182 | 184 | 186
                    | 188 | 190,
                ) => 1,
                (52, 136..=143 | 152..=157 | 168..=175 | 184..=191) => 1,
                (53, 136..=141 | 153 | 155 | 157 | 159 | 168..=175) => 1,
                (54, 184..=187) => 1,
                (55, 136..=139 | 152..=155 | 168..=172 | 184..=187) => 1,
                (
                    56,
                    130
                    | 135
                    | 139..=141
                    | 144..=146
                    | 149
                    | 153..=157
                    | 164
                    | 166
                    | 168
                    | 170..=173
                    | 176..=179
                    | 190..=191,
                ) => 1,
                (57, 133) => 1,
                (58, 131) => 1,
                (59, 160 | 162..=164 | 167 | 169 | 171 | 173..=176 | 178 | 181 | 190..=191) => 1,
                (
                    60,
                    128 | 130 | 132 | 134 | 136 | 138 | 140 | 142 | 144 | 146 | 148 | 150 | 152
                    | 154 | 156 | 158 | 160 | 162 | 171 | 173 | 178,
                ) => 1,
                (
                    61,
                    128 | 130 | 132 | 134 | 136 | 138 | 140 | 142 | 144 | 146 | 148 | 150 | 152
                    | 154 | 156 | 158 | 160 | 162 | 164 | 166 | 168 | 170 | 172,
                ) => 1,
                (
                    62,
                    128 | 130 | 132 | 134 | 136 | 138 | 140 | 142 | 144 | 146 | 148 | 150 | 152
                    | 154,
                ) => 1,
                (
                    63,
                    162 | 164 | 166 | 168 | 170 | 172 | 174 | 178 | 180 | 182 | 184 | 186 | 188
                    | 190,
                ) => 1,
                (
                    64,
                    128
                    | 130
                    | 132
                    | 134
                    | 136
                    | 138
                    | 140
                    | 142
                    | 144
                    | 146
                    | 148
                    | 150
                    | 152
                    | 154
                    | 156
                    | 158
                    | 160
                    | 162
                    | 164
                    | 166
                    | 168
                    | 170
                    | 172
                    | 174
                    | 185
                    | 187
                    | 189..=190,
                ) => 1,
                (
                    65,
                    128
                    | 130
                    | 132
                    | 134
                    | 139
                    | 141
                    | 144
                    | 146
                    | 150
                    | 152
                    | 154
                    | 156
                    | 158
                    | 160
                    | 162
                    | 164
                    | 166
                    | 168
                    | 170..=174
                    | 176..=180
                    | 182
                    | 184
                    | 186
                    | 188
                    | 190,
                ) => 1,
                (
                    66,
                    128 | 130 | 132..=135 | 137 | 139..=140 | 144 | 150 | 152 | 154 | 156 | 181,
                ) => 1,
                (67, 161..=186) => 1,
                (68, 146) => 35,
                (68, 144) => 106,
                (68, 147) => 107,
                (68, 149) => 108,
                (68, 150) => 109,
                (68, 178) => 110,
                (68, 181) => 111,
                (69, 162) => 40,
                (70, 185) => 112,
                (71, 144) => 113,
                (71, 145) => 114,
                (71, 146) => 115,
                (71, 147) => 116,
                (71, 148) => 117,
                (71, 149) => 118,
                (71, 150) => 119,
                (71, 151) => 120,
                (71, 152) => 121,
                (71, 153) => 122,
                (71, 154) => 123,
                (71, 155) => 124,
                (71, 156) => 125,
                (71, 157) => 126,
                (71, 158) => 127,
                (71, 159) => 128,
                (72, 164) => 129,
                (73, 144..=186 | 189..=191) => 1,
                (74, 184..=189) => 1,
                (75, 128..=136 | 138) => 1,
                (76, 128..=171) => 1,
                (77, 171..=183 | 185..=191) => 1,
                (78, 128..=154) => 1,
                (
                    79,
                    129 | 131 | 133 | 135 | 137 | 139 | 141 | 143 | 145 | 147 | 149 | 151 | 153
                    | 155 | 157 | 159 | 161 | 163 | 165 | 167 | 169 | 171 | 173 | 175 | 177 | 179
                    | 181 | 183 | 185 | 187 | 189 | 191,
                ) => 1,
                (
                    80,
                    129
                    | 131
                    | 133
                    | 135
                    | 137
                    | 139
                    | 141
                    | 143
                    | 145
                    | 147
                    | 149..=157
                    | 159
                    | 161
                    | 163
                    | 165
                    | 167
                    | 169
                    | 171
                    | 173
                    | 175
                    | 177
                    | 179
                    | 181
                    | 183
                    | 185
                    | 187
                    | 189
                    | 191,
                ) => 1,
                (81, 128..=135 | 144..=149 | 160..=167 | 176..=183) => 1,
                (82, 128..=133 | 144..=151 | 160..=167 | 176..=189) => 1,
                (83, 128..=135 | 144..=151 | 160..=167 | 176..=180 | 182..=183 | 190) => 1,
                (
                    84,
                    130..=132
                    | 134..=135
                    | 144..=147
                    | 150..=151
                    | 160..=167
                    | 178..=180
                    | 182..=183,
                ) => 1,
                (85, 138 | 142..=143 | 147 | 175 | 180 | 185 | 188..=189) => 1,
                (86, 134..=137 | 142) => 1,
                (87, 132) => 1,
                (
                    88,
                    128..=159 | 161 | 165..=166 | 168 | 170 | 172 | 177 | 179..=180 | 182..=187,
                ) => 1,
                (
                    89,
                    129
                    | 131
                    | 133
                    | 135
                    | 137
                    | 139
                    | 141
                    | 143
                    | 145
                    | 147
                    | 149
                    | 151
                    | 153
                    | 155
                    | 157
                    | 159
                    | 161
                    | 163..=164
                    | 172
                    | 174
                    | 179,
                ) => 1,
                (90, 128..=165 | 167 | 173) => 1,
                (
                    91,
                    129 | 131 | 133 | 135 | 137 | 139 | 141 | 143 | 145 | 147 | 149 | 151 | 153
                    | 155 | 157 | 159 | 161 | 163 | 165 | 167 | 169 | 171 | 173,
                ) => 1,
                (
                    92,
                    129 | 131 | 133 | 135 | 137 | 139 | 141 | 143 | 145 | 147 | 149 | 151 | 153
                    | 155,
                ) => 1,
                (
                    93,
                    163
                    | 165
                    | 167
                    | 169
                    | 171
                    | 173
                    | 175..=177
                    | 179
                    | 181
                    | 183
                    | 185
                    | 187
                    | 189
                    | 191,
                ) => 1,
                (
                    94,
                    129
                    | 131
                    | 133
                    | 135
                    | 137
                    | 139
                    | 141
                    | 143
                    | 145
                    | 147
                    | 149
                    | 151
                    | 153
                    | 155
                    | 157
                    | 159
                    | 161
                    | 163
                    | 165
                    | 167
                    | 169
                    | 171
                    | 173
                    | 175
                    | 177..=184
                    | 186
                    | 188
                    | 191,
                ) => 1,
                (
                    95,
                    129
                    | 131
                    | 133
                    | 135
                    | 140
                    | 142
                    | 145
                    | 147..=149
                    | 151
                    | 153
                    | 155
                    | 157
                    | 159
                    | 161
                    | 163
                    | 165
                    | 167
                    | 169
                    | 175
                    | 181
                    | 183
                    | 185
                    | 187
                    | 189
                    | 191,
                ) => 1,
                (
                    96,
                    129 | 131 | 136 | 138 | 141 | 145 | 147 | 149 | 151 | 153 | 155 | 182 | 186,
                ) => 1,
                (97, 128..=154 | 160..=168 | 176..=191) => 1,
                (98, 128..=191) => 1,
                (99, 128..=134 | 147..=151) => 1,
                (100, 129..=154) => 1,
                (101, 181) => 35,
                (101, 179) => 110,
                (101, 144) => 130,
                (101, 145) => 131,
                (101, 147) => 132,
                (101, 150) => 133,
                (101, 182) => 134,
                (102, 163) => 112,
                (103, 185) => 40,
                (104, 144) => 135,
                (104, 145) => 136,
                (104, 146) => 137,
                (104, 147) => 138,
                (104, 148) => 139,
                (104, 149) => 140,
                (104, 150) => 141,
                (104, 151) => 142,
                (104, 152) => 143,
                (104, 153) => 144,
                (104, 154) => 145,
                (104, 155) => 146,
                (104, 156) => 147,
                (104, 157) => 148,
                (104, 158) => 149,
                (104, 159) => 150,
                (104, 188) => 151,
                (105, 164) => 152,
                (105, 165) => 153,
                (106, 128..=167) => 1,
                (107, 128..=147) => 1,
                (108, 176..=186 | 188..=191) => 1,
                (109, 128..=138 | 140..=146 | 148..=149) => 1,
                (110, 128..=178) => 1,
                (111, 144..=165) => 1,
                (112, 128..=159) => 1,
                (113, 128..=153 | 180..=191) => 1,
                (114, 128..=141 | 168..=191) => 1,
                (115, 128..=129 | 156 | 158..=159 | 162 | 165..=166 | 169..=172 | 174..=181) => 1,
                (116, 144..=169) => 1,
                (117, 132..=133 | 135..=138 | 141..=148 | 150..=156 | 184..=185 | 187..=190) => 1,
                (118, 128..=132 | 134 | 138..=144 | 172..=191) => 1,
                (119, 128..=133 | 160..=185) => 1,
                (120, 148..=173) => 1,
                (121, 136..=161 | 188..=191) => 1,
                (122, 128..=149 | 176..=191) => 1,
                (123, 128..=137 | 168..=191) => 1,
                (124, 128 | 162..=186) => 1,
                (125, 156..=180) => 1,
                (126, 150..=174) => 1,
                (127, 144..=168) => 1,
                (128, 138) => 1,
                (129, 128..=161) => 1,
                (130, 168..=191) => 1,
                (131, 128..=143) => 1,
                (132, 152..=187) => 1,
                (133, 151..=161 | 163..=177 | 179..=185 | 187..=188) => 1,
                (134, 128..=133) => 1,
                (135, 154..=179) => 1,
                (136, 142..=148 | 150..=167) => 1,
                (137, 130..=155 | 182..=185 | 187 | 189..=191) => 1,
                (138, 128..=131 | 133..=143 | 170..=191) => 1,
                (139, 128..=131 | 158..=183) => 1,
                (140, 146..=171) => 1,
                (141, 134..=159 | 186..=191) => 1,
                (142, 128..=147 | 174..=191) => 1,
                (143, 128..=135 | 162..=187) => 1,
                (144, 150..=175) => 1,
                (145, 138..=165) => 1,
                (146, 130..=154 | 156..=161 | 188..=191) => 1,
                (147, 128..=148 | 150..=155 | 182..=191) => 1,
                (148, 128..=142 | 144..=149 | 176..=191) => 1,
                (149, 128..=136 | 138..=143 | 170..=191) => 1,
                (150, 128..=130 | 132..=137 | 139) => 1,
                (151, 128..=137 | 139..=158 | 165..=170) => 1,
                (152, 162..=191) => 1,
                (153, 128..=131) => 1,
                _ => return false,
            };
        }
        state == 1
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsLetters);

/// Text of the shape greek.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsGreek(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsGreek {
    const EXPECTED: &'static str = "a string that matches `^[α-ω]{1,3}$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsGreek {
    /// Matches `^[α-ω]{1,3}$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, 206) => 1,
                (0, 207) => 2,
                (1, 177..=191) => 3,
                (2, 128..=137) => 3,
                (3, 206) => 4,
                (3, 207) => 5,
                (4, 177..=191) => 6,
                (5, 128..=137) => 6,
                (6, 206) => 7,
                (6, 207) => 8,
                (7, 177..=191) => 9,
                (8, 128..=137) => 9,
                _ => return false,
            };
        }
        matches!(state, 3 | 6 | 9)
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsGreek);

/// Text of the shape faces.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsFaces(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsFaces {
    const EXPECTED: &'static str = "a string that matches `^[😀-🙏]$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsFaces {
    /// Matches `^[😀-🙏]$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, 240) => 1,
                (1, 159) => 2,
                (2, 152) => 3,
                (2, 153) => 4,
                (3, 128..=191) => 5,
                (4, 128..=143) => 5,
                _ => return false,
            };
        }
        state == 5
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsFaces);

/// Text of the shape fixed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsFixed(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsFixed {
    const EXPECTED: &'static str = "a string that matches `^fixed$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsFixed {
    /// Matches `^fixed$`.
    fn matches(text: &str) -> bool {
        text == "fixed"
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsFixed);

/// Text of the shape fixed wide.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsFixedWide(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsFixedWide {
    const EXPECTED: &'static str = "a string that matches `^größe$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsFixedWide {
    /// Matches `^größe$`.
    fn matches(text: &str) -> bool {
        let Some(rest) = text.strip_prefix("gr") else {
            return false;
        };
        let mut state = 0;
        for byte in rest.bytes() {
            state = match (state, byte) {
                (0, 195) => 1,
                (1, 182) => 2,
                (2, 195) => 3,
                (3, 159) => 4,
                (4, b'e') => 5,
                _ => return false,
            };
        }
        state == 5
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsFixedWide);

/// Text of the shape empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsEmpty(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsEmpty {
    const EXPECTED: &'static str = "a string that matches `^$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsEmpty {
    /// Matches `^$`.
    fn matches(text: &str) -> bool {
        text.is_empty()
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsEmpty);

/// Text of the shape maybe empty.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsMaybeEmpty(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsMaybeEmpty {
    const EXPECTED: &'static str = "a string that matches `^(abc)?$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsMaybeEmpty {
    /// Matches `^(abc)?$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, b'a') => 1,
                (1, b'b') => 2,
                (2, b'c') => 3,
                _ => return false,
            };
        }
        matches!(state, 0 | 3)
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsMaybeEmpty);

/// Text of the shape maybe empty too.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsMaybeEmptyToo(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsMaybeEmptyToo {
    const EXPECTED: &'static str = "a string that matches `^a*$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsMaybeEmptyToo {
    /// Matches `^a*$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, b'a') => 0,
                _ => return false,
            };
        }
        state == 0
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsMaybeEmptyToo);

/// Text of the shape braces.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsBraces(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsBraces {
    const EXPECTED: &'static str = "a string that matches `^\\$\\{[^}]*\\}$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsBraces {
    /// Matches `^\$\{[^}]*\}$`.
    fn matches(text: &str) -> bool {
        let Some(rest) = text.strip_prefix("${") else {
            return false;
        };
        let mut state = 0;
        for byte in rest.bytes() {
            state = match (state, byte) {
                (0, 0..=b'|' | b'~'..=127) => 0,
                (0, b'}') => 1,
                (0, 194..=223) => 2,
                (0, 224) => 3,
                (0, 225..=236 | 238..=239) => 4,
                (0, 237) => 5,
                (0, 240) => 6,
                (0, 241..=243) => 7,
                (0, 244) => 8,
                (2, 128..=191) => 0,
                (3, 160..=191) => 2,
                (4, 128..=191) => 2,
                (5, 128..=159) => 2,
                (6, 144..=191) => 4,
                (7, 128..=191) => 4,
                (8, 128..=143) => 4,
                _ => return false,
            };
        }
        state == 1
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsBraces);

/// Text of the shape slashes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsSlashes(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsSlashes {
    const EXPECTED: &'static str = "a string that matches `^a\\/b\\\\c$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsSlashes {
    /// Matches `^a\/b\\c$`.
    fn matches(text: &str) -> bool {
        text == "a/b\\c"
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsSlashes);

/// Text of the shape escapes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsEscapes(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsEscapes {
    const EXPECTED: &'static str = "a string that matches `^\\u0041\\x42\\t$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsEscapes {
    /// Matches `^\u0041\x42\t$`.
    fn matches(text: &str) -> bool {
        let Some(rest) = text.strip_prefix("AB") else {
            return false;
        };
        let mut state = 0;
        for byte in rest.bytes() {
            state = match (state, byte) {
                (0, 9) => 1,
                _ => return false,
            };
        }
        state == 1
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsEscapes);

/// Text of the shape brackets.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsBrackets(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsBrackets {
    const EXPECTED: &'static str = "a string that matches `^[\\]\\\\^-]+$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsBrackets {
    /// Matches `^[\]\\^-]+$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, b'-' | b'\\'..=b'^') => 1,
                (1, b'-' | b'\\'..=b'^') => 1,
                _ => return false,
            };
        }
        state == 1
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsBrackets);

/// Text of the shape looped.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsLooped(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsLooped {
    const EXPECTED: &'static str = "a string that matches `^aa(ba)*$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsLooped {
    /// Matches `^aa(ba)*$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, b'a') => 1,
                (1, b'a') => 2,
                (2, b'b') => 1,
                _ => return false,
            };
        }
        state == 2
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsLooped);

/// Text of the shape looped whole.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsLoopedWhole(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsLoopedWhole {
    const EXPECTED: &'static str = "a string that matches `^(aab)+$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsLoopedWhole {
    /// Matches `^(aab)+$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, b'a') => 1,
                (1, b'a') => 2,
                (2, b'b') => 3,
                (3, b'a') => 1,
                _ => return false,
            };
        }
        state == 3
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsLoopedWhole);

/// Text of the shape lazy.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsLazy(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsLazy {
    const EXPECTED: &'static str = "a string that matches `^(?:[a-z]+?)-(?:[0-9]*?)$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsLazy {
    /// Matches `^(?:[a-z]+?)-(?:[0-9]*?)$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, b'a'..=b'z') => 1,
                (1, b'a'..=b'z') => 1,
                (1, b'-') => 2,
                (2, b'0'..=b'9') => 2,
                _ => return false,
            };
        }
        state == 2
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsLazy);

/// Text of the shape digest.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsDigest(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsDigest {
    const EXPECTED: &'static str = "a string that matches `^sha256:[0-9a-f]{64}$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsDigest {
    /// Matches `^sha256:[0-9a-f]{64}$`.
    fn matches(text: &str) -> bool {
        let Some(rest) = text.strip_prefix("sha256:") else {
            return false;
        };
        rest.len() == 64
            && rest
                .bytes()
                .all(|byte| matches!(byte, b'0'..= b'9' | b'a'..= b'f'))
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsDigest);

/// Text of the shape digest only.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsDigestOnly(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsDigestOnly {
    const EXPECTED: &'static str = "a string that matches `^[0-9a-f]{40}$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsDigestOnly {
    /// Matches `^[0-9a-f]{40}$`.
    fn matches(text: &str) -> bool {
        text.len() == 40
            && text
                .bytes()
                .all(|byte| matches!(byte, b'0'..= b'9' | b'a'..= b'f'))
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsDigestOnly);

/// Text of the shape wide run.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsWideRun(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsWideRun {
    const EXPECTED: &'static str = "a string that matches `^[ä-ü]{2}$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsWideRun {
    /// Matches `^[ä-ü]{2}$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, 195) => 1,
                (1, 164..=188) => 2,
                (2, 195) => 3,
                (3, 164..=188) => 4,
                _ => return false,
            };
        }
        state == 4
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsWideRun);

/// Text of the shape ticks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsTicks(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsTicks {
    const EXPECTED: &'static str = "a string that matches `^`[a-z]+`$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsTicks {
    /// Matches ``^`[a-z]+`$``.
    fn matches(text: &str) -> bool {
        let Some(rest) = text.strip_prefix("`") else {
            return false;
        };
        let mut state = 0;
        for byte in rest.bytes() {
            state = match (state, byte) {
                (0, b'a'..=b'z') => 1,
                (1, b'a'..=b'z') => 1,
                (1, b'`') => 2,
                _ => return false,
            };
        }
        state == 2
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsTicks);

/// Text of the shape stars.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsStars(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsStars {
    const EXPECTED: &'static str = "a string that matches `^/\\*[^*]*\\*/$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsStars {
    /// Matches `^/\*[^*]*\*/$`.
    fn matches(text: &str) -> bool {
        let Some(rest) = text.strip_prefix("/*") else {
            return false;
        };
        let mut state = 0;
        for byte in rest.bytes() {
            state = match (state, byte) {
                (0, 0..=b')' | b'+'..=127) => 0,
                (0, b'*') => 1,
                (0, 194..=223) => 2,
                (0, 224) => 3,
                (0, 225..=236 | 238..=239) => 4,
                (0, 237) => 5,
                (0, 240) => 6,
                (0, 241..=243) => 7,
                (0, 244) => 8,
                (1, b'/') => 9,
                (2, 128..=191) => 0,
                (3, 160..=191) => 2,
                (4, 128..=191) => 2,
                (5, 128..=159) => 2,
                (6, 144..=191) => 4,
                (7, 128..=191) => 4,
                (8, 128..=143) => 4,
                _ => return false,
            };
        }
        state == 9
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsStars);

/// Text of the shape quotes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsQuotes(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsQuotes {
    const EXPECTED: &'static str = "a string that matches `^\"[^\"]*\"\\]$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsQuotes {
    /// Matches `^"[^"]*"\]$`.
    fn matches(text: &str) -> bool {
        let Some(rest) = text.strip_prefix("\"") else {
            return false;
        };
        let mut state = 0;
        for byte in rest.bytes() {
            state = match (state, byte) {
                (0, 0..=b'!' | b'#'..=127) => 0,
                (0, b'"') => 1,
                (0, 194..=223) => 2,
                (0, 224) => 3,
                (0, 225..=236 | 238..=239) => 4,
                (0, 237) => 5,
                (0, 240) => 6,
                (0, 241..=243) => 7,
                (0, 244) => 8,
                (1, b']') => 9,
                (2, 128..=191) => 0,
                (3, 160..=191) => 2,
                (4, 128..=191) => 2,
                (5, 128..=159) => 2,
                (6, 144..=191) => 4,
                (7, 128..=191) => 4,
                (8, 128..=143) => 4,
                _ => return false,
            };
        }
        state == 9
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsQuotes);

/// Text of the shape markup.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsMarkup(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsMarkup {
    const EXPECTED: &'static str = "a string that matches `^<script>\\[x\\]\\(y\\)$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsMarkup {
    /// Matches `^<script>\[x\]\(y\)$`.
    fn matches(text: &str) -> bool {
        text == "<script>[x](y)"
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsMarkup);

/// Text of the shape spaces.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsSpaces(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsSpaces {
    const EXPECTED: &'static str = "a string that matches `^ +a +$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsSpaces {
    /// Matches `^ +a +$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, b' ') => 1,
                (1, b' ') => 1,
                (1, b'a') => 2,
                (2, b' ') => 3,
                (3, b' ') => 3,
                _ => return false,
            };
        }
        state == 3
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsSpaces);

/// Text of the shape slug.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsSlug(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsSlug {
    const EXPECTED: &'static str = "a string that matches `^[a-z0-9]+(-[a-z0-9]+)*$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsSlug {
    /// Matches `^[a-z0-9]+(-[a-z0-9]+)*$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, b'0'..=b'9' | b'a'..=b'z') => 1,
                (1, b'-') => 0,
                (1, b'0'..=b'9' | b'a'..=b'z') => 1,
                _ => return false,
            };
        }
        state == 1
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsSlug);

/// Text of the shape version.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsVersion(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsVersion {
    const EXPECTED: &'static str =
        "a string that matches `^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsVersion {
    /// Matches `^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, b'0') => 1,
                (0, b'1'..=b'9') => 2,
                (1, b'.') => 3,
                (2, b'0'..=b'9') => 2,
                (2, b'.') => 3,
                (3, b'0') => 4,
                (3, b'1'..=b'9') => 5,
                (4, b'.') => 6,
                (5, b'0'..=b'9') => 5,
                (5, b'.') => 6,
                (6, b'0') => 7,
                (6, b'1'..=b'9') => 8,
                (8, b'0'..=b'9') => 8,
                _ => return false,
            };
        }
        matches!(state, 7 | 8)
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsVersion);

/// Text of the shape never special.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsNeverSpecial(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsNeverSpecial {
    const EXPECTED: &'static str = "a string that matches `^[.*+?()|{}^$]+$`";

    fn accepts(text: &str) -> bool {
        Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsNeverSpecial {
    /// Matches `^[.*+?()|{}^$]+$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, b'$' | b'('..=b'+' | b'.' | b'?' | b'^' | b'{'..=b'}') => 1,
                (1, b'$' | b'('..=b'+' | b'.' | b'?' | b'^' | b'{'..=b'}') => 1,
                _ => return false,
            };
        }
        state == 1
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsNeverSpecial);

/// Text with the length at least one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsAtLeastOne(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsAtLeastOne {
    const EXPECTED: &'static str = "at least 1 character";

    fn accepts(text: &str) -> bool {
        !text.is_empty()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsAtLeastOne);

/// Text with the length at least three.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsAtLeastThree(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsAtLeastThree {
    const EXPECTED: &'static str = "at least 3 characters";

    fn accepts(text: &str) -> bool {
        text.chars().count() >= 3
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsAtLeastThree);

/// Text with the length at most none.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsAtMostNone(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsAtMostNone {
    const EXPECTED: &'static str = "at most 0 characters";

    fn accepts(text: &str) -> bool {
        text.is_empty()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsAtMostNone);

/// Text with the length at most two.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsAtMostTwo(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsAtMostTwo {
    const EXPECTED: &'static str = "at most 2 characters";

    fn accepts(text: &str) -> bool {
        text.chars().count() <= 2
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsAtMostTwo);

/// Text with the length exactly none.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsExactlyNone(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsExactlyNone {
    const EXPECTED: &'static str = "at most 0 characters";

    fn accepts(text: &str) -> bool {
        text.is_empty()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsExactlyNone);

/// Text with the length exactly one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsExactlyOne(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsExactlyOne {
    const EXPECTED: &'static str = "1 character";

    fn accepts(text: &str) -> bool {
        text.chars().count() == 1
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsExactlyOne);

/// Text with the length exactly two.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsExactlyTwo(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsExactlyTwo {
    const EXPECTED: &'static str = "2 characters";

    fn accepts(text: &str) -> bool {
        text.chars().count() == 2
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsExactlyTwo);

/// Text with the length two to four.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsTwoToFour(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsTwoToFour {
    const EXPECTED: &'static str = "2 to 4 characters";

    fn accepts(text: &str) -> bool {
        (2..=4).contains(&text.chars().count())
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsTwoToFour);

/// Text with the length spelled as floats.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsSpelledAsFloats(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsSpelledAsFloats {
    const EXPECTED: &'static str = "2 to 4 characters";

    fn accepts(text: &str) -> bool {
        (2..=4).contains(&text.chars().count())
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsSpelledAsFloats);

/// Text with the length pattern and least.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsPatternAndLeast(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsPatternAndLeast {
    const EXPECTED: &'static str = "at least 2 characters that match `^\\w*$`";

    fn accepts(text: &str) -> bool {
        text.len() >= 2 && Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsPatternAndLeast {
    /// Matches `^\w*$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, b'0'..=b'9' | b'A'..=b'Z' | b'_' | b'a'..=b'z') => 0,
                _ => return false,
            };
        }
        state == 0
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsPatternAndLeast);

/// Text with the length pattern and most.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsPatternAndMost(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsPatternAndMost {
    const EXPECTED: &'static str = "at most 2 characters that match `^\\W*$`";

    fn accepts(text: &str) -> bool {
        text.chars().count() <= 2 && Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsPatternAndMost {
    /// Matches `^\W*$`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, 0..=b'/' | b':'..=b'@' | b'['..=b'^' | b'`' | b'{'..=127) => 0,
                (0, 194..=223) => 1,
                (0, 224) => 2,
                (0, 225..=236 | 238..=239) => 3,
                (0, 237) => 4,
                (0, 240) => 5,
                (0, 241..=243) => 6,
                (0, 244) => 7,
                (1, 128..=191) => 0,
                (2, 160..=191) => 1,
                (3, 128..=191) => 1,
                (4, 128..=159) => 1,
                (5, 144..=191) => 3,
                (6, 128..=191) => 3,
                (7, 128..=143) => 3,
                _ => return false,
            };
        }
        state == 0
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsPatternAndMost);

/// Text with the length pattern and both.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsPatternAndBoth(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsPatternAndBoth {
    const EXPECTED: &'static str = "2 to 3 characters that match `b`";

    fn accepts(text: &str) -> bool {
        (2..=3).contains(&text.chars().count()) && Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsPatternAndBoth {
    /// Matches `b`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, 0..=b'a' | b'c'..=127) => 0,
                (0, b'b') => 1,
                (0, 194..=223) => 2,
                (0, 224) => 3,
                (0, 225..=236 | 238..=239) => 4,
                (0, 237) => 5,
                (0, 240) => 6,
                (0, 241..=243) => 7,
                (0, 244) => 8,
                (1, 0..=127) => 1,
                (1, 194..=223) => 9,
                (1, 224) => 10,
                (1, 225..=236 | 238..=239) => 11,
                (1, 237) => 12,
                (1, 240) => 13,
                (1, 241..=243) => 14,
                (1, 244) => 15,
                (2, 128..=191) => 0,
                (3, 160..=191) => 2,
                (4, 128..=191) => 2,
                (5, 128..=159) => 2,
                (6, 144..=191) => 4,
                (7, 128..=191) => 4,
                (8, 128..=143) => 4,
                (9, 128..=191) => 1,
                (10, 160..=191) => 9,
                (11, 128..=191) => 9,
                (12, 128..=159) => 9,
                (13, 144..=191) => 11,
                (14, 128..=191) => 11,
                (15, 128..=143) => 11,
                _ => return false,
            };
        }
        state == 1
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsPatternAndBoth);

/// Text with the length pattern and exact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsPatternAndExact(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsPatternAndExact {
    const EXPECTED: &'static str = "2 characters that match `[0-9]`";

    fn accepts(text: &str) -> bool {
        text.chars().count() == 2 && Self::matches(text)
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

impl TextPatternsAndLengthsPatternAndExact {
    /// Matches `[0-9]`.
    fn matches(text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            state = match (state, byte) {
                (0, 0..=b'/' | b':'..=127) => 0,
                (0, b'0'..=b'9') => 1,
                (0, 194..=223) => 2,
                (0, 224) => 3,
                (0, 225..=236 | 238..=239) => 4,
                (0, 237) => 5,
                (0, 240) => 6,
                (0, 241..=243) => 7,
                (0, 244) => 8,
                (1, 0..=127) => 1,
                (1, 194..=223) => 9,
                (1, 224) => 10,
                (1, 225..=236 | 238..=239) => 11,
                (1, 237) => 12,
                (1, 240) => 13,
                (1, 241..=243) => 14,
                (1, 244) => 15,
                (2, 128..=191) => 0,
                (3, 160..=191) => 2,
                (4, 128..=191) => 2,
                (5, 128..=159) => 2,
                (6, 144..=191) => 4,
                (7, 128..=191) => 4,
                (8, 128..=143) => 4,
                (9, 128..=191) => 1,
                (10, 160..=191) => 9,
                (11, 128..=191) => 9,
                (12, 128..=159) => 9,
                (13, 144..=191) => 11,
                (14, 128..=191) => 11,
                (15, 128..=143) => 11,
                _ => return false,
            };
        }
        state == 1
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsPatternAndExact);

/// Text with the length all and exact.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPatternsAndLengthsAllAndExact(Cow<'static, str>);

impl StringValue for TextPatternsAndLengthsAllAndExact {
    const EXPECTED: &'static str = "1 character";

    fn accepts(text: &str) -> bool {
        text.chars().count() == 1
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::text_type!(TextPatternsAndLengthsAllAndExact);

/// Every shape of text.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TextPatternsAndLengths {
    /// Text of the shape anywhere.
    pub anywhere: TextPatternsAndLengthsAnywhere,
    /// Text of the shape anywhere word.
    pub anywhere_word: TextPatternsAndLengthsAnywhereWord,
    /// Text of the shape starts.
    pub starts: TextPatternsAndLengthsStarts,
    /// Text of the shape ends.
    pub ends: TextPatternsAndLengthsEnds,
    /// Text of the shape either.
    pub either: TextPatternsAndLengthsEither,
    /// Text of the shape loose either.
    pub loose_either: TextPatternsAndLengthsLooseEither,
    /// Text of the shape bare either.
    pub bare_either: TextPatternsAndLengthsBareEither,
    /// Text of the shape counted.
    pub counted: TextPatternsAndLengthsCounted,
    /// Text of the shape counted range.
    pub counted_range: TextPatternsAndLengthsCountedRange,
    /// Text of the shape decimal.
    pub decimal: TextPatternsAndLengthsDecimal,
    /// Text of the shape dot.
    pub dot: TextPatternsAndLengthsDot,
    /// Text of the shape dots.
    pub dots: TextPatternsAndLengthsDots,
    /// Text of the shape all.
    pub all: String,
    /// Text of the shape all too.
    pub all_too: String,
    /// Text of the shape digits.
    pub digits: TextPatternsAndLengthsDigits,
    /// Text of the shape words.
    pub words: TextPatternsAndLengthsWords,
    /// Text of the shape inverses.
    pub inverses: TextPatternsAndLengthsInverses,
    /// Text of the shape none of.
    pub none_of: TextPatternsAndLengthsNoneOf,
    /// Text of the shape letters.
    pub letters: TextPatternsAndLengthsLetters,
    /// Text of the shape greek.
    pub greek: TextPatternsAndLengthsGreek,
    /// Text of the shape faces.
    pub faces: TextPatternsAndLengthsFaces,
    /// Text of the shape fixed.
    pub fixed: TextPatternsAndLengthsFixed,
    /// Text of the shape fixed wide.
    pub fixed_wide: TextPatternsAndLengthsFixedWide,
    /// Text of the shape empty.
    pub empty: TextPatternsAndLengthsEmpty,
    /// Text of the shape maybe empty.
    pub maybe_empty: TextPatternsAndLengthsMaybeEmpty,
    /// Text of the shape maybe empty too.
    pub maybe_empty_too: TextPatternsAndLengthsMaybeEmptyToo,
    /// Text of the shape braces.
    pub braces: TextPatternsAndLengthsBraces,
    /// Text of the shape slashes.
    pub slashes: TextPatternsAndLengthsSlashes,
    /// Text of the shape escapes.
    pub escapes: TextPatternsAndLengthsEscapes,
    /// Text of the shape brackets.
    pub brackets: TextPatternsAndLengthsBrackets,
    /// Text of the shape looped.
    pub looped: TextPatternsAndLengthsLooped,
    /// Text of the shape looped whole.
    pub looped_whole: TextPatternsAndLengthsLoopedWhole,
    /// Text of the shape lazy.
    pub lazy: TextPatternsAndLengthsLazy,
    /// Text of the shape digest.
    pub digest: TextPatternsAndLengthsDigest,
    /// Text of the shape digest only.
    pub digest_only: TextPatternsAndLengthsDigestOnly,
    /// Text of the shape wide run.
    pub wide_run: TextPatternsAndLengthsWideRun,
    /// Text of the shape ticks.
    pub ticks: TextPatternsAndLengthsTicks,
    /// Text of the shape stars.
    pub stars: TextPatternsAndLengthsStars,
    /// Text of the shape quotes.
    pub quotes: TextPatternsAndLengthsQuotes,
    /// Text of the shape markup.
    pub markup: TextPatternsAndLengthsMarkup,
    /// Text of the shape spaces.
    pub spaces: TextPatternsAndLengthsSpaces,
    /// Text of the shape slug.
    pub slug: TextPatternsAndLengthsSlug,
    /// Text of the shape version.
    pub version: TextPatternsAndLengthsVersion,
    /// Text of the shape never special.
    pub never_special: TextPatternsAndLengthsNeverSpecial,
    /// Text with the length at least none.
    pub at_least_none: String,
    /// Text with the length at least one.
    pub at_least_one: TextPatternsAndLengthsAtLeastOne,
    /// Text with the length at least three.
    pub at_least_three: TextPatternsAndLengthsAtLeastThree,
    /// Text with the length at most none.
    pub at_most_none: TextPatternsAndLengthsAtMostNone,
    /// Text with the length at most two.
    pub at_most_two: TextPatternsAndLengthsAtMostTwo,
    /// Text with the length exactly none.
    pub exactly_none: TextPatternsAndLengthsExactlyNone,
    /// Text with the length exactly one.
    pub exactly_one: TextPatternsAndLengthsExactlyOne,
    /// Text with the length exactly two.
    pub exactly_two: TextPatternsAndLengthsExactlyTwo,
    /// Text with the length two to four.
    pub two_to_four: TextPatternsAndLengthsTwoToFour,
    /// Text with the length spelled as floats.
    pub spelled_as_floats: TextPatternsAndLengthsSpelledAsFloats,
    /// Text with the length pattern and least.
    pub pattern_and_least: TextPatternsAndLengthsPatternAndLeast,
    /// Text with the length pattern and most.
    pub pattern_and_most: TextPatternsAndLengthsPatternAndMost,
    /// Text with the length pattern and both.
    pub pattern_and_both: TextPatternsAndLengthsPatternAndBoth,
    /// Text with the length pattern and exact.
    pub pattern_and_exact: TextPatternsAndLengthsPatternAndExact,
    /// Text with the length all and exact.
    pub all_and_exact: TextPatternsAndLengthsAllAndExact,
}

schema_runtime::object_type! {
    TextPatternsAndLengths {
        required anywhere = "anywhere",
        required anywhere_word = "anywhere_word",
        required starts = "starts",
        required ends = "ends",
        required either = "either",
        required loose_either = "loose_either",
        required bare_either = "bare_either",
        required counted = "counted",
        required counted_range = "counted_range",
        required decimal = "decimal",
        required dot = "dot",
        required dots = "dots",
        required all = "all",
        required all_too = "all_too",
        required digits = "digits",
        required words = "words",
        required inverses = "inverses",
        required none_of = "none_of",
        required letters = "letters",
        required greek = "greek",
        required faces = "faces",
        required fixed = "fixed",
        required fixed_wide = "fixed_wide",
        required empty = "empty",
        required maybe_empty = "maybe_empty",
        required maybe_empty_too = "maybe_empty_too",
        required braces = "braces",
        required slashes = "slashes",
        required escapes = "escapes",
        required brackets = "brackets",
        required looped = "looped",
        required looped_whole = "looped_whole",
        required lazy = "lazy",
        required digest = "digest",
        required digest_only = "digest_only",
        required wide_run = "wide_run",
        required ticks = "ticks",
        required stars = "stars",
        required quotes = "quotes",
        required markup = "markup",
        required spaces = "spaces",
        required slug = "slug",
        required version = "version",
        required never_special = "never_special",
        required at_least_none = "at_least_none",
        required at_least_one = "at_least_one",
        required at_least_three = "at_least_three",
        required at_most_none = "at_most_none",
        required at_most_two = "at_most_two",
        required exactly_none = "exactly_none",
        required exactly_one = "exactly_one",
        required exactly_two = "exactly_two",
        required two_to_four = "two_to_four",
        required spelled_as_floats = "spelled_as_floats",
        required pattern_and_least = "pattern_and_least",
        required pattern_and_most = "pattern_and_most",
        required pattern_and_both = "pattern_and_both",
        required pattern_and_exact = "pattern_and_exact",
        required all_and_exact = "all_and_exact",
    }
}

/// The required fields of [`TextPatternsAndLengths`].
#[derive(Clone, Debug, PartialEq)]
pub struct TextPatternsAndLengthsFields {
    /// Text of the shape anywhere.
    pub anywhere: TextPatternsAndLengthsAnywhere,
    /// Text of the shape anywhere word.
    pub anywhere_word: TextPatternsAndLengthsAnywhereWord,
    /// Text of the shape starts.
    pub starts: TextPatternsAndLengthsStarts,
    /// Text of the shape ends.
    pub ends: TextPatternsAndLengthsEnds,
    /// Text of the shape either.
    pub either: TextPatternsAndLengthsEither,
    /// Text of the shape loose either.
    pub loose_either: TextPatternsAndLengthsLooseEither,
    /// Text of the shape bare either.
    pub bare_either: TextPatternsAndLengthsBareEither,
    /// Text of the shape counted.
    pub counted: TextPatternsAndLengthsCounted,
    /// Text of the shape counted range.
    pub counted_range: TextPatternsAndLengthsCountedRange,
    /// Text of the shape decimal.
    pub decimal: TextPatternsAndLengthsDecimal,
    /// Text of the shape dot.
    pub dot: TextPatternsAndLengthsDot,
    /// Text of the shape dots.
    pub dots: TextPatternsAndLengthsDots,
    /// Text of the shape all.
    pub all: String,
    /// Text of the shape all too.
    pub all_too: String,
    /// Text of the shape digits.
    pub digits: TextPatternsAndLengthsDigits,
    /// Text of the shape words.
    pub words: TextPatternsAndLengthsWords,
    /// Text of the shape inverses.
    pub inverses: TextPatternsAndLengthsInverses,
    /// Text of the shape none of.
    pub none_of: TextPatternsAndLengthsNoneOf,
    /// Text of the shape letters.
    pub letters: TextPatternsAndLengthsLetters,
    /// Text of the shape greek.
    pub greek: TextPatternsAndLengthsGreek,
    /// Text of the shape faces.
    pub faces: TextPatternsAndLengthsFaces,
    /// Text of the shape fixed.
    pub fixed: TextPatternsAndLengthsFixed,
    /// Text of the shape fixed wide.
    pub fixed_wide: TextPatternsAndLengthsFixedWide,
    /// Text of the shape empty.
    pub empty: TextPatternsAndLengthsEmpty,
    /// Text of the shape maybe empty.
    pub maybe_empty: TextPatternsAndLengthsMaybeEmpty,
    /// Text of the shape maybe empty too.
    pub maybe_empty_too: TextPatternsAndLengthsMaybeEmptyToo,
    /// Text of the shape braces.
    pub braces: TextPatternsAndLengthsBraces,
    /// Text of the shape slashes.
    pub slashes: TextPatternsAndLengthsSlashes,
    /// Text of the shape escapes.
    pub escapes: TextPatternsAndLengthsEscapes,
    /// Text of the shape brackets.
    pub brackets: TextPatternsAndLengthsBrackets,
    /// Text of the shape looped.
    pub looped: TextPatternsAndLengthsLooped,
    /// Text of the shape looped whole.
    pub looped_whole: TextPatternsAndLengthsLoopedWhole,
    /// Text of the shape lazy.
    pub lazy: TextPatternsAndLengthsLazy,
    /// Text of the shape digest.
    pub digest: TextPatternsAndLengthsDigest,
    /// Text of the shape digest only.
    pub digest_only: TextPatternsAndLengthsDigestOnly,
    /// Text of the shape wide run.
    pub wide_run: TextPatternsAndLengthsWideRun,
    /// Text of the shape ticks.
    pub ticks: TextPatternsAndLengthsTicks,
    /// Text of the shape stars.
    pub stars: TextPatternsAndLengthsStars,
    /// Text of the shape quotes.
    pub quotes: TextPatternsAndLengthsQuotes,
    /// Text of the shape markup.
    pub markup: TextPatternsAndLengthsMarkup,
    /// Text of the shape spaces.
    pub spaces: TextPatternsAndLengthsSpaces,
    /// Text of the shape slug.
    pub slug: TextPatternsAndLengthsSlug,
    /// Text of the shape version.
    pub version: TextPatternsAndLengthsVersion,
    /// Text of the shape never special.
    pub never_special: TextPatternsAndLengthsNeverSpecial,
    /// Text with the length at least none.
    pub at_least_none: String,
    /// Text with the length at least one.
    pub at_least_one: TextPatternsAndLengthsAtLeastOne,
    /// Text with the length at least three.
    pub at_least_three: TextPatternsAndLengthsAtLeastThree,
    /// Text with the length at most none.
    pub at_most_none: TextPatternsAndLengthsAtMostNone,
    /// Text with the length at most two.
    pub at_most_two: TextPatternsAndLengthsAtMostTwo,
    /// Text with the length exactly none.
    pub exactly_none: TextPatternsAndLengthsExactlyNone,
    /// Text with the length exactly one.
    pub exactly_one: TextPatternsAndLengthsExactlyOne,
    /// Text with the length exactly two.
    pub exactly_two: TextPatternsAndLengthsExactlyTwo,
    /// Text with the length two to four.
    pub two_to_four: TextPatternsAndLengthsTwoToFour,
    /// Text with the length spelled as floats.
    pub spelled_as_floats: TextPatternsAndLengthsSpelledAsFloats,
    /// Text with the length pattern and least.
    pub pattern_and_least: TextPatternsAndLengthsPatternAndLeast,
    /// Text with the length pattern and most.
    pub pattern_and_most: TextPatternsAndLengthsPatternAndMost,
    /// Text with the length pattern and both.
    pub pattern_and_both: TextPatternsAndLengthsPatternAndBoth,
    /// Text with the length pattern and exact.
    pub pattern_and_exact: TextPatternsAndLengthsPatternAndExact,
    /// Text with the length all and exact.
    pub all_and_exact: TextPatternsAndLengthsAllAndExact,
}

impl TextPatternsAndLengths {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: TextPatternsAndLengthsFields) -> Self {
        Self {
            anywhere: fields.anywhere,
            anywhere_word: fields.anywhere_word,
            starts: fields.starts,
            ends: fields.ends,
            either: fields.either,
            loose_either: fields.loose_either,
            bare_either: fields.bare_either,
            counted: fields.counted,
            counted_range: fields.counted_range,
            decimal: fields.decimal,
            dot: fields.dot,
            dots: fields.dots,
            all: fields.all,
            all_too: fields.all_too,
            digits: fields.digits,
            words: fields.words,
            inverses: fields.inverses,
            none_of: fields.none_of,
            letters: fields.letters,
            greek: fields.greek,
            faces: fields.faces,
            fixed: fields.fixed,
            fixed_wide: fields.fixed_wide,
            empty: fields.empty,
            maybe_empty: fields.maybe_empty,
            maybe_empty_too: fields.maybe_empty_too,
            braces: fields.braces,
            slashes: fields.slashes,
            escapes: fields.escapes,
            brackets: fields.brackets,
            looped: fields.looped,
            looped_whole: fields.looped_whole,
            lazy: fields.lazy,
            digest: fields.digest,
            digest_only: fields.digest_only,
            wide_run: fields.wide_run,
            ticks: fields.ticks,
            stars: fields.stars,
            quotes: fields.quotes,
            markup: fields.markup,
            spaces: fields.spaces,
            slug: fields.slug,
            version: fields.version,
            never_special: fields.never_special,
            at_least_none: fields.at_least_none,
            at_least_one: fields.at_least_one,
            at_least_three: fields.at_least_three,
            at_most_none: fields.at_most_none,
            at_most_two: fields.at_most_two,
            exactly_none: fields.exactly_none,
            exactly_one: fields.exactly_one,
            exactly_two: fields.exactly_two,
            two_to_four: fields.two_to_four,
            spelled_as_floats: fields.spelled_as_floats,
            pattern_and_least: fields.pattern_and_least,
            pattern_and_most: fields.pattern_and_most,
            pattern_and_both: fields.pattern_and_both,
            pattern_and_exact: fields.pattern_and_exact,
            all_and_exact: fields.all_and_exact,
        }
    }
}

/// Borrowed variant of [`TextPatternsAndLengths`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TextPatternsAndLengthsRef<'a> {
    /// See [`TextPatternsAndLengths::anywhere`].
    pub anywhere: Borrowed<'a, TextPatternsAndLengthsAnywhere>,
    /// See [`TextPatternsAndLengths::anywhere_word`].
    pub anywhere_word: Borrowed<'a, TextPatternsAndLengthsAnywhereWord>,
    /// See [`TextPatternsAndLengths::starts`].
    pub starts: Borrowed<'a, TextPatternsAndLengthsStarts>,
    /// See [`TextPatternsAndLengths::ends`].
    pub ends: Borrowed<'a, TextPatternsAndLengthsEnds>,
    /// See [`TextPatternsAndLengths::either`].
    pub either: Borrowed<'a, TextPatternsAndLengthsEither>,
    /// See [`TextPatternsAndLengths::loose_either`].
    pub loose_either: Borrowed<'a, TextPatternsAndLengthsLooseEither>,
    /// See [`TextPatternsAndLengths::bare_either`].
    pub bare_either: Borrowed<'a, TextPatternsAndLengthsBareEither>,
    /// See [`TextPatternsAndLengths::counted`].
    pub counted: Borrowed<'a, TextPatternsAndLengthsCounted>,
    /// See [`TextPatternsAndLengths::counted_range`].
    pub counted_range: Borrowed<'a, TextPatternsAndLengthsCountedRange>,
    /// See [`TextPatternsAndLengths::decimal`].
    pub decimal: Borrowed<'a, TextPatternsAndLengthsDecimal>,
    /// See [`TextPatternsAndLengths::dot`].
    pub dot: Borrowed<'a, TextPatternsAndLengthsDot>,
    /// See [`TextPatternsAndLengths::dots`].
    pub dots: Borrowed<'a, TextPatternsAndLengthsDots>,
    /// See [`TextPatternsAndLengths::all`].
    pub all: Borrowed<'a, String>,
    /// See [`TextPatternsAndLengths::all_too`].
    pub all_too: Borrowed<'a, String>,
    /// See [`TextPatternsAndLengths::digits`].
    pub digits: Borrowed<'a, TextPatternsAndLengthsDigits>,
    /// See [`TextPatternsAndLengths::words`].
    pub words: Borrowed<'a, TextPatternsAndLengthsWords>,
    /// See [`TextPatternsAndLengths::inverses`].
    pub inverses: Borrowed<'a, TextPatternsAndLengthsInverses>,
    /// See [`TextPatternsAndLengths::none_of`].
    pub none_of: Borrowed<'a, TextPatternsAndLengthsNoneOf>,
    /// See [`TextPatternsAndLengths::letters`].
    pub letters: Borrowed<'a, TextPatternsAndLengthsLetters>,
    /// See [`TextPatternsAndLengths::greek`].
    pub greek: Borrowed<'a, TextPatternsAndLengthsGreek>,
    /// See [`TextPatternsAndLengths::faces`].
    pub faces: Borrowed<'a, TextPatternsAndLengthsFaces>,
    /// See [`TextPatternsAndLengths::fixed`].
    pub fixed: Borrowed<'a, TextPatternsAndLengthsFixed>,
    /// See [`TextPatternsAndLengths::fixed_wide`].
    pub fixed_wide: Borrowed<'a, TextPatternsAndLengthsFixedWide>,
    /// See [`TextPatternsAndLengths::empty`].
    pub empty: Borrowed<'a, TextPatternsAndLengthsEmpty>,
    /// See [`TextPatternsAndLengths::maybe_empty`].
    pub maybe_empty: Borrowed<'a, TextPatternsAndLengthsMaybeEmpty>,
    /// See [`TextPatternsAndLengths::maybe_empty_too`].
    pub maybe_empty_too: Borrowed<'a, TextPatternsAndLengthsMaybeEmptyToo>,
    /// See [`TextPatternsAndLengths::braces`].
    pub braces: Borrowed<'a, TextPatternsAndLengthsBraces>,
    /// See [`TextPatternsAndLengths::slashes`].
    pub slashes: Borrowed<'a, TextPatternsAndLengthsSlashes>,
    /// See [`TextPatternsAndLengths::escapes`].
    pub escapes: Borrowed<'a, TextPatternsAndLengthsEscapes>,
    /// See [`TextPatternsAndLengths::brackets`].
    pub brackets: Borrowed<'a, TextPatternsAndLengthsBrackets>,
    /// See [`TextPatternsAndLengths::looped`].
    pub looped: Borrowed<'a, TextPatternsAndLengthsLooped>,
    /// See [`TextPatternsAndLengths::looped_whole`].
    pub looped_whole: Borrowed<'a, TextPatternsAndLengthsLoopedWhole>,
    /// See [`TextPatternsAndLengths::lazy`].
    pub lazy: Borrowed<'a, TextPatternsAndLengthsLazy>,
    /// See [`TextPatternsAndLengths::digest`].
    pub digest: Borrowed<'a, TextPatternsAndLengthsDigest>,
    /// See [`TextPatternsAndLengths::digest_only`].
    pub digest_only: Borrowed<'a, TextPatternsAndLengthsDigestOnly>,
    /// See [`TextPatternsAndLengths::wide_run`].
    pub wide_run: Borrowed<'a, TextPatternsAndLengthsWideRun>,
    /// See [`TextPatternsAndLengths::ticks`].
    pub ticks: Borrowed<'a, TextPatternsAndLengthsTicks>,
    /// See [`TextPatternsAndLengths::stars`].
    pub stars: Borrowed<'a, TextPatternsAndLengthsStars>,
    /// See [`TextPatternsAndLengths::quotes`].
    pub quotes: Borrowed<'a, TextPatternsAndLengthsQuotes>,
    /// See [`TextPatternsAndLengths::markup`].
    pub markup: Borrowed<'a, TextPatternsAndLengthsMarkup>,
    /// See [`TextPatternsAndLengths::spaces`].
    pub spaces: Borrowed<'a, TextPatternsAndLengthsSpaces>,
    /// See [`TextPatternsAndLengths::slug`].
    pub slug: Borrowed<'a, TextPatternsAndLengthsSlug>,
    /// See [`TextPatternsAndLengths::version`].
    pub version: Borrowed<'a, TextPatternsAndLengthsVersion>,
    /// See [`TextPatternsAndLengths::never_special`].
    pub never_special: Borrowed<'a, TextPatternsAndLengthsNeverSpecial>,
    /// See [`TextPatternsAndLengths::at_least_none`].
    pub at_least_none: Borrowed<'a, String>,
    /// See [`TextPatternsAndLengths::at_least_one`].
    pub at_least_one: Borrowed<'a, TextPatternsAndLengthsAtLeastOne>,
    /// See [`TextPatternsAndLengths::at_least_three`].
    pub at_least_three: Borrowed<'a, TextPatternsAndLengthsAtLeastThree>,
    /// See [`TextPatternsAndLengths::at_most_none`].
    pub at_most_none: Borrowed<'a, TextPatternsAndLengthsAtMostNone>,
    /// See [`TextPatternsAndLengths::at_most_two`].
    pub at_most_two: Borrowed<'a, TextPatternsAndLengthsAtMostTwo>,
    /// See [`TextPatternsAndLengths::exactly_none`].
    pub exactly_none: Borrowed<'a, TextPatternsAndLengthsExactlyNone>,
    /// See [`TextPatternsAndLengths::exactly_one`].
    pub exactly_one: Borrowed<'a, TextPatternsAndLengthsExactlyOne>,
    /// See [`TextPatternsAndLengths::exactly_two`].
    pub exactly_two: Borrowed<'a, TextPatternsAndLengthsExactlyTwo>,
    /// See [`TextPatternsAndLengths::two_to_four`].
    pub two_to_four: Borrowed<'a, TextPatternsAndLengthsTwoToFour>,
    /// See [`TextPatternsAndLengths::spelled_as_floats`].
    pub spelled_as_floats: Borrowed<'a, TextPatternsAndLengthsSpelledAsFloats>,
    /// See [`TextPatternsAndLengths::pattern_and_least`].
    pub pattern_and_least: Borrowed<'a, TextPatternsAndLengthsPatternAndLeast>,
    /// See [`TextPatternsAndLengths::pattern_and_most`].
    pub pattern_and_most: Borrowed<'a, TextPatternsAndLengthsPatternAndMost>,
    /// See [`TextPatternsAndLengths::pattern_and_both`].
    pub pattern_and_both: Borrowed<'a, TextPatternsAndLengthsPatternAndBoth>,
    /// See [`TextPatternsAndLengths::pattern_and_exact`].
    pub pattern_and_exact: Borrowed<'a, TextPatternsAndLengthsPatternAndExact>,
    /// See [`TextPatternsAndLengths::all_and_exact`].
    pub all_and_exact: Borrowed<'a, TextPatternsAndLengthsAllAndExact>,
}

schema_runtime::object_type! {
    TextPatternsAndLengthsRef<'a> {
        required anywhere = "anywhere",
        required anywhere_word = "anywhere_word",
        required starts = "starts",
        required ends = "ends",
        required either = "either",
        required loose_either = "loose_either",
        required bare_either = "bare_either",
        required counted = "counted",
        required counted_range = "counted_range",
        required decimal = "decimal",
        required dot = "dot",
        required dots = "dots",
        required all = "all",
        required all_too = "all_too",
        required digits = "digits",
        required words = "words",
        required inverses = "inverses",
        required none_of = "none_of",
        required letters = "letters",
        required greek = "greek",
        required faces = "faces",
        required fixed = "fixed",
        required fixed_wide = "fixed_wide",
        required empty = "empty",
        required maybe_empty = "maybe_empty",
        required maybe_empty_too = "maybe_empty_too",
        required braces = "braces",
        required slashes = "slashes",
        required escapes = "escapes",
        required brackets = "brackets",
        required looped = "looped",
        required looped_whole = "looped_whole",
        required lazy = "lazy",
        required digest = "digest",
        required digest_only = "digest_only",
        required wide_run = "wide_run",
        required ticks = "ticks",
        required stars = "stars",
        required quotes = "quotes",
        required markup = "markup",
        required spaces = "spaces",
        required slug = "slug",
        required version = "version",
        required never_special = "never_special",
        required at_least_none = "at_least_none",
        required at_least_one = "at_least_one",
        required at_least_three = "at_least_three",
        required at_most_none = "at_most_none",
        required at_most_two = "at_most_two",
        required exactly_none = "exactly_none",
        required exactly_one = "exactly_one",
        required exactly_two = "exactly_two",
        required two_to_four = "two_to_four",
        required spelled_as_floats = "spelled_as_floats",
        required pattern_and_least = "pattern_and_least",
        required pattern_and_most = "pattern_and_most",
        required pattern_and_both = "pattern_and_both",
        required pattern_and_exact = "pattern_and_exact",
        required all_and_exact = "all_and_exact",
    }
}

impl TextPatternsAndLengthsRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> TextPatternsAndLengths {
        TextPatternsAndLengths {
            anywhere: IntoOwned::into_owned(self.anywhere),
            anywhere_word: IntoOwned::into_owned(self.anywhere_word),
            starts: IntoOwned::into_owned(self.starts),
            ends: IntoOwned::into_owned(self.ends),
            either: IntoOwned::into_owned(self.either),
            loose_either: IntoOwned::into_owned(self.loose_either),
            bare_either: IntoOwned::into_owned(self.bare_either),
            counted: IntoOwned::into_owned(self.counted),
            counted_range: IntoOwned::into_owned(self.counted_range),
            decimal: IntoOwned::into_owned(self.decimal),
            dot: IntoOwned::into_owned(self.dot),
            dots: IntoOwned::into_owned(self.dots),
            all: IntoOwned::into_owned(self.all),
            all_too: IntoOwned::into_owned(self.all_too),
            digits: IntoOwned::into_owned(self.digits),
            words: IntoOwned::into_owned(self.words),
            inverses: IntoOwned::into_owned(self.inverses),
            none_of: IntoOwned::into_owned(self.none_of),
            letters: IntoOwned::into_owned(self.letters),
            greek: IntoOwned::into_owned(self.greek),
            faces: IntoOwned::into_owned(self.faces),
            fixed: IntoOwned::into_owned(self.fixed),
            fixed_wide: IntoOwned::into_owned(self.fixed_wide),
            empty: IntoOwned::into_owned(self.empty),
            maybe_empty: IntoOwned::into_owned(self.maybe_empty),
            maybe_empty_too: IntoOwned::into_owned(self.maybe_empty_too),
            braces: IntoOwned::into_owned(self.braces),
            slashes: IntoOwned::into_owned(self.slashes),
            escapes: IntoOwned::into_owned(self.escapes),
            brackets: IntoOwned::into_owned(self.brackets),
            looped: IntoOwned::into_owned(self.looped),
            looped_whole: IntoOwned::into_owned(self.looped_whole),
            lazy: IntoOwned::into_owned(self.lazy),
            digest: IntoOwned::into_owned(self.digest),
            digest_only: IntoOwned::into_owned(self.digest_only),
            wide_run: IntoOwned::into_owned(self.wide_run),
            ticks: IntoOwned::into_owned(self.ticks),
            stars: IntoOwned::into_owned(self.stars),
            quotes: IntoOwned::into_owned(self.quotes),
            markup: IntoOwned::into_owned(self.markup),
            spaces: IntoOwned::into_owned(self.spaces),
            slug: IntoOwned::into_owned(self.slug),
            version: IntoOwned::into_owned(self.version),
            never_special: IntoOwned::into_owned(self.never_special),
            at_least_none: IntoOwned::into_owned(self.at_least_none),
            at_least_one: IntoOwned::into_owned(self.at_least_one),
            at_least_three: IntoOwned::into_owned(self.at_least_three),
            at_most_none: IntoOwned::into_owned(self.at_most_none),
            at_most_two: IntoOwned::into_owned(self.at_most_two),
            exactly_none: IntoOwned::into_owned(self.exactly_none),
            exactly_one: IntoOwned::into_owned(self.exactly_one),
            exactly_two: IntoOwned::into_owned(self.exactly_two),
            two_to_four: IntoOwned::into_owned(self.two_to_four),
            spelled_as_floats: IntoOwned::into_owned(self.spelled_as_floats),
            pattern_and_least: IntoOwned::into_owned(self.pattern_and_least),
            pattern_and_most: IntoOwned::into_owned(self.pattern_and_most),
            pattern_and_both: IntoOwned::into_owned(self.pattern_and_both),
            pattern_and_exact: IntoOwned::into_owned(self.pattern_and_exact),
            all_and_exact: IntoOwned::into_owned(self.all_and_exact),
        }
    }
}

schema_runtime::into_owned!(TextPatternsAndLengthsRef => TextPatternsAndLengths);

impl TextPatternsAndLengths {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "text.patterns.and_lengths";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/shop/v1/text.patterns.and_lengths.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for TextPatternsAndLengths {
    type EventType = Kind;
    const EVENT_TYPE: Option<&'static str> = Some(TextPatternsAndLengths::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> Kind {
        Kind::TextPatternsAndLengths
    }
}

impl KnownPayload for TextPatternsAndLengths {
    const SCHEMA_REF: &'static str = TextPatternsAndLengths::SCHEMA_REF;
    const VERSION: &'static str = TextPatternsAndLengths::VERSION;
}

impl<'a> Payload for TextPatternsAndLengthsRef<'a> {
    type EventType = Kind;
    const EVENT_TYPE: Option<&'static str> = Some(TextPatternsAndLengths::EVENT_TYPE);

    #[inline]
    fn event_type(&self) -> Kind {
        Kind::TextPatternsAndLengths
    }
}

impl<'a> KnownPayload for TextPatternsAndLengthsRef<'a> {
    const SCHEMA_REF: &'static str = TextPatternsAndLengths::SCHEMA_REF;
    const VERSION: &'static str = TextPatternsAndLengths::VERSION;
}
