//! Types and their constraints in tables.

use schema_codegen::model::{Field, Kind, Text, Type};

use crate::{md, page::Page, safe::Markdown};

impl Page<'_> {
    pub(crate) fn type_name(&self, ty: &Type) -> Markdown {
        match ty {
            Type::Named(name) => match self.major.find(name) {
                None => Markdown::written("any"),
                Some(def) => match &def.kind {
                    Kind::Struct(_) | Kind::Union(_) | Kind::Tuple(_) => self.link(def),
                    Kind::ClosedSet(_) | Kind::Text(_) => Markdown::written("string"),
                    Kind::OpenSet { .. } => Markdown::written("string (open set)"),
                    Kind::Number(_) => Markdown::written("number"),
                    Kind::Alias(inner) => self.type_name(inner),
                },
            },
            Type::String => Markdown::written("string"),
            Type::Uuid => Markdown::written("string (UUID)"),
            Type::Timestamp => Markdown::written("string (date-time)"),
            Type::Date => Markdown::written("string (date)"),
            Type::Ipv4 => Markdown::written("string (IPv4 address)"),
            Type::Uri => Markdown::written("string (URI)"),
            Type::Boolean => Markdown::written("boolean"),
            Type::Integer { .. } | Type::Multiple { .. } => Markdown::written("integer"),
            Type::Number => Markdown::written("number"),
            Type::Array(item) | Type::List { item, .. } => {
                md!("array of {}", self.type_name(item))
            }
            Type::Map(value) | Type::Dictionary { value, .. } => {
                md!("object of {}", self.type_name(value))
            }
            Type::Nullable(inner) => md!("{} or null", self.type_name(inner)),
            Type::Object => Markdown::written("object"),
            Type::Any => Markdown::written("any"),
            Type::Unmapped(types) if types.is_empty() => Markdown::written("any"),
            Type::Unmapped(types) => Markdown::inline(&types.join(" or ")),
        }
    }

    /// The constraints of a field, with the keywords that its type does not check.
    pub(crate) fn constraints_of(&self, field: &Field) -> Markdown {
        // The JSON types have a column of their own.
        let unchecked = field
            .unchecked
            .iter()
            .filter(|it| !it.starts_with("\"type\""));
        let unchecked: Vec<String> = unchecked.cloned().collect();
        if unchecked.is_empty() {
            return self.constraints(&field.ty);
        }
        let checked = match &field.ty {
            Type::Unmapped(_) => Markdown::default(),
            ty => self.constraints(ty),
        };
        let unchecked = md!("see {} in the schema", Markdown::codes(&unchecked));
        Markdown::joined([checked, unchecked], "; ")
    }

    pub(crate) fn constraints(&self, ty: &Type) -> Markdown {
        match ty {
            Type::Uuid => Markdown::written("RFC 9562, with hyphens"),
            Type::Timestamp | Type::Date => Markdown::written("RFC 3339"),
            Type::Ipv4 => Markdown::written("four numbers with dots"),
            Type::Uri => Markdown::written("RFC 3986, with a scheme"),
            Type::Integer { min, max } => md!("{} to {}", number(*min), number(*max)),
            Type::Multiple { of, min, max } => md!(
                "{} to {}, a multiple of {}",
                number(*min),
                number(*max),
                number(*of)
            ),
            Type::Array(inner) | Type::Map(inner) => self.each(inner),
            Type::List {
                item,
                count,
                unique,
            } => {
                let counted = || Markdown::inline(&count.in_words("item"));
                let count = match (count.is_any(), unique) {
                    (true, _) => Markdown::written("all different"),
                    (false, true) => md!("{}, all different", counted()),
                    (false, false) => counted(),
                };
                Markdown::joined([count, self.each(item)], "; ")
            }
            Type::Dictionary { key, value, count } => {
                let count = match count.is_any() {
                    true => Markdown::default(),
                    false => Markdown::inline(&count.in_words("member")),
                };
                let names = match self.constraints(key) {
                    names if names.is_empty() => names,
                    names => md!("each name: {}", names),
                };
                Markdown::joined([count, names, self.each(value)], "; ")
            }
            Type::Nullable(inner) => self.constraints(inner),
            Type::Named(name) => match self.major.find(name).map(|def| &def.kind) {
                Some(Kind::ClosedSet(members)) => match members.as_slice() {
                    [one] => md!("always {}", Markdown::code(one)),
                    members => md!("one of {}", Markdown::codes(members)),
                },
                Some(Kind::OpenSet { known, text }) => {
                    let known = md!(
                        "currently {}; new values may be added, so handle unknown ones",
                        Markdown::codes(known)
                    );
                    Markdown::joined([constraint(text), known], "; ")
                }
                Some(Kind::Text(text)) => constraint(text),
                Some(Kind::Number(range)) => {
                    let words = range.in_words();
                    Markdown::inline(words.strip_prefix("from ").unwrap_or(&words))
                }
                Some(Kind::Alias(inner)) => self.constraints(inner),
                Some(Kind::Tuple(items)) => {
                    md!("{} items", Markdown::inline(&items.len().to_string()))
                }
                Some(Kind::Struct(_) | Kind::Union(_)) | None => Markdown::default(),
            },
            Type::Unmapped(_) => Markdown::written("see the schema"),
            Type::String | Type::Boolean | Type::Number | Type::Object | Type::Any => {
                Markdown::default()
            }
        }
    }

    /// The constraints of each item or value.
    fn each(&self, inner: &Type) -> Markdown {
        match self.constraints(inner) {
            inner if inner.is_empty() => inner,
            inner => md!("each: {}", inner),
        }
    }
}

fn number(number: i64) -> Markdown {
    Markdown::inline(&number.to_string())
}

fn constraint(text: &Text) -> Markdown {
    let length = text.length_in_words().unwrap_or_default();
    let pattern = text.pattern.as_ref();
    let pattern = pattern.map(|(pattern, _)| md!("matches {}", Markdown::code(pattern)));
    Markdown::joined(
        [Markdown::inline(&length), pattern.unwrap_or_default()],
        ", ",
    )
}
