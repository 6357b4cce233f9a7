//! Properties of the changes between any two documents.

use std::{collections::BTreeMap, ops::Range};

use schema_compat::{
    Settings, Verdict,
    changes::{apply, changes, describe},
    compare,
};
use serde_json::{Map, Value, json};

const PAIRS: usize = 20_000;
const SEED: u64 = 4;
/// The number of kinds of changes.
const KINDS: usize = 33;

#[test]
fn nothing_is_said_only_of_documents_that_are_equal() {
    let mut random = Random::new();
    let mut equal = 0;
    for _ in 0..PAIRS {
        let (old, new) = random.pair();
        let found = changes(&old, &new);
        let is_equal = without_address(&old) == without_address(&new);
        equal += usize::from(is_equal);
        assert_eq!(found.is_empty(), is_equal, "{}", shown(&old, &new));
    }
    assert!(equal > PAIRS / 100, "{equal} of {PAIRS} pairs are equal");
}

/// Checks that no difference is omitted: the changes, applied one after the other, give the new document.
#[test]
fn changes_lead_to_the_new_document() {
    let mut random = Random::new();
    let mut made = 0;
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for _ in 0..PAIRS {
        let (old, new) = random.pair();
        made += walk(&old, &new, &mut random.0);
        for change in changes(&old, &new) {
            let kind = serde_json::to_value(&change.kind).unwrap();
            *kinds.entry(kind["kind"].to_string()).or_default() += 1;
        }
    }
    assert!(made > PAIRS, "{made} changes were made");
    assert_eq!(kinds.len(), KINDS, "{kinds:#?}");
}

/// Applies changes in random order until none is left, and counts them.
fn walk(old: &Value, new: &Value, random: &mut fastrand::Rng) -> usize {
    let mut current = old.clone();
    let most = 3 * changes(old, new).len() + 20;
    for made in 0..most {
        let mut left = changes(&current, new);
        if left.is_empty() {
            assert_eq!(without_address(&current), without_address(new));
            return made;
        }
        random.shuffle(&mut left);
        let next = left
            .iter()
            .map(|change| apply(&current, new, std::slice::from_ref(change)))
            // Definitions that refer to each other have to be removed together, because a definition stays while
            // something refers to it.
            .chain([apply(&current, new, &left)])
            .find(|next| *next != current);
        match next {
            Some(next) => current = next,
            None => {
                assert!(has_lost_reference(new), "{}", shown(&current, new));
                return made;
            }
        }
    }
    panic!("{most} changes are not enough: {}", shown(old, new));
}

#[test]
fn any_json_will_do() {
    let mut random = Random::new();
    for _ in 0..PAIRS {
        let (old, new) = (random.json(4), random.json(4));
        let found = changes(&old, &new);
        let is_equal = without_address(&old) == without_address(&new);
        assert_eq!(found.is_empty(), is_equal, "{}", shown(&old, &new));
        for change in &found {
            assert!(!describe(change).is_empty());
            let place = |document: &Value, place: &Option<String>| {
                let is_there = |place: &String| document.pointer(place).is_some();
                place.as_ref().is_none_or(is_there)
            };
            assert!(place(&old, &change.old), "{}", shown(&old, &new));
            assert!(place(&new, &change.new), "{}", shown(&old, &new));
        }
        walk(&old, &new, &mut random.0);
    }
}

/// Checks that neutral changes accept and reject nothing.
#[test]
fn neutral_changes_break_nothing() {
    let mut random = Random::new();
    let mut decided = 0;
    for _ in 0..PAIRS {
        let (old, new) = random.pair();
        for change in changes(&old, &new) {
            if !change.kind.is_neutral() {
                continue;
            }
            let made = apply(&old, &new, std::slice::from_ref(&change));
            for (writer, reader) in [(&old, &made), (&made, &old)] {
                match compare(writer, reader, &Settings::default()) {
                    Verdict::Compatible { .. } | Verdict::Vacuous { .. } => decided += 1,
                    Verdict::Undecided { .. } => {}
                    Verdict::Breaking { witness, .. } => {
                        panic!("{}: {witness} {}", describe(&change), shown(&old, &new))
                    }
                }
            }
        }
    }
    assert!(decided > PAIRS / 20, "{decided} comparisons were decided");
}

fn shown(old: &Value, new: &Value) -> String {
    let texts: Vec<String> = changes(old, new).iter().map(describe).collect();
    format!("\nold: {old}\nnew: {new}\nchanges: {texts:#?}")
}

fn without_address(document: &Value) -> Value {
    let mut document = document.clone();
    if let Some(members) = document.as_object_mut() {
        members.remove("$id");
    }
    document
}

/// Reports whether a reference leads to nothing.
fn has_lost_reference(document: &Value) -> bool {
    fn visit(value: &Value, root: &Value) -> bool {
        match value {
            Value::Array(items) => items.iter().any(|item| visit(item, root)),
            Value::Object(members) => members.iter().any(|(name, member)| match member {
                Value::String(text) if name == "$ref" => {
                    let pointer = text.strip_prefix('#');
                    pointer.is_some_and(|pointer| root.pointer(pointer).is_none())
                }
                member => visit(member, root),
            }),
            _ => false,
        }
    }
    visit(document, document)
}

/// The few names in schemas, so that edits concern the same names.
const NAMES: [&str; 5] = ["a", "b", "c", "a/b", "$ref"];

struct Random(fastrand::Rng);

impl Random {
    fn new() -> Self {
        Self(fastrand::Rng::with_seed(SEED))
    }

    fn pick<'v, T: ?Sized>(&mut self, choices: &[&'v T]) -> &'v T {
        choices[self.0.usize(..choices.len())]
    }

    fn count(&mut self, range: Range<usize>) -> usize {
        self.0.usize(range)
    }

    /// Returns a document, and the same document after a few edits, or another one.
    fn pair(&mut self) -> (Value, Value) {
        let old = self.document();
        if self.count(0..20) == 0 {
            return (old, self.document());
        }
        let mut new = old.clone();
        if self.count(0..4) == 0 {
            self.write_out(&mut new, &old);
        }
        if self.count(0..4) == 0 {
            self.rename(&mut new);
        }
        for _ in 0..self.count(0..4) {
            self.edit(&mut new, 0);
        }
        if self.0.bool() {
            (old, new)
        } else {
            (new, old)
        }
    }

    /// Replaces some references by their targets.
    fn write_out(&mut self, value: &mut Value, root: &Value) {
        let reference = value.get("$ref").and_then(Value::as_str);
        let target = reference
            .and_then(|reference| root.pointer(reference.strip_prefix('#')?))
            .filter(|target| target.get("$id").is_none());
        match (value, target) {
            (value, Some(target)) if self.count(0..3) == 0 => *value = target.clone(),
            (Value::Object(members), _) => {
                for member in members.values_mut() {
                    self.write_out(member, root);
                }
            }
            (Value::Array(items), _) => {
                for item in items {
                    self.write_out(item, root);
                }
            }
            _ => {}
        }
    }

    /// Renames a definition, and updates the references to it.
    fn rename(&mut self, root: &mut Value) {
        let name = self.name().replace('/', "~1");
        let text = root.to_string();
        let name = format!("/{name}\"");
        if let Ok(renamed) = serde_json::from_str(&text.replace(&name, "/renamed\"")) {
            *root = renamed;
        }
        if let Some(Value::Object(definitions)) = root.get_mut("$defs") {
            let name = name.trim_matches(['/', '"']).replace("~1", "/");
            if let Some(definition) = definitions.remove(&name) {
                definitions.insert("renamed".into(), definition);
            }
        }
    }

    fn document(&mut self) -> Value {
        let mut root = match self.schema(3) {
            Value::Object(members) => members,
            _ => Map::new(),
        };
        root.insert(
            "$id".into(),
            format!("https://{}.example/", self.0.u8(0..3)).into(),
        );
        let mut definitions = Map::new();
        for _ in 0..self.count(0..4) {
            let name = self.pick(&NAMES);
            let definition = self.schema(2);
            definitions.insert(name.into(), definition);
        }
        let container = self.pick(&["$defs", "$defs", "definitions"]);
        root.insert(container.into(), definitions.into());
        root.into()
    }

    fn schema(&mut self, depth: usize) -> Value {
        if self.count(0..12) == 0 {
            return self.0.bool().into();
        }
        if self.count(0..6) == 0 {
            return json!({"$ref": self.reference()});
        }
        let mut schema = Map::new();
        for _ in 0..self.count(0..5) {
            let (keyword, value) = self.keyword(depth);
            schema.insert(keyword.into(), value);
        }
        schema.into()
    }

    fn keyword(&mut self, depth: usize) -> (&'static str, Value) {
        let inner = depth.saturating_sub(1);
        let kinds = if depth == 0 { 9 } else { 15 };
        match self.count(0..kinds) {
            0 => ("type", self.pick(&["string", "object", "integer"]).into()),
            1 => (
                self.pick(&["minimum", "maxLength", "exclusiveMinimum"]),
                self.0.u8(0..4).into(),
            ),
            2 => (self.pick(&["description", "x-note", "title"]), self.json(1)),
            3 => ("const", self.json(1)),
            4 => ("enum", self.list(|random| random.json(1))),
            5 => ("x-known-values", self.list(|random| random.name().into())),
            6 => ("required", self.list(|random| random.name().into())),
            7 => (
                self.pick(&["pattern", "format", "nullable", "$anchor"]),
                self.name().into(),
            ),
            8 => ("$ref", self.reference().into()),
            9 | 10 => ("properties", self.named(inner)),
            11 => (
                self.pick(&["oneOf", "anyOf", "allOf", "prefixItems"]),
                self.list(|random| random.schema(inner)),
            ),
            12 => (
                self.pick(&[
                    "items",
                    "not",
                    "additionalProperties",
                    "if",
                    "then",
                    "contains",
                ]),
                self.schema(inner),
            ),
            13 => (
                self.pick(&["patternProperties", "dependentSchemas", "$defs"]),
                self.named(inner),
            ),
            _ => ("oneOf", self.union()),
        }
    }

    fn union(&mut self) -> Value {
        self.list(|random| {
            let tag = random.name();
            json!({"properties": {"kind": {"const": tag}}, "required": ["kind"]})
        })
    }

    fn named(&mut self, depth: usize) -> Value {
        let mut members = Map::new();
        for _ in 0..self.count(0..4) {
            let name = self.name();
            let schema = self.schema(depth);
            members.insert(name.into(), schema);
        }
        members.into()
    }

    fn list(&mut self, mut make: impl FnMut(&mut Self) -> Value) -> Value {
        (0..self.count(0..4)).map(|_| make(self)).collect()
    }

    fn name(&mut self) -> &'static str {
        self.pick(&NAMES)
    }

    fn reference(&mut self) -> String {
        let name = self.name().replace('/', "~1");
        let container = self.pick(&["$defs", "$defs", "definitions"]);
        match self.count(0..8) {
            0 => "#".into(),
            1 => format!("#/properties/{name}"),
            2 => format!("#/{container}/{name}/properties/a"),
            _ => format!("#/{container}/{name}"),
        }
    }

    fn json(&mut self, depth: usize) -> Value {
        let kinds = if depth == 0 { 5 } else { 8 };
        match self.count(0..kinds) {
            0 => Value::Null,
            1 => self.0.bool().into(),
            2 => self.0.i8(-2..3).into(),
            3 => 1.0.into(),
            4 => self.name().into(),
            5 => self.list(|random| random.json(depth - 1)),
            // A keyword with a value of an unexpected kind.
            6 => {
                let (keyword, _) = self.keyword(2);
                json!({ keyword: self.json(depth - 1) })
            }
            _ => {
                let (keyword, value) = self.keyword(1);
                json!({ keyword: value, "properties": self.json(depth - 1) })
            }
        }
    }

    /// Edits a random place of a document.
    fn edit(&mut self, value: &mut Value, depth: usize) {
        let goes_on = depth < 2 || self.count(0..3) > 0;
        match value {
            Value::Object(members) if !members.is_empty() => {
                let names: Vec<String> = members.keys().cloned().collect();
                let name = &names[self.count(0..names.len())];
                if goes_on && let Some(member) = members.get_mut(name) {
                    return self.edit(member, depth + 1);
                }
                if let Some(value) = members.remove("const") {
                    let value = json!([value]);
                    members.insert("enum".into(), value);
                    return;
                }
                match self.count(0..4) {
                    0 => {
                        members.remove(name);
                    }
                    1 => {
                        let value = members.remove(name).unwrap_or_default();
                        members.insert(self.name().into(), value);
                    }
                    2 => {
                        let value = self.schema(1);
                        members.insert(self.name().into(), value);
                    }
                    _ => {
                        let (keyword, value) = self.keyword(1);
                        members.insert(keyword.into(), value);
                    }
                }
            }
            Value::Array(items) if !items.is_empty() => {
                let at = self.count(0..items.len());
                if goes_on && items[at].is_object() {
                    return self.edit(&mut items[at], depth + 1);
                }
                match self.count(0..4) {
                    0 => {
                        items.remove(at);
                    }
                    1 => self.0.shuffle(items),
                    2 => items[at] = self.schema(1),
                    _ => {
                        let member = self.name();
                        items.insert(at, member.into());
                    }
                }
            }
            value => *value = self.json(1),
        }
    }
}
