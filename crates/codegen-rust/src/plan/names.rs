//! Names and patterns that Rust cannot hold, and models without them.

use std::collections::{BTreeMap, BTreeSet};

use schema_codegen::{
    findings, markdown,
    model::{
        Envelope, EnvelopeField, EnvelopeRole, Event, Field, Kind, Major, Origin, Text, Type,
        TypeDef, Union,
    },
};
use schema_registry::names;

use super::{
    Plan,
    problem::{Problem, Spot},
    without::{change_types, without},
};
use crate::{idents, idents::is_identifier, render};

/// Returns a model in which every name is an identifier of Rust, and every pattern is one that generated code checks.
pub(super) fn nameable(mut major: Major, problems: &mut Vec<Problem>) -> Major {
    change_types(&mut major, &mut without_marks);
    let has_envelope = major.envelope.is_some();
    let unnamed = unnameable_events(&mut major, problems);
    major
        .types
        .change(|types| types.retain(|ty| !is_of(ty, &unnamed)));
    let event_types = event_types(&major);
    let mut names = BTreeMap::new();
    let mut gone = BTreeSet::new();
    let mut patterns = BTreeMap::new();
    for ty in &major.types {
        let name = idents::safe_type(&ty.name);
        if name != ty.name {
            names.insert(ty.name.clone(), name.clone());
        }
        if render::is_taken(&name, has_envelope) {
            let message = format!("the type `{name}` is one that generated code has for itself");
            problems.push(Problem::taken(&ty.origin, &message));
            gone.insert(ty.name.clone());
        } else if !is_identifier(&name) {
            let message = format!("`{name}` cannot be the name of a type");
            problems.push(Problem::taken(&ty.origin, &message));
            gone.insert(ty.name.clone());
        }
        let is_right = match &ty.kind {
            Kind::Struct(fields) => {
                let fields: Vec<&Field> = fields.iter().collect();
                unnameable_fields(&ty.origin, &fields, problems);
                are_distinct_fields(&ty.origin, &fields, problems)
            }
            Kind::Union(union) => are_distinct_branches(ty, union, problems),
            Kind::ClosedSet(members) => are_variants(ty, members, problems),
            // Its members are the events, which are checked below.
            Kind::OpenSet { text, .. } if Some(&ty.name) == event_types.as_ref() => {
                is_checkable(ty, text, &mut patterns, problems)
            }
            Kind::OpenSet { known, text } => {
                are_variants(ty, known, problems) && is_checkable(ty, text, &mut patterns, problems)
            }
            Kind::Text(text) => is_checkable(ty, text, &mut patterns, problems),
            Kind::Number(_) | Kind::Tuple(_) | Kind::Alias(_) => true,
        };
        if !is_right {
            gone.insert(ty.name.clone());
        }
    }
    note_unchecked(&mut major, &gone);
    if let Some(envelope) = &mut major.envelope {
        distinct_envelope(envelope, problems);
    }
    if !gone.is_empty() {
        remove(&mut major, gone, problems);
    }
    if let Some(event_types) = event_types {
        let known: Vec<String> = (major.events.iter())
            .map(|event| event.event_type.clone())
            .collect();
        major.types.change(|types| {
            let mut types = types.iter_mut();
            let ty = types.find(|ty| ty.name == event_types);
            if let Some(Kind::OpenSet { known: members, .. }) = ty.map(|ty| &mut ty.kind) {
                *members = known;
            }
        });
    }
    if !names.is_empty() {
        rename(&mut major, &names);
    }
    major
}

/// The name of the type of the field that names the type of an event.
fn event_types(major: &Major) -> Option<String> {
    let mut fields = major.envelope.iter().flat_map(|envelope| &envelope.fields);
    let field = fields.find(|field| field.role == EnvelopeRole::EventType)?;
    match &field.field.ty {
        Type::Named(name) => Some(name.clone()),
        _ => None,
    }
}

/// Takes types out of a model, and reports the events that are lost with them.
pub(super) fn remove(major: &mut Major, gone: BTreeSet<String>, problems: &mut Vec<Problem>) {
    let events: BTreeMap<String, Origin> = (major.events.iter())
        .map(|event| (event.event_type.clone(), event.origin.clone()))
        .collect();
    let lost = without(major, gone);
    for event_type in &lost {
        if let Some(origin) = events.get(event_type) {
            let finding = findings::left_out(event_type);
            problems.push(Problem::new(finding, origin, Spot::Schema));
        }
    }
    let lost: BTreeSet<String> = lost.into_iter().collect();
    let types = major.types.iter().filter(|ty| is_of(ty, &lost));
    let types: BTreeSet<String> = types.map(|ty| ty.name.clone()).collect();
    if !types.is_empty() {
        without(major, types);
    }
}

fn is_of(ty: &TypeDef, events: &BTreeSet<String>) -> bool {
    ty.event
        .as_ref()
        .is_some_and(|event| events.contains(event))
}

/// Says in the description of a field which keywords of its schema its type does not check, be it for want of a type in
/// Rust.
fn note_unchecked(major: &mut Major, gone: &BTreeSet<String>) {
    let unchecked: BTreeMap<String, Vec<String>> = (major.types.iter())
        .filter(|ty| gone.contains(&ty.name))
        .filter_map(|ty| match &ty.kind {
            Kind::Text(text) | Kind::OpenSet { text, .. } => {
                Some((ty.name.clone(), keywords(text)))
            }
            _ => None,
        })
        .collect();
    let note = |field: &mut Field| {
        let named = field.ty.named().and_then(|name| unchecked.get(name));
        let keywords = field.unchecked.iter().chain(named.into_iter().flatten());
        let keywords: Vec<String> = keywords.map(|it| markdown::code(it)).collect();
        if keywords.is_empty() {
            return;
        }
        let note = format!(
            "The schema says more, by {}, which generated types do not check.",
            keywords.join(", ")
        );
        field.description = markdown::joined(&field.description, &note);
    };
    major.types.change(|types| {
        for ty in types {
            if let Kind::Struct(fields) = &mut ty.kind {
                fields.iter_mut().for_each(&note);
            }
        }
    });
    let fields = major.envelope.iter_mut().flat_map(|it| &mut it.fields);
    fields.map(|part| &mut part.field).for_each(&note);
}

/// The keywords that constrain a string.
fn keywords(text: &Text) -> Vec<String> {
    let lengths = [
        ("minLength", text.min_length),
        ("maxLength", text.max_length),
    ];
    let lengths = lengths.into_iter();
    let lengths =
        lengths.filter_map(|(keyword, length)| Some(format!("\"{keyword}\": {}", length?)));
    let pattern = text.pattern.iter();
    let pattern = pattern
        .map(|(source, _)| format!("\"pattern\": {}", serde_json::Value::from(source.as_str())));
    lengths.chain(pattern).collect()
}

/// Rust has no type for schemas that the model has none for: it keeps their JSON.
fn without_marks(ty: &mut Type) {
    if let Type::Unmapped(_) = ty {
        *ty = Type::Any;
    } else if let Some(inner) = ty.inner_mut() {
        without_marks(inner);
    }
}

fn rename(major: &mut Major, names: &BTreeMap<String, String>) {
    fn renamed(ty: &mut Type, names: &BTreeMap<String, String>) {
        match ty {
            Type::Named(name) => change(name, names),
            Type::Dictionary { key, .. } => renamed(key, names),
            _ => {}
        }
        if let Some(inner) = ty.inner_mut() {
            renamed(inner, names);
        }
    }
    fn change(name: &mut String, names: &BTreeMap<String, String>) {
        if let Some(new) = names.get(name) {
            name.clone_from(new);
        }
    }
    change_types(major, &mut |ty| renamed(ty, names));
    for event in &mut major.events {
        change(&mut event.payload, names);
    }
    major.types.change(|types| {
        for ty in types {
            change(&mut ty.name, names);
            if let Kind::Union(union) = &mut ty.kind {
                for branch in &mut union.branches {
                    change(&mut branch.ty, names);
                }
            }
        }
    });
}

/// Reports types whose names are those of types that are derived from others. Returns the types that Rust is without.
pub(super) fn derived(plan: &Plan, problems: &mut Vec<Problem>) -> BTreeSet<String> {
    let mut taken = BTreeSet::new();
    let envelope = plan.envelope.as_ref().map(|envelope| &envelope.origin.uri);
    for ty in &plan.types {
        for derived in plan.derived(&ty.name) {
            let Some(other) = plan.find(&derived) else {
                continue;
            };
            // Of a type of an event and one of the envelope, the event's has the wrong name.
            if Some(&other.origin.uri) == envelope && ty.event.is_some() {
                let message = format!(
                    "generated code has a type `{derived}` for `{}`, and the envelope has another one",
                    ty.name
                );
                problems.push(Problem::taken(&ty.origin, &message));
                taken.insert(ty.name.clone());
            } else {
                let message =
                    format!("the type `{derived}` is one that generated code has for itself");
                problems.push(Problem::taken(&other.origin, &message));
                taken.insert(derived);
            }
        }
    }
    taken
}

fn unnameable_fields(origin: &Origin, fields: &[&Field], problems: &mut Vec<Problem>) {
    for field in fields {
        if !is_identifier(&idents::snake(&field.name)) {
            let message = format!("`{}` cannot be the name of a field", field.name);
            let help = "begin the name with a letter";
            let spot = Spot::Property(field.name.clone());
            problems.push(Problem::unmappable(origin, spot, &message, help));
        }
    }
}

fn are_distinct_fields(origin: &Origin, fields: &[&Field], problems: &mut Vec<Problem>) -> bool {
    let names = fields
        .iter()
        .map(|field| (field.name.as_str(), Spot::Property(field.name.clone())));
    are_distinct(origin, names, names::snake, problems)
}

/// The envelope has to have its fields. Of several with one name in Rust, the first stays.
fn distinct_envelope(envelope: &mut Envelope, problems: &mut Vec<Problem>) {
    let fields: Vec<&Field> = envelope.fields.iter().map(|part| &part.field).collect();
    unnameable_fields(&envelope.origin, &fields, problems);
    are_distinct_fields(&envelope.origin, &fields, problems);
    let mut seen = BTreeSet::new();
    let mut is_first = |part: &EnvelopeField| seen.insert(names::snake(&part.field.name));
    envelope.fields.retain(&mut is_first);
}

/// Reports whether the members of a set can be variants.
fn are_variants(ty: &TypeDef, members: &[String], problems: &mut Vec<Problem>) -> bool {
    let is_variant = |member: &&String| is_identifier(&idents::pascal(member));
    if let Some(member) = members.iter().find(|member| !is_variant(member)) {
        let message = format!("`{member}` cannot be the name of a variant");
        let help = "begin each member with a letter";
        problems.push(Problem::unmappable(
            &ty.origin,
            Spot::Members,
            &message,
            help,
        ));
        return false;
    }
    let names = members
        .iter()
        .map(|member| (member.as_str(), Spot::Member(member.clone())));
    are_distinct(&ty.origin, names, names::pascal, problems)
}

fn are_distinct_branches(ty: &TypeDef, union: &Union, problems: &mut Vec<Problem>) -> bool {
    let tags = union.branches.iter().map(|branch| branch.tag.as_str());
    let names = tags
        .enumerate()
        .map(|(index, tag)| (tag, Spot::Branch(index)));
    are_distinct(&ty.origin, names, names::pascal, problems)
}

/// Reports whether names that differ in JSON differ in Rust, too.
fn are_distinct<'n>(
    origin: &Origin,
    names: impl Iterator<Item = (&'n str, Spot)>,
    case: fn(&str) -> String,
    problems: &mut Vec<Problem>,
) -> bool {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    let before = problems.len();
    for (name, spot) in names {
        let cased = case(name);
        match seen.get(&cased) {
            Some(first) if *first != name => {
                let finding = findings::same_name(name, first, &cased);
                problems.push(Problem::new(finding, origin, spot));
            }
            Some(_) => {}
            None => {
                seen.insert(cased, name);
            }
        }
    }
    problems.len() == before
}

/// Removes the events that have no valid identifier, or the same one as another event, and returns their types.
fn unnameable_events(major: &mut Major, problems: &mut Vec<Problem>) -> BTreeSet<String> {
    let mut variants: BTreeMap<String, String> = BTreeMap::new();
    let mut modules: BTreeMap<String, String> = BTreeMap::new();
    let mut unnamed = BTreeSet::new();
    major.events.retain(|event: &Event| {
        let name = &event.event_type;
        let (variant, module) = (idents::pascal(name), idents::snake(name));
        let same = variants.get(&variant).or_else(|| modules.get(&module));
        if !is_identifier(&variant) || name.contains(char::is_control) {
            let message = format!("`{name}` cannot be the name of a variant");
            let help = "begin the event's type with a letter";
            problems.push(Problem::unmappable(
                &event.origin,
                Spot::Schema,
                &message,
                help,
            ));
        } else if let Some(other) = same {
            let finding = findings::same_name(name, other, &variant);
            problems.push(Problem::new(finding, &event.origin, Spot::Schema));
        } else {
            variants.insert(variant, name.clone());
            modules.insert(module, name.clone());
            return true;
        }
        unnamed.insert(name.clone());
        false
    });
    unnamed
}

/// Reports whether generated code can check a pattern.
fn is_checkable(
    ty: &TypeDef,
    text: &Text,
    known: &mut BTreeMap<String, Option<render::PatternProblem>>,
    problems: &mut Vec<Problem>,
) -> bool {
    let Some((source, pattern)) = &text.pattern else {
        return true;
    };
    let problem = match known.get(source) {
        Some(problem) => *problem,
        None => {
            let problem = render::compile(pattern).err();
            known.insert(source.clone(), problem);
            problem
        }
    };
    let (message, help) = match problem {
        None => return true,
        Some(render::PatternProblem::TooLarge) => (
            format!("`{source}` would fill pages of code"),
            if is_counted(source) {
                "say the length by `minLength` and `maxLength` instead of by counted repetition"
            } else if source.contains("\\p") || source.contains("\\P") {
                "list the characters that occur, such as `[A-Za-z]`, instead of a class of all of Unicode; or drop \
                 the pattern, and say it in the `description`"
            } else {
                "write a shorter pattern; or drop it, and say it in the `description`"
            },
        ),
        Some(render::PatternProblem::LooksAround) => (
            format!("no type checks `{source}`: it looks for the bounds of words"),
            "write the characters that surround the word",
        ),
    };
    problems.push(Problem::unmappable(
        &ty.origin,
        Spot::Keyword("pattern"),
        &message,
        help,
    ));
    false
}

/// Reports whether a pattern counts: `{3}`, `{1,9}`.
fn is_counted(source: &str) -> bool {
    let mut braces = source.split('{').skip(1);
    braces.any(|rest| rest.starts_with(|first: char| first.is_ascii_digit()))
}
