//! Verdicts on random pairs of schemas, judged by documents of a finite domain.
//!
//! A verdict of compatible is wrong if a document of the domain, or one of many that are derived from the
//! writer's own, is accepted by the writer and refused by the reader. A verdict of breaking is wrong if
//! its witness does not show that.
//!
//! `COMPAT_RANDOM_PAIRS` is the number of pairs, 50,000 if it is not set; `COMPAT_SEED` the seed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that panics has failed"
)]

#[path = "agreement/domain.rs"]
mod domain;
#[path = "agreement/schemas.rs"]
mod schemas;

use std::{fmt::Write as _, thread};

use fastrand::Rng;
use jsonschema::Validator;
use schema_compat::{Draft, Profile, Settings, Verdict, compare};
use serde_json::Value;

use self::{domain::Mutants, schemas::Generator};

/// Documents that attack each verdict of compatible.
const ATTACKS: usize = 1_000;

#[derive(Default)]
struct Count {
    compatible: usize,
    breaking: usize,
    undecided: usize,
    attacks: usize,
    wrong: Vec<String>,
}

fn number_of(variable: &str, default: usize) -> usize {
    std::env::var(variable).map_or(default, |text| text.parse().expect("it is a number"))
}

#[test]
fn verdicts_agree_with_documents() {
    let pairs = number_of("COMPAT_RANDOM_PAIRS", 50_000);
    let seed = number_of("COMPAT_SEED", 1);
    const THREADS: usize = 2;
    let counts: Vec<Count> = thread::scope(|scope| {
        let run = |part: usize| {
            let build = thread::Builder::new().stack_size(64 << 20);
            build
                .spawn_scoped(scope, move || judge(pairs / THREADS, seed * THREADS + part))
                .unwrap()
        };
        let threads: Vec<_> = (0..THREADS).map(run).collect();
        threads.into_iter().map(|it| it.join().unwrap()).collect()
    });
    let sum = |of: fn(&Count) -> usize| counts.iter().map(of).sum::<usize>();
    println!(
        "seed {seed}: {} compatible, {} breaking, {} undecided; {} documents attacked verdicts",
        sum(|it| it.compatible),
        sum(|it| it.breaking),
        sum(|it| it.undecided),
        sum(|it| it.attacks),
    );
    let mut text = String::new();
    for wrong in counts.iter().flat_map(|it| &it.wrong).take(10) {
        writeln!(text, "{wrong}").unwrap();
    }
    assert!(text.is_empty(), "{text}");
    let decided = sum(|it| it.compatible) + sum(|it| it.breaking);
    assert!(sum(|it| it.compatible) > pairs / 10 && sum(|it| it.breaking) > pairs / 10);
    assert!(decided > pairs * 95 / 100, "too many are undecided");
}

fn judge(pairs: usize, seed: usize) -> Count {
    let mut rng = Rng::with_seed(seed as u64);
    let domain = domain::documents();
    let mut mutants = Mutants::new(&domain, &mut rng);
    let mut count = Count::default();
    for index in 0..pairs {
        let draft = match rng.u8(..8) {
            0 | 1 => Draft::Draft7,
            2 => Draft::Draft4,
            _ => Draft::Draft202012,
        };
        let mut generator = Generator::new(&mut rng, draft);
        let left = generator.schema();
        let right = match index % 4 {
            0 => generator.schema(),
            _ => generator.mutant(&left),
        };
        let settings = Settings {
            draft,
            ..Settings::default()
        };
        let (writer, reader) = match index % 2 {
            0 => (left, right),
            _ => (right, left),
        };
        mutants.renew(&mut rng);
        let is_closed_too = index.is_multiple_of(5);
        let judge = Judge {
            writer: &writer,
            reader: &reader,
            settings: &settings,
            domain: &domain,
            mutants: &mutants,
        };
        judge.verdict(is_closed_too, &mut rng, &mut count);
    }
    count
}

struct Judge<'a> {
    writer: &'a Value,
    reader: &'a Value,
    settings: &'a Settings,
    domain: &'a [Value],
    mutants: &'a Mutants<'a>,
}

impl Judge<'_> {
    fn verdict(&self, is_closed_too: bool, rng: &mut Rng, count: &mut Count) {
        let (writer, reader, settings) = (self.writer, self.reader, self.settings);
        let (Some(writes), Some(reads)) = (
            domain::validator(writer, settings),
            domain::validator(reader, settings),
        ) else {
            return;
        };
        let breaks = |document: &Value| writes.is_valid(document) && !reads.is_valid(document);
        let verdict = compare(writer, reader, settings);
        match &verdict {
            Verdict::Compatible { proof } => {
                count.compatible += 1;
                count.attacks += ATTACKS;
                let refuted = self.domain.iter().find(|document| breaks(document));
                let refuted = refuted.or_else(|| self.attack(&writes, &breaks, rng));
                if let Some(document) = refuted {
                    let what = format!("{proof:?} is refuted");
                    count.wrong.push(self.about(&what, document));
                }
            }
            Verdict::Vacuous { .. } => {
                count.compatible += 1;
                if let Some(document) = self.domain.iter().find(|it| writes.is_valid(it)) {
                    count.wrong.push(self.about("vacuous is refuted", document));
                }
            }
            Verdict::Breaking { witness, .. } => {
                count.breaking += 1;
                if !breaks(witness) {
                    count.wrong.push(self.about("nothing is shown", witness));
                }
            }
            Verdict::Undecided { reason } => {
                if std::env::var_os("COMPAT_SHOW_UNDECIDED").is_some() {
                    println!("{reason}\n  writer {writer}\n  reader {reader}");
                }
                count.undecided += 1;
            }
        }
        // Fewer documents are written by a closed writer.
        if is_closed_too && matches!(verdict, Verdict::Compatible { .. }) {
            let tolerant = Settings {
                profile: Profile::Tolerant,
                ..*settings
            };
            if let Verdict::Breaking { witness, .. } = compare(writer, reader, &tolerant) {
                count
                    .wrong
                    .push(self.about("tolerant is stricter", &witness));
            }
        }
    }

    /// A document that refutes a verdict of compatible, among those that are near the writer's.
    fn attack(
        &self,
        writes: &Validator,
        breaks: &dyn Fn(&Value) -> bool,
        rng: &mut Rng,
    ) -> Option<&Value> {
        let documents = self.domain.iter().enumerate();
        let written = documents.filter(|(_, document)| writes.is_valid(document));
        let seeds: Vec<usize> = written.map(|(at, _)| at).collect();
        (0..ATTACKS)
            .map(|_| self.mutants.of_any(&seeds, rng))
            .find(|document| breaks(document))
    }

    fn about(&self, what: &str, document: &Value) -> String {
        let (writer, reader, settings) = (self.writer, self.reader, self.settings);
        format!("{what} by {document}\n  writer {writer}\n  reader {reader}\n  {settings:?}")
    }
}
