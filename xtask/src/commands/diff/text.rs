//! Verdicts and changes in words.

use std::fmt::Write as _;

use schema_compat::{
    Profile, Proof, Refusal, Verdict,
    changes::{Answer, Change, Direction, Directions, Effect, Judged, NotAsked, describe},
};
use schema_registry::escape::escaped;
/// So many lines of a document are printed.
const MOST_LINES: usize = 40;

/// So many characters of a line are printed.
const LONGEST_LINE: usize = 400;

/// A document that is no longer is printed in one line beside others.
const SHORT: usize = 100;

/// How much is printed, and how it is introduced.
#[derive(Clone, Copy, Debug)]
pub(super) struct Printer {
    /// Whether documents are printed whole.
    pub(super) is_full: bool,
    /// What a writer is taken to send.
    pub(super) profile: Profile,
}

/// The place of a change in a document, in words: the old one's, and the new one's.
pub(super) type Places<'p> = &'p dyn Fn(Direction, &str) -> String;

impl Printer {
    /// A verdict after what was asked, with the document that shows a break. `note` comes after the word,
    /// and each line begins with `indent`.
    pub(super) fn verdict(&self, answer: &Answer, note: &str, indent: &str) -> String {
        let short = self.word(&answer.verdict, note);
        let Verdict::Breaking {
            witness,
            refused_at,
        } = &answer.verdict
        else {
            return format!("{short}\n");
        };
        let document = serde_json::to_string_pretty(witness).unwrap_or_default();
        format!(
            "{short}\n{}{}",
            self.indented(&document, indent),
            self.why(answer, refused_at, indent)
        )
    }

    /// A verdict in one line.
    fn word(&self, verdict: &Verdict, note: &str) -> String {
        match verdict {
            Verdict::Compatible { proof } => {
                let sends = match (self.profile, proof) {
                    (Profile::Exact, _) | (_, Proof::Identical) => "",
                    (Profile::Tolerant, _) => {
                        ", of what a writer sends who adds no undeclared members"
                    }
                };
                format!("compatible, {}{sends}", self::proof(*proof))
            }
            Verdict::Breaking { .. } => format!("breaking{note}"),
            Verdict::Vacuous { reason } => format!(
                "vacuous{note}: nothing is promised: the writer's schema accepts nothing ({})",
                escaped(reason)
            ),
            Verdict::Undecided { reason } => format!("undecided{note}: {}", escaped(reason)),
        }
    }

    fn why(&self, answer: &Answer, refusal: &Refusal, indent: &str) -> String {
        let mut out = format!("{indent}is rejected at {}\n", self.refusal(refusal));
        if answer.counts_in_tolerant == Some(false) {
            let _ = writeln!(
                out,
                "{indent}`--profile tolerant` does not count it: it needs a member that the writer's schema \
                 does not declare"
            );
        }
        out
    }

    /// Where and why a document is rejected.
    fn refusal(&self, refusal: &Refusal) -> String {
        let instance = match refusal.instance.as_str() {
            "" => "the whole document".to_owned(),
            pointer => format!("`{}`", escaped(pointer)),
        };
        format!(
            "{instance}, by `{}` at `{}`: {}",
            escaped(&refusal.keyword),
            escaped(&refusal.schema),
            self.cut(&escaped(&refusal.message))
        )
    }

    /// Changes, with their places and what each does in each direction. `whole` is what all of them do.
    pub(super) fn changes(
        &self,
        judged: &[Judged],
        whole: &Directions<Option<Verdict>>,
        indent: &str,
        places: Places<'_>,
    ) -> String {
        let mut out = String::new();
        let inner = format!("{indent}    ");
        for part in judged {
            let is_all = part.changes.len() > 1 && part.each.is_empty();
            if is_all {
                let _ = writeln!(
                    out,
                    "{indent}- all of these changes together, and none alone:"
                );
                out += &self.effects(&part.verdicts, whole, &inner);
                continue;
            }
            for (at, change) in part.changes.iter().enumerate() {
                let _ = writeln!(out, "{indent}- {}", escaped(&describe(change)));
                out += &place(change, &inner, places);
                if let Some(each) = part.each.get(at) {
                    out += &self.effects(each, whole, &inner);
                }
            }
            if part.changes.len() > 1 {
                let _ = writeln!(out, "{indent}  these {} together:", part.changes.len());
            }
            out += &self.effects(&part.verdicts, whole, &inner);
        }
        out
    }

    /// What a change does in each direction.
    fn effects(
        &self,
        effects: &Directions<Effect>,
        whole: &Directions<Option<Verdict>>,
        indent: &str,
    ) -> String {
        let [first, second] = Direction::ALL;
        if let (Effect::NotAsked(reason), true) = (
            effects.get(first),
            effects.get(first) == effects.get(second),
        ) {
            return format!("{indent}{}\n", not_asked(*reason));
        }
        let mut out = String::new();
        for direction in Direction::ALL {
            let _ = write!(out, "{indent}{}: ", word(direction));
            out += &match effects.get(direction) {
                Effect::NotAsked(reason) => format!("{}\n", not_asked(*reason)),
                Effect::Asked(answer) if Some(&answer.verdict) == whole.get(direction).as_ref() => {
                    let is_break = matches!(answer.verdict, Verdict::Breaking { .. });
                    let below = if is_break { ", as shown below" } else { "" };
                    format!("{}{below}\n", self.word(&answer.verdict, ""))
                }
                Effect::Asked(answer) => self.own(answer, &format!("{indent}    ")),
            };
        }
        out
    }

    /// The verdict on one change, with a document of its own.
    fn own(&self, answer: &Answer, indent: &str) -> String {
        match &answer.verdict {
            Verdict::Breaking {
                witness,
                refused_at,
            } => {
                let line = witness.to_string();
                if line.chars().count() > SHORT {
                    return self.verdict(answer, "", indent);
                }
                format!(
                    "breaking\n{indent}{}\n{}",
                    escaped(&line),
                    self.why(answer, refused_at, indent)
                )
            }
            Verdict::Compatible { .. } => "compatible\n".to_owned(),
            verdict => format!("{}\n", self.word(verdict, "")),
        }
    }

    /// The lines of a document, as many as are wanted.
    fn indented(&self, document: &str, indent: &str) -> String {
        let mut out = String::new();
        let count = document.lines().count();
        let is_cut = !self.is_full && count > MOST_LINES;
        let shown = if is_cut { MOST_LINES } else { count };
        for line in document.lines().take(shown) {
            let _ = writeln!(out, "{indent}{}", self.cut(&escaped(line)));
        }
        if is_cut {
            let _ = writeln!(
                out,
                "{indent}… and {} more lines; `--full` prints all",
                count - shown
            );
        }
        out
    }

    /// The beginning of a line, if it is long.
    fn cut(&self, line: &str) -> String {
        match line.char_indices().nth(LONGEST_LINE) {
            Some((end, _)) if !self.is_full => {
                let rest = line.chars().count() - LONGEST_LINE;
                let begin = line.get(..end).unwrap_or_default();
                format!("{begin}… and {rest} more characters")
            }
            _ => line.to_owned(),
        }
    }
}

/// The places of a change in both documents.
fn place(change: &Change, indent: &str, places: Places<'_>) -> String {
    let shown: Vec<String> = [
        ("old", Direction::Backward, &change.old),
        ("new", Direction::Forward, &change.new),
    ]
    .into_iter()
    .filter_map(|(side, writer, pointer)| {
        let place = places(writer, pointer.as_ref()?);
        Some(format!("{side} `{}`", escaped(&place)))
    })
    .collect();
    format!("{indent}{}\n", shown.join(", "))
}

pub(super) fn word(direction: Direction) -> &'static str {
    match direction {
        Direction::Forward => "forward",
        Direction::Backward => "backward",
    }
}

fn not_asked(reason: NotAsked) -> String {
    format!("not asked: {}", reason.reason())
}

fn proof(proof: Proof) -> &'static str {
    match proof {
        Proof::Identical => "both say the same",
        Proof::Structural => "proved part by part",
        Proof::Automata => "proved part by part, with automata for patterns",
        Proof::Covers => "proved: the reader's set of documents covers the writer's",
        Proof::EmptyDifference => "proved: no document is written that is not read",
    }
}

/// A verdict of which nothing else is known.
pub(super) fn plain(verdict: &Verdict) -> Answer {
    Answer {
        verdict: verdict.clone(),
        counts_in_tolerant: None,
    }
}
