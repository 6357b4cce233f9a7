//! The results of comparisons.

use std::{
    collections::BTreeMap,
    env,
    io::{self, Write},
};

use super::{
    document::{Doc, Style},
    oracle::{Disagreement, Fault, Judgement, Subject},
    shrinker::shrink,
};

/// The seed of random documents, unless `AGREEMENT_SEED` sets another one.
const SEED: u64 = 202_012;

/// The number of random documents, unless `AGREEMENT_DOCUMENTS` sets another one.
const DOCUMENTS: usize = 40_000;

/// The most disagreements of one kind that are shrunk and shown for each event.
const SHOWN: usize = 2;

/// The most problems that are shown.
const MOST: usize = 30;

pub(crate) fn seed() -> u64 {
    number("AGREEMENT_SEED").unwrap_or(SEED)
}

pub(crate) fn documents() -> usize {
    number("AGREEMENT_DOCUMENTS").unwrap_or(DOCUMENTS)
}

fn number<T: std::str::FromStr>(variable: &str) -> Option<T> {
    let text = env::var(variable).ok()?;
    let number = text.parse().ok();
    assert!(number.is_some(), "`{variable}` is no number: `{text}`");
    number
}

#[derive(Default)]
pub(crate) struct Tally {
    pub(crate) compared: usize,
    accepted: usize,
    /// The number of documents that were made to be accepted.
    meant: usize,
    /// The number of those that are rejected.
    strays: usize,
    disagreements: usize,
    /// The number of disagreements of each kind for each event.
    kinds: BTreeMap<(String, Fault), usize>,
    pub(crate) problems: Vec<String>,
}

impl Tally {
    /// Compares one document. Shrinks it if there is a disagreement.
    pub(crate) fn judge(
        &mut self,
        subject: &Subject<'_>,
        document: &Doc,
        style: Style,
    ) -> Judgement {
        let judgement = subject.judge(&document.print(style));
        self.compared += 1;
        self.accepted += usize::from(judgement.is_accepted);
        if let Some(disagreement) = &judgement.disagreement {
            self.disagreements += 1;
            let kind = (subject.name.clone(), disagreement.kind);
            let count = self.kinds.entry(kind).or_default();
            *count += 1;
            if *count <= SHOWN {
                self.problems
                    .push(shrunk(subject, document, style, disagreement));
            }
        }
        judgement
    }

    /// Compares one document that was made to be accepted.
    pub(crate) fn judge_meant(&mut self, subject: &Subject<'_>, document: &Doc, style: Style) {
        let judgement = self.judge(subject, document, style);
        self.meant += 1;
        self.strays += usize::from(!judgement.is_accepted);
    }

    /// Adds a problem other than a disagreement.
    pub(crate) fn problem(&mut self, label: &str, problem: &str) {
        self.problems.push(format!("{label}: {problem}"));
    }

    /// Prints the count, and fails if anything was found.
    pub(crate) fn finish(self, what: &str) {
        let Self {
            compared,
            accepted,
            meant,
            strays,
            disagreements,
            problems,
            ..
        } = self;
        let refused = compared - accepted;
        let counts = format!(
            "{what}: {compared} documents compared, {disagreements} disagreements \
             ({accepted} accepted, {refused} refused, {strays} of {meant} meant to be accepted refused; \
             seed {})\n",
            seed()
        );
        print(&counts);
        let shown: Vec<&str> = problems.iter().take(MOST).map(String::as_str).collect();
        assert!(
            problems.is_empty(),
            "{} problems, of which {}:\n\n{}\n",
            problems.len(),
            shown.len(),
            shown.join("\n\n")
        );
        assert!(accepted > 0 && refused > 0, "{what} proves nothing");
        assert!(
            strays * 50 <= meant,
            "{strays} of {meant} documents are not what they were made to be"
        );
    }
}

/// Prints a part of the outcome of a test directly, since the test runner hides what `println!` prints in a passing
/// test.
#[expect(
    clippy::disallowed_methods,
    reason = "a test prints what it has made itself"
)]
pub(crate) fn print(text: &str) {
    io::stdout().write_all(text.as_bytes()).unwrap();
}

/// Returns the smallest document that has the same kind of disagreement, with the answers of both sides.
pub(crate) fn shrunk(
    subject: &Subject<'_>,
    document: &Doc,
    style: Style,
    disagreement: &Disagreement,
) -> String {
    let is_readable = subject.judge(&document.print(style)).is_readable;
    let (document, style) = shrink(document.clone(), style, |text| {
        let found = subject.judge(text);
        let kind = found.disagreement.map(|other| other.kind);
        kind == Some(disagreement.kind) && found.is_readable == is_readable
    });
    let text = document.print(style);
    let found = |text: &str| subject.judge(text).disagreement;
    let Disagreement {
        kind,
        schema,
        types,
    } = found(&text).unwrap_or_else(|| disagreement.clone());
    format!(
        "{}: {kind:?}\n  document: {text}\n  schema: {schema}\n  type: {types}",
        subject.name
    )
}
