//! The text of a change.

use schema_registry::keywords::{self, Holds, Keyword, Purpose, SUNSET};
use serde_json::Value;

use super::{
    change::{Branch, Change, ChangeKind, Within},
    pointer,
};

/// The maximum number of characters of a value. Longer ones are truncated.
const LONGEST: usize = 60;

/// The maximum number of fields and branches that are named.
const MOST_FIELDS: usize = 3;

/// Returns a change as one line: the fields that it concerns, and the difference.
#[must_use]
pub fn describe(change: &Change) -> String {
    let what = match (&change.kind, &change.new) {
        (ChangeKind::FieldMoved { .. }, Some(place)) => moved(place),
        (kind, _) => fact(kind),
    };
    let after = branches(change).map_or(String::new(), |branches| format!(", in {branches}"));
    match (subject(change), condition(change)) {
        (Some(subject), Some(keyword)) => format!("{subject} in `{keyword}`: {what}{after}"),
        (Some(subject), None) => format!("{subject}: {what}{after}"),
        (None, Some(keyword)) => format!("in `{keyword}`: {what}{after}"),
        (None, None) => format!("{what}{after}"),
    }
}

/// Returns the text about the new place of a field that another schema declares.
fn moved(place: &str) -> String {
    let schema = pointer::split(place).and_then(|(properties, _)| pointer::split(properties));
    let schema = schema.map_or("", |(schema, _)| schema);
    match schema {
        "" => "is now declared at the root".to_owned(),
        schema => format!("is now declared at `#{schema}`"),
    }
}

/// Returns the text about the branches of unions that contain a change.
fn branches(change: &Change) -> Option<String> {
    let one = |branches: &Vec<Within>| {
        let names: Vec<String> = branches
            .iter()
            .map(|within| match &within.branch {
                Branch::Position { .. } => {
                    format!("{} of `{}`", branch_name(&within.branch), within.keyword)
                }
                branch => branch_name(branch),
            })
            .collect();
        names.join(", ")
    };
    let shown: Vec<String> = change.branches.iter().take(MOST_FIELDS).map(one).collect();
    let more = if change.branches.len() > MOST_FIELDS {
        " and others"
    } else {
        ""
    };
    match shown.as_slice() {
        [] => None,
        shown => Some(format!("branch {}{more}", shown.join(" and "))),
    }
}

/// Returns the innermost keyword around a change that does not simply constrain the field, such as `not`.
fn condition(change: &Change) -> Option<String> {
    let place = change.new.as_ref().or(change.old.as_ref())?;
    let mut found = None;
    let mut is_name = false;
    let mut tokens = place.split('/').skip(1).peekable();
    while let Some(token) = tokens.next() {
        let keyword = keywords::find(token).filter(|_| !is_name);
        // The last token is the changed keyword itself.
        if keyword.is_some_and(is_conditional) && tokens.peek().is_some() {
            found = Some(token.to_owned());
        }
        is_name = keyword.is_some_and(|keyword| keyword.holds.is_schema_map());
    }
    found
}

/// Reports whether the schemas of a keyword do not simply constrain the field.
fn is_conditional(keyword: &Keyword) -> bool {
    match keyword.purpose {
        Purpose::InPlaceApplicator => keyword.holds != Holds::SchemaList,
        Purpose::Content => true,
        _ => matches!(keyword.name, "contains" | "propertyNames"),
    }
}

/// Returns the text about the fields that a change concerns; `None` if it concerns the whole body, or a definition that
/// nothing uses.
fn subject(change: &Change) -> Option<String> {
    let named: Vec<String> = change
        .fields
        .iter()
        .filter(|field| !field.is_empty())
        .take(MOST_FIELDS)
        .map(|field| format!("`{field}`"))
        .collect();
    let more = match change.fields.len() {
        count if count > MOST_FIELDS => " and others",
        _ => "",
    };
    match (&change.kind, named.as_slice()) {
        // Nothing uses the definition, so there is no field to name, and the text contains its name.
        (
            ChangeKind::DefinitionAdded { .. }
            | ChangeKind::DefinitionRemoved { .. }
            | ChangeKind::DefinitionRenamed { .. },
            [],
        ) => None,
        (_, []) if change.fields.is_empty() => {
            let place = change.new.as_ref().or(change.old.as_ref())?;
            Some(format!("`#{place}`"))
        }
        (_, []) => None,
        (_, named) => Some(format!("{}{more}", named.join(", "))),
    }
}

fn change_of_required(was: bool, is: bool) -> &'static str {
    match (was, is) {
        (true, false) => ", and is now optional",
        (false, true) => ", and is now required",
        (true, true) | (false, false) => "",
    }
}

fn fact(kind: &ChangeKind) -> String {
    match kind {
        ChangeKind::FieldAdded { required, .. } => {
            format!("added, {}", if *required { "required" } else { "optional" })
        }
        ChangeKind::FieldRemoved { required, .. } => {
            format!("removed{}", if *required { ", was required" } else { "" })
        }
        ChangeKind::FieldRequired { .. } => "was optional and is now required".to_owned(),
        ChangeKind::FieldOptional { .. } => "was required and is now optional".to_owned(),
        ChangeKind::FieldRefined { required, .. } => format!(
            "is constrained by one more schema{}",
            change_of_required(false, *required)
        ),
        ChangeKind::FieldUnrefined { required, .. } => format!(
            "is constrained by one fewer schema{}",
            change_of_required(*required, false)
        ),
        ChangeKind::FieldMoved { .. } => "is declared elsewhere".to_owned(),
        ChangeKind::FieldRenamed {
            from,
            to,
            was_required,
            is_required,
        } => format!(
            "renamed? `{from}` was removed, and `{to}` is new and has a similar schema{}",
            change_of_required(*was_required, *is_required)
        ),
        ChangeKind::Type { old, new } => keyword("type", old.as_ref(), new.as_ref()),
        ChangeKind::Const { old, new } => keyword("const", old.as_ref(), new.as_ref()),
        ChangeKind::MemberAdded { value } => format!("{} is now allowed", text(value)),
        ChangeKind::MemberRemoved { value } => format!("{} is no longer allowed", text(value)),
        ChangeKind::KnownValueAdded { value } => format!("{} is now a known value", text(value)),
        ChangeKind::KnownValueRemoved { value } => {
            format!("{} is no longer a known value", text(value))
        }
        ChangeKind::Pattern { old, new } => keyword("pattern", old.as_ref(), new.as_ref()),
        ChangeKind::Format { old, new } => keyword("format", old.as_ref(), new.as_ref()),
        ChangeKind::Reference { old, new } => keyword("$ref", old.as_ref(), new.as_ref()),
        ChangeKind::Bound {
            keyword: name,
            old,
            new,
        }
        | ChangeKind::Keyword {
            keyword: name,
            old,
            new,
        } => keyword(name, old.as_ref(), new.as_ref()),
        // The value of these annotations tells readers what to do, so the text contains it.
        ChangeKind::Annotation {
            keyword: name, new, ..
        } if name == "deprecated" => match new {
            Some(Value::Bool(true)) => "deprecated".to_owned(),
            _ => "no longer deprecated".to_owned(),
        },
        ChangeKind::Annotation {
            keyword: name,
            new: Some(Value::String(day)),
            ..
        } if name == SUNSET => format!("no longer sent from {day}"),
        ChangeKind::Annotation {
            keyword: name,
            old,
            new,
        } => match (old, new) {
            (None, _) => format!("`{name}` added"),
            (_, None) => format!("`{name}` removed"),
            _ => format!("`{name}` changed"),
        },
        ChangeKind::BranchAdded { keyword, branch } => {
            format!("branch {} added to `{keyword}`", branch_name(branch))
        }
        ChangeKind::BranchRemoved { keyword, branch } => {
            format!("branch {} removed from `{keyword}`", branch_name(branch))
        }
        ChangeKind::Positions { keyword, old, new } => {
            format!("`{keyword}` describes {new} positions instead of {old}")
        }
        ChangeKind::EntryAdded { keyword, name } => format!("`{name}` added to `{keyword}`"),
        ChangeKind::EntryRemoved { keyword, name } => format!("`{name}` removed from `{keyword}`"),
        ChangeKind::DefinitionAdded { name } => format!("definition `{name}` added"),
        ChangeKind::DefinitionRemoved { name } => format!("definition `{name}` removed"),
        ChangeKind::DefinitionRenamed { from, to } => {
            if from == to {
                format!("definition `{from}` moved")
            } else {
                format!("definition `{from}` renamed to `{to}`")
            }
        }
        ChangeKind::Inlined { reference } => format!("`{reference}` was inlined"),
        ChangeKind::Extracted { reference } => format!("is now a reference to `{reference}`"),
        ChangeKind::Reordered { keyword } => format!("`{keyword}` was reordered"),
        ChangeKind::Rewritten { from, to } => format!("`{from}` is written as `{to}`"),
        ChangeKind::Unlisted(undecided) => format!(
            "the changes are not listed one by one: {}",
            undecided.reason()
        ),
        ChangeKind::Schema { old, new } => {
            format!("schema {} replaced by {}", text(old), text(new))
        }
    }
}

fn keyword(name: &str, old: Option<&Value>, new: Option<&Value>) -> String {
    match (old, new) {
        (Some(old), Some(new)) => format!("`{name}` is {} instead of {}", text(new), text(old)),
        (None, Some(new)) => format!("`{name}` {} added", text(new)),
        (Some(old), None) => format!("`{name}` {} removed", text(old)),
        (None, None) => format!("`{name}` is the same"),
    }
}

fn branch_name(branch: &Branch) -> String {
    match branch {
        Branch::Tag { property, value } => format!("`{property}` = {}", text(value)),
        Branch::Reference { reference } => format!("`{reference}`"),
        Branch::Type { name } => format!("of type `{name}`"),
        Branch::Position { index } => format!("{index}"),
    }
}

/// Returns a value as JSON, truncated if it is long.
fn text(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("`{}…`", text.get(..end).unwrap_or_default()),
        None => format!("`{text}`"),
    }
}
