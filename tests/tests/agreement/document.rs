//! JSON documents as they are written: numbers keep their digits, and names may be duplicates.

use serde_json::Value;

use super::shapes::ShapeId;

/// A value, and the shape that the generator made it for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Doc {
    pub(crate) shape: Option<ShapeId>,
    pub(crate) kind: Kind,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kind {
    /// Written unchanged: `null`, `1e400`, or anything that no other kind can express.
    Verbatim(String),
    Text(String),
    List(Vec<Doc>),
    Object(Vec<(String, Doc)>),
}

/// The style in which a document is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Style {
    Compact,
    /// Over several lines.
    Pretty,
    /// Every other string and name begins with an escape.
    Escaped,
}

/// The children that lead to a value, outermost first.
pub(crate) type Path = Vec<usize>;

impl Doc {
    pub(crate) fn verbatim(text: impl Into<String>) -> Self {
        Kind::Verbatim(text.into()).into()
    }

    pub(crate) fn of(self, shape: ShapeId) -> Self {
        let shape = Some(shape);
        Self { shape, ..self }
    }

    pub(crate) fn children(&self) -> usize {
        match &self.kind {
            Kind::List(items) => items.len(),
            Kind::Object(members) => members.len(),
            Kind::Verbatim(_) | Kind::Text(_) => 0,
        }
    }

    pub(crate) fn child(&self, index: usize) -> &Doc {
        match &self.kind {
            Kind::List(items) => &items[index],
            Kind::Object(members) => &members[index].1,
            Kind::Verbatim(_) | Kind::Text(_) => panic!("{self:?} has no children"),
        }
    }

    pub(crate) fn at(&self, path: &[usize]) -> &Doc {
        path.iter().fold(self, |doc, index| doc.child(*index))
    }

    pub(crate) fn at_mut(&mut self, path: &[usize]) -> &mut Doc {
        path.iter().fold(self, |doc, index| match &mut doc.kind {
            Kind::List(items) => &mut items[*index],
            Kind::Object(members) => &mut members[*index].1,
            Kind::Verbatim(_) | Kind::Text(_) => panic!("there are no children"),
        })
    }

    /// Returns the names of an object, and none for another value.
    pub(crate) fn names(&self) -> Vec<&str> {
        match &self.kind {
            Kind::Object(members) => members.iter().map(|(name, _)| name.as_str()).collect(),
            _ => Vec::new(),
        }
    }

    /// Removes the value at a path, which does not lead to the document itself.
    pub(crate) fn remove(&mut self, path: &[usize]) {
        let (last, outer) = path.split_last().unwrap();
        match &mut self.at_mut(outer).kind {
            Kind::List(items) => drop(items.remove(*last)),
            Kind::Object(members) => drop(members.remove(*last)),
            Kind::Verbatim(_) | Kind::Text(_) => {}
        }
    }

    /// Returns the path of every value, outermost first.
    pub(crate) fn paths(&self) -> Vec<Path> {
        fn walk(doc: &Doc, path: &mut Path, paths: &mut Vec<Path>) {
            paths.push(path.clone());
            for index in 0..doc.children() {
                path.push(index);
                walk(doc.child(index), path, paths);
                path.pop();
            }
        }
        let mut paths = Vec::new();
        walk(self, &mut Vec::new(), &mut paths);
        paths
    }

    /// Returns the names and indices of a path, as errors show them.
    pub(crate) fn tokens(&self, path: &[usize]) -> Vec<String> {
        let mut tokens = Vec::new();
        let mut doc = self;
        for index in path {
            tokens.push(match &doc.kind {
                Kind::Object(members) => members[*index].0.clone(),
                _ => index.to_string(),
            });
            doc = doc.child(*index);
        }
        tokens
    }

    pub(crate) fn print(&self, style: Style) -> String {
        let mut printer = Printer {
            style,
            out: String::new(),
            texts: 0,
        };
        printer.value(self, 0);
        printer.out
    }
}

impl From<Kind> for Doc {
    fn from(kind: Kind) -> Self {
        Self { shape: None, kind }
    }
}

impl From<&Value> for Doc {
    fn from(value: &Value) -> Self {
        let kind = match value {
            Value::String(text) => Kind::Text(text.clone()),
            Value::Array(items) => Kind::List(items.iter().map(Self::from).collect()),
            Value::Object(members) => Kind::Object(
                members
                    .iter()
                    .map(|(name, value)| (name.clone(), value.into()))
                    .collect(),
            ),
            plain => Kind::Verbatim(plain.to_string()),
        };
        kind.into()
    }
}

struct Printer {
    style: Style,
    out: String,
    /// The number of strings that are written.
    texts: usize,
}

impl Printer {
    fn value(&mut self, doc: &Doc, level: usize) {
        match &doc.kind {
            Kind::Verbatim(text) => self.out += text,
            Kind::Text(text) => self.text(text),
            Kind::List(items) => {
                self.out.push('[');
                for (index, item) in items.iter().enumerate() {
                    self.before(index, level + 1);
                    self.value(item, level + 1);
                }
                self.after(items.len(), level);
                self.out.push(']');
            }
            Kind::Object(members) => {
                self.out.push('{');
                for (index, (name, value)) in members.iter().enumerate() {
                    self.before(index, level + 1);
                    self.text(name);
                    self.out.push(':');
                    if self.style == Style::Pretty {
                        self.out.push(' ');
                    }
                    self.value(value, level + 1);
                }
                self.after(members.len(), level);
                self.out.push('}');
            }
        }
    }

    fn before(&mut self, index: usize, level: usize) {
        if index > 0 {
            self.out.push(',');
        }
        self.line(level);
    }

    fn after(&mut self, children: usize, level: usize) {
        if children > 0 {
            self.line(level);
        }
    }

    fn line(&mut self, level: usize) {
        if self.style == Style::Pretty {
            self.out.push('\n');
            self.out.extend(std::iter::repeat_n(' ', 2 * level));
        }
    }

    fn text(&mut self, text: &str) {
        self.texts += 1;
        let mut rest = text;
        self.out.push('"');
        if self.style == Style::Escaped && self.texts.is_multiple_of(2) {
            let mut characters = text.chars();
            if let Some(first) = characters.next() {
                for unit in first.encode_utf16(&mut [0; 2]) {
                    self.out += &format!("\\u{unit:04x}");
                }
                rest = characters.as_str();
            }
        }
        let quoted = serde_json::to_string(rest).unwrap();
        self.out += &quoted[1..];
    }
}
