//! One file with all of its mutants, each behind a switch.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use proc_macro2::TokenStream;
use syn::{
    Expr, Pat,
    spanned::Spanned,
    visit::{self, Visit},
};

use crate::{Result, list::Mutant};

const SWITCH: &str = "crate::mutants_switch::on";

/// A file that was rewritten, and where each mutant is in it.
pub struct Rewritten {
    pub text: String,
    /// The code that runs only with the mutant.
    pub own: Vec<(Range<usize>, usize)>,
    /// All code that was rewritten for the mutant.
    pub whole: Vec<(Range<usize>, usize)>,
}

/// Rewrites a file. Lines keep their numbers, so that snapshots that show them stay the same.
///
/// Mutants that cannot be inserted are added to `unplaced`.
pub fn rewrite(
    source: &str,
    mutants: &[(usize, &Mutant)],
    unplaced: &mut BTreeSet<usize>,
) -> Result<Rewritten> {
    let mut places = Places::default();
    places.visit_file(&syn::parse_file(source)?);
    let mut edits = BTreeMap::<(usize, std::cmp::Reverse<usize>), Edit>::new();
    for (id, mutant) in mutants {
        let Some((range, text)) = places.edit(source, mutant) else {
            unplaced.insert(*id);
            continue;
        };
        let edit = edits.entry((range.start, std::cmp::Reverse(range.end)));
        edit.or_insert(Edit {
            range,
            alternatives: Vec::new(),
        })
        .alternatives
        .push((*id, text));
    }
    // An insertion comes before a replacement at the same offset.
    let mut edits: Vec<Edit> = edits.into_values().collect();
    edits.sort_by_key(|edit| {
        let Range { start, end } = edit.range;
        (start, !edit.range.is_empty(), std::cmp::Reverse(end))
    });
    let mut writer = Writer {
        source,
        edits: &edits,
        next: 0,
        result: Rewritten::new(),
    };
    writer.write(0..source.len());
    Ok(writer.result)
}

struct Edit {
    /// The expression that is replaced, or the position of an insertion.
    range: Range<usize>,
    alternatives: Vec<(usize, String)>,
}

/// Ranges that mutants can change, by their start.
#[derive(Default)]
struct Places {
    /// Binary and unary operators: the expression, and whether it contains a `let`.
    operators: BTreeMap<usize, (Range<usize>, bool)>,
    /// The arms of matches: the end of the pattern, or the guard.
    arms: BTreeMap<usize, Range<usize>>,
    /// Fields of expressions: the expression that contains them, and their own end with a comma.
    fields: BTreeMap<usize, (Range<usize>, usize)>,
}

impl<'ast> Visit<'ast> for Places {
    fn visit_expr_binary(&mut self, node: &'ast syn::ExprBinary) {
        let has_let = has_let(&node.left) || has_let(&node.right);
        let place = (node.span().byte_range(), has_let);
        self.operators
            .insert(node.op.span().byte_range().start, place);
        visit::visit_expr_binary(self, node);
    }

    fn visit_expr_unary(&mut self, node: &'ast syn::ExprUnary) {
        let place = (node.span().byte_range(), false);
        self.operators
            .insert(node.op.span().byte_range().start, place);
        visit::visit_expr_unary(self, node);
    }

    fn visit_arm(&mut self, node: &'ast syn::Arm) {
        let place = match &node.pat {
            Pat::Guard(pat) => pat.guard.span().byte_range(),
            pat => {
                let end = pat.span().byte_range().end;
                end..end
            }
        };
        self.arms.insert(node.span().byte_range().start, place);
        visit::visit_arm(self, node);
    }

    fn visit_expr_struct(&mut self, node: &'ast syn::ExprStruct) {
        let whole = node.span().byte_range();
        for pair in node.fields.pairs() {
            let field = pair.value().span().byte_range();
            let end = pair
                .punct()
                .map_or(field.end, |comma| comma.span().byte_range().end);
            self.fields.insert(field.start, (whole.clone(), end));
        }
        visit::visit_expr_struct(self, node);
    }
}

/// Reports whether an expression is a part of a chain with a `let`, which cannot be in a block.
fn has_let(expr: &Expr) -> bool {
    match expr {
        Expr::Let(_) => true,
        Expr::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
        _ => false,
    }
}

impl Places {
    /// Returns the part that is replaced for a mutant, and its replacement.
    fn edit(&self, source: &str, mutant: &Mutant) -> Option<(Range<usize>, String)> {
        let Range { start, end } = mutant.span;
        let with = |whole: &Range<usize>, cut: Range<usize>, new: &str| {
            let before = source.get(whole.start..cut.start)?;
            one_line(&format!(
                "{before} {new} {}",
                source.get(cut.end..whole.end)?
            ))
        };
        match mutant.genre.as_str() {
            "FnValue" => Some((start..start, one_line(&mutant.replacement)?)),
            "BinaryOperator" | "UnaryOperator" => {
                let (whole, has_let) = self.operators.get(&start)?;
                let text = with(whole, start..end, &mutant.replacement)?;
                (!has_let).then(|| (whole.clone(), text))
            }
            "MatchArmGuard" => Some((start..end, mutant.replacement.clone())),
            "MatchArm" => Some((self.arms.get(&start)?.clone(), "false".to_owned())),
            "StructField" => {
                let (whole, end) = self.fields.get(&start)?;
                Some((whole.clone(), with(whole, start..*end, "")?))
            }
            _ => None,
        }
    }
}

/// Writes tokens in one line, without comments.
fn one_line(text: &str) -> Option<String> {
    Some(text.parse::<TokenStream>().ok()?.to_string())
}

impl Rewritten {
    fn new() -> Self {
        Self {
            text: String::new(),
            own: Vec::new(),
            whole: Vec::new(),
        }
    }
}

struct Writer<'a> {
    source: &'a str,
    edits: &'a [Edit],
    next: usize,
    result: Rewritten,
}

impl Writer<'_> {
    /// Writes a part of the source, with the edits that are in it.
    fn write(&mut self, range: Range<usize>) {
        let mut at = range.start;
        while let Some(edit) = self.edits.get(self.next)
            && edit.range.end <= range.end
        {
            self.next += 1;
            self.result
                .text
                .push_str(&self.source[at..edit.range.start]);
            at = edit.range.end;
            let start = self.result.text.len();
            if edit.range.is_empty() {
                self.insert(edit);
            } else {
                self.replace(edit);
            }
            let whole = start..self.result.text.len();
            for (id, _) in &edit.alternatives {
                self.result.whole.push((whole.clone(), *id));
            }
        }
        self.result.text.push_str(&self.source[at..range.end]);
    }

    /// Inserts results of a function, or a guard for an arm without one.
    fn insert(&mut self, edit: &Edit) {
        for (id, text) in &edit.alternatives {
            let text = match text.as_str() {
                "false" if self.is_arm(edit) => format!(" if !{SWITCH}({id})"),
                text => format!("if {SWITCH}({id}) {{ return {text}; }} "),
            };
            self.own(*id, &text);
        }
    }

    /// Reports whether a position is after a pattern, since an arrow follows.
    fn is_arm(&self, edit: &Edit) -> bool {
        self.source[edit.range.end..].trim_start().starts_with("=>")
    }

    fn replace(&mut self, edit: &Edit) {
        self.result.text.push('(');
        for (id, text) in &edit.alternatives {
            self.own(*id, &format!("if {SWITCH}({id}) {{ ({text}) }}"));
            self.result.text.push_str(" else ");
        }
        self.result.text.push_str("{ (");
        self.write(edit.range.clone());
        self.result.text.push_str(") })");
    }

    fn own(&mut self, id: usize, text: &str) {
        let start = self.result.text.len();
        self.result.text.push_str(text);
        self.result.own.push((start..self.result.text.len(), id));
    }
}
