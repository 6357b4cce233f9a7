//! Checks files that the manifest does not list: claims, digests, and someone else's files.

use std::collections::BTreeSet;

use super::{LARGEST_LIST, Report, look_within};
use crate::{
    claims::{CLAIMS, Claims},
    destination::Destination,
    error::Error,
    manifest::Manifest,
    quote::quoted,
    site::{MANIFEST, SIGNATURE, SUMS},
};

/// The most differing lines that are reported: more of them help no reader.
const MOST_LINES: usize = 20;

/// Returns a file whose digest no list has. If it does not exist or is not a file, that is reported, and the result
/// is `None`.
fn unlisted(
    source: &Destination,
    path: &str,
    most: u64,
    report: &mut Report,
) -> Result<Option<Vec<u8>>, Error> {
    match look_within(source, path, most)? {
        Ok(Some(found)) => return Ok(Some(found.bytes)),
        Ok(None) => report.add(path, "it is missing"),
        Err(error) => report.add(path, error.why()),
    }
    Ok(None)
}

/// Reads the claims. They are written before everything else, so the manifest does not list them.
pub(super) fn claims(source: &Destination, report: &mut Report) -> Result<Claims, Error> {
    let Some(bytes) = unlisted(source, CLAIMS, LARGEST_LIST, report)? else {
        return Ok(Claims::default());
    };
    let claims = Claims::parse(&bytes);
    Ok(claims.unwrap_or_else(|error| {
        report.add(CLAIMS, error.why());
        Claims::default()
    }))
}

/// Reports files that the manifest does not list. The claims are not signed, so with a key, they do not excuse a
/// file.
pub(super) fn extra(
    source: &Destination,
    manifest: &Manifest,
    claims: &Claims,
    has_key: bool,
    report: &mut Report,
) -> Result<(), Error> {
    let Some(listed) = source.list()? else {
        let note = "this server does not list its files, so unexpected files cannot be detected";
        report.notes.push(note.into());
        return Ok(());
    };
    let known: BTreeSet<&str> = manifest
        .files
        .iter()
        .map(|entry| entry.path.as_str())
        .chain([CLAIMS, MANIFEST, SIGNATURE, SUMS])
        .collect();
    for path in listed {
        if known.contains(path.as_str()) {
            continue;
        }
        if let Some(folder) = path.strip_suffix('/') {
            let message = "no published file is in a folder as deep as this, and its contents were not checked";
            report.add(&quoted(folder), message);
            continue;
        }
        match (claims.has(&path), has_key) {
            (true, false) => report.notes.push(format!(
                "`{}` is claimed but not published: its publisher is still running, or was interrupted",
                quoted(&path)
            )),
            (true, true) => report.add(
                &path,
                format!(
                    "`{CLAIMS}`, which is not signed, claims it, but the signed manifest does not list it: either a \
                     publication is unfinished, and `publish` finishes it, or the file is someone else's"
                ),
            ),
            (false, _) => report.add(&path, "the manifest does not list it"),
        }
    }
    Ok(())
}

/// Checks `SHA256SUMS`, which has one valid form only.
pub(super) fn sums(
    source: &Destination,
    manifest: &Manifest,
    bytes: &[u8],
    report: &mut Report,
) -> Result<(), Error> {
    let wanted = manifest.sums(bytes);
    // Some additional lines are read, to report each of them.
    let most = (wanted.len() as u64).saturating_add(1 << 16);
    let Some(found) = unlisted(source, SUMS, most, report)? else {
        return Ok(());
    };
    if found == wanted.as_bytes() {
        return Ok(());
    }
    let found = String::from_utf8_lossy(&found);
    let (here, there): (BTreeSet<&str>, BTreeSet<&str>) =
        (wanted.lines().collect(), found.lines().collect());
    let lacks = here.difference(&there);
    let lacks = lacks.map(|line| format!("it lacks the line `{}`", quoted(line)));
    let others = found.lines().enumerate();
    let others = others.filter(|(_, line)| !here.contains(line));
    // The file is not verified, so none of its content is shown.
    let others = others.map(|(at, _)| {
        let line = at + 1;
        format!("its line {line} does not belong to this publication")
    });
    let messages: Vec<String> = lacks.chain(others).collect();
    if messages.is_empty() {
        report.add(SUMS, "its lines are not in the form that `publish` writes");
    }
    if let Some(rest) = messages.len().checked_sub(MOST_LINES + 1) {
        report.add(SUMS, format!("{} more lines differ", rest + 1));
    }
    for message in messages.into_iter().take(MOST_LINES) {
        report.add(SUMS, message);
    }
    Ok(())
}
