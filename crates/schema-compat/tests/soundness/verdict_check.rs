//! The check of verdicts against documents.
//!
//! A verdict of compatible is wrong if the writer sends a document of the kind's domain that the reader rejects. A
//! verdict of vacuous is wrong if the writer sends any. A verdict of breaking is wrong if its witness is not sent, or
//! not rejected. The writer sends the documents that its validator accepts and, in the profile `tolerant`, that the
//! [`Evaluator`] accepts too.

use std::{
    collections::VecDeque,
    fmt::{self, Write as _},
    panic::{self, AssertUnwindSafe},
    thread,
};

use fastrand::Rng;
use jsonschema::{Draft as Dialect, Validator};
use schema_compat::{Draft, Profile, Settings, Verdict, compare};
use serde_json::Value;

use crate::{shrink::shrink, tolerant::Evaluator, validators};

/// Two schemas, of this draft if they do not name another one.
#[derive(Clone)]
pub(crate) struct Pair {
    pub(crate) writer: Value,
    pub(crate) reader: Value,
    pub(crate) draft: Draft,
}

impl fmt::Display for Pair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            writer,
            reader,
            draft,
        } = self;
        write!(f, "  writer {writer}\n  reader {reader}\n  {draft:?}")
    }
}

/// A kind of pairs.
pub(crate) struct Kind {
    pub(crate) name: &'static str,
    /// A function that returns every document of a small domain in which these schemas differ.
    pub(crate) documents: fn() -> Vec<Value>,
    pub(crate) pair: fn(&mut Rng) -> Pair,
    /// The maximum share of undecided verdicts, in thousandths.
    pub(crate) most_undecided: usize,
}

/// A verdict that documents do not contradict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    Compatible,
    Breaking,
    /// The writer sends nothing.
    Vacuous,
    Undecided,
    /// A schema is not valid.
    Invalid,
    /// The validator or the evaluator cannot evaluate a schema.
    Unjudged,
}

/// A verdict that a document contradicts.
pub(crate) struct Wrong {
    what: String,
    document: Value,
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.what, self.document)
    }
}

#[derive(Default)]
struct Count {
    compatible: usize,
    breaking: usize,
    vacuous: usize,
    undecided: usize,
    wrong: usize,
}

/// The maximum number of witnesses of earlier pairs that are used as documents for later ones.
const KEPT: usize = 64;

/// The maximum number of wrong verdicts that are shown for one kind and profile.
const MOST_SHOWN: usize = 5;

pub(crate) const PROFILES: [Profile; 2] = [Profile::Exact, Profile::Tolerant];

fn number_of(variable: &str, default: usize) -> usize {
    std::env::var(variable).map_or(default, |text| text.parse().expect("it is a number"))
}

impl Kind {
    /// Checks the requested number of pairs.
    pub(crate) fn run(self) {
        let run = thread::Builder::new().stack_size(256 << 20);
        let result = run.spawn(move || self.judge()).unwrap().join();
        if let Err(cause) = result {
            panic::resume_unwind(cause);
        }
    }

    fn judge(&self) {
        let pairs = number_of("COMPAT_RANDOM_PAIRS", 2_000);
        let seed = number_of("COMPAT_SEED", 1);
        let mut rng = Rng::with_seed(seed as u64);
        let mut documents = (self.documents)();
        let domain = documents.len();
        let mut recent = VecDeque::new();
        let mut counts: [Count; 2] = Default::default();
        let mut invalid = 0;
        let mut shown = String::new();
        for _ in 0..pairs {
            let pair = (self.pair)(&mut rng);
            for (profile, count) in PROFILES.into_iter().zip(&mut counts) {
                match judge(&pair, profile, &documents) {
                    Ok((Answer::Invalid, _)) => invalid += 1,
                    Ok((Answer::Unjudged, _)) => {}
                    Ok((Answer::Compatible, _)) => count.compatible += 1,
                    Ok((Answer::Breaking, witness)) => {
                        count.breaking += 1;
                        recent.extend(witness);
                    }
                    Ok((Answer::Vacuous, _)) => count.vacuous += 1,
                    Ok((Answer::Undecided, _)) => {
                        count.undecided += 1;
                        if std::env::var_os("COMPAT_SHOW_UNDECIDED").is_some() {
                            println!("{profile:?} is undecided\n{pair}");
                        }
                    }
                    Err(found) => {
                        count.wrong += 1;
                        if count.wrong > MOST_SHOWN {
                            continue;
                        }
                        documents.push(found.document.clone());
                        let is_wrong = |pair: &Pair| judge(pair, profile, &documents).is_err();
                        let pair = shrink(&pair, &is_wrong);
                        if let Err(found) = judge(&pair, profile, &documents) {
                            writeln!(shown, "{profile:?}: {found}\n{pair}").unwrap();
                        }
                    }
                }
            }
            if recent.len() > KEPT {
                documents.truncate(domain);
                documents.extend(recent.drain(..));
            }
        }
        println!(
            "{}: {pairs} pairs, seed {seed}, {invalid} not valid",
            self.name
        );
        for (profile, count) in PROFILES.iter().zip(&counts) {
            println!(
                "  {profile:?}: {} compatible, {} breaking, {} vacuous, {} undecided, {} wrong",
                count.compatible, count.breaking, count.vacuous, count.undecided, count.wrong
            );
        }
        assert!(
            shown.is_empty(),
            "verdicts are wrong, such as these:\n{shown}"
        );
        assert!(invalid * 20 <= pairs, "too many pairs are not valid");
        for count in &counts {
            assert!(count.compatible > pairs / 20, "too few are compatible");
            assert!(count.breaking > pairs / 20, "too few break");
            let most = pairs * self.most_undecided / 1000;
            assert!(count.undecided <= most, "more than {most} are undecided");
        }
    }
}

/// Returns the draft of the validator for a draft.
pub(crate) fn dialect(draft: Draft) -> Dialect {
    match draft {
        Draft::Draft4 => Dialect::Draft4,
        Draft::Draft6 => Dialect::Draft6,
        Draft::Draft7 => Dialect::Draft7,
        Draft::Draft201909 => Dialect::Draft201909,
        Draft::Draft202012 => Dialect::Draft202012,
    }
}

/// Reports whether the validator reads a schema incorrectly: in draft 2019-09, it lets `contains` evaluate items, which
/// is correct only in draft 2020-12.
fn is_beside_contains(schema: &Value, draft: Draft) -> bool {
    dialect(draft).detect(schema) == Dialect::Draft201909
        && ["\"contains\"", "\"unevaluatedItems\""]
            .iter()
            .all(|keyword| schema.to_string().contains(keyword))
}

/// Makes a validator; `None` if the schema is not valid.
pub(crate) fn validator(schema: &Value, draft: Draft) -> Option<Validator> {
    validators::build(dialect(draft).detect(schema), schema).ok()
}

/// Compares a pair, and returns the verdict with its witness if no document contradicts it.
pub(crate) fn judge(
    pair: &Pair,
    profile: Profile,
    documents: &[Value],
) -> Result<(Answer, Option<Value>), Wrong> {
    if is_beside_contains(&pair.writer, pair.draft) || is_beside_contains(&pair.reader, pair.draft)
    {
        return Ok((Answer::Unjudged, None));
    }
    let (Some(writer), Some(reader)) = (
        validator(&pair.writer, pair.draft),
        validator(&pair.reader, pair.draft),
    ) else {
        return Ok((Answer::Invalid, None));
    };
    let described = validators::by_ecma(&pair.writer);
    let evaluator = match profile {
        Profile::Exact => None,
        Profile::Tolerant => match Evaluator::new(&described, dialect(pair.draft)) {
            Some(evaluator) => Some(evaluator),
            None => return Ok((Answer::Unjudged, None)),
        },
    };
    let sends = |document: &Value| {
        let is_valid = writer.is_valid(document);
        match &evaluator {
            Some(evaluator) if is_valid => evaluator.sends(document),
            _ => Some(is_valid),
        }
    };
    let settings = Settings {
        profile,
        draft: pair.draft,
        ..Settings::default()
    };
    let ask = || compare(&pair.writer, &pair.reader, &settings);
    let verdict = panic::catch_unwind(AssertUnwindSafe(ask)).map_err(|_| Wrong {
        what: "the comparison panics".into(),
        document: Value::Null,
    })?;
    let wrong = |what: String, document: &Value| Wrong {
        what,
        document: document.clone(),
    };
    match verdict {
        Verdict::Compatible { proof } => {
            let breaks = |it: &&Value| !reader.is_valid(it) && sends(it) == Some(true);
            match documents.iter().find(breaks) {
                Some(it) => Err(wrong(format!("compatible by {proof:?}, but for"), it)),
                None => Ok((Answer::Compatible, None)),
            }
        }
        Verdict::Breaking { witness, .. } => match sends(&witness) {
            Some(false) => Err(wrong("the writer does not send".into(), &witness)),
            _ if reader.is_valid(&witness) => {
                Err(wrong("the reader does not reject".into(), &witness))
            }
            _ => Ok((Answer::Breaking, Some(witness))),
        },
        Verdict::Vacuous { .. } => match documents.iter().find(|it| sends(it) == Some(true)) {
            Some(it) => Err(wrong("nothing is sent, but for".into(), it)),
            None => Ok((Answer::Vacuous, None)),
        },
        Verdict::Undecided { .. } => Ok((Answer::Undecided, None)),
    }
}
