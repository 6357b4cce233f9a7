//! Reduction of a pair to a smaller one that shows the same.

use serde_json::Value;

use crate::verdict_check::Pair;

/// The maximum number of pairs that are tried.
const MOST_TRIED: usize = 4_000;

/// Returns the smallest pair that could be found for which `shows` holds: parts are dropped from both
/// schemas, or from one, and schemas are replaced by parts of them.
pub(crate) fn shrink(pair: &Pair, shows: &dyn Fn(&Pair) -> bool) -> Pair {
    let mut smallest = pair.clone();
    let mut tried = 0;
    'again: loop {
        for candidate in smaller(&smallest) {
            tried += 1;
            if tried > MOST_TRIED {
                return smallest;
            }
            if shows(&candidate) {
                smallest = candidate;
                continue 'again;
            }
        }
        return smallest;
    }
}

fn smaller(pair: &Pair) -> Vec<Pair> {
    let mut all = Vec::new();
    let mut pointers = pointers(&pair.writer);
    for pointer in self::pointers(&pair.reader) {
        if !pointers.contains(&pointer) {
            pointers.push(pointer);
        }
    }
    for change in [without, hoisted] {
        for pointer in &pointers {
            let (writer, reader) = (change(&pair.writer, pointer), change(&pair.reader, pointer));
            let sides = [
                (writer.as_ref(), reader.as_ref()),
                (writer.as_ref(), Some(&pair.reader)),
                (Some(&pair.writer), reader.as_ref()),
            ];
            for (writer, reader) in sides {
                if let (Some(writer), Some(reader)) = (writer, reader) {
                    all.push(Pair {
                        writer: writer.clone(),
                        reader: reader.clone(),
                        draft: pair.draft,
                    });
                }
            }
        }
    }
    all
}

/// Returns the pointers of all values inside a value, outer ones first.
fn pointers(value: &Value) -> Vec<String> {
    let mut all = Vec::new();
    let mut level = vec![(String::new(), value)];
    while !level.is_empty() {
        let mut next = Vec::new();
        for (pointer, value) in level {
            match value {
                Value::Array(items) => {
                    let items = items.iter().enumerate();
                    next.extend(items.map(|(at, item)| (format!("{pointer}/{at}"), item)));
                }
                Value::Object(members) => {
                    let members = members.iter();
                    next.extend(members.map(|(name, value)| (format!("{pointer}/{name}"), value)));
                }
                _ => {}
            }
        }
        all.extend(next.iter().map(|(pointer, _)| pointer.clone()));
        level = next;
    }
    all
}

/// Returns the value without the part at a pointer.
fn without(value: &Value, pointer: &str) -> Option<Value> {
    let mut value = value.clone();
    let (parent, name) = pointer.rsplit_once('/')?;
    match value.pointer_mut(parent)? {
        Value::Object(members) => members.shift_remove(name).map(drop)?,
        Value::Array(items) => {
            let at: usize = name.parse().ok()?;
            (at < items.len()).then(|| items.remove(at)).map(drop)?;
        }
        _ => return None,
    }
    Some(value)
}

/// Returns the value with a schema replaced by one inside it.
fn hoisted(value: &Value, pointer: &str) -> Option<Value> {
    let inner = value.pointer(pointer)?.clone();
    if !inner.is_object() && !inner.is_boolean() {
        return None;
    }
    let parent = pointer.rsplit_once('/')?.0;
    let outer = match value.pointer(parent)? {
        Value::Array(_) => parent.rsplit_once('/')?.0,
        _ => parent,
    };
    let mut value = value.clone();
    *value.pointer_mut(outer)? = inner;
    Some(value)
}
