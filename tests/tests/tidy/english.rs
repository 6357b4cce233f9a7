//! Words of the texts that people read: pages, documentation of the crates for consumers, help, messages, and
//! explanations of rules.

use std::{collections::BTreeMap, fs, mem};

use crate::{files, shown};

/// The pages, besides the `README.md` of each crate.
const PAGES: [&str; 13] = [
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "README.md",
    "SECURITY.md",
    "crates/codegen-rust/ARCHITECTURE.md",
    "crates/schema-cli/ARCHITECTURE.md",
    "crates/schema-compat/ARCHITECTURE.md",
    "crates/schema-compat/tests/README.md",
    "crates/schema-publish/ARCHITECTURE.md",
    "crates/schema-registry/ARCHITECTURE.md",
    "docs/compatibility.md",
    "docs/dependencies.md",
    "tests/README.md",
];

/// Words and phrases to avoid, each with its replacement.
const AVOID: &[(&str, &str)] = &[
    ("anew", "again"),
    ("anybody", "anyone"),
    ("are no", "are not"),
    ("as it came", "unchanged"),
    ("as it is there", "unchanged"),
    ("as they came", "unchanged"),
    ("at hand", "available, or local"),
    ("brings along", "depends on"),
    ("by what", "with the reason"),
    ("come along", "are dependencies"),
    ("comes along", "is a dependency"),
    ("comes to nothing", "expands to nothing"),
    ("for all that", "nevertheless"),
    ("goes by", "uses"),
    ("in silence", "silently"),
    ("in the place of", "instead of, or at the path of"),
    ("is no", "is not a"),
    ("is none", "is invalid, or is missing"),
    ("is taken to", "is assumed to"),
    ("is to be", "has to be, or is expected"),
    ("laid out", "formatted"),
    ("lie in", "are in"),
    ("lies in", "is in"),
    ("lies there", "is there"),
    ("lies within", "is within"),
    ("mend", "fix"),
    ("mended", "fixed"),
    ("mends", "fixes"),
    ("mind that", "note that"),
    ("nobody", "no one, or name who"),
    ("one less", "one fewer"),
    ("refusal", "rejection"),
    ("refuse", "reject"),
    ("refused", "rejected"),
    ("refuses", "rejects"),
    ("refusing", "rejecting"),
    ("say of", "say about"),
    ("says of", "says about"),
    ("says otherwise", "differs"),
    ("somebody", "someone"),
    ("speak of", "describe"),
    ("speaks of", "describes"),
    ("stand in", "are in"),
    ("stand there", "are there"),
    ("stands before", "comes before"),
    ("stands beside", "is next to"),
    ("stands there", "is there, or occurs"),
    ("stands twice", "is a duplicate"),
    ("stands where", "is where"),
    ("stray", "unpaired, or left over"),
    ("strays", "is left over"),
    ("take the place of", "replace"),
    ("takes the place of", "replaces"),
    ("tell apart", "distinguish"),
    ("the other way round", "vice versa"),
    ("told apart", "distinguished"),
    ("twin", "borrowed counterpart"),
    ("twins", "borrowed counterparts"),
    ("typing error", "typo"),
    ("who lacks", "a user who lacks"),
    ("whoever", "the user who, or anyone who"),
];

/// Phrases that contain one of [`AVOID`], and are correct.
const CORRECT: &[&str] = &[
    "are no longer",
    "is no longer",
    "there are no",
    "there is no",
    "there is none",
];

#[test]
fn people_read_plain_english() {
    let is_page = |name: &str| {
        let of_crate = name
            .strip_prefix("crates/")
            .and_then(|it| it.strip_suffix("/README.md"));
        PAGES.contains(&name) || of_crate.is_some_and(|it| !it.contains('/'))
    };
    let count = check(is_page, str::to_owned);
    assert!(count > PAGES.len(), "{count} pages");
    // The entries of releases come from the descriptions of schemas.
    let by_hand = |text: &str| text.split("\n### ").next().unwrap_or_default().to_owned();
    assert_eq!(check(|name| name == "CHANGELOG.md", by_hand), 1);
}

#[test]
fn help_is_plain_english() {
    let is_help =
        |name: &str| name.starts_with("tests/tests/snapshots/cli_help") && name.ends_with(".snap");
    let count = check(is_help, str::to_owned);
    assert!(count > 5, "{count} help texts");
}

#[test]
fn explanations_of_rules_are_plain_english() {
    let is_rule =
        |name: &str| name.starts_with("crates/schema-registry/src/rules/") && name.ends_with(".rs");
    let count = check(is_rule, explanations);
    assert!(count > 40, "{count} files with explanations");
}

#[test]
fn documentation_of_crates_is_plain_english() {
    let crates = [
        "crates/schema-runtime/src/",
        "crates/scrapenest-webhooks/src/",
    ];
    let is_source =
        |name: &str| crates.iter().any(|of| name.starts_with(of)) && name.ends_with(".rs");
    let count = check(is_source, documentation);
    assert!(count > 30, "{count} files with documentation");
}

#[test]
fn messages_are_plain_english() {
    let is_source = |name: &str| {
        let is_tool = name.starts_with("xtask/src/") || name.starts_with("crates/");
        // Explanations have names of members in quotes.
        let is_rule = name.starts_with("crates/schema-registry/src/rules/")
            || name == "crates/schema-registry/src/lint/invalid_example.rs";
        is_tool && !is_rule && name.contains("/src/") && name.ends_with(".rs")
    };
    let count = check(is_source, messages);
    assert!(count > 100, "{count} files with messages");
}

#[test]
fn documentation_and_messages_are_found() {
    let source = "//! Mend it.\nlet text = \"is no \\\n    file\"; // is no file\nlet quote = '\"';\n\n/// ```\n/// mend\n/// ```\nlet (key, text) = (\"mend\", \"mend it\");\n";
    assert_eq!(avoided(&documentation(source)), [(1, "mend", "fix")]);
    assert_eq!(
        avoided(&messages(source)),
        [(2, "is no", "is not a"), (9, "mend", "fix")]
    );
}

#[test]
fn explanations_are_without_code() {
    let source = "/// A mend.\nexplanation: r#\"\nMend it.\n\n    \"mend\"\n\"#,\nmend()\n";
    assert_eq!(explanations(source), "\n\nMend it.\n\n\n\n\n");
}

#[test]
fn words_to_avoid_are_found() {
    let page =
        "Mend it, or say `mend`. There is no such file.\nIt is\nno file.\n```sh\nmend\n```\n";
    assert_eq!(
        avoided(page),
        [(1, "mend", "fix"), (2, "is no", "is not a")]
    );
}

/// Checks the part of each chosen file that people read, and returns the number of files where there is any.
#[track_caller]
fn check(is_chosen: impl Fn(&str) -> bool, part: impl Fn(&str) -> String) -> usize {
    let mut count = 0;
    let mut found = Vec::new();
    for path in files() {
        let name = shown(&path);
        if !is_chosen(&name) {
            continue;
        }
        let text = part(&fs::read_to_string(&path).unwrap());
        if !text.trim().is_empty() {
            count += 1;
        }
        for (line, phrase, instead) in avoided(&text) {
            found.push(format!("{name}:{line}: \"{phrase}\": write \"{instead}\""));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    count
}

/// Returns the explanations in a file of rules, without examples of code. All other lines are empty, so that the
/// numbers of lines stay the same.
fn explanations(source: &str) -> String {
    let mut text = String::new();
    let mut is_inside = false;
    for line in source.lines() {
        if line.starts_with("\"#") {
            is_inside = false;
        }
        if is_inside && !line.starts_with("    ") {
            text.push_str(line);
        }
        text.push('\n');
        if line.ends_with("r#\"") || line.ends_with("r##\"") {
            is_inside = true;
        }
    }
    text
}

/// Returns the text of documentation comments. All other lines are empty.
fn documentation(source: &str) -> String {
    let line = |line: &str| {
        let line = line.trim_start();
        let text = line
            .strip_prefix("///")
            .or_else(|| line.strip_prefix("//!"));
        format!("{}\n", text.unwrap_or_default())
    };
    source.lines().map(line).collect()
}

/// Returns the string literals with more than one word. All else is left out, but for the ends of lines.
fn messages(source: &str) -> String {
    let mut text = String::new();
    let mut is_inside = false;
    for line in source.lines() {
        let is_comment = !is_inside && line.trim_start().starts_with("//");
        let line = line
            .replace("\\\\", "")
            .replace("\\\"", "'")
            .replace("'\"'", "");
        for (index, part) in line.split('"').enumerate() {
            if index > 0 && !is_comment {
                is_inside = !is_inside;
            }
            if is_inside && !is_comment && part.trim().contains(' ') {
                text.push_str(part.trim_end_matches('\\'));
                text.push_str(" . ");
            }
        }
        // A literal goes on in the next line.
        if is_inside {
            text.truncate(text.trim_end_matches(" . ").len());
        }
        text.push('\n');
    }
    text
}

/// Returns the words and phrases to avoid that a page has, each with its line and its replacement.
fn avoided(text: &str) -> Vec<(usize, &'static str, &'static str)> {
    let words = words(text);
    let is_at = |phrase: &str, start: usize| {
        let mut rest = words.iter().skip(start).map(|(_, word)| word.as_str());
        phrase.split(' ').all(|word| rest.next() == Some(word))
    };
    let mut found = Vec::new();
    for (start, (line, _)) in words.iter().enumerate() {
        let before = start.saturating_sub(1);
        let is_correct = |at: usize| CORRECT.iter().any(|phrase| is_at(phrase, at));
        if is_correct(before) || is_correct(start) {
            continue;
        }
        for (phrase, instead) in AVOID {
            if is_at(phrase, start) {
                found.push((*line, *phrase, *instead));
            }
        }
    }
    found
}

/// Returns the words of a page in lower case, each with its line, without code. An empty word separates two phrases.
fn words(text: &str) -> Vec<(usize, String)> {
    let mut words = Vec::new();
    let (mut is_block, mut is_code) = (false, false);
    for (line, content) in (1..).zip(text.lines()) {
        if content.trim_start().starts_with("```") {
            is_block = !is_block;
            continue;
        }
        if is_block {
            continue;
        }
        if content.trim().is_empty() {
            // Inline code ends with its paragraph at the latest.
            is_code = false;
            words.push((line, String::new()));
        }
        for (index, part) in content.split('`').enumerate() {
            if index > 0 {
                is_code = !is_code;
                words.push((line, String::new()));
            }
            if is_code {
                continue;
            }
            let mut word = String::new();
            for letter in part.chars().chain([' ']) {
                if letter.is_alphanumeric() || matches!(letter, '-' | '\'') {
                    word.extend(letter.to_lowercase());
                    continue;
                }
                if !word.is_empty() {
                    words.push((line, mem::take(&mut word)));
                }
                if !letter.is_whitespace() {
                    words.push((line, String::new()));
                }
            }
        }
    }
    words
}

/// The comments that begin with a word of a question, by their folders. Elsewhere there is none, and the numbers may only
/// fall.
const QUESTIONS: [(&str, usize); 3] = [
    // Comments in templates of generated code, and one help text of the command line.
    ("crates/codegen-rust/src/render/", 1),
    ("crates/schema-cli/src/commands/", 1),
    // Descriptions in generated JSON Schemas.
    ("crates/schema-registry/", 10),
];

#[test]
fn comments_begin_with_their_subject() {
    let mut found: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for path in files() {
        let name = shown(&path);
        if !name.ends_with(".rs") || name.contains("/generated/") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let mut folders = QUESTIONS.iter().map(|(folder, _)| *folder);
        let folder = folders.find(|folder| name.starts_with(folder));
        for (number, line) in text.lines().enumerate() {
            let comment = line.trim_start().trim_start_matches(['/', '!']);
            let is_comment = comment.len() + 2 <= line.trim_start().len();
            let first = comment.split_whitespace().next().unwrap_or_default();
            if is_comment && WORDS_OF_QUESTIONS.contains(&first) {
                let place = format!("{name}:{}: {line}", number + 1);
                found
                    .entry(folder.unwrap_or_default())
                    .or_default()
                    .push(place);
            }
        }
    }
    for (folder, most) in QUESTIONS {
        let there = found.remove(folder).unwrap_or_default();
        assert_eq!(there.len(), most, "in {folder}: {there:#?}");
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// The words that no comment begins with: it says what something is, and who does what.
const WORDS_OF_QUESTIONS: [&str; 9] = [
    "What", "Whether", "Who", "Which", "How", "Whose", "Whoever", "Nobody", "Somebody",
];
