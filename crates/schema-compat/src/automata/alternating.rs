//! Compilation of programs with assertions to tables, as alternating automata.
//!
//! After some characters, the condition on the rest is a formula over instructions: those of threads, and those of
//! look-aheads, some of which must not hold. Each character turns the formula into the next one. Characters in the same
//! classes turn it into the same formula.

use std::collections::BTreeMap;

use super::{
    automaton::Table,
    characters::CharacterKinds,
    formula::{Formula, Term, Threads, TooLarge, and, is_true, not, simplified},
};

/// The index of an instruction.
pub(super) type Pc = usize;

/// The maximum number of states of one table.
const MOST_STATES: usize = 12_000;

/// The maximum product of the numbers of states and of kinds of characters, of one table.
const MOST_ENTRIES: usize = 20_000_000;

/// The maximum number of successive `$` assertions.
const MOST_ENDS: usize = 16;

/// The maximum number of steps to build one table.
const MOST_STEPS: usize = 20_000_000;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Instruction {
    /// The pattern has matched, regardless of what follows.
    Match,
    /// A character of a class.
    Character(usize, Pc),
    Split(Vec<Pc>),
    /// An assertion about the text that follows.
    Ahead {
        body: Pc,
        holds: bool,
        next: Pc,
    },
    /// An assertion about the text before.
    Behind {
        index: usize,
        holds: bool,
        next: Pc,
    },
    Start(Pc),
    End(Pc),
}

#[derive(Debug, Default)]
pub(super) struct Program {
    pub(super) instructions: Vec<Instruction>,
    pub(super) start: Pc,
    /// The first instructions of the bodies of look-behinds.
    pub(super) behind: Vec<Pc>,
    /// The classes of characters, as sorted ranges.
    classes: Vec<Vec<(char, char)>>,
}

impl Program {
    /// Returns the number of a class, which is added if it is new.
    pub(super) fn class(&mut self, ranges: Vec<(char, char)>) -> usize {
        let known = self.classes.iter().position(|known| *known == ranges);
        known.unwrap_or_else(|| {
            self.classes.push(ranges);
            self.classes.len() - 1
        })
    }
}

/// A state of the table: everything that matters about the text read so far.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct ProgramState {
    formula: Formula,
    is_start: bool,
    /// The current threads of each look-behind.
    behind: Vec<Threads>,
}

/// The facts about a position on which assertions depend.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct PositionFacts {
    is_start: bool,
    /// The look-behinds that hold.
    holds: Vec<bool>,
}

/// A function that returns the formula for a set of threads of which one has to match.
type Replace<'r, T> = &'r mut dyn FnMut(&mut T, &[Pc]) -> Result<Formula, TooLarge>;

/// Builds the table of a program; `None` if it is too large.
pub(super) fn table(program: &Program) -> Option<Table> {
    let mut builder = Builder {
        program,
        known: BTreeMap::new(),
        begun: BTreeMap::new(),
        stepped: BTreeMap::new(),
        cuts: 0,
        steps: 0,
    };
    builder.table().ok()
}

struct Builder<'p> {
    program: &'p Program,
    known: BTreeMap<(Pc, PositionFacts), Formula>,
    /// The threads of look-behinds that begin after the start.
    begun: BTreeMap<Pc, Threads>,
    /// The formula of threads after a character, by the look-behinds that hold after it.
    stepped: BTreeMap<(usize, Vec<bool>), BTreeMap<Threads, Formula>>,
    /// The number of times that a loop was left because it came back without a character.
    cuts: usize,
    steps: usize,
}

impl Builder<'_> {
    fn table(&mut self) -> Result<Table, TooLarge> {
        let kinds = CharacterKinds::of(&self.program.classes).ok_or(TooLarge)?;
        let start = self.start()?;
        let mut ids = BTreeMap::from([(start.clone(), 0u32)]);
        let mut points = vec![start];
        let (mut next, mut accepts) = (Vec::new(), Vec::new());
        let mut at = 0;
        while let Some(point) = points.get(at).cloned() {
            at += 1;
            accepts.push(self.accepts(&point)?);
            // Kinds of characters that none of its threads distinguishes lead to the same point.
            let classes = self.classes(&point)?;
            let mut known: BTreeMap<Vec<usize>, u32> = BTreeMap::new();
            for kind in 0..kinds.count() {
                let of = kinds.classes_among(kind, &classes);
                if let Some(id) = known.get(&of) {
                    next.push(*id);
                    continue;
                }
                let after = self.step(&point, kind, &kinds)?;
                let id = match ids.get(&after) {
                    Some(id) => *id,
                    None => {
                        let id = u32::try_from(points.len()).map_err(|_| TooLarge)?;
                        ids.insert(after.clone(), id);
                        points.push(after);
                        id
                    }
                };
                known.insert(of, id);
                next.push(id);
            }
            if points.len() > MOST_STATES || next.len() > MOST_ENTRIES {
                return Err(TooLarge);
            }
        }
        let formulas = points.iter().map(|point| &point.formula);
        Ok(Table {
            kinds,
            next,
            accepts,
            always: formulas.clone().map(is_true).collect(),
            never: formulas.map(Vec::is_empty).collect(),
        })
    }

    /// Returns the classes that the threads of a point read, sorted.
    fn classes(&mut self, point: &ProgramState) -> Result<Vec<usize>, TooLarge> {
        let terms = point.formula.iter();
        let in_formula = terms.flat_map(|term| term.wanted.iter().flatten().chain(&term.barred));
        let threads = in_formula.chain(point.behind.iter().flatten());
        let class = |at: &Pc| match self.program.instructions.get(*at) {
            Some(Instruction::Character(class, _)) => Some(*class),
            _ => None,
        };
        let mut classes = Vec::new();
        let mut count = 0;
        for at in threads {
            count += 1;
            classes.extend(class(at));
        }
        classes.sort_unstable();
        classes.dedup();
        self.count(count)?;
        Ok(classes)
    }

    fn start(&mut self) -> Result<ProgramState, TooLarge> {
        let mut behind = Vec::new();
        for body in &self.program.behind {
            behind.push(self.begun(*body, true)?);
        }
        let position = self.position(true, &behind);
        let formula = self.closure(self.program.start, &position)?;
        Ok(ProgramState {
            formula,
            is_start: true,
            behind,
        })
    }

    /// Returns the threads of a look-behind that begins here. Its only possible assertion is the start of the string.
    fn begun(&mut self, body: Pc, is_start: bool) -> Result<Threads, TooLarge> {
        if !is_start && let Some(known) = self.begun.get(&body) {
            return Ok(known.clone());
        }
        let (mut threads, mut open) = (Vec::new(), vec![body]);
        while let Some(at) = open.pop() {
            self.count(1)?;
            match self.program.instructions.get(at) {
                Some(Instruction::Split(branches)) if !threads.contains(&at) => {
                    open.extend(branches);
                    threads.push(at);
                }
                Some(Instruction::Start(next)) if is_start => open.push(*next),
                Some(Instruction::Character(..) | Instruction::Match) => threads.push(at),
                _ => {}
            }
        }
        threads.sort_unstable();
        threads.dedup();
        if !is_start {
            self.begun.insert(body, threads.clone());
        }
        Ok(threads)
    }

    fn position(&self, is_start: bool, behind: &[Threads]) -> PositionFacts {
        let is_match =
            |at: &Pc| matches!(self.program.instructions.get(*at), Some(Instruction::Match));
        let holds = behind.iter().map(|threads| threads.iter().any(is_match));
        PositionFacts {
            is_start,
            holds: holds.collect(),
        }
    }

    fn step(
        &mut self,
        point: &ProgramState,
        kind: usize,
        kinds: &CharacterKinds,
    ) -> Result<ProgramState, TooLarge> {
        if point.formula.is_empty() || is_true(&point.formula) {
            // The text read so far no longer matters.
            let mut after = point.clone();
            (after.is_start, after.behind) = (false, Vec::new());
            return Ok(after);
        }
        let mut behind = Vec::new();
        for (threads, body) in point.behind.iter().zip(&self.program.behind) {
            let mut after = self.begun(*body, false)?;
            for at in threads {
                if let Some(next) = self.after(*at, kind, kinds) {
                    after.extend(self.begun(next, false)?);
                }
            }
            after.sort_unstable();
            after.dedup();
            behind.push(after);
        }
        let position = self.position(false, &behind);
        let formula = self.map(&point.formula, &mut |this, threads| {
            let key = (kind, position.holds.clone());
            let known = this.stepped.entry(key.clone()).or_default();
            if let Some(known) = known.get(threads) {
                return Ok(known.clone());
            }
            this.count(threads.len())?;
            let mut any = Formula::new();
            for at in threads {
                if let Some(next) = this.after(*at, kind, kinds) {
                    any.extend(this.closure(next, &position)?);
                }
            }
            let any = simplified(any)?;
            let known = this.stepped.entry(key).or_default();
            known.insert(threads.to_vec(), any.clone());
            Ok(any)
        })?;
        if formula.is_empty() || is_true(&formula) {
            behind.clear();
        }
        Ok(ProgramState {
            formula,
            is_start: false,
            behind,
        })
    }

    fn after(&self, at: Pc, kind: usize, kinds: &CharacterKinds) -> Option<Pc> {
        match self.program.instructions.get(at)? {
            Instruction::Character(class, next) if kinds.is_in(kind, *class) => Some(*next),
            _ => None,
        }
    }

    fn accepts(&mut self, point: &ProgramState) -> Result<bool, TooLarge> {
        let position = self.position(point.is_start, &point.behind);
        let mut formula = point.formula.clone();
        // Each round follows one of several successive end assertions.
        for _ in 0..MOST_ENDS {
            if formula.is_empty() || is_true(&formula) {
                return Ok(!formula.is_empty());
            }
            formula = self.map(&formula, &mut |this, threads| {
                let mut any = Formula::new();
                for at in threads {
                    if let Some(Instruction::End(next)) = this.program.instructions.get(*at) {
                        any.extend(this.closure(*next, &position)?);
                    }
                }
                simplified(any)
            })?;
        }
        // Some of the end assertions are in a loop.
        Err(TooLarge)
    }

    /// Returns a formula with each set of threads replaced by the formula that `replace` returns for it.
    fn map(&mut self, formula: &Formula, replace: Replace<'_, Self>) -> Result<Formula, TooLarge> {
        let mut any = Formula::new();
        for term in formula {
            let mut all = vec![Term::default()];
            if !term.barred.is_empty() {
                let barred = replace(self, &term.barred)?;
                all = not(&barred)?;
            }
            for threads in &term.wanted {
                if all.is_empty() {
                    break;
                }
                let one = replace(self, threads)?;
                all = and(&all, &one)?;
            }
            any.extend(all);
        }
        self.count(any.len())?;
        simplified(any)
    }

    /// Returns the condition for a match from an instruction on, as a formula over instructions that read a character
    /// or the end.
    fn closure(&mut self, at: Pc, position: &PositionFacts) -> Result<Formula, TooLarge> {
        let mut path = Vec::new();
        self.closure_within(at, position, &mut path)
    }

    fn closure_within(
        &mut self,
        at: Pc,
        position: &PositionFacts,
        path: &mut Vec<Pc>,
    ) -> Result<Formula, TooLarge> {
        self.count(1)?;
        if path.contains(&at) {
            // A loop that reads nothing adds no match.
            self.cuts += 1;
            return Ok(Formula::new());
        }
        let key = (at, position.clone());
        if let Some(known) = self.known.get(&key) {
            return Ok(known.clone());
        }
        let program = self.program;
        let cuts = self.cuts;
        path.push(at);
        let formula = match program.instructions.get(at) {
            Some(Instruction::Match) => vec![Term::default()],
            Some(Instruction::Character(..) | Instruction::End(_)) => vec![Term {
                wanted: vec![vec![at]],
                barred: Vec::new(),
            }],
            Some(Instruction::Split(branches)) => {
                let mut any = Formula::new();
                for branch in branches {
                    any.extend(self.closure_within(*branch, position, path)?);
                }
                simplified(any)?
            }
            Some(Instruction::Ahead { body, holds, next }) => {
                let body = self.closure_within(*body, position, path)?;
                let body = if *holds { body } else { not(&body)? };
                let next = self.closure_within(*next, position, path)?;
                and(&body, &next)?
            }
            Some(Instruction::Behind { index, holds, next }) => {
                if position.holds.get(*index) == Some(holds) {
                    self.closure_within(*next, position, path)?
                } else {
                    Formula::new()
                }
            }
            Some(Instruction::Start(next)) if position.is_start => {
                self.closure_within(*next, position, path)?
            }
            Some(Instruction::Start(_)) | None => Formula::new(),
        };
        path.pop();
        if self.cuts == cuts {
            self.known.insert(key, formula.clone());
        }
        Ok(formula)
    }

    fn count(&mut self, steps: usize) -> Result<(), TooLarge> {
        self.steps += steps;
        if self.steps > MOST_STEPS {
            Err(TooLarge)
        } else {
            Ok(())
        }
    }
}
