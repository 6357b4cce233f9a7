//! Publications that are made from an honest one by a few changes, each verified and fetched.

use std::{
    collections::BTreeMap,
    env,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};

use repository_tests::properties::publication::{
    LOCKED, REPAIRED, SIGNED, UPDATED, honest, joined, publication,
};
use serde_json::{Value, json};

use super::changed;

/// The number of publications that are tried.
const COUNT: usize = 2_000;

/// The number of publications that are tried at once. One with faults is read again after a while, as during a
/// publication, so most of them wait.
const AT_ONCE: usize = 48;

/// The files that list others.
const LISTS: [&str; 4] = ["index.json", "manifest.json", "claims.json", "schemas.lock"];

/// Runs for `PUBLICATION_SECONDS`, or a number of publications.
#[test]
fn publications_change_nothing_beside_schemas() {
    let seconds = env::var("PUBLICATION_SECONDS").ok();
    let seconds = seconds.map(|it| Duration::from_secs(it.parse().unwrap()));
    let started = Instant::now();
    for flags in [0, REPAIRED, REPAIRED | SIGNED, LOCKED, LOCKED | UPDATED] {
        publication(&joined(flags, honest()));
    }
    let next = AtomicUsize::new(0);
    let work = || {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let is_over = match seconds {
                Some(seconds) => started.elapsed() > seconds,
                None => number >= COUNT,
            };
            if is_over {
                return;
            }
            publication(&mutant(number as u64));
        }
    };
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(work);
        }
    });
    let count = next.into_inner();
    println!(
        "{count} publications in {:?}, 0 problems",
        started.elapsed()
    );
}

/// Returns a publication with a few changes, the same for the same number.
fn mutant(number: u64) -> Vec<u8> {
    let mut random = fastrand::Rng::with_seed(number);
    let mut files = honest().clone();
    for _ in 0..random.usize(1..4) {
        let path = match random.u8(..4) {
            0 => {
                let paths: Vec<&String> = files.keys().collect();
                paths[random.usize(..paths.len())].clone()
            }
            _ => LISTS[random.usize(..LISTS.len())].to_owned(),
        };
        change(&path, &mut files, &mut random);
    }
    // The digests are mostly updated, or nothing else would be checked.
    let mut flags = random.u8(..) & (SIGNED | LOCKED | UPDATED);
    if random.u8(..4) > 0 {
        flags |= REPAIRED;
    }
    joined(flags, &files)
}

/// Changes one file.
fn change(path: &str, files: &mut BTreeMap<String, Vec<u8>>, random: &mut fastrand::Rng) {
    let Some(bytes) = files.get(path).cloned() else {
        return;
    };
    let value = serde_json::from_slice::<Value>(&bytes).ok();
    match (random.u8(..8), value) {
        (0, _) => {
            files.remove(path);
        }
        (1, _) => {
            let other = files.values().nth(random.usize(..files.len())).cloned();
            files.insert(path.to_owned(), other.unwrap_or_default());
        }
        (2, _) => {
            let bytes = changed(&bytes, &bytes, random);
            files.insert(path.to_owned(), bytes);
        }
        (_, Some(mut value)) => {
            let places = pointers(&value);
            let place = &places[random.usize(..places.len())];
            let texts: Vec<Value> = places
                .iter()
                .filter_map(|place| value.pointer(place))
                .filter(|it| it.is_string())
                .cloned()
                .collect();
            *value.pointer_mut(place).unwrap() = hostile(&texts, random);
            files.insert(path.to_owned(), serde_json::to_vec(&value).unwrap());
        }
        (_, None) => {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let texts: Vec<&str> = text.split('"').skip(1).step_by(2).collect();
            if texts.is_empty() {
                return;
            }
            let old = texts[random.usize(..texts.len())];
            let new = PATHS[random.usize(..PATHS.len())];
            let new = match random.bool() {
                true => new,
                false => texts[random.usize(..texts.len())],
            };
            files.insert(path.to_owned(), text.replacen(old, new, 1).into_bytes());
        }
    }
}

/// Paths that must not be written.
const PATHS: [&str; 16] = [
    "package.json",
    "../precious.json",
    "../beside/precious.json",
    "/etc/precious.json",
    "src/data.json",
    ".hidden/config.json",
    "schemas/../package.json",
    "tsconfig.json",
    "node_modules/evil/package.json",
    "schemas.lock",
    "schemas/webhooks/v1/job.created.json/x.json",
    "schemas/webhooks/v1/job.created/9.9.9.json",
    "schemas/webhooks/v1/JOB.created.json",
    "index.json",
    "con.json",
    "",
];

/// Returns a value that does harm if it is trusted.
fn hostile(texts: &[Value], random: &mut fastrand::Rng) -> Value {
    match random.u8(..10) {
        0 => Value::Null,
        1 => json!(-1),
        2 => json!(u64::MAX),
        3 => json!([]),
        4 => json!({ "$ref": "#" }),
        5 => json!("x".repeat(100_000)),
        6 | 7 if !texts.is_empty() => texts[random.usize(..texts.len())].clone(),
        _ => json!(PATHS[random.usize(..PATHS.len())]),
    }
}

/// Returns the pointers of all values.
fn pointers(value: &Value) -> Vec<String> {
    let mut places = Vec::new();
    let mut open = vec![(String::new(), value)];
    while let Some((place, value)) = open.pop() {
        match value {
            Value::Array(items) => open.extend(
                (items.iter().enumerate()).map(|(at, item)| (format!("{place}/{at}"), item)),
            ),
            Value::Object(members) => open.extend(members.iter().map(|(name, member)| {
                let name = name.replace('~', "~0").replace('/', "~1");
                (format!("{place}/{name}"), member)
            })),
            _ => {}
        }
        places.push(place);
    }
    places
}
