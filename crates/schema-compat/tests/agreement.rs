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
use schema_compat::{Draft, Profile, Settings, Verdict, compare};
use serde_json::Value;

use self::schemas::Generator;

/// Documents that attack each verdict of compatible.
const ATTACKS: usize = 1_000;

/// Of so many pairs, one has its verdict attacked with fresh documents beyond the domain.
const ATTACKED: usize = 40;

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
        pair(
            &writer, &reader, &settings, &domain, &mut rng, &mut count, index,
        );
    }
    count
}

fn pair(
    writer: &Value,
    reader: &Value,
    settings: &Settings,
    domain: &[Value],
    rng: &mut Rng,
    count: &mut Count,
    index: usize,
) {
    let (Some(writes), Some(reads)) = (
        domain::validator(writer, settings),
        domain::validator(reader, settings),
    ) else {
        return;
    };
    let breaks = |document: &&Value| writes.is_valid(document) && !reads.is_valid(document);
    let about = |what: &str, document: &Value| {
        format!("{what} by {document}\n  writer {writer}\n  reader {reader}\n  {settings:?}")
    };
    let verdict = compare(writer, reader, settings);
    match &verdict {
        Verdict::Compatible { proof } => {
            count.compatible += 1;
            if let Some(document) = domain.iter().find(breaks) {
                count
                    .wrong
                    .push(about(&format!("{proof:?} is refuted"), document));
            }
            if index.is_multiple_of(ATTACKED) {
                let mut attacks = domain::derived(domain, &writes, rng);
                for _ in 0..ATTACKS {
                    count.attacks += 1;
                    let attack = attacks.next();
                    if breaks(&&attack) {
                        count
                            .wrong
                            .push(about(&format!("{proof:?} is refuted"), &attack));
                        break;
                    }
                }
            }
        }
        Verdict::Breaking { witness, .. } => {
            count.breaking += 1;
            if !breaks(&witness) {
                count.wrong.push(about("nothing is shown", witness));
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
    if index.is_multiple_of(5) && matches!(verdict, Verdict::Compatible { .. }) {
        let tolerant = Settings {
            profile: Profile::Tolerant,
            ..*settings
        };
        if let Verdict::Breaking { witness, .. } = compare(writer, reader, &tolerant) {
            count.wrong.push(about("tolerant is stricter", &witness));
        }
    }
}
