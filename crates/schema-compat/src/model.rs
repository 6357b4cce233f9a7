//! The model: schemas of any draft, as a graph of small assertions.
//!
//! Equal parts are one node, so the parts that a change does not affect are recognised immediately.

mod constants;
mod kinds;
mod merge;

use std::{cell::OnceCell, collections::BTreeMap};

use jsonschema::{Draft as Dialect, Validator};
use serde_json::{Value, json};

pub(crate) use self::kinds::Kinds;
use crate::{
    document,
    format::{self, facts},
    number::Num,
};

/// A node of a [`Model`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Id(u32);

/// A string of a [`Model`]: the name of a property, or a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Text(u32);

/// One of the two schemas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    Writer,
    Reader,
}

/// A value that an `enum` or `const` names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Constant(u32);

/// An assertion. It holds for all values outside its [`domain`](Self::domain).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Node {
    All(Vec<Id>),
    Any(Vec<Id>),
    One(Vec<Id>),
    Not(Id),
    /// The assertion of a definition, by its number.
    Definition(usize),
    Kinds(Kinds),
    Values(Vec<Constant>),
    /// At least this, or more than this if the second is true.
    AtLeast(Num, bool),
    /// At most this, or less than this if the second is true.
    AtMost(Num, bool),
    MultipleOf(u64),
    MinLength(u64),
    MaxLength(u64),
    Pattern(Text),
    /// An assertion that only the validator can decide.
    Check(usize),
    MinItems(u64),
    MaxItems(u64),
    Item(u64, Id),
    ItemsFrom(u64, Id),
    Unique,
    /// At least this number of items match.
    Contains(u64, Id),
    /// At most this number of items match.
    ContainsAtMost(u64, Id),
    Required(Text),
    MinProperties(u64),
    MaxProperties(u64),
    Property(Text, Id),
    /// Every selected member matches.
    Members(Selector, Id),
    Names(Id),
    /// An assertion that the model cannot express. Each is different from all others.
    Opaque(usize),
}

impl Node {
    /// Returns the kinds of values that an assertion constrains.
    pub(crate) fn domain(&self, model: &Model) -> Kinds {
        match self {
            Self::AtLeast(..) | Self::AtMost(..) | Self::MultipleOf(_) => Kinds::NUMBER,
            Self::MinLength(_) | Self::MaxLength(_) | Self::Pattern(_) => Kinds::STRING,
            Self::Check(check) => model
                .checks
                .get(*check)
                .map_or(Kinds::ALL, |check| check.domain),
            Self::MinItems(_)
            | Self::MaxItems(_)
            | Self::Item(..)
            | Self::ItemsFrom(..)
            | Self::Unique
            | Self::Contains(..)
            | Self::ContainsAtMost(..) => Kinds::ARRAY,
            Self::Required(_)
            | Self::MinProperties(_)
            | Self::MaxProperties(_)
            | Self::Property(..)
            | Self::Members(..)
            | Self::Names(_) => Kinds::OBJECT,
            Self::All(_)
            | Self::Any(_)
            | Self::One(_)
            | Self::Not(_)
            | Self::Definition(_)
            | Self::Kinds(_)
            | Self::Values(_)
            | Self::Opaque(_) => Kinds::ALL,
        }
    }
}

/// A selection of members by their names: those that match all patterns of `matching`, are not in `names`, and match no
/// pattern of `patterns`. All three lists are sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Selector {
    pub(crate) matching: Vec<Text>,
    pub(crate) names: Vec<Text>,
    pub(crate) patterns: Vec<Text>,
}

/// An assertion that only the validator can decide: one keyword, in the draft in which it is written.
pub(crate) struct Check {
    pub(crate) schema: Value,
    pub(crate) domain: Kinds,
    /// Facts that are known without the validator.
    pub(crate) facts: Option<CheckFacts>,
    /// The divisor, if it is a `multipleOf`.
    pub(crate) divisor: Option<Num>,
    dialect: Dialect,
    validator: OnceCell<Option<Validator>>,
}

/// Facts about the strings that a check accepts, as patterns.
#[derive(Clone, Copy)]
pub(crate) struct CheckFacts {
    /// A pattern that all of them match.
    pub(crate) all: Option<Text>,
    /// The maximum number of their characters.
    pub(crate) longest: Option<u64>,
    /// A pattern that only they match, among strings that are not longer than the number.
    pub(crate) only: Option<(Text, Option<u64>)>,
}

impl Check {
    /// Reports whether patterns bound its strings from both sides.
    pub(crate) fn is_exact(&self) -> bool {
        self.facts
            .is_some_and(|facts| facts.all.is_some() && facts.only.is_some())
    }

    /// Returns the format, if it is a `format`.
    pub(crate) fn format(&self) -> Option<&str> {
        let format = self.schema.get("format")?.as_str()?;
        Some(format::name(self.dialect, format))
    }

    /// Reports whether a value of its domain is accepted; `None` if there is no validator.
    pub(crate) fn accepts(&self, value: &Value) -> Option<bool> {
        self.validator
            .get_or_init(|| document::build(&self.schema, self.dialect, true).ok())
            .as_ref()
            .map(|validator| validator.is_valid(value))
    }
}

/// Schemas as a graph.
#[derive(Default)]
pub(crate) struct Model {
    nodes: Vec<Node>,
    ids: BTreeMap<Node, Id>,
    texts: Vec<String>,
    text_ids: BTreeMap<String, Text>,
    constants: Vec<Value>,
    constant_ids: BTreeMap<String, Constant>,
    /// The arrays and objects among the constants, as assertions about their parts.
    structures: BTreeMap<Constant, Id>,
    pub(crate) checks: Vec<Check>,
    check_ids: BTreeMap<String, usize>,
    patterns: BTreeMap<Text, Check>,
    /// The assertion of each definition, once it is known.
    pub(crate) definitions: Vec<Option<Id>>,
    opaque: usize,
    /// The first place of each assertion in each of the two schemas: the address of the schema object, and the keyword.
    origins: BTreeMap<(Id, Role), (usize, Text)>,
    /// True if `integer` of draft 4 occurs, for which `1.0` is not an integer.
    pub(crate) tells_doubles: bool,
}

impl Model {
    pub(crate) fn node(&self, id: Id) -> &Node {
        static NOTHING: Node = Node::Any(Vec::new());
        self.nodes.get(id.0 as usize).unwrap_or(&NOTHING)
    }

    pub(crate) fn text(&self, text: Text) -> &str {
        self.texts.get(text.0 as usize).map_or("", String::as_str)
    }

    pub(crate) fn constant(&self, constant: Constant) -> &Value {
        self.constants
            .get(constant.0 as usize)
            .unwrap_or(&Value::Null)
    }

    pub(crate) fn intern(&mut self, text: &str) -> Text {
        if let Some(known) = self.text_ids.get(text) {
            return *known;
        }
        let id = Text(index(self.texts.len()));
        self.texts.push(text.to_owned());
        self.text_ids.insert(text.to_owned(), id);
        id
    }

    pub(crate) fn find(&self, node: &Node) -> Option<Id> {
        self.ids.get(node).copied()
    }

    /// Returns the node of an assertion, which is created if there is none.
    pub(crate) fn add(&mut self, node: Node) -> Id {
        if let Some(known) = self.ids.get(&node) {
            return *known;
        }
        let id = Id(index(self.nodes.len()));
        self.nodes.push(node.clone());
        self.ids.insert(node, id);
        id
    }

    pub(crate) fn always(&mut self) -> Id {
        self.add(Node::All(Vec::new()))
    }

    pub(crate) fn never(&mut self) -> Id {
        self.add(Node::Any(Vec::new()))
    }

    pub(crate) fn is_always(&self, id: Id) -> bool {
        matches!(self.node(id), Node::All(parts) if parts.is_empty())
    }

    pub(crate) fn is_never(&self, id: Id) -> bool {
        matches!(self.node(id), Node::Any(parts) if parts.is_empty())
    }

    pub(crate) fn all(&mut self, parts: impl IntoIterator<Item = Id>) -> Id {
        let mut flat = Vec::new();
        for part in parts {
            match self.node(part) {
                Node::All(inner) => flat.extend(inner.iter().copied()),
                _ => flat.push(part),
            }
        }
        flat.sort();
        flat.dedup();
        if flat.iter().any(|part| self.is_never(*part)) {
            return self.never();
        }
        match flat.as_slice() {
            [one] => *one,
            _ => self.add(Node::All(flat)),
        }
    }

    pub(crate) fn any(&mut self, parts: impl IntoIterator<Item = Id>) -> Id {
        let mut flat = Vec::new();
        for part in parts {
            match self.node(part) {
                Node::Any(inner) => flat.extend(inner.iter().copied()),
                _ => flat.push(part),
            }
        }
        flat.sort();
        flat.dedup();
        if flat.iter().any(|part| self.is_always(*part)) {
            return self.always();
        }
        match flat.as_slice() {
            [one] => *one,
            _ => self.add(Node::Any(flat)),
        }
    }

    pub(crate) fn one(&mut self, mut parts: Vec<Id>) -> Id {
        parts.retain(|part| !self.is_never(*part));
        parts.sort();
        match parts.as_slice() {
            [] => self.never(),
            [one] => *one,
            _ => self.add(Node::One(parts)),
        }
    }

    pub(crate) fn not(&mut self, part: Id) -> Id {
        match self.node(part) {
            Node::Not(inner) => *inner,
            _ if self.is_always(part) => self.never(),
            _ if self.is_never(part) => self.always(),
            Node::Kinds(kinds) => {
                let kinds = kinds.complement();
                self.add(Node::Kinds(kinds))
            }
            _ => self.add(Node::Not(part)),
        }
    }

    pub(crate) fn kinds(&mut self, kinds: Kinds) -> Id {
        match kinds {
            Kinds::ALL => self.always(),
            Kinds::NONE => self.never(),
            _ => self.add(Node::Kinds(kinds)),
        }
    }

    pub(crate) fn pattern(&mut self, pattern: &str) -> Text {
        let text = self.intern(pattern);
        self.patterns.entry(text).or_insert_with(|| Check {
            schema: json!({ "pattern": pattern }),
            domain: Kinds::STRING,
            facts: None,
            divisor: None,
            dialect: Dialect::Draft202012,
            validator: OnceCell::new(),
        });
        // The solver needs a node for the pattern, to ask about the names of properties.
        self.add(Node::Pattern(text));
        text
    }

    /// Reports whether a pattern matches a string; `None` if the pattern has no validator.
    pub(crate) fn matches(&self, pattern: Text, text: &str) -> Option<bool> {
        self.patterns.get(&pattern)?.accepts(&Value::from(text))
    }

    /// Reports whether members with a name are selected; `None` if that depends on a pattern without a validator.
    pub(crate) fn selects(&self, selector: &Selector, name: &str) -> Option<bool> {
        if selector.names.iter().any(|known| self.text(*known) == name) {
            return Some(false);
        }
        let wanted = selector.matching.iter().map(|pattern| (pattern, true));
        let unwanted = selector.patterns.iter().map(|pattern| (pattern, false));
        let mut known = Some(true);
        for (pattern, holds) in wanted.chain(unwanted) {
            match self.matches(*pattern, name) {
                Some(matches) if matches == holds => {}
                Some(_) => return Some(false),
                None => known = None,
            }
        }
        known
    }

    /// Adds an assertion that is left to the validator. Assertions with the same key are equal.
    pub(crate) fn check(
        &mut self,
        key: String,
        schema: Value,
        dialect: Dialect,
        domain: Kinds,
    ) -> Id {
        let format = schema.get("format").and_then(Value::as_str);
        let facts = format.map(|format| {
            let known = facts(format::name(dialect, format));
            CheckFacts {
                all: known.all.map(|pattern| self.pattern(&pattern)),
                longest: known.longest,
                only: known
                    .only
                    .map(|(pattern, longest)| (self.pattern(&pattern), longest)),
            }
        });
        let divisor = schema.get("multipleOf").and_then(divisor);
        let next = self.checks.len();
        let check = *self.check_ids.entry(key).or_insert(next);
        if check == next {
            self.checks.push(Check {
                schema,
                domain,
                facts,
                divisor,
                dialect,
                validator: OnceCell::new(),
            });
        }
        self.add(Node::Check(check))
    }

    /// Reports whether a definition refers to itself for the same value, so that it has no finite meaning.
    pub(crate) fn is_endless(&self) -> bool {
        let applied = |id: Id| -> Vec<Id> {
            match self.node(id) {
                Node::All(parts) | Node::Any(parts) | Node::One(parts) => parts.clone(),
                Node::Not(part) => vec![*part],
                Node::Definition(definition) => match self.definitions.get(*definition) {
                    Some(Some(body)) => vec![*body],
                    _ => Vec::new(),
                },
                _ => Vec::new(),
            }
        };
        // True for a node whose parts have all been visited, and false while they are visited.
        let mut is_done: BTreeMap<Id, bool> = BTreeMap::new();
        for start in self.definitions.iter().flatten() {
            let mut open = vec![(*start, applied(*start))];
            if is_done.insert(*start, false).is_some() {
                is_done.insert(*start, true);
                continue;
            }
            while let Some((id, rest)) = open.last_mut() {
                let Some(next) = rest.pop() else {
                    is_done.insert(*id, true);
                    open.pop();
                    continue;
                };
                match is_done.get(&next) {
                    Some(true) => {}
                    Some(false) => return true,
                    None => {
                        is_done.insert(next, false);
                        open.push((next, applied(next)));
                    }
                }
            }
        }
        false
    }

    /// Returns the number of assertions, plus the number of references to them in lists of parts.
    pub(crate) fn size(&self) -> usize {
        let parts = self.nodes.iter().map(|node| match node {
            Node::All(parts) | Node::Any(parts) | Node::One(parts) => 1 + parts.len(),
            _ => 1,
        });
        parts.sum()
    }

    /// Notes the place of an assertion, unless one is known.
    pub(crate) fn note(&mut self, id: Id, role: Role, schema: usize, keyword: &str) {
        let keyword = self.intern(keyword);
        self.origins.entry((id, role)).or_insert((schema, keyword));
    }

    /// Reports whether the place of an assertion in one of the schemas is known.
    pub(crate) fn has_origin(&self, id: Id) -> bool {
        let roles = [Role::Writer, Role::Reader];
        roles
            .iter()
            .any(|role| self.origins.contains_key(&(id, *role)))
    }

    /// Returns the first place of an assertion in a schema: the address of the schema object, and the keyword.
    pub(crate) fn origin(&self, id: Id, role: Role) -> Option<(usize, &str)> {
        let (schema, keyword) = self.origins.get(&(id, role))?;
        Some((*schema, self.text(*keyword)))
    }

    pub(crate) fn opaque(&mut self) -> Id {
        self.opaque += 1;
        self.add(Node::Opaque(self.opaque))
    }
}

/// Returns the divisor of a `multipleOf` that is left to the validator, because it has a fraction, or is too large to
/// be exact there.
fn divisor(value: &Value) -> Option<Num> {
    let divisor = Num::of(value.as_number()?);
    (divisor > Num::from(0)).then_some(divisor)
}

fn index(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
