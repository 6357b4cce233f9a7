//! Patterns with look-ahead, look-behind and word boundaries, as programs for [`alternating`](super::alternating).
//!
//! Groups of look-around are replaced by private-use characters, so that `regex-syntax` can parse the rest. Only a
//! pattern that is understood completely is translated: back-references and flags have no program.

use jsonschema_regex::to_rust_regex;
use regex_syntax::{
    ast::{self, AssertionKind, Ast, GroupKind, LiteralKind, RepetitionKind, RepetitionRange},
    hir::{Class, Hir, HirKind, translate::Translator},
};

use super::alternating::{Instruction, Pc, Program};

/// The first of the characters that replace groups. A pattern that contains one of them is not translated.
const FIRST_STAND_IN: char = '\u{F0000}';

/// The class of word characters.
const WORD: &str = "[0-9A-Za-z_]";

/// The maximum number of instructions of one program.
const MOST_INSTRUCTIONS: usize = 30_000;

/// Reports whether a pattern may have look-around or word boundaries, which dense automata do not support.
pub(super) fn is_needed(pattern: &str) -> bool {
    ["(?=", "(?!", "(?<=", "(?<!", r"\b", r"\B"]
        .iter()
        .any(|part| pattern.contains(part))
}

/// Compiles the program of a pattern; `None` if it has none.
pub(super) fn program(pattern: &str) -> Option<Program> {
    let mut compiler = Compiler {
        program: Program::default(),
        read: 0,
        is_behind: false,
    };
    let matched = compiler.push(Instruction::Match)?;
    let body = compiler.pattern(pattern, matched)?;
    // A match may start at any character.
    let start = compiler.push(Instruction::Split(Vec::new()))?;
    let later = compiler.ranges([('\0', char::MAX)], start)?;
    compiler.set(start, Instruction::Split(vec![body, later]));
    compiler.program.start = start;
    Some(compiler.program)
}

/// A group of look-around.
struct LookAround {
    is_ahead: bool,
    holds: bool,
    pattern: String,
}

/// Replaces each group of look-around by a character, and returns the pattern and the groups. `None` if its parentheses
/// do not match.
fn cut(pattern: &str) -> Option<(String, Vec<LookAround>)> {
    if pattern.chars().any(|it| it >= FIRST_STAND_IN) {
        return None;
    }
    let (mut outer, mut looks) = (String::new(), Vec::new());
    let mut rest = pattern;
    let mut in_class = false;
    while let Some(character) = rest.chars().next() {
        let kinds = [
            ("(?=", true, true),
            ("(?!", true, false),
            ("(?<=", false, true),
            ("(?<!", false, false),
        ];
        let look = kinds.into_iter().find_map(|(prefix, is_ahead, holds)| {
            let inside = rest.strip_prefix(prefix).filter(|_| !in_class)?;
            Some((is_ahead, holds, inside))
        });
        if let Some((is_ahead, holds, inside)) = look {
            let end = group_end(inside)?;
            let index = u32::try_from(looks.len()).ok()?;
            outer.push(char::from_u32(u32::from(FIRST_STAND_IN) + index)?);
            looks.push(LookAround {
                is_ahead,
                holds,
                pattern: inside.get(..end)?.to_owned(),
            });
            rest = inside.get(end + 1..)?;
            continue;
        }
        let mut width = character.len_utf8();
        match character {
            '\\' => width += rest.chars().nth(1)?.len_utf8(),
            '[' => in_class = true,
            ']' => in_class = false,
            _ => {}
        }
        let (taken, left) = rest.split_at_checked(width)?;
        outer.push_str(taken);
        rest = left;
    }
    Some((outer, looks))
}

/// Returns the end of a group, given the text after its opening.
fn group_end(text: &str) -> Option<usize> {
    let (mut depth, mut in_class) = (0usize, false);
    let mut characters = text.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '\\' => drop(characters.next()),
            '[' => in_class = true,
            ']' => in_class = false,
            _ if in_class => {}
            '(' => depth += 1,
            ')' if depth == 0 => return Some(at),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The maximum number of bytes of one pattern and of those inside it.
const MOST_READ: usize = 1 << 20;

struct Compiler {
    program: Program,
    /// The number of bytes of patterns that were read. A nested pattern is read once for each pattern around it.
    read: usize,
    /// True while a look-behind is compiled, which may only depend on the text before it.
    is_behind: bool,
}

impl Compiler {
    fn push(&mut self, instruction: Instruction) -> Option<Pc> {
        let at = self.program.instructions.len();
        self.program.instructions.push(instruction);
        (at < MOST_INSTRUCTIONS).then_some(at)
    }

    fn set(&mut self, at: Pc, instruction: Instruction) {
        if let Some(place) = self.program.instructions.get_mut(at) {
            *place = instruction;
        }
    }

    /// Compiles a pattern that continues at the given instruction. Returns its first instruction.
    fn pattern(&mut self, pattern: &str, next: Pc) -> Option<Pc> {
        self.read = self.read.saturating_add(pattern.len());
        if self.read > MOST_READ {
            return None;
        }
        let (outer, looks) = cut(pattern)?;
        let text = to_rust_regex(&outer).ok()?;
        let ast = ast::parse::Parser::new().parse(&text).ok()?;
        self.ast(&ast, &looks, next)
    }

    fn ast(&mut self, ast: &Ast, looks: &[LookAround], next: Pc) -> Option<Pc> {
        match ast {
            Ast::Empty(_) => Some(next),
            Ast::Literal(literal)
                if literal.kind == LiteralKind::Verbatim && literal.c >= FIRST_STAND_IN =>
            {
                let index = u32::from(literal.c) - u32::from(FIRST_STAND_IN);
                self.look(looks.get(index as usize)?, next)
            }
            Ast::Literal(literal) => self.ranges([(literal.c, literal.c)], next),
            Ast::Dot(_) | Ast::ClassUnicode(_) | Ast::ClassPerl(_) | Ast::ClassBracketed(_) => {
                self.class(&Translator::new().translate("", ast).ok()?, next)
            }
            Ast::Assertion(assertion) => match assertion.kind {
                AssertionKind::StartLine => self.push(Instruction::Start(next)),
                AssertionKind::EndLine if !self.is_behind => self.push(Instruction::End(next)),
                AssertionKind::WordBoundary => self.boundary(true, next),
                AssertionKind::NotWordBoundary => self.boundary(false, next),
                _ => None,
            },
            Ast::Group(group) => match &group.kind {
                GroupKind::NonCapturing(flags) if !flags.items.is_empty() => None,
                _ => self.ast(&group.ast, looks, next),
            },
            Ast::Alternation(alternation) => {
                let branches = alternation.asts.iter();
                let branches = branches.map(|branch| self.ast(branch, looks, next));
                let branches = branches.collect::<Option<_>>()?;
                self.push(Instruction::Split(branches))
            }
            Ast::Concat(concat) => {
                let parts = concat.asts.iter().rev();
                parts
                    .into_iter()
                    .try_fold(next, |next, part| self.ast(part, looks, next))
            }
            Ast::Repetition(repetition) => self.repetition(repetition, looks, next),
            Ast::Flags(_) => None,
        }
    }

    fn repetition(&mut self, of: &ast::Repetition, looks: &[LookAround], next: Pc) -> Option<Pc> {
        let (least, most) = match &of.op.kind {
            RepetitionKind::ZeroOrOne => (0, Some(1)),
            RepetitionKind::ZeroOrMore => (0, None),
            RepetitionKind::OneOrMore => (1, None),
            RepetitionKind::Range(RepetitionRange::Exactly(count)) => (*count, Some(*count)),
            RepetitionKind::Range(RepetitionRange::AtLeast(least)) => (*least, None),
            RepetitionKind::Range(RepetitionRange::Bounded(least, most)) => (*least, Some(*most)),
        };
        let mut at = next;
        match most {
            None => {
                at = self.push(Instruction::Split(Vec::new()))?;
                let body = self.ast(&of.ast, looks, at)?;
                self.set(at, Instruction::Split(vec![body, next]));
            }
            Some(most) => {
                for _ in least..most {
                    let body = self.ast(&of.ast, looks, at)?;
                    at = self.push(Instruction::Split(vec![body, next]))?;
                }
            }
        }
        for _ in 0..least {
            at = self.ast(&of.ast, looks, at)?;
            if self.program.instructions.len() > MOST_INSTRUCTIONS {
                return None;
            }
        }
        Some(at)
    }

    fn look(&mut self, look: &LookAround, next: Pc) -> Option<Pc> {
        let holds = look.holds;
        if look.is_ahead {
            // With a look-ahead inside, a look-behind would depend on the text after it.
            if self.is_behind {
                return None;
            }
            let matched = self.push(Instruction::Match)?;
            let body = self.pattern(&look.pattern, matched)?;
            return self.push(Instruction::Ahead { body, holds, next });
        }
        self.behind(holds, next, |this, matched| {
            this.pattern(&look.pattern, matched)
        })
    }

    fn behind(
        &mut self,
        holds: bool,
        next: Pc,
        body: impl FnOnce(&mut Self, Pc) -> Option<Pc>,
    ) -> Option<Pc> {
        if std::mem::replace(&mut self.is_behind, true) {
            return None;
        }
        let matched = self.push(Instruction::Match)?;
        let body = body(self, matched);
        self.is_behind = false;
        let index = self.program.behind.len();
        self.program.behind.push(body?);
        self.push(Instruction::Behind { index, holds, next })
    }

    /// Compiles a word boundary, or its negation.
    fn boundary(&mut self, holds: bool, next: Pc) -> Option<Pc> {
        if self.is_behind {
            return None;
        }
        let word = regex_syntax::parse(WORD).ok()?;
        let mut branches = Vec::new();
        for is_before in [true, false] {
            let matched = self.push(Instruction::Match)?;
            let body = self.class(&word, matched)?;
            let holds = is_before != holds;
            let after = self.push(Instruction::Ahead { body, holds, next })?;
            branches
                .push(self.behind(is_before, after, |this, matched| this.class(&word, matched))?);
        }
        self.push(Instruction::Split(branches))
    }

    /// Compiles one character of a class.
    fn class(&mut self, class: &Hir, next: Pc) -> Option<Pc> {
        match class.kind() {
            HirKind::Class(Class::Unicode(class)) => {
                self.ranges(class.iter().map(|range| (range.start(), range.end())), next)
            }
            HirKind::Class(Class::Bytes(class)) if class.is_ascii() => {
                let ranges = class.iter();
                self.ranges(ranges.map(|it| (it.start().into(), it.end().into())), next)
            }
            HirKind::Literal(literal) => {
                let text = std::str::from_utf8(&literal.0).ok()?;
                let mut at = next;
                for character in text.chars().rev() {
                    at = self.ranges([(character, character)], at)?;
                }
                Some(at)
            }
            _ => None,
        }
    }

    /// Compiles one character of these ranges.
    fn ranges(&mut self, ranges: impl IntoIterator<Item = (char, char)>, next: Pc) -> Option<Pc> {
        let class = self.program.class(ranges.into_iter().collect());
        self.push(Instruction::Character(class, next))
    }
}
