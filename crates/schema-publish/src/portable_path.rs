//! Paths that can be files on every system, in every store and behind every server.

use std::collections::BTreeMap;

/// The most bytes of one part of a path: the limit of file systems.
const LONGEST_PART: usize = 255;

/// The most bytes of a path. Object stores allow 1,024, including a prefix.
const LONGEST_PATH: usize = 900;

/// The most parts of a path. Publications need a handful, and checks and file systems get slow with thousands.
const MOST_PARTS: usize = 32;

/// Returns the paths that cannot be files, each with the reason.
pub fn unusable<'p>(
    paths: impl IntoIterator<Item = &'p str>,
) -> impl Iterator<Item = (&'p str, String)> {
    let mut found = Vec::new();
    // Spellings of paths and folders by their lower-case form, which is the same on systems that ignore case; each
    // with whether it is a file.
    let mut seen: BTreeMap<String, (&str, bool)> = BTreeMap::new();
    for path in paths {
        if let Some(why) = why_unusable(path) {
            found.push((path, why));
            continue;
        }
        let ends = path.match_indices('/').map(|(at, _)| at);
        for end in ends.chain([path.len()]) {
            let Some(part) = path.get(..end) else {
                continue;
            };
            let is_file = end == path.len();
            match seen.insert(part.to_lowercase(), (part, is_file)) {
                None => {}
                Some((other, _)) if other != part => found.push((
                    path,
                    format!("some systems cannot distinguish `{part}` from `{other}`"),
                )),
                Some((_, was_file)) if is_file || was_file => found.push((
                    path,
                    format!("`{part}` is there twice, or a file and a folder"),
                )),
                Some(_) => {}
            }
        }
    }
    found.into_iter()
}

/// Returns the reason why a path by itself cannot be a file.
///
/// # Examples
///
/// ```
/// use schema_publish::portable_path::why_unusable;
///
/// assert_eq!(why_unusable("schemas/webhooks/v1/job.completed.json"), None);
/// assert_eq!(why_unusable("../index.json").as_deref(), Some("`..` leads elsewhere"));
/// ```
#[must_use]
pub fn why_unusable(path: &str) -> Option<String> {
    if path.is_empty() {
        return Some("it is empty".into());
    }
    if path.len() > LONGEST_PATH {
        return Some(format!(
            "it has {} bytes, and stores take {LONGEST_PATH}",
            path.len()
        ));
    }
    if is_too_deep(path) {
        return Some(format!("it has more than {MOST_PARTS} parts"));
    }
    path.split('/').find_map(why_unusable_part)
}

/// Reports whether a path is deeper or longer than that of any published file.
pub(crate) fn is_too_deep(path: &str) -> bool {
    path.len() > LONGEST_PATH || path.split('/').nth(MOST_PARTS).is_some()
}

fn why_unusable_part(part: &str) -> Option<String> {
    const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];
    if part.is_empty() {
        return Some("it begins or ends with `/`, or has two in a row".into());
    }
    if part.len() > LONGEST_PART {
        return Some(format!(
            "a part of it has {} bytes, and file systems take {LONGEST_PART}",
            part.len()
        ));
    }
    if part == "." || part == ".." {
        return Some(format!("`{part}` leads elsewhere"));
    }
    if let Some(odd) = part
        .chars()
        .find(|it| it.is_control() || !it.is_ascii() || r#"\:*?"<>|#%"#.contains(*it))
    {
        let odd = odd.escape_debug();
        return Some(format!(
            "it has the character `{odd}`, which some system, store or address writes differently"
        ));
    }
    if part.ends_with(['.', ' ']) || part.starts_with(' ') {
        return Some(format!(
            "`{part}` begins or ends with a space or a full stop"
        ));
    }
    let stem = part.split('.').next().unwrap_or_default().to_lowercase();
    let is_port = |name: &str| {
        let number = stem.strip_prefix(name);
        number.is_some_and(|it| it.len() == 1 && it.bytes().all(|byte| byte.is_ascii_digit()))
    };
    (RESERVED.contains(&stem.as_str()) || is_port("com") || is_port("lpt"))
        .then(|| format!("`{part}` is the name of a device on Windows"))
}
