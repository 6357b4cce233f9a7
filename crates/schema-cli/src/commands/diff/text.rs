//! Verdicts and changes in words.

use std::collections::BTreeMap;

use schema_compat::{
    Profile, Proof, Refusal, Verdict,
    changes::{Answer, Change, Classified, Direction, Directions, Effect, NotAsked, describe},
    references::reference_to,
};

use crate::output::Lines;

/// The most lines of a document that are printed.
const MOST_LINES: usize = 40;

/// The most characters of a line that are printed.
const LONGEST_LINE: usize = 400;

/// The most characters of a document that is printed in one line.
const SHORT: usize = 240;

/// The effects of a change that counts only together with others. They are not printed.
const PART: Directions<Effect> = Directions {
    forward: Effect::NotAsked(NotAsked::Part),
    backward: Effect::NotAsked(NotAsked::Part),
};

/// A printer of verdicts and changes.
#[derive(Clone, Debug)]
pub(super) struct Printer {
    /// True if documents are printed whole.
    pub(super) is_full: bool,
    /// The documents that the writer is assumed to send.
    pub(super) profile: Profile,
    /// The paths of the files that a compared schema includes, by the JSON pointers of their places.
    pub(super) files: BTreeMap<String, String>,
}

impl Printer {
    /// Adds a verdict to the current line, with the document that shows a break. `note` comes after the word, and each
    /// further line begins with `indent`.
    pub(super) fn verdict(&self, out: &mut Lines, answer: &Answer, note: &str, indent: &str) {
        out.line(&self.word(&answer.verdict, note));
        if let Verdict::Breaking {
            witness,
            refused_at,
        } = &answer.verdict
        {
            let document = serde_json::to_string_pretty(witness).unwrap_or_default();
            self.document(out, &document, indent);
            self.why(out, answer, refused_at, indent);
        }
    }

    /// Returns a verdict in one line.
    fn word(&self, verdict: &Verdict, note: &str) -> String {
        match verdict {
            Verdict::Compatible { proof } => {
                let sends = match (self.profile, proof) {
                    (Profile::Exact, _) | (_, Proof::Identical) => "",
                    (Profile::Tolerant, _) => ", for writers that add no undeclared members",
                };
                format!("compatible, {}{sends}", self::proof(*proof))
            }
            Verdict::Breaking { .. } => format!("breaking{note}"),
            Verdict::Vacuous { reason } => {
                format!("vacuous{note}: {reason}, so nothing is promised")
            }
            Verdict::Undecided(undecided) => format!("undecided{note}: {}", undecided.reason()),
        }
    }

    fn why(&self, out: &mut Lines, answer: &Answer, refusal: &Refusal, indent: &str) {
        out.line(&format!("{indent}is rejected at {}", self.refusal(refusal)));
        if answer.counts_in_tolerant == Some(false) {
            out.line(&format!(
                "{indent}`--profile tolerant` does not count it: it needs a member that the writer's schema \
                 does not declare"
            ));
        }
    }

    /// Returns the place and the reason of a rejection.
    fn refusal(&self, refusal: &Refusal) -> String {
        let instance = match refusal.instance.as_str() {
            "" => "the root".to_owned(),
            pointer => format!("`{pointer}`"),
        };
        let keyword = match refusal.keyword.as_str() {
            // The validator's name for a schema that is `false`.
            "falseSchema" => "false",
            keyword => keyword,
        };
        format!(
            "{instance}, by `{keyword}` at `{}`: {}",
            self.place(&refusal.schema),
            self.cut(&refusal.message)
        )
    }

    /// Adds changes, with their places and the effect of each in each direction. `whole` is the effect of all of them.
    pub(super) fn changes(
        &self,
        out: &mut Lines,
        judged: &[Classified],
        whole: &Directions<Option<Verdict>>,
        indent: &str,
    ) {
        let inner = format!("{indent}    ");
        for part in judged {
            let is_all = part.changes.len() > 1 && part.each.is_empty();
            if is_all {
                out.line(&format!(
                    "{indent}- all of these changes together, and none alone:"
                ));
                self.effects(out, &part.verdicts, whole, &[], &inner);
                continue;
            }
            let mut shown: Vec<&Verdict> = Vec::new();
            for (at, change) in part.changes.iter().enumerate() {
                let line = self.in_files(&describe(change));
                out.line(&format!("{indent}- {line}"));
                out.line(&format!("{inner}{}", self.places(change)));
                if let Some(each) = part.each.get(at).filter(|each| **each != PART) {
                    self.effects(out, each, whole, &shown, &inner);
                    let effects = Direction::ALL.map(|direction| each.get(direction));
                    shown.extend(effects.into_iter().filter_map(Effect::verdict));
                }
            }
            if part.changes.len() > 1 {
                out.line(&format!("{indent}  these {} together:", part.changes.len()));
            }
            self.effects(out, &part.verdicts, whole, &shown, &inner);
        }
    }

    /// Adds the effect of a change in each direction.
    fn effects(
        &self,
        out: &mut Lines,
        effects: &Directions<Effect>,
        whole: &Directions<Option<Verdict>>,
        shown: &[&Verdict],
        indent: &str,
    ) {
        let [first, second] = Direction::ALL;
        if let (Effect::NotAsked(reason), true) = (
            effects.get(first),
            effects.get(first) == effects.get(second),
        ) {
            out.line(&format!("{indent}{}", not_asked(*reason)));
            return;
        }
        for direction in Direction::ALL {
            out.write(&format!("{indent}{}: ", word(direction)));
            match effects.get(direction) {
                Effect::NotAsked(reason) => out.line(&not_asked(*reason)),
                Effect::Asked(answer) if matches!(answer.verdict, Verdict::Breaking { .. }) => {
                    let verdict = &answer.verdict;
                    if whole.get(direction).as_ref() == Some(verdict) {
                        out.line("breaking, as shown below");
                    } else if shown.contains(&verdict) {
                        out.line("breaking, as shown above");
                    } else {
                        self.own(out, answer, &format!("{indent}    "));
                    }
                }
                Effect::Asked(answer) => self.own(out, answer, &format!("{indent}    ")),
            }
        }
    }

    /// Adds the verdict on one change, with a document of its own.
    fn own(&self, out: &mut Lines, answer: &Answer, indent: &str) {
        match &answer.verdict {
            Verdict::Breaking {
                witness,
                refused_at,
            } => {
                let line = witness.to_string();
                if line.chars().count() > SHORT {
                    self.verdict(out, answer, "", indent);
                    return;
                }
                out.line("breaking");
                out.line(&format!("{indent}{line}"));
                self.why(out, answer, refused_at, indent);
            }
            Verdict::Compatible { .. } => out.line("compatible"),
            Verdict::Vacuous { .. } => out.line("alone, it lets the writer send nothing"),
            verdict @ Verdict::Undecided(_) => out.line(&self.word(verdict, "")),
        }
    }

    /// Returns the places of a change in both documents.
    fn places(&self, change: &Change) -> String {
        let shown: Vec<String> = [("old", &change.old), ("new", &change.new)]
            .into_iter()
            .filter_map(|(side, pointer)| {
                let place = self.place(pointer.as_ref()?);
                Some(format!("{side} `{place}`"))
            })
            .collect();
        shown.join(", ")
    }

    /// Returns a place in a compared schema, or in the file that is included there.
    fn place(&self, pointer: &str) -> String {
        let inside = self.files.iter().find_map(|(place, file)| {
            let rest = pointer.strip_prefix(place.as_str())?;
            (rest.is_empty() || rest.starts_with('/')).then(|| format!("{file}#{rest}"))
        });
        inside.unwrap_or_else(|| pointer.to_owned())
    }

    /// Returns a text whose references lead to the included files.
    fn in_files(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (place, file) in &self.files {
            text = text.replace(&reference_to(place), &format!("{file}#"));
        }
        text
    }

    /// Adds the lines of a document, up to the limit.
    fn document(&self, out: &mut Lines, document: &str, indent: &str) {
        let count = document.split('\n').count();
        let is_cut = !self.is_full && count > MOST_LINES;
        let shown = if is_cut { MOST_LINES } else { count };
        for line in document.split('\n').take(shown) {
            out.line(&format!("{indent}{}", self.cut(line)));
        }
        if is_cut {
            out.line(&format!(
                "{indent}… and {} more lines; `--full` prints all",
                count - shown
            ));
        }
    }

    /// Returns a line, cut if it is long.
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
    format!("not compared: {}", reason.reason())
}

fn proof(proof: Proof) -> &'static str {
    match proof {
        Proof::Identical => "both are the same",
        Proof::Structural => "proved part by part",
        Proof::Automata => "proved part by part, with automata for patterns",
        Proof::Covers => "proved: the reader's set of documents covers the writer's",
        Proof::EmptyDifference => "proved: the reader accepts every document of the writer",
    }
}

/// Returns an answer with a verdict and nothing else.
pub(super) fn plain(verdict: &Verdict) -> Answer {
    Answer {
        verdict: verdict.clone(),
        counts_in_tolerant: None,
    }
}
