//! Formats schema files. Only white space changes.

use crate::{
    json::{self, Node, NodeKind, Span, SyntaxError},
    layout::Part,
    model::Registry,
    source::Source,
};

const WIDTH: usize = 100;

impl Registry {
    /// Returns the files that have to be formatted: schemas and examples that are JSON, including those that belong to
    /// no event. Released files are left out.
    pub fn formatted_files(&self) -> impl Iterator<Item = &Source> {
        let sources = self.sources.iter().map(|(_, source)| source);
        sources.filter(|source| {
            let below = self.below(&source.path);
            source.root.is_some() && below.map(Part::of) != Some(Part::Released)
        })
    }
}

/// Returns the formatted text of a file. Returns `None` if the file is formatted already, or is not JSON.
#[must_use]
pub fn reformatted(source: &Source) -> Option<String> {
    let text = format_tree(&source.text, source.root.as_ref()?);
    (text != *source.text).then_some(text)
}

/// Formats a JSON text: two spaces a level, one member a line, and an array of plain values on one line if it fits.
/// Names, values, their order and their spelling do not change.
///
/// # Errors
///
/// Returns an error if the text is not JSON.
///
/// # Examples
///
/// ```
/// let text = schema_registry::format::format(r#"{"a":[1,2.50],"b":{}}"#)?;
/// assert_eq!(text, "{\n  \"a\": [1, 2.50],\n  \"b\": {}\n}\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn format(text: &str) -> Result<String, SyntaxError> {
    let parsed = json::parse(text)?;
    Ok(format_tree(text, &parsed.root))
}

/// Formats a text whose tree is already parsed.
#[must_use]
pub fn format_tree(text: &str, root: &Node) -> String {
    let mut layout = Layout {
        text,
        out: String::with_capacity(text.len() + text.len() / 4),
    };
    layout.node(root, 0, 0);
    layout.out.push('\n');
    layout.out
}

struct Layout<'a> {
    text: &'a str,
    out: String,
}

impl Layout<'_> {
    fn original(&mut self, span: &Span) {
        self.out
            .push_str(self.text.get(span.clone()).unwrap_or_default());
    }

    /// Writes a node. `before` is the number of columns already taken on the line, and `depth` the number of open
    /// levels.
    fn node(&mut self, node: &Node, before: usize, depth: usize) {
        match &node.kind {
            NodeKind::Object(members) if members.is_empty() => self.out.push_str("{}"),
            NodeKind::Array(items) if items.is_empty() => self.out.push_str("[]"),
            NodeKind::Object(members) => {
                self.out.push('{');
                for (index, member) in members.iter().enumerate() {
                    self.new_line(index, depth + 1);
                    self.original(&member.name_span);
                    self.out.push_str(": ");
                    let taken = 2 * (depth + 1) + self.width(&member.name_span) + 2;
                    self.node(&member.value, taken, depth + 1);
                }
                self.close('}', depth);
            }
            NodeKind::Array(items) if self.fits(items, before) => {
                self.out.push('[');
                for (index, item) in items.iter().enumerate() {
                    self.out.push_str(if index == 0 { "" } else { ", " });
                    self.original(&item.span);
                }
                self.out.push(']');
            }
            NodeKind::Array(items) => {
                self.out.push('[');
                for (index, item) in items.iter().enumerate() {
                    self.new_line(index, depth + 1);
                    self.node(item, 2 * (depth + 1), depth + 1);
                }
                self.close(']', depth);
            }
            _ => self.original(&node.span),
        }
    }

    fn fits(&self, items: &[Node], before: usize) -> bool {
        let is_plain = |item: &Node| !matches!(item.kind, NodeKind::Object(_) | NodeKind::Array(_));
        // Each item has two more columns: a comma and a space, or the brackets.
        let width: usize = items.iter().map(|item| self.width(&item.span) + 2).sum();
        // One column is reserved for the comma after the array.
        items.iter().all(is_plain) && before + width < WIDTH
    }

    fn width(&self, span: &Span) -> usize {
        self.text
            .get(span.clone())
            .map_or(0, |text| text.chars().count())
    }

    fn new_line(&mut self, index: usize, depth: usize) {
        self.out.push_str(if index == 0 { "\n" } else { ",\n" });
        self.indent(depth);
    }

    fn close(&mut self, bracket: char, depth: usize) {
        self.out.push('\n');
        self.indent(depth);
        self.out.push(bracket);
    }

    fn indent(&mut self, depth: usize) {
        for _ in 0..depth {
            self.out.push_str("  ");
        }
    }
}
