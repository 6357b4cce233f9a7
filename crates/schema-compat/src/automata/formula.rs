//! Conditions on the rest of a string: formulas over the threads of a program.

use std::collections::BTreeMap;

use super::alternating::Pc;

/// The maximum number of terms of one formula.
const MOST_TERMS: usize = 128;

/// A sorted set of instructions, one of which has to lead to a match.
pub(super) type Threads = Vec<Pc>;

/// A conjunction: of each wanted set, one thread has to match, and no barred thread may match.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Term {
    pub(super) wanted: Vec<Threads>,
    pub(super) barred: Threads,
}

/// A disjunction of terms. A formula that is always true has a single term without threads.
pub(super) type Formula = Vec<Term>;

/// An error: a pattern is too large.
#[derive(Debug)]
pub(super) struct TooLarge;

/// Returns the conjunction of two formulas.
pub(super) fn and(left: &Formula, right: &Formula) -> Result<Formula, TooLarge> {
    let mut all = Formula::new();
    for one in left {
        for other in right {
            let mut term = one.clone();
            term.wanted.extend(other.wanted.iter().cloned());
            term.barred.extend(&other.barred);
            all.push(term);
        }
    }
    simplified(all)
}

/// Returns the negation of a formula.
pub(super) fn not(formula: &Formula) -> Result<Formula, TooLarge> {
    let mut all = vec![Term::default()];
    for term in formula {
        let mut any = Formula::new();
        for threads in &term.wanted {
            any.push(Term {
                wanted: Vec::new(),
                barred: threads.clone(),
            });
        }
        if !term.barred.is_empty() {
            any.push(Term {
                wanted: vec![term.barred.clone()],
                barred: Vec::new(),
            });
        }
        all = and(&all, &any)?;
    }
    Ok(all)
}

/// Reports whether a formula is always true.
pub(super) fn is_true(formula: &Formula) -> bool {
    formula
        .iter()
        .any(|term| term.wanted.is_empty() && term.barred.is_empty())
}

/// Returns an equivalent formula with fewer terms.
pub(super) fn simplified(formula: Formula) -> Result<Formula, TooLarge> {
    if is_true(&formula) {
        return Ok(vec![Term::default()]);
    }
    let mut terms: Vec<Term> = formula.into_iter().filter_map(satisfiable).collect();
    // Terms with one wanted set and the same barred threads are merged: one of their threads has to match.
    let mut united: BTreeMap<Threads, Threads> = BTreeMap::new();
    terms.retain(|term| match term.wanted.as_slice() {
        [threads] => {
            let all = united.entry(term.barred.clone()).or_default();
            all.extend(threads);
            false
        }
        _ => true,
    });
    for (barred, mut threads) in united {
        threads.sort_unstable();
        threads.dedup();
        terms.push(Term {
            wanted: vec![threads],
            barred,
        });
    }
    terms.sort();
    terms.dedup();
    if terms.len() > MOST_TERMS {
        return Err(TooLarge);
    }
    let is_implied = |at: usize, term: &Term| {
        let others = terms.iter().enumerate();
        others.into_iter().any(|(other_at, other)| {
            other_at != at && implies(term, other) && !(other_at > at && implies(other, term))
        })
    };
    let kept = terms.iter().enumerate();
    let kept = kept.filter(|(at, term)| !is_implied(*at, term));
    Ok(kept.map(|(_, term)| term.clone()).collect())
}

/// Returns a term without redundant threads and sets; `None` if it cannot hold.
fn satisfiable(mut term: Term) -> Option<Term> {
    term.barred.sort_unstable();
    term.barred.dedup();
    for threads in &mut term.wanted {
        threads.retain(|at| term.barred.binary_search(at).is_err());
        if threads.is_empty() {
            return None;
        }
    }
    term.wanted.sort();
    term.wanted.dedup();
    let wanted = std::mem::take(&mut term.wanted);
    let is_implied = |at: usize, threads: &Threads| {
        let others = wanted.iter().enumerate();
        others
            .into_iter()
            .any(|(other_at, other)| other_at != at && is_subset(other, threads))
    };
    let kept = wanted.iter().enumerate();
    term.wanted = kept
        .filter(|(at, threads)| !is_implied(*at, threads))
        .map(|(_, threads)| threads.clone())
        .collect();
    Some(term)
}

fn implies(term: &Term, other: &Term) -> bool {
    let is_wanted = |threads: &Threads| term.wanted.iter().any(|known| is_subset(known, threads));
    other.wanted.iter().all(is_wanted) && is_subset(&other.barred, &term.barred)
}

/// Reports whether all of some threads are among others, which are sorted.
fn is_subset(threads: &[Pc], others: &[Pc]) -> bool {
    threads.iter().all(|at| others.binary_search(at).is_ok())
}
