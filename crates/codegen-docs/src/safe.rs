//! Markdown in which strings of schemas are always text.

use std::fmt::Write;

use schema_codegen::{
    self as codegen,
    markdown::{block, words},
};
use schema_registry::escape::{escaped, is_hidden, replaced};

/// Markdown that is written here, with strings of schemas in it that have passed the escape of their place.
///
/// Pages take nothing else, so the compiler rejects a string that was not escaped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markdown(String);

/// Puts pieces of Markdown into a template. Each piece has to be [`Markdown`], and the template names none.
///
/// # Examples
///
/// ```
/// use codegen_docs::{Markdown, md};
///
/// let line = md!("- {}: {}", Markdown::code("a|b"), Markdown::text("<b>"));
/// assert_eq!(line.as_str(), r"- <code>a&#124;b</code>: \<b\>");
/// ```
///
/// ```compile_fail
/// let title = String::from("<b>");
/// codegen_docs::md!("# {}", title);
/// ```
///
/// ```compile_fail
/// let title = String::from("<b>");
/// codegen_docs::md!("# {title}");
/// ```
#[macro_export]
macro_rules! md {
    ($template:literal $(, $piece:expr)* $(,)?) => {
        // A literal that is put together captures no variable, which could be any string.
        $crate::Markdown::composed(
            format!(concat!($template) $(, $crate::Markdown::as_str(&$piece))*)
        )
    };
}

impl Markdown {
    /// Takes what [`md!`](crate::md) has put together; for nothing else.
    #[doc(hidden)]
    #[must_use]
    pub fn composed(text: String) -> Self {
        Self(text)
    }

    /// Takes Markdown that is written in this program.
    #[must_use]
    pub fn written(text: &'static str) -> Self {
        Self(text.to_owned())
    }

    /// Returns a string as text on one line, in which only code and addresses are marked up. It may stand at
    /// the beginning of a line, and in a table.
    #[must_use]
    pub fn text(text: &str) -> Self {
        Self(block(&Self::inline(text).0))
    }

    /// Returns a string as text within a line, also in a table.
    #[must_use]
    pub fn inline(text: &str) -> Self {
        let words = text.lines().flat_map(words).map(with_code);
        Self(words.collect::<Vec<_>>().join(" "))
    }

    /// Returns a string as code, also in a table. Renderers differ in how a `|` is written inside
    /// backticks, so such a string is HTML in which every mark of Markdown is a reference.
    #[must_use]
    pub fn code(text: &str) -> Self {
        let text = &*escaped(text);
        let is_plain = !text.is_empty()
            && !text.contains(['|', '`'])
            && !text.starts_with(' ')
            && !text.ends_with(' ')
            && !is_template(text);
        if is_plain {
            return Self(format!("`{text}`"));
        }
        let mut out = String::from("<code>");
        for character in text.chars() {
            if character.is_alphanumeric() || matches!(character, ' ' | '-' | '.' | '/' | ':' | ',')
            {
                out.push(character);
            } else {
                // Writing to a `String` does not fail.
                let _ = write!(out, "&#{};", u32::from(character));
            }
        }
        out.push_str("</code>");
        Self(out)
    }

    /// Returns strings as code, with commas between them.
    #[must_use]
    pub fn codes(members: &[String]) -> Self {
        let members = members.iter().map(|member| Self::code(member).0);
        Self(members.collect::<Vec<_>>().join(", "))
    }

    /// Returns a link to a place of these pages.
    #[must_use]
    pub fn link(label: &Self, file: &str, anchor: Option<&str>) -> Self {
        let mut target = in_address(file);
        if let Some(anchor) = anchor {
            target.push('#');
            target.push_str(&in_address(anchor));
        }
        Self(format!("[{}]({target})", label.0))
    }

    /// Returns JSON as a block that it cannot close.
    #[must_use]
    pub fn json(text: &str) -> Self {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        // JSON has such characters in strings alone, so the value stays the same.
        let text = replaced(text.trim_end(), is_hidden_in_code);
        let text = without_templates(&text);
        let fence = fence(&text);
        Self(format!("{fence}json\n{text}\n{fence}"))
    }

    /// Returns a string as a part of a comment, which it cannot end.
    #[must_use]
    pub fn in_comment(text: &str) -> Self {
        let is_kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '/' | '.' | '_');
        Self(text.chars().filter(is_kept).collect())
    }

    /// Returns the comment that says where a page is from.
    pub(crate) fn header(source: &str, command: &str) -> Self {
        let [source, command] = [source, command].map(|it| Self::in_comment(it).0);
        Self(codegen::header(&source, &command))
    }

    /// Joins those that are not empty.
    #[must_use]
    pub fn joined(parts: impl IntoIterator<Item = Self>, between: &'static str) -> Self {
        let parts = parts.into_iter().map(|part| part.0);
        let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        Self(parts.join(between))
    }

    /// Adds a line.
    pub fn push(&mut self, line: &Self) {
        self.0.push_str(&line.0);
        self.0.push('\n');
    }

    /// Returns whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the Markdown as a string.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Returns a word with its code span as [`Markdown::code`] has it, where the span would not stay one, or would
/// end a cell of a table.
fn with_code(word: String) -> String {
    if !word.contains('|') && !is_template(&word) {
        return word;
    }
    let in_references = |text: &str| text.replace('|', "&#124;");
    // A code span is one word.
    let span = word.split_once('`').and_then(|(before, rest)| {
        let (inner, after) = rest.rsplit_once('`')?;
        let (before, after) = (in_references(before), in_references(after));
        let code = Markdown::code(inner.trim_matches('`'));
        Some(format!("{before}{}{after}", code.0))
    });
    span.unwrap_or_else(|| in_references(&word))
}

/// Returns whether a character is not seen in a block of code, which has lines and tabs.
pub(super) fn is_hidden_in_code(character: char) -> bool {
    is_hidden(character) && !matches!(character, '\n' | '\t')
}

/// The marks of Jinja and its relatives. Some sites run pages through one, code and all.
const TEMPLATES: [&str; 3] = ["{{", "{%", "{#"];

pub(super) fn is_template(text: &str) -> bool {
    TEMPLATES.iter().any(|mark| text.contains(mark))
}

/// Returns JSON with the same value and no mark of a template. Only strings of JSON can have one.
fn without_templates(text: &str) -> String {
    let mut text = text.to_owned();
    for mark in TEMPLATES {
        let escape = mark.replacen('{', r"\u007b", 1);
        // Of three braces, the first two begin marks.
        while text.contains(mark) {
            text = text.replace(mark, &escape);
        }
    }
    text
}

/// Returns the target of a link to the web or to an address of mail, or nothing for another one: what follows
/// `javascript:` runs.
pub(super) fn in_link(target: &str) -> Option<String> {
    let is_known = ["https://", "http://", "mailto:"].iter().any(|scheme| {
        let begin = target.get(..scheme.len());
        begin.is_some_and(|begin| begin.eq_ignore_ascii_case(scheme))
    });
    // A reference such as `&lt;` would be read as the character that it encodes.
    is_known.then(|| encoded(target, "/.-_~:?#@!'*+,;=%&").replace('&', "&amp;"))
}

/// Encodes what could end the target of a link, or make it another one.
fn in_address(text: &str) -> String {
    encoded(text, "/.-_")
}

/// Encodes all characters but letters, digits and those that are kept.
fn encoded(text: &str, kept: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        if character.is_alphanumeric() || kept.contains(character) {
            out.push(character);
            continue;
        }
        for byte in character.encode_utf8(&mut [0; 4]).bytes() {
            // Writing to a `String` does not fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Returns a fence that the text cannot close.
pub(super) fn fence(text: &str) -> String {
    let runs = text.split(|character| character != '`').map(str::len);
    let longest = runs.max().unwrap_or_default();
    "`".repeat((longest + 1).max(3))
}
