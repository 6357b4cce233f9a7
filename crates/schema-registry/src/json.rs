//! JSON text as a tree in which every value has its position.
//!
//! One parse returns positions and values. The grammar is RFC 8259 and nothing more. Input that other parsers accept
//! silently (a repeated key, a raw control character) is reported.

mod depth;

pub use depth::is_too_deep;

use std::{borrow::Cow, collections::BTreeMap, ops::Range, str::FromStr};

use jsonc_parser::{
    CollectOptions, ParseOptions, ParseStringErrorKind, ast, errors::ParseErrorKind, parse_to_ast,
};

use crate::text;

/// The largest integer that every JSON reader keeps: 2^53−1. Doubles represent all integers up to it.
pub const MAX_SAFE_INTEGER: i64 = (1 << 53) - 1;

/// The bytes of something, from its start to its end in the text.
pub type Span = Range<usize>;

/// A JSON value and its position.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// The position of the value, with its quotes and brackets.
    pub span: Span,
    /// The value.
    pub kind: NodeKind,
}

/// The value of a [`Node`].
#[derive(Clone, Debug, PartialEq)]
pub enum NodeKind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number that 64 bits can hold, as an integer or as a float.
    Number(serde_json::Number),
    /// A string, with its escapes resolved.
    String(String),
    /// An array, in order.
    Array(Vec<Node>),
    /// An object, in the order of the text. A repeated name has one member for each occurrence.
    Object(Vec<Member>),
}

/// A name and its value in an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// The name, with its escapes resolved.
    pub name: String,
    /// The position of the name, with its quotes.
    pub name_span: Span,
    /// The value.
    pub value: Node,
}

/// The reason why a text is not JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The position at which the text stops being JSON.
    pub span: Span,
    /// The description of the error, a lower-case sentence fragment.
    pub message: String,
}

impl std::fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for SyntaxError {}

/// A name that an object repeats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DuplicateKey {
    /// The repeated name.
    pub name: String,
    /// The first occurrence of the name.
    pub first: Span,
    /// The later occurrence.
    pub again: Span,
}

/// A parsed text: its tree, and the names that objects in it repeat.
#[derive(Clone, Debug, PartialEq)]
pub struct Parsed {
    /// The value that the text holds.
    pub root: Node,
    /// Every repetition of a name within one object, in the order of the text.
    pub duplicates: Vec<DuplicateKey>,
}

/// Parses a JSON text.
///
/// # Errors
///
/// Returns an error for the first place that is not JSON by RFC 8259, a number that 64 bits cannot hold, or nesting
/// deeper than 127 levels. `serde_json` rejects the same texts.
///
/// # Examples
///
/// ```
/// let parsed = schema_registry::json::parse(r#"{"a": [1, 2]}"#)?;
/// let second = parsed.root.at("/a/1").ok_or("no such place")?;
/// assert_eq!(second.span, 10..11);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn parse(text: &str) -> Result<Parsed, SyntaxError> {
    parse_strictly(text).map_err(|error| match text::oddity(text) {
        Some(oddity) => SyntaxError {
            span: oddity.span,
            message: oddity.message,
        },
        None => error,
    })
}

fn parse_strictly(text: &str) -> Result<Parsed, SyntaxError> {
    const STRICT: ParseOptions = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_non_finite_numbers: false,
        allow_extended_string_escapes: false,
    };
    depth::reject_deep_nesting(text)?;
    let result = parse_to_ast(text, &CollectOptions::default(), &STRICT).map_err(|error| {
        let range = error.range();
        SyntaxError {
            span: range.start..range.end.max(range.start),
            message: describe(text, range.start, error.kind()),
        }
    })?;
    reject_stray_bytes(text)?;
    let Some(value) = result.value else {
        return Err(SyntaxError {
            span: 0..0,
            message: "the file is empty".into(),
        });
    };
    let mut duplicates = Vec::new();
    let root = convert(value, &mut duplicates)?;
    Ok(Parsed { root, duplicates })
}

/// Rejects raw control characters in strings, and Unicode white space between tokens. The parser accepts them.
fn reject_stray_bytes(text: &str) -> Result<(), SyntaxError> {
    let mut in_string = false;
    let mut escaped = false;
    for (at, character) in text.char_indices() {
        let allowed = if in_string {
            character >= ' '
        } else {
            matches!(character, ' '..='~' | '\t' | '\n' | '\r')
        };
        if !allowed {
            return Err(SyntaxError {
                span: at..at + character.len_utf8(),
                message: format!(
                    "the character U+{:04X} is not allowed here{}",
                    u32::from(character),
                    if in_string { "; escape it" } else { "" }
                ),
            });
        }
        match (in_string, escaped, character) {
            (true, true, _) => escaped = false,
            (true, false, '\\') => escaped = true,
            (_, false, '"') => in_string = !in_string,
            _ => {}
        }
    }
    Ok(())
}

fn describe(text: &str, at: usize, kind: &ParseErrorKind) -> String {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    match kind {
        // The parser reads the zero as a separate number.
        _ if before.ends_with('0') && after.starts_with(|next: char| next.is_ascii_digit()) => {
            "a number does not begin with `0`".into()
        }
        ParseErrorKind::String(ParseStringErrorKind::InvalidUnicodeEscapeSequence(_)) => {
            "this escape is half of a character; the other half is missing".into()
        }
        kind => lower_first(&kind.to_string()),
    }
}

fn lower_first(text: &str) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .map(|first| first.to_lowercase().chain(characters).collect())
        .unwrap_or_default()
}

// The nesting limit bounds this recursion.
fn convert(value: ast::Value<'_>, duplicates: &mut Vec<DuplicateKey>) -> Result<Node, SyntaxError> {
    let span = |range: jsonc_parser::common::Range| range.start..range.end;
    Ok(match value {
        ast::Value::NullKeyword(node) => Node {
            span: span(node.range),
            kind: NodeKind::Null,
        },
        ast::Value::BooleanLit(node) => Node {
            span: span(node.range),
            kind: NodeKind::Bool(node.value),
        },
        ast::Value::StringLit(node) => Node {
            span: span(node.range),
            kind: NodeKind::String(node.value.into_owned()),
        },
        ast::Value::NumberLit(node) => {
            let number = serde_json::Number::from_str(node.value).map_err(|_| SyntaxError {
                span: span(node.range),
                message: format!("`{}` is not a number that JSON tools can hold", node.value),
            })?;
            Node {
                span: span(node.range),
                kind: NodeKind::Number(number),
            }
        }
        ast::Value::Array(node) => {
            let items: Result<_, _> = node
                .elements
                .into_iter()
                .map(|element| convert(element, duplicates))
                .collect();
            Node {
                span: span(node.range),
                kind: NodeKind::Array(items?),
            }
        }
        ast::Value::Object(node) => {
            let mut first_places: BTreeMap<String, Span> = BTreeMap::new();
            let mut members = Vec::with_capacity(node.properties.len());
            for property in node.properties {
                let (name, name_span) = match property.name {
                    ast::ObjectPropName::String(name) => {
                        (name.value.into_owned(), span(name.range))
                    }
                    ast::ObjectPropName::Word(name) => (name.value.to_owned(), span(name.range)),
                };
                match first_places.get(&name) {
                    Some(first) => duplicates.push(DuplicateKey {
                        name: name.clone(),
                        first: first.clone(),
                        again: name_span.clone(),
                    }),
                    None => {
                        first_places.insert(name.clone(), name_span.clone());
                    }
                }
                let value = convert(property.value, duplicates)?;
                members.push(Member {
                    name,
                    name_span,
                    value,
                });
            }
            Node {
                span: span(node.range),
                kind: NodeKind::Object(members),
            }
        }
    })
}

impl Node {
    /// Converts the node to a value without positions. If a name is repeated, the last value wins.
    #[must_use]
    pub fn to_value(&self) -> serde_json::Value {
        match &self.kind {
            NodeKind::Null => serde_json::Value::Null,
            NodeKind::Bool(value) => (*value).into(),
            NodeKind::Number(number) => serde_json::Value::Number(number.clone()),
            NodeKind::String(text) => text.as_str().into(),
            NodeKind::Array(items) => items.iter().map(Node::to_value).collect(),
            NodeKind::Object(members) => members
                .iter()
                .map(|member| (member.name.clone(), member.value.to_value()))
                .collect(),
        }
    }

    /// Returns the members of an object, or an empty slice for any other value.
    #[must_use]
    pub fn members(&self) -> &[Member] {
        match &self.kind {
            NodeKind::Object(members) => members,
            _ => &[],
        }
    }

    /// Returns the items of an array, or an empty slice for any other value.
    #[must_use]
    pub fn items(&self) -> &[Node] {
        match &self.kind {
            NodeKind::Array(items) => items,
            _ => &[],
        }
    }

    /// Returns the member of an object by its name. If the name is repeated, the last member wins.
    #[must_use]
    pub fn member(&self, name: &str) -> Option<&Member> {
        self.members().iter().rfind(|member| member.name == name)
    }

    /// Returns the value of an object's member. If the name is repeated, the last value wins.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Node> {
        self.member(name).map(|member| &member.value)
    }

    /// Returns the value of a string, or `None` for any other value.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::String(text) => Some(text),
            _ => None,
        }
    }

    /// Returns the value of a number that is an integer: `3`, and `3.0` as well.
    #[must_use]
    pub fn as_integer(&self) -> Option<i64> {
        let NodeKind::Number(number) = &self.kind else {
            return None;
        };
        number.as_i64().or_else(|| {
            let float = number.as_f64()?;
            // Beyond 2^53, a float does not identify one integer.
            #[expect(clippy::cast_possible_truncation, reason = "the fraction is zero")]
            (float.fract() == 0.0 && float.abs() <= 9_007_199_254_740_992.0).then_some(float as i64)
        })
    }

    /// Reports whether this is a number.
    #[must_use]
    pub fn is_number(&self) -> bool {
        matches!(self.kind, NodeKind::Number(_))
    }

    /// Reports whether this is an object.
    #[must_use]
    pub fn is_object(&self) -> bool {
        matches!(self.kind, NodeKind::Object(_))
    }

    /// Returns the value at a JSON pointer (RFC 6901) relative to this one.
    #[must_use]
    pub fn at(&self, pointer: &str) -> Option<&Node> {
        tokens(pointer)?.try_fold(self, |node, token| match &node.kind {
            NodeKind::Object(_) => node.get(&token),
            NodeKind::Array(items) => array_index(&token).and_then(|index| items.get(index)),
            _ => None,
        })
    }

    /// Returns the best position to show for a JSON pointer: a member with its name, else the value, else the nearest
    /// ancestor that exists.
    #[must_use]
    pub fn span_at(&self, pointer: &str) -> Span {
        let mut node = self;
        let mut span = self.opening_span();
        for token in tokens(pointer).into_iter().flatten() {
            match &node.kind {
                NodeKind::Object(_) => {
                    let Some(member) = node.member(&token) else {
                        return span;
                    };
                    node = &member.value;
                    span = match node.kind {
                        NodeKind::Object(_) | NodeKind::Array(_) => member.name_span.clone(),
                        _ => member.name_span.start..node.span.end,
                    };
                }
                NodeKind::Array(items) => {
                    let Some(item) = array_index(&token).and_then(|index| items.get(index)) else {
                        return span;
                    };
                    node = item;
                    span = node.opening_span();
                }
                _ => return span,
            }
        }
        span
    }

    /// Returns the JSON pointer of the innermost value that contains a byte of the text.
    #[must_use]
    pub fn pointer_at(&self, offset: usize) -> String {
        let mut node = self;
        let mut pointer = String::new();
        loop {
            let inner = match &node.kind {
                NodeKind::Object(members) => members
                    .iter()
                    .find(|member| {
                        (member.name_span.start..member.value.span.end).contains(&offset)
                    })
                    .map(|member| (&member.value, member.name.clone())),
                NodeKind::Array(items) => items
                    .iter()
                    .enumerate()
                    .find(|(_, item)| item.span.contains(&offset))
                    .map(|(index, item)| (item, index.to_string())),
                _ => None,
            };
            let Some((value, token)) = inner else {
                return pointer;
            };
            node = value;
            pointer = child(&pointer, &token);
        }
    }

    /// Returns the position of the opening bracket of an object or array, or of the whole of any other value.
    fn opening_span(&self) -> Span {
        match self.kind {
            NodeKind::Object(_) | NodeKind::Array(_) => self.span.start..self.span.start + 1,
            _ => self.span.clone(),
        }
    }
}

/// Parses an array index. RFC 6901 allows no sign and no leading zeros.
fn array_index(token: &str) -> Option<usize> {
    let is_plain = token == "0"
        || (!token.starts_with('0') && token.bytes().all(|byte| byte.is_ascii_digit()));
    token.parse().ok().filter(|_| is_plain)
}

/// Returns the tokens of a JSON pointer, or `None` if it is not empty and does not begin with `/`.
fn tokens(pointer: &str) -> Option<impl Iterator<Item = Cow<'_, str>>> {
    let rest = match pointer {
        "" => None,
        _ => Some(pointer.strip_prefix('/')?),
    };
    Some(
        rest.into_iter()
            .flat_map(|rest| rest.split('/'))
            .map(|token| {
                if token.contains('~') {
                    Cow::Owned(token.replace("~1", "/").replace("~0", "~"))
                } else {
                    Cow::Borrowed(token)
                }
            }),
    )
}

/// Returns a JSON pointer with one more token.
#[must_use]
pub fn child(pointer: &str, token: &str) -> String {
    let mut child = String::with_capacity(pointer.len() + 1 + token.len());
    child += pointer;
    child.push('/');
    if token.contains(['~', '/']) {
        child += &token.replace('~', "~0").replace('/', "~1");
    } else {
        child += token;
    }
    child
}
