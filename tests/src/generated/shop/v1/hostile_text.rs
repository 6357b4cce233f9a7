// @generated from shop/v1/hostile.text.json by `cargo xtask codegen`. Changes made here are lost.

//! `hostile.text`: Ends a comment \*/ and begins /\* another, // and /// more. \[x\](y) and \[`Event`\] and \[Missing\] and \[a\]\[b\] and !\[i\](j) \[b\]: c \<script\>alert(1)\</script\> \&amp; \<b\>bold\</b\> \<T\> Vec\<String\> Odd \` ticks, and \`\`\` three \`\`. Ends with a backslash \\

use std::borrow::Cow;

use schema_runtime::{Borrowed, Integer, KnownPayload, OpenSet, Payload, StringValue, Unknown};
use serde::{Deserialize, Serialize};

use super::Kind;

/// Ends a comment \*/ and begins /\* another, // and /// more.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HostileComment(Cow<'static, str>);

impl StringValue for HostileComment {
    const EXPECTED: &'static str = "at least 1 character";

    fn accepts(text: &str) -> bool {
        !text.is_empty()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::string_type!(HostileComment);

/// \<script\>alert(1)\</script\> \&amp; \<b\>bold\</b\> \<T\> Vec\<String\>
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HostileMarkup(Cow<'static, str>);

impl StringValue for HostileMarkup {
    const EXPECTED: &'static str = "at least 1 character";

    fn accepts(text: &str) -> bool {
        !text.is_empty()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::string_type!(HostileMarkup);

/// \[x\](y) and \[`Event`\] and \[Missing\] and \[a\]\[b\] and !\[i\](j)
///
/// \[b\]: c
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HostileLink(Cow<'static, str>);

impl StringValue for HostileLink {
    const EXPECTED: &'static str = "at least 1 character";

    fn accepts(text: &str) -> bool {
        !text.is_empty()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::string_type!(HostileLink);

/// Odd \` ticks, and \`\`\` three \`\`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HostileTicksOdd(Cow<'static, str>);

impl StringValue for HostileTicksOdd {
    const EXPECTED: &'static str = "at least 1 character";

    fn accepts(text: &str) -> bool {
        !text.is_empty()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::string_type!(HostileTicksOdd);

/// \`\`\`
/// assert\_eq!(1, 2);
/// \`\`\`
/// After the fence.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HostileFence(Cow<'static, str>);

impl StringValue for HostileFence {
    const EXPECTED: &'static str = "at least 1 character";

    fn accepts(text: &str) -> bool {
        !text.is_empty()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::string_type!(HostileFence);

/// \- first item that is long enough to be broken over more than one line of documentation,
/// which it is
/// lazy
/// \+ second
/// \* third
/// 1\. fourth
/// 2\) fifth
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HostileLists(Cow<'static, str>);

impl StringValue for HostileLists {
    const EXPECTED: &'static str = "at least 1 character";

    fn accepts(text: &str) -> bool {
        !text.is_empty()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::string_type!(HostileLists);

/// See <https://example.com/a_b?c=d#e> and <http://example.com>, or
/// \<<https://example.com>\>.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HostileUrl(Cow<'static, str>);

impl StringValue for HostileUrl {
    const EXPECTED: &'static str = "at least 1 character";

    fn accepts(text: &str) -> bool {
        !text.is_empty()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::string_type!(HostileUrl);

/// right to left and isolate here
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HostileBidi(Cow<'static, str>);

impl StringValue for HostileBidi {
    const EXPECTED: &'static str = "at least 1 character";

    fn accepts(text: &str) -> bool {
        !text.is_empty()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::string_type!(HostileBidi);

/// `HostileSpaces`, which the schema does not describe.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HostileSpaces(Cow<'static, str>);

impl StringValue for HostileSpaces {
    const EXPECTED: &'static str = "at least 1 character";

    fn accepts(text: &str) -> bool {
        !text.is_empty()
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::accepts(&text).then(|| Self(Cow::Owned(text.into_owned())))
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::string_type!(HostileSpaces);

/// "\] #!\[allow(warnings)\] "#, r#"raw"#
///
/// The set grows: a member that this version does not know is kept in `Unknown`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum HostileTextSet {
    /// ``a `tick``
    ATick,
    /// `b */`
    B,
    /// `c d`
    CD,
    /// `e [x]`
    EX,
    /// `f <b>`
    FB,
    /// `g \`
    G,
    /// A member that this version does not know.
    Unknown(Unknown<Self>),
}

impl OpenSet for HostileTextSet {
    fn known(text: &str) -> Option<Self> {
        match text {
            "a `tick" => Some(Self::ATick),
            "b */" => Some(Self::B),
            "c\nd" => Some(Self::CD),
            "e [x]" => Some(Self::EX),
            "f <b>" => Some(Self::FB),
            "g \\" => Some(Self::G),
            _ => None,
        }
    }
}

impl StringValue for HostileTextSet {
    const EXPECTED: &'static str = "a string";

    fn accepts(_text: &str) -> bool {
        true
    }

    fn from_text(text: Cow<'_, str>) -> Option<Self> {
        Self::known(&text).or_else(|| Unknown::new(&text).map(Self::Unknown))
    }

    fn as_str(&self) -> &str {
        match self {
            Self::ATick => "a `tick",
            Self::B => "b */",
            Self::CD => "c\nd",
            Self::EX => "e [x]",
            Self::FB => "f <b>",
            Self::G => "g \\",
            Self::Unknown(unknown) => unknown.as_str(),
        }
    }
}

schema_runtime::string_type!(HostileTextSet);

/// `HostileTextInlineNothingItem`, which the schema does not describe.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[non_exhaustive]
pub struct HostileTextInlineNothingItem {
    /// `deep`, which the schema does not describe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub deep: Option<Integer<0, 1>>,
}

schema_runtime::object_type!(HostileTextInlineNothingItem);

impl HostileTextInlineNothingItem {
    /// Makes a value of which nothing has to be given. Optional fields are absent, and can
    /// be set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

/// `HostileTextInline`, which the schema does not describe.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[non_exhaustive]
pub struct HostileTextInline {
    /// `nothing`, which the schema does not describe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub nothing: Option<Vec<HostileTextInlineNothingItem>>,
}

schema_runtime::object_type!(HostileTextInline);

impl HostileTextInline {
    /// Makes a value of which nothing has to be given. Optional fields are absent, and can
    /// be set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

/// Descriptions that do not behave. \`\`\`
/// assert\_eq!(1, 2);
/// \`\`\`
/// After the fence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[non_exhaustive]
pub struct HostileText {
    /// Ends a comment \*/ and begins /\* another, // and /// more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub comment: Option<String>,
    /// "\] #!\[allow(warnings)\] "#, r#"raw"#
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub attribute: Option<String>,
    /// \<script\>alert(1)\</script\> \&amp; \<b\>bold\</b\> \<T\> Vec\<String\>
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub markup: Option<String>,
    /// \[x\](y) and \[`Event`\] and \[Missing\] and \[a\]\[b\] and !\[i\](j)
    ///
    /// \[b\]: c
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub link: Option<String>,
    /// Even `ticks` and ``double `` ticks\`\`, and `<b>` `[x]`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub ticks_even: Option<String>,
    /// Odd \` ticks, and \`\`\` three \`\`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub ticks_odd: Option<String>,
    /// \`\`\`
    /// assert\_eq!(1, 2);
    /// \`\`\`
    /// After the fence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub fence: Option<String>,
    /// \~\~\~rust
    /// assert\_eq!(1, 2);
    /// \~\~\~
    /// After the fence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub tilde_fence: Option<String>,
    /// Before.
    ///
    /// assert\_eq!(1, 2);
    ///
    /// After.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub indented: Option<String>,
    /// First line
    /// second line
    /// third line
    ///
    ///
    /// last line
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub lines: Option<String>,
    /// a | b | c
    /// \--- | --- | ---
    /// d | e | f
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub bars: Option<String>,
    /// \# Heading
    /// \## Another
    /// Setext
    /// \===
    /// Other
    /// \---
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub headings: Option<String>,
    /// \- first item that is long enough to be broken over more than one line of documentation,
    /// which it is
    /// lazy
    /// \+ second
    /// \* third
    /// 1\. fourth
    /// 2\) fifth
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub lists: Option<String>,
    /// A sentence of such a length that a dash that stands in its middle comes to the line start
    /// \- like this one - and a number such as 1. or 2) as well, + a plus \* a star \> a quote # a
    /// hash at every place where a line could begin. A sentence of such a length that a dash that
    /// stands in its middle comes to the line start - like this one - and a number such as 1. or
    /// 2\) as well, + a plus \* a star \> a quote # a hash at every place where a line could
    /// begin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub broken_lists: Option<String>,
    /// \> quoted
    /// lazy
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub quote: Option<String>,
    /// See <https://example.com/a_b?c=d#e> and <http://example.com>, or
    /// \<<https://example.com>\>.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub url: Option<String>,
    /// Write to someone@example.com or mailto:someone@example.com.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub email: Option<String>,
    /// Ends with a backslash \\
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub backslash: Option<String>,
    /// {} {0} {name} %s ${x} $crate
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub percent: Option<String>,
    /// 'single' "double" “curly”
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub quotes: Option<String>,
    /// bell and tab and nul and escape .
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub control: Option<String>,
    /// right to left and isolate here
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub bidi: Option<String>,
    /// line separator and paragraph separator and next line and zero​width
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub separators: Option<String>,
    /// \*star\* \_under\_ \_\_bold\_\_ snake\_case\_name \~\~gone\~\~ 2 \* 3 \* 4
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub emphasis: Option<String>,
    /// \&lt;b\&gt; \&nbsp; \&#x3C;
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub html_entity: Option<String>,
    /// Text\[^1\].
    ///
    /// \[^1\]: Note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub footnote: Option<String>,
    /// ! bang and //! inner and /\*! block
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub bang: Option<String>,
    /// größe 😀 日本語 العربية
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub unicode: Option<String>,
    /// xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub word: Option<String>,
    /// `spaces`, which the schema does not describe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub spaces: Option<String>,
    /// \| a |
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub table_like: Option<String>,
    /// \- \[ \] todo
    /// \- \[x\] done
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub todo: Option<String>,
    /// `nothing`, which the schema does not describe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub nothing: Option<String>,
    /// `named_hostile_comment`, which the schema does not describe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub named_hostile_comment: Option<HostileComment>,
    /// `named_hostile_markup`, which the schema does not describe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub named_hostile_markup: Option<HostileMarkup>,
    /// `named_hostile_link`, which the schema does not describe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub named_hostile_link: Option<HostileLink>,
    /// `named_hostile_ticks_odd`, which the schema does not describe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub named_hostile_ticks_odd: Option<HostileTicksOdd>,
    /// `named_hostile_fence`, which the schema does not describe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub named_hostile_fence: Option<HostileFence>,
    /// `named_hostile_lists`, which the schema does not describe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub named_hostile_lists: Option<HostileLists>,
    /// `named_hostile_url`, which the schema does not describe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub named_hostile_url: Option<HostileUrl>,
    /// `named_hostile_bidi`, which the schema does not describe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub named_hostile_bidi: Option<HostileBidi>,
    /// `named_hostile_spaces`, which the schema does not describe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub named_hostile_spaces: Option<HostileSpaces>,
    /// "\] #!\[allow(warnings)\] "#, r#"raw"#
    pub set: HostileTextSet,
    /// `inline`, which the schema does not describe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub inline: Option<HostileTextInline>,
}

schema_runtime::object_type!(HostileText);

/// The fields of a [`HostileText`] that have to be given.
#[derive(Clone, Debug, PartialEq)]
pub struct HostileTextFields {
    /// "\] #!\[allow(warnings)\] "#, r#"raw"#
    pub set: HostileTextSet,
}

impl HostileText {
    /// Makes a value of its required fields; those that can only be one value are filled
    /// in. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new(fields: HostileTextFields) -> Self {
        Self {
            comment: None,
            attribute: None,
            markup: None,
            link: None,
            ticks_even: None,
            ticks_odd: None,
            fence: None,
            tilde_fence: None,
            indented: None,
            lines: None,
            bars: None,
            headings: None,
            lists: None,
            broken_lists: None,
            quote: None,
            url: None,
            email: None,
            backslash: None,
            percent: None,
            quotes: None,
            control: None,
            bidi: None,
            separators: None,
            emphasis: None,
            html_entity: None,
            footnote: None,
            bang: None,
            unicode: None,
            word: None,
            spaces: None,
            table_like: None,
            todo: None,
            nothing: None,
            named_hostile_comment: None,
            named_hostile_markup: None,
            named_hostile_link: None,
            named_hostile_ticks_odd: None,
            named_hostile_fence: None,
            named_hostile_lists: None,
            named_hostile_url: None,
            named_hostile_bidi: None,
            named_hostile_spaces: None,
            set: fields.set,
            inline: None,
        }
    }
}

/// [`HostileText`], with texts that are parts of the body.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self")]
#[non_exhaustive]
pub struct HostileTextRef<'a> {
    /// See [`HostileText::comment`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub comment: Option<Borrowed<'a, String>>,
    /// See [`HostileText::attribute`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub attribute: Option<Borrowed<'a, String>>,
    /// See [`HostileText::markup`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub markup: Option<Borrowed<'a, String>>,
    /// See [`HostileText::link`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub link: Option<Borrowed<'a, String>>,
    /// See [`HostileText::ticks_even`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub ticks_even: Option<Borrowed<'a, String>>,
    /// See [`HostileText::ticks_odd`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub ticks_odd: Option<Borrowed<'a, String>>,
    /// See [`HostileText::fence`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub fence: Option<Borrowed<'a, String>>,
    /// See [`HostileText::tilde_fence`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub tilde_fence: Option<Borrowed<'a, String>>,
    /// See [`HostileText::indented`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub indented: Option<Borrowed<'a, String>>,
    /// See [`HostileText::lines`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub lines: Option<Borrowed<'a, String>>,
    /// See [`HostileText::bars`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub bars: Option<Borrowed<'a, String>>,
    /// See [`HostileText::headings`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub headings: Option<Borrowed<'a, String>>,
    /// See [`HostileText::lists`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub lists: Option<Borrowed<'a, String>>,
    /// See [`HostileText::broken_lists`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub broken_lists: Option<Borrowed<'a, String>>,
    /// See [`HostileText::quote`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub quote: Option<Borrowed<'a, String>>,
    /// See [`HostileText::url`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub url: Option<Borrowed<'a, String>>,
    /// See [`HostileText::email`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub email: Option<Borrowed<'a, String>>,
    /// See [`HostileText::backslash`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub backslash: Option<Borrowed<'a, String>>,
    /// See [`HostileText::percent`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub percent: Option<Borrowed<'a, String>>,
    /// See [`HostileText::quotes`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub quotes: Option<Borrowed<'a, String>>,
    /// See [`HostileText::control`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub control: Option<Borrowed<'a, String>>,
    /// See [`HostileText::bidi`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub bidi: Option<Borrowed<'a, String>>,
    /// See [`HostileText::separators`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub separators: Option<Borrowed<'a, String>>,
    /// See [`HostileText::emphasis`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub emphasis: Option<Borrowed<'a, String>>,
    /// See [`HostileText::html_entity`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub html_entity: Option<Borrowed<'a, String>>,
    /// See [`HostileText::footnote`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub footnote: Option<Borrowed<'a, String>>,
    /// See [`HostileText::bang`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub bang: Option<Borrowed<'a, String>>,
    /// See [`HostileText::unicode`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub unicode: Option<Borrowed<'a, String>>,
    /// See [`HostileText::word`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub word: Option<Borrowed<'a, String>>,
    /// See [`HostileText::spaces`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub spaces: Option<Borrowed<'a, String>>,
    /// See [`HostileText::table_like`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub table_like: Option<Borrowed<'a, String>>,
    /// See [`HostileText::todo`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub todo: Option<Borrowed<'a, String>>,
    /// See [`HostileText::nothing`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub nothing: Option<Borrowed<'a, String>>,
    /// See [`HostileText::named_hostile_comment`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub named_hostile_comment: Option<Borrowed<'a, HostileComment>>,
    /// See [`HostileText::named_hostile_markup`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub named_hostile_markup: Option<Borrowed<'a, HostileMarkup>>,
    /// See [`HostileText::named_hostile_link`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub named_hostile_link: Option<Borrowed<'a, HostileLink>>,
    /// See [`HostileText::named_hostile_ticks_odd`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub named_hostile_ticks_odd: Option<Borrowed<'a, HostileTicksOdd>>,
    /// See [`HostileText::named_hostile_fence`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub named_hostile_fence: Option<Borrowed<'a, HostileFence>>,
    /// See [`HostileText::named_hostile_lists`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub named_hostile_lists: Option<Borrowed<'a, HostileLists>>,
    /// See [`HostileText::named_hostile_url`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub named_hostile_url: Option<Borrowed<'a, HostileUrl>>,
    /// See [`HostileText::named_hostile_bidi`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub named_hostile_bidi: Option<Borrowed<'a, HostileBidi>>,
    /// See [`HostileText::named_hostile_spaces`].
    #[serde(borrow)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub named_hostile_spaces: Option<Borrowed<'a, HostileSpaces>>,
    /// See [`HostileText::set`].
    pub set: HostileTextSet,
    /// See [`HostileText::inline`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[serde(deserialize_with = "schema_runtime::present")]
    pub inline: Option<HostileTextInline>,
}

schema_runtime::object_type!(HostileTextRef<'a>);

impl HostileText {
    /// The type of the events that carry this payload.
    pub const EVENT_TYPE: &'static str = "hostile.text";

    /// The path of the schema that describes them.
    pub const SCHEMA_REF: &'static str = "schemas/shop/v1/hostile.text.json";

    /// The revision of that schema that this type is generated from.
    pub const VERSION: &'static str = "1.0.0";
}

impl Payload for HostileText {
    type EventType = Kind;
    const EVENT_TYPE: Option<&'static str> = Some(HostileText::EVENT_TYPE);

    fn event_type(&self) -> Kind {
        Kind::HostileText
    }
}

impl KnownPayload for HostileText {
    const SCHEMA_REF: &'static str = HostileText::SCHEMA_REF;
    const VERSION: &'static str = HostileText::VERSION;
}

impl<'a> Payload for HostileTextRef<'a> {
    type EventType = Kind;
    const EVENT_TYPE: Option<&'static str> = Some(HostileText::EVENT_TYPE);

    fn event_type(&self) -> Kind {
        Kind::HostileText
    }
}

impl<'a> KnownPayload for HostileTextRef<'a> {
    const SCHEMA_REF: &'static str = HostileText::SCHEMA_REF;
    const VERSION: &'static str = HostileText::VERSION;
}
