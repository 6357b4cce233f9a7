//! The index and the schemas of a source, verified.

use std::{
    collections::BTreeMap,
    sync::atomic::{AtomicU64, Ordering},
    thread,
    time::Duration,
};

use schema_registry::load::LARGEST_FILE;

use super::Wanted;
use crate::{
    check::{self, Signed},
    destination::Destination,
    error::{Attempt, Error, Reason},
    index::Index,
    lock::Locked,
    parallel::{self, joined, try_map},
    publish::ProgressFn,
    signature::{Statement, Trust},
    site::INDEX,
    verify::{Finding, look, why_another},
};

/// The most bytes of all schemas of one fetch. They are kept in memory until each is verified.
const LARGEST: u64 = 256 << 20;

/// The index of a source, which its manifest lists.
pub(super) struct Published {
    pub(super) index: Index,
    /// The statement of the manifest's signature, if there is one.
    pub(super) statement: Option<Statement>,
    /// The sizes of the files.
    sizes: BTreeMap<String, u64>,
}

/// Reads the index of a source. During a publication, the index may not match the manifest yet, or the signature
/// may be that of another manifest, so both are read again a few times.
pub(super) fn published(
    source: &Destination,
    wanted: &Wanted<'_>,
    trust: Option<&Trust<'_>>,
) -> Result<Published, Error> {
    const TIMES: u32 = 5;
    let mut time = 1;
    loop {
        let Unread { finding, is_final } = match read(source, trust)? {
            Ok(published) => return Ok(published),
            Err(unread) => unread,
        };
        if is_final || time == TIMES {
            let source = wanted.source.to_owned();
            return Err(Error::new(
                Attempt::Trust { source },
                Reason::Finding(finding),
            ));
        }
        thread::sleep(Duration::from_millis(200) * time);
        time += 1;
    }
}

/// The reason why an index cannot be relied on.
struct Unread {
    finding: Finding,
    /// True if the index is the one in the manifest, so that reading it again gives the same result.
    is_final: bool,
}

impl From<Finding> for Unread {
    fn from(finding: Finding) -> Self {
        Self {
            finding,
            is_final: false,
        }
    }
}

fn read(
    source: &Destination,
    trust: Option<&Trust<'_>>,
) -> Result<Result<Published, Unread>, Error> {
    let finding = |message: String| {
        let path = INDEX.to_owned();
        Ok(Err(Finding { path, message }.into()))
    };
    let signed = match check::manifest(source, trust)? {
        Ok(signed) => signed,
        Err(finding) => return Ok(Err(finding.into())),
    };
    let files = signed.manifest.by_path();
    let Some(entry) = files.get(INDEX) else {
        return finding("the manifest does not list it".into());
    };
    let stored = match look(source, INDEX)? {
        Ok(Some(stored)) => stored,
        Ok(None) => return finding("it is missing".into()),
        Err(error) => return finding(error.why()),
    };
    if let Some(why) = why_another(&stored.bytes, &entry.sha256) {
        return finding(why);
    }
    let (index, findings) = check::index(&signed, &stored.bytes);
    match (index, findings.into_iter().next()) {
        (_, Some(finding)) => Ok(Err(Unread {
            finding,
            is_final: true,
        })),
        (None, None) => finding("it is not an index".into()),
        (Some(index), None) => {
            let Signed {
                manifest,
                statement,
                ..
            } = signed;
            let sizes = manifest.files.into_iter().map(|it| (it.path, it.size));
            Ok(Ok(Published {
                index,
                statement,
                sizes: sizes.collect(),
            }))
        }
    }
}

/// Fetches schemas. Each has to have the digest and the address in the lock, and the size in the manifest if that
/// was read.
pub(super) fn schemas(
    source: &Destination,
    base_uri: &str,
    wanted: &[&Locked],
    published: Option<&Published>,
    progress: ProgressFn<'_>,
) -> Result<Vec<Vec<u8>>, Error> {
    let total = wanted.len();
    let heard = |done| progress("fetched", done, total);
    let sum = AtomicU64::new(0);
    let cannot = |path: &str, reason| {
        let path = path.to_owned();
        Error::new(Attempt::FetchFile { path }, reason)
    };
    let got = try_map(wanted, source.at_once(), &heard, |locked| {
        let path = &locked.published;
        let cannot = |reason| cannot(path, reason);
        let stored = source.get_within(path, LARGEST_FILE)?;
        let bytes = stored.ok_or_else(|| cannot(Reason::Missing))?.bytes;
        let size = bytes.len() as u64;
        if sum.fetch_add(size, Ordering::Relaxed) + size > LARGEST {
            return Err(cannot(Reason::SchemasTooLarge { most: LARGEST }));
        }
        if let Some(why) = why_another(&bytes, &locked.sha256) {
            return Err(cannot(Reason::AnotherDigest { why }));
        }
        let listed = published.and_then(|it| it.sizes.get(path));
        if let Some(&listed) = listed.filter(|listed| **listed != size) {
            return Err(cannot(Reason::AnotherSize { size, listed }));
        }
        Ok(bytes)
    })?;
    let judge = || {
        for (locked, bytes) in wanted.iter().zip(&got) {
            source.check_time()?;
            let path = &locked.published;
            let address = format!("{base_uri}{path}");
            let (_, wrong) = check::schema(bytes, Some(&address), &|| source.check_time())?;
            if let Some(why) = wrong.into_iter().next() {
                return Err(cannot(path, Reason::Schema { why }));
            }
        }
        Ok(())
    };
    thread::scope(|scope| joined(parallel::judge(scope, judge)?))?;
    Ok(got)
}
