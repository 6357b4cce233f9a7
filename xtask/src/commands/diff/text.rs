//! Verdicts and changes in words.

use std::{collections::BTreeMap, fmt::Write as _};

use schema_compat::{
    Profile, Proof, Refusal, Verdict,
    changes::{Answer, Change, Direction, Directions, Effect, Judged, NotAsked, describe},
    references::reference_to,
};
use schema_registry::escape::escaped;
/// So many lines of a document are printed.
const MOST_LINES: usize = 40;

/// So many characters of a line are printed.
const LONGEST_LINE: usize = 400;

/// A document that is no longer is printed in one line beside others.
const SHORT: usize = 240;

/// The effects of a change that counts only with others: nothing is printed of it.
const PART: Directions<Effect> = Directions {
    forward: Effect::NotAsked(NotAsked::Part),
    backward: Effect::NotAsked(NotAsked::Part),
};

/// A printer of verdicts and changes.
#[derive(Clone, Debug)]
pub(super) struct Printer {
    /// True if documents are printed whole.
    pub(super) is_full: bool,
    /// The documents that a writer is taken to send.
    pub(super) profile: Profile,
    /// The files that stand in a compared schema: their paths, by the JSON pointers of their places.
    pub(super) files: BTreeMap<String, String>,
}

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
        let keyword = match refusal.keyword.as_str() {
            // The validator's name for a schema that is `false`.
            "falseSchema" => "false",
            keyword => keyword,
        };
        format!(
            "{instance}, by `{}` at `{}`: {}",
            escaped(keyword),
            escaped(&self.place(&refusal.schema)),
            self.cut(&escaped(&refusal.message))
        )
    }

    /// Changes, with their places and what each does in each direction. `whole` is what all of them do.
    pub(super) fn changes(
        &self,
        judged: &[Judged],
        whole: &Directions<Option<Verdict>>,
        indent: &str,
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
                out += &self.effects(&part.verdicts, whole, &[], &inner);
                continue;
            }
            let mut shown: Vec<&Verdict> = Vec::new();
            for (at, change) in part.changes.iter().enumerate() {
                let line = self.in_files(&describe(change));
                let _ = writeln!(out, "{indent}- {}", escaped(&line));
                out += &self.places(change, &inner);
                if let Some(each) = part.each.get(at).filter(|each| **each != PART) {
                    out += &self.effects(each, whole, &shown, &inner);
                    let effects = Direction::ALL.map(|direction| each.get(direction));
                    shown.extend(effects.into_iter().filter_map(Effect::verdict));
                }
            }
            if part.changes.len() > 1 {
                let _ = writeln!(out, "{indent}  these {} together:", part.changes.len());
            }
            out += &self.effects(&part.verdicts, whole, &shown, &inner);
        }
        out
    }

    /// Returns the effect of a change in each direction.
    fn effects(
        &self,
        effects: &Directions<Effect>,
        whole: &Directions<Option<Verdict>>,
        shown: &[&Verdict],
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
                Effect::Asked(answer) if matches!(answer.verdict, Verdict::Breaking { .. }) => {
                    let verdict = &answer.verdict;
                    if whole.get(direction).as_ref() == Some(verdict) {
                        "breaking, as shown below\n".to_owned()
                    } else if shown.contains(&verdict) {
                        "breaking, as shown above\n".to_owned()
                    } else {
                        self.own(answer, &format!("{indent}    "))
                    }
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
            Verdict::Vacuous { .. } => "alone, it lets the writer send nothing\n".to_owned(),
            verdict @ Verdict::Undecided { .. } => format!("{}\n", self.word(verdict, "")),
        }
    }

    /// The places of a change in both documents.
    fn places(&self, change: &Change, indent: &str) -> String {
        let shown: Vec<String> = [("old", &change.old), ("new", &change.new)]
            .into_iter()
            .filter_map(|(side, pointer)| {
                let place = self.place(pointer.as_ref()?);
                Some(format!("{side} `{}`", escaped(&place)))
            })
            .collect();
        format!("{indent}{}\n", shown.join(", "))
    }

    /// A place in a compared schema, or in the file that stands there.
    fn place(&self, pointer: &str) -> String {
        let inside = self.files.iter().find_map(|(place, file)| {
            let rest = pointer.strip_prefix(place.as_str())?;
            (rest.is_empty() || rest.starts_with('/')).then(|| format!("{file}#{rest}"))
        });
        inside.unwrap_or_else(|| pointer.to_owned())
    }

    /// A text whose references lead to files as they do there.
    fn in_files(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (place, file) in &self.files {
            text = text.replace(&reference_to(place), &format!("{file}#"));
        }
        text
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
