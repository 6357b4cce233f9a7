//! Properties of `verify` and `fetch` that hold for every publication.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::OnceLock,
};

use schema_publish::{
    destination::{Destination, Use},
    fetch::{Wanted, fetch},
    index::Index,
    manifest::Manifest,
    portable_path,
    publish::{Outcome, Publication},
    signature::{Key, Statement, Trust, Verifier},
    site::{self, INDEX, MANIFEST, Page, SIGNATURE, SUMS},
    verify::verify,
};
use schema_registry::released::digest;

use crate::registries;

/// A key without a password, made for tests alone.
const SECRET: &str = include_str!("../../tests/cli/signature/test.key");

/// The name of the lock in a consumer's folder.
const LOCK: &str = "schemas.lock";

/// The text in the lock that stands for the folder of the publication.
const SOURCE: &str = "(the source)";

/// The bytes before the path of each file.
const MARK: &[u8] = b"\n@@ ";

/// The digests are made again, so that the content of the files is checked.
pub const REPAIRED: u8 = 1;
/// The manifest is signed, and a key is required.
pub const SIGNED: u8 = 2;
/// The consumer's folder has a lock.
pub const LOCKED: u8 = 4;
/// Newer revisions are requested.
pub const UPDATED: u8 = 8;

/// Checks that neither `verify` nor `fetch` panics or hangs, and that `fetch` writes only schemas below `schemas/`
/// and the lock: not into the publication, not next to the folder, not over files of the consumer.
///
/// The first byte has flags; the files follow, each after a line `@@ path`.
pub fn publication(bytes: &[u8]) {
    let Some((flags, files)) = bytes.split_first() else {
        return;
    };
    let has = |flag: u8| flags & flag != 0;
    let scratch = tempfile::tempdir().unwrap();
    let at = |path: &str| scratch.path().join(path);
    for (path, text) in [
        ("beside/precious.json", "{}"),
        ("precious.json", "{}"),
        ("consumer/package.json", "{\"name\": \"consumer\"}"),
        ("consumer/tsconfig.json", "{}"),
        ("consumer/src/data.json", "[]"),
        ("consumer/.hidden/config.json", "{}"),
    ] {
        put(&at(path), text.as_bytes());
    }
    fs::create_dir(at("site")).unwrap();
    for (path, content) in parts(files) {
        match path.as_str() {
            LOCK if has(LOCKED) => {
                let text = String::from_utf8_lossy(&content);
                let text = text.replace(SOURCE, at("site").to_str().unwrap());
                put(&at("consumer").join(LOCK), text.as_bytes());
            }
            LOCK => {}
            _ => put(&at("site").join(path), &content),
        }
    }
    if has(REPAIRED) {
        repair(&at("site"));
    }
    if has(SIGNED) {
        sign(&at("site"));
    }
    let key = has(SIGNED).then(verifier);
    let before = tree(scratch.path());
    let site = at("site");
    let source = site.to_str().unwrap();
    let opened = Destination::open(source, None, Use::Reading).unwrap();
    // Any verdict is fine: the property is that there is one.
    let trust = key.as_ref().map(|key| Trust {
        key,
        base_uri: None,
        days: None,
    });
    let _ = verify(&opened, trust.as_ref(), None, &|_, _, _| {});
    let wanted = Wanted {
        source,
        endpoint: None,
        pins: &[],
        key: key.as_ref(),
        base_uri: None,
        days: None,
        update: has(UPDATED),
        allow_rollback: false,
    };
    let fetched = fetch(&at("consumer"), &wanted, &|_, _, _| {});
    let after = tree(scratch.path());
    for path in before.keys().chain(after.keys()) {
        if before.get(path) == after.get(path) {
            continue;
        }
        let shown = path.to_str().unwrap();
        let inside = shown.strip_prefix("consumer/").unwrap_or("/");
        let is_schema = inside.starts_with("schemas/") && inside.ends_with(".json");
        let may_be = inside == LOCK || is_schema;
        assert!(may_be, "{shown} was changed: {fetched:?}");
        assert!(fetched.is_ok() || is_schema, "a failed run wrote {shown}");
        let schema = after.get(path).filter(|_| is_schema);
        if let Some(schema) = schema {
            let schema: serde_json::Value = serde_json::from_slice(schema).unwrap();
            let id = schema.get("$id").and_then(serde_json::Value::as_str);
            let event = inside.strip_suffix("json").unwrap().trim_end_matches('.');
            assert!(id.is_some_and(|id| id.contains(event)), "{shown}: {id:?}");
        }
    }
}

/// Returns an honest publication of the schemas of this repository, in the form that [`publication`] takes, with a
/// lock.
#[must_use]
pub fn honest() -> &'static BTreeMap<String, Vec<u8>> {
    static FILES: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    FILES.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let page = Page {
            path: "webhooks/v1.md".into(),
            text: "# Webhooks\n".into(),
        };
        let site = site::site(&registries::frozen(), vec![page]).unwrap();
        let to = folder.path().join("site");
        let to = to.to_str().unwrap();
        let destination = Destination::open(to, None, Use::Writing).unwrap();
        let publication = Publication::new(site, None).unwrap();
        let outcome = publication.publish(&destination, &|_, _, _| {}).unwrap();
        assert!(matches!(outcome, Outcome::Published(..)));
        let consumer = folder.path().join("consumer");
        fs::create_dir(&consumer).unwrap();
        let wanted = Wanted {
            source: to,
            endpoint: None,
            pins: &[],
            key: None,
            base_uri: None,
            days: None,
            update: false,
            allow_rollback: false,
        };
        fetch(&consumer, &wanted, &|_, _, _| {}).unwrap();
        let mut files: BTreeMap<String, Vec<u8>> = tree(Path::new(to))
            .into_iter()
            .map(|(path, bytes)| (path.to_str().unwrap().to_owned(), bytes))
            .collect();
        let lock = fs::read_to_string(consumer.join(LOCK)).unwrap();
        files.insert(LOCK.into(), lock.replace(to, SOURCE).into_bytes());
        files
    })
}

/// Returns files in the form that [`publication`] takes.
#[must_use]
pub fn joined(flags: u8, files: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let mut bytes = vec![flags];
    for (path, content) in files {
        bytes.extend([MARK, path.as_bytes(), b"\n", content].concat());
    }
    bytes
}

fn parts(mut bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let next = |bytes: &[u8]| bytes.windows(MARK.len()).position(|it| it == MARK);
    while let Some(start) = next(bytes) {
        bytes = bytes.get(start + MARK.len()..).unwrap_or_default();
        let end = next(bytes).unwrap_or(bytes.len());
        let part = bytes.get(..end).unwrap_or_default();
        let mut lines = part.splitn(2, |byte| *byte == b'\n');
        let path = String::from_utf8_lossy(lines.next().unwrap_or_default()).into_owned();
        let content = lines.next().unwrap_or_default().to_vec();
        // The harness itself does not write anywhere else.
        if portable_path::why_unusable(&path).is_none() {
            files.insert(path, content);
        }
    }
    files
}

/// Writes a file of the scratch folder, if its path allows that.
#[expect(
    clippy::disallowed_methods,
    reason = "it lies in a folder of the test alone"
)]
fn put(path: &Path, bytes: &[u8]) {
    let made = path.parent().map(fs::create_dir_all);
    if made.is_some_and(|made| made.is_ok()) {
        let _ = fs::write(path, bytes);
    }
}

/// Makes the digests of the lists again, as an attacker would who can write everything.
fn repair(site: &Path) {
    let read = |path: &str| fs::read(site.join(path)).ok();
    let Some(Ok(mut manifest)) = read(MANIFEST).map(|it| serde_json::from_slice::<Manifest>(&it))
    else {
        return;
    };
    let relist = |manifest: &mut Manifest| {
        for entry in &mut manifest.files {
            let is_safe = portable_path::why_unusable(&entry.path).is_none();
            if let Some(bytes) = read(&entry.path).filter(|_| is_safe) {
                entry.size = bytes.len() as u64;
                entry.sha256 = digest(&bytes);
            }
        }
    };
    relist(&mut manifest);
    if let Some(Ok(mut index)) = read(INDEX).map(|it| serde_json::from_slice::<Index>(&it)) {
        index.files_sha256 = manifest.files_sha256();
        let families = index.families.iter_mut();
        let events = families.flat_map(|it| it.majors.iter_mut().flat_map(|it| &mut it.events));
        for revision in events.flat_map(|it| &mut it.revisions) {
            let listed = manifest.files.iter().find(|it| it.path == revision.path);
            if let Some(listed) = listed {
                revision.sha256.clone_from(&listed.sha256);
            }
        }
        put(&site.join(INDEX), &serde_json::to_vec(&index).unwrap());
        relist(&mut manifest);
    }
    let bytes = serde_json::to_vec(&manifest).unwrap();
    put(&site.join(SUMS), manifest.sums(&bytes).as_bytes());
    put(&site.join(MANIFEST), &bytes);
}

fn key() -> &'static Key {
    static KEY: OnceLock<Key> = OnceLock::new();
    KEY.get_or_init(|| Key::parse(SECRET, None).unwrap())
}

fn verifier() -> Verifier {
    key().verifier().unwrap()
}

fn sign(site: &Path) {
    if let Ok(bytes) = fs::read(site.join(MANIFEST)) {
        let index = fs::read(site.join(INDEX)).unwrap_or_default();
        let index = serde_json::from_slice::<Index>(&index);
        let statement = Statement {
            base_uri: index.map(|it| it.base_uri).unwrap_or_default(),
            signed_on: "2026-01-02".into(),
        };
        let Ok(signature) = key().sign(&bytes, &statement) else {
            return;
        };
        put(&site.join(SIGNATURE), signature.as_bytes());
    }
}

/// Returns every file below a folder, with its content.
fn tree(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match fs::symlink_metadata(&path).unwrap().is_dir() {
                true => folders.push(path),
                false => {
                    let shown = path.strip_prefix(root).unwrap().to_owned();
                    files.insert(shown, fs::read(&path).unwrap());
                }
            }
        }
    }
    files
}
