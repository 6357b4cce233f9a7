// @generated from shop/v1/hostile.text.json by `cargo xtask codegen`. Changes made here are lost.

//! `hostile.text`: Ends a comment \*/ and begins /\* another, // and /// more. \[x\](y) and \[`Event`\] and \[Missing\] and \[a\]\[b\] and !\[i\](j) \[b\]: c \<script\>alert(1)\</script\> \&amp; \<b\>bold\</b\> \<T\> Vec\<String\> Odd \` ticks, and \`\`\` three \`\`. Ends with a backslash \\

use std::borrow::Cow;

use schema_runtime::{
    Borrowed, Integer, IntoOwned, KnownPayload, OpenSet, Payload, StringValue, Unknown,
};

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

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::text_type!(HostileComment);

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

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::text_type!(HostileMarkup);

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

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::text_type!(HostileLink);

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

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::text_type!(HostileTicksOdd);

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

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::text_type!(HostileFence);

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

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::text_type!(HostileLists);

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

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::text_type!(HostileUrl);

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

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::text_type!(HostileBidi);

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

    #[inline]
    fn as_str(&self) -> &str {
        &self.0
    }
}

schema_runtime::text_type!(HostileSpaces);

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

impl HostileTextSet {
    /// The members that this version knows, in the order of the schema.
    pub const MEMBERS: &'static [Self] =
        &[Self::ATick, Self::B, Self::CD, Self::EX, Self::FB, Self::G];
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

    #[inline]
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
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct HostileTextInlineNothingItem {
    /// `deep`, which the schema does not describe.
    pub deep: Option<Integer<u8, 0, 1>>,
}

schema_runtime::object_type! {
    HostileTextInlineNothingItem {
        optional deep = "deep",
    }
}

impl HostileTextInlineNothingItem {
    /// Creates a value; no field is required. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

/// `HostileTextInline`, which the schema does not describe.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct HostileTextInline {
    /// `nothing`, which the schema does not describe.
    pub nothing: Option<Vec<HostileTextInlineNothingItem>>,
}

schema_runtime::object_type! {
    HostileTextInline {
        optional nothing = "nothing",
    }
}

impl HostileTextInline {
    /// Creates a value; no field is required. Optional fields are absent, and can be set.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

/// Descriptions that do not behave. \`\`\`
/// assert\_eq!(1, 2);
/// \`\`\`
/// After the fence.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct HostileText {
    /// Ends a comment \*/ and begins /\* another, // and /// more.
    pub comment: Option<String>,
    /// "\] #!\[allow(warnings)\] "#, r#"raw"#
    pub attribute: Option<String>,
    /// \<script\>alert(1)\</script\> \&amp; \<b\>bold\</b\> \<T\> Vec\<String\>
    pub markup: Option<String>,
    /// \[x\](y) and \[`Event`\] and \[Missing\] and \[a\]\[b\] and !\[i\](j)
    ///
    /// \[b\]: c
    pub link: Option<String>,
    /// Even `ticks` and ``double `` ticks\`\`, and `<b>` `[x]`.
    pub ticks_even: Option<String>,
    /// Odd \` ticks, and \`\`\` three \`\`.
    pub ticks_odd: Option<String>,
    /// \`\`\`
    /// assert\_eq!(1, 2);
    /// \`\`\`
    /// After the fence.
    pub fence: Option<String>,
    /// \~\~\~rust
    /// assert\_eq!(1, 2);
    /// \~\~\~
    /// After the fence.
    pub tilde_fence: Option<String>,
    /// Before.
    ///
    /// assert\_eq!(1, 2);
    ///
    /// After.
    pub indented: Option<String>,
    /// First line
    /// second line
    /// third line
    ///
    ///
    /// last line
    pub lines: Option<String>,
    /// a | b | c
    /// \--- | --- | ---
    /// d | e | f
    pub bars: Option<String>,
    /// \# Heading
    /// \## Another
    /// Setext
    /// \===
    /// Other
    /// \---
    pub headings: Option<String>,
    /// \- first item that is long enough to be broken over more than one line of documentation,
    /// which it is
    /// lazy
    /// \+ second
    /// \* third
    /// 1\. fourth
    /// 2\) fifth
    pub lists: Option<String>,
    /// A sentence of such a length that a dash that stands in its middle comes to the line start
    /// \- like this one - and a number such as 1. or 2) as well, + a plus \* a star \> a quote # a
    /// hash at every place where a line could begin. A sentence of such a length that a dash that
    /// stands in its middle comes to the line start - like this one - and a number such as 1. or
    /// 2\) as well, + a plus \* a star \> a quote # a hash at every place where a line could
    /// begin.
    pub broken_lists: Option<String>,
    /// \> quoted
    /// lazy
    pub quote: Option<String>,
    /// See <https://example.com/a_b?c=d#e> and <http://example.com>, or
    /// \<<https://example.com>\>.
    pub url: Option<String>,
    /// Write to someone@example.com or mailto:someone@example.com.
    pub email: Option<String>,
    /// Ends with a backslash \\
    pub backslash: Option<String>,
    /// \{} \{0} \{name} %s \$\{x} \$crate
    pub percent: Option<String>,
    /// 'single' "double" “curly”
    pub quotes: Option<String>,
    /// bell and tab and nul and escape .
    pub control: Option<String>,
    /// right to left and isolate here
    pub bidi: Option<String>,
    /// line separator and paragraph separator and next line and zero width
    pub separators: Option<String>,
    /// \*star\* \_under\_ \_\_bold\_\_ snake\_case\_name \~\~gone\~\~ 2 \* 3 \* 4
    pub emphasis: Option<String>,
    /// \&lt;b\&gt; \&nbsp; \&#x3C;
    pub html_entity: Option<String>,
    /// Text\[^1\].
    ///
    /// \[^1\]: Note.
    pub footnote: Option<String>,
    /// ! bang and //! inner and /\*! block
    pub bang: Option<String>,
    /// größe 😀 日本語 العربية
    pub unicode: Option<String>,
    /// xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
    pub word: Option<String>,
    /// `spaces`, which the schema does not describe.
    pub spaces: Option<String>,
    /// \| a |
    pub table_like: Option<String>,
    /// \- \[ \] todo
    /// \- \[x\] done
    pub todo: Option<String>,
    /// `nothing`, which the schema does not describe.
    pub nothing: Option<String>,
    /// `named_hostile_comment`, which the schema does not describe.
    pub named_hostile_comment: Option<HostileComment>,
    /// `named_hostile_markup`, which the schema does not describe.
    pub named_hostile_markup: Option<HostileMarkup>,
    /// `named_hostile_link`, which the schema does not describe.
    pub named_hostile_link: Option<HostileLink>,
    /// `named_hostile_ticks_odd`, which the schema does not describe.
    pub named_hostile_ticks_odd: Option<HostileTicksOdd>,
    /// `named_hostile_fence`, which the schema does not describe.
    pub named_hostile_fence: Option<HostileFence>,
    /// `named_hostile_lists`, which the schema does not describe.
    pub named_hostile_lists: Option<HostileLists>,
    /// `named_hostile_url`, which the schema does not describe.
    pub named_hostile_url: Option<HostileUrl>,
    /// `named_hostile_bidi`, which the schema does not describe.
    pub named_hostile_bidi: Option<HostileBidi>,
    /// `named_hostile_spaces`, which the schema does not describe.
    pub named_hostile_spaces: Option<HostileSpaces>,
    /// "\] #!\[allow(warnings)\] "#, r#"raw"#
    pub set: HostileTextSet,
    /// `inline`, which the schema does not describe.
    pub inline: Option<HostileTextInline>,
}

schema_runtime::object_type! {
    HostileText {
        optional comment = "comment",
        optional attribute = "attribute",
        optional markup = "markup",
        optional link = "link",
        optional ticks_even = "ticks_even",
        optional ticks_odd = "ticks_odd",
        optional fence = "fence",
        optional tilde_fence = "tilde_fence",
        optional indented = "indented",
        optional lines = "lines",
        optional bars = "bars",
        optional headings = "headings",
        optional lists = "lists",
        optional broken_lists = "broken_lists",
        optional quote = "quote",
        optional url = "url",
        optional email = "email",
        optional backslash = "backslash",
        optional percent = "percent",
        optional quotes = "quotes",
        optional control = "control",
        optional bidi = "bidi",
        optional separators = "separators",
        optional emphasis = "emphasis",
        optional html_entity = "html_entity",
        optional footnote = "footnote",
        optional bang = "bang",
        optional unicode = "unicode",
        optional word = "word",
        optional spaces = "spaces",
        optional table_like = "table_like",
        optional todo = "todo",
        optional nothing = "nothing",
        optional named_hostile_comment = "named_hostile_comment",
        optional named_hostile_markup = "named_hostile_markup",
        optional named_hostile_link = "named_hostile_link",
        optional named_hostile_ticks_odd = "named_hostile_ticks_odd",
        optional named_hostile_fence = "named_hostile_fence",
        optional named_hostile_lists = "named_hostile_lists",
        optional named_hostile_url = "named_hostile_url",
        optional named_hostile_bidi = "named_hostile_bidi",
        optional named_hostile_spaces = "named_hostile_spaces",
        required set = "set",
        optional inline = "inline",
    }
}

/// The required fields of [`HostileText`].
#[derive(Clone, Debug, PartialEq)]
pub struct HostileTextFields {
    /// "\] #!\[allow(warnings)\] "#, r#"raw"#
    pub set: HostileTextSet,
}

impl HostileText {
    /// Creates a value from its required fields. Optional fields are absent, and can be set.
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

/// Borrowed variant of [`HostileText`]: its strings point into the body.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct HostileTextRef<'a> {
    /// See [`HostileText::comment`].
    pub comment: Option<Borrowed<'a, String>>,
    /// See [`HostileText::attribute`].
    pub attribute: Option<Borrowed<'a, String>>,
    /// See [`HostileText::markup`].
    pub markup: Option<Borrowed<'a, String>>,
    /// See [`HostileText::link`].
    pub link: Option<Borrowed<'a, String>>,
    /// See [`HostileText::ticks_even`].
    pub ticks_even: Option<Borrowed<'a, String>>,
    /// See [`HostileText::ticks_odd`].
    pub ticks_odd: Option<Borrowed<'a, String>>,
    /// See [`HostileText::fence`].
    pub fence: Option<Borrowed<'a, String>>,
    /// See [`HostileText::tilde_fence`].
    pub tilde_fence: Option<Borrowed<'a, String>>,
    /// See [`HostileText::indented`].
    pub indented: Option<Borrowed<'a, String>>,
    /// See [`HostileText::lines`].
    pub lines: Option<Borrowed<'a, String>>,
    /// See [`HostileText::bars`].
    pub bars: Option<Borrowed<'a, String>>,
    /// See [`HostileText::headings`].
    pub headings: Option<Borrowed<'a, String>>,
    /// See [`HostileText::lists`].
    pub lists: Option<Borrowed<'a, String>>,
    /// See [`HostileText::broken_lists`].
    pub broken_lists: Option<Borrowed<'a, String>>,
    /// See [`HostileText::quote`].
    pub quote: Option<Borrowed<'a, String>>,
    /// See [`HostileText::url`].
    pub url: Option<Borrowed<'a, String>>,
    /// See [`HostileText::email`].
    pub email: Option<Borrowed<'a, String>>,
    /// See [`HostileText::backslash`].
    pub backslash: Option<Borrowed<'a, String>>,
    /// See [`HostileText::percent`].
    pub percent: Option<Borrowed<'a, String>>,
    /// See [`HostileText::quotes`].
    pub quotes: Option<Borrowed<'a, String>>,
    /// See [`HostileText::control`].
    pub control: Option<Borrowed<'a, String>>,
    /// See [`HostileText::bidi`].
    pub bidi: Option<Borrowed<'a, String>>,
    /// See [`HostileText::separators`].
    pub separators: Option<Borrowed<'a, String>>,
    /// See [`HostileText::emphasis`].
    pub emphasis: Option<Borrowed<'a, String>>,
    /// See [`HostileText::html_entity`].
    pub html_entity: Option<Borrowed<'a, String>>,
    /// See [`HostileText::footnote`].
    pub footnote: Option<Borrowed<'a, String>>,
    /// See [`HostileText::bang`].
    pub bang: Option<Borrowed<'a, String>>,
    /// See [`HostileText::unicode`].
    pub unicode: Option<Borrowed<'a, String>>,
    /// See [`HostileText::word`].
    pub word: Option<Borrowed<'a, String>>,
    /// See [`HostileText::spaces`].
    pub spaces: Option<Borrowed<'a, String>>,
    /// See [`HostileText::table_like`].
    pub table_like: Option<Borrowed<'a, String>>,
    /// See [`HostileText::todo`].
    pub todo: Option<Borrowed<'a, String>>,
    /// See [`HostileText::nothing`].
    pub nothing: Option<Borrowed<'a, String>>,
    /// See [`HostileText::named_hostile_comment`].
    pub named_hostile_comment: Option<Borrowed<'a, HostileComment>>,
    /// See [`HostileText::named_hostile_markup`].
    pub named_hostile_markup: Option<Borrowed<'a, HostileMarkup>>,
    /// See [`HostileText::named_hostile_link`].
    pub named_hostile_link: Option<Borrowed<'a, HostileLink>>,
    /// See [`HostileText::named_hostile_ticks_odd`].
    pub named_hostile_ticks_odd: Option<Borrowed<'a, HostileTicksOdd>>,
    /// See [`HostileText::named_hostile_fence`].
    pub named_hostile_fence: Option<Borrowed<'a, HostileFence>>,
    /// See [`HostileText::named_hostile_lists`].
    pub named_hostile_lists: Option<Borrowed<'a, HostileLists>>,
    /// See [`HostileText::named_hostile_url`].
    pub named_hostile_url: Option<Borrowed<'a, HostileUrl>>,
    /// See [`HostileText::named_hostile_bidi`].
    pub named_hostile_bidi: Option<Borrowed<'a, HostileBidi>>,
    /// See [`HostileText::named_hostile_spaces`].
    pub named_hostile_spaces: Option<Borrowed<'a, HostileSpaces>>,
    /// See [`HostileText::set`].
    pub set: HostileTextSet,
    /// See [`HostileText::inline`].
    pub inline: Option<HostileTextInline>,
}

schema_runtime::object_type! {
    HostileTextRef<'a> {
        optional comment = "comment",
        optional attribute = "attribute",
        optional markup = "markup",
        optional link = "link",
        optional ticks_even = "ticks_even",
        optional ticks_odd = "ticks_odd",
        optional fence = "fence",
        optional tilde_fence = "tilde_fence",
        optional indented = "indented",
        optional lines = "lines",
        optional bars = "bars",
        optional headings = "headings",
        optional lists = "lists",
        optional broken_lists = "broken_lists",
        optional quote = "quote",
        optional url = "url",
        optional email = "email",
        optional backslash = "backslash",
        optional percent = "percent",
        optional quotes = "quotes",
        optional control = "control",
        optional bidi = "bidi",
        optional separators = "separators",
        optional emphasis = "emphasis",
        optional html_entity = "html_entity",
        optional footnote = "footnote",
        optional bang = "bang",
        optional unicode = "unicode",
        optional word = "word",
        optional spaces = "spaces",
        optional table_like = "table_like",
        optional todo = "todo",
        optional nothing = "nothing",
        optional named_hostile_comment = "named_hostile_comment",
        optional named_hostile_markup = "named_hostile_markup",
        optional named_hostile_link = "named_hostile_link",
        optional named_hostile_ticks_odd = "named_hostile_ticks_odd",
        optional named_hostile_fence = "named_hostile_fence",
        optional named_hostile_lists = "named_hostile_lists",
        optional named_hostile_url = "named_hostile_url",
        optional named_hostile_bidi = "named_hostile_bidi",
        optional named_hostile_spaces = "named_hostile_spaces",
        required set = "set",
        optional inline = "inline",
    }
}

impl HostileTextRef<'_> {
    /// Converts to a value that owns its strings.
    #[must_use]
    pub fn into_owned(self) -> HostileText {
        HostileText {
            comment: IntoOwned::into_owned(self.comment),
            attribute: IntoOwned::into_owned(self.attribute),
            markup: IntoOwned::into_owned(self.markup),
            link: IntoOwned::into_owned(self.link),
            ticks_even: IntoOwned::into_owned(self.ticks_even),
            ticks_odd: IntoOwned::into_owned(self.ticks_odd),
            fence: IntoOwned::into_owned(self.fence),
            tilde_fence: IntoOwned::into_owned(self.tilde_fence),
            indented: IntoOwned::into_owned(self.indented),
            lines: IntoOwned::into_owned(self.lines),
            bars: IntoOwned::into_owned(self.bars),
            headings: IntoOwned::into_owned(self.headings),
            lists: IntoOwned::into_owned(self.lists),
            broken_lists: IntoOwned::into_owned(self.broken_lists),
            quote: IntoOwned::into_owned(self.quote),
            url: IntoOwned::into_owned(self.url),
            email: IntoOwned::into_owned(self.email),
            backslash: IntoOwned::into_owned(self.backslash),
            percent: IntoOwned::into_owned(self.percent),
            quotes: IntoOwned::into_owned(self.quotes),
            control: IntoOwned::into_owned(self.control),
            bidi: IntoOwned::into_owned(self.bidi),
            separators: IntoOwned::into_owned(self.separators),
            emphasis: IntoOwned::into_owned(self.emphasis),
            html_entity: IntoOwned::into_owned(self.html_entity),
            footnote: IntoOwned::into_owned(self.footnote),
            bang: IntoOwned::into_owned(self.bang),
            unicode: IntoOwned::into_owned(self.unicode),
            word: IntoOwned::into_owned(self.word),
            spaces: IntoOwned::into_owned(self.spaces),
            table_like: IntoOwned::into_owned(self.table_like),
            todo: IntoOwned::into_owned(self.todo),
            nothing: IntoOwned::into_owned(self.nothing),
            named_hostile_comment: IntoOwned::into_owned(self.named_hostile_comment),
            named_hostile_markup: IntoOwned::into_owned(self.named_hostile_markup),
            named_hostile_link: IntoOwned::into_owned(self.named_hostile_link),
            named_hostile_ticks_odd: IntoOwned::into_owned(self.named_hostile_ticks_odd),
            named_hostile_fence: IntoOwned::into_owned(self.named_hostile_fence),
            named_hostile_lists: IntoOwned::into_owned(self.named_hostile_lists),
            named_hostile_url: IntoOwned::into_owned(self.named_hostile_url),
            named_hostile_bidi: IntoOwned::into_owned(self.named_hostile_bidi),
            named_hostile_spaces: IntoOwned::into_owned(self.named_hostile_spaces),
            set: self.set,
            inline: self.inline,
        }
    }
}

schema_runtime::into_owned!(HostileTextRef => HostileText);

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

    #[inline]
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

    #[inline]
    fn event_type(&self) -> Kind {
        Kind::HostileText
    }
}

impl<'a> KnownPayload for HostileTextRef<'a> {
    const SCHEMA_REF: &'static str = HostileText::SCHEMA_REF;
    const VERSION: &'static str = HostileText::VERSION;
}
