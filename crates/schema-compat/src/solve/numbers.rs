//! Searches for numbers: bounds, divisors, and excluded values.
//!
//! All bounds and divisors are multiplied by one power of ten, so that numbers are integers and multiples of a step can
//! be counted.

use num_bigint::BigInt;
use serde_json::Value;

use super::{AnyOf, Literal, Outcome, Solver};
use crate::{
    model::{Kinds, Node},
    number::{Num, power_of_ten},
};

/// The maximum number of numbers that are tried one by one, besides one for each excluded value.
const MOST_TRIED: u32 = 512;

/// The maximum number of additional digits of decimals that are tried, compared with bounds and divisors.
const MORE_DIGITS: u32 = 3;

/// The constraints on a number.
#[derive(Default)]
struct Range {
    least: Option<(Num, bool)>,
    most: Option<(Num, bool)>,
    /// Divisors of which it must be a multiple.
    divisors: Vec<Num>,
    /// Divisors of which it must not be a multiple.
    others: Vec<Num>,
    /// The number of values that are excluded one by one.
    excluded: usize,
}

impl Range {
    fn raise(&mut self, bound: &Num, is_open: bool) {
        let bound = (bound.clone(), is_open);
        if self.least.as_ref().is_none_or(|known| bound > *known) {
            self.least = Some(bound);
        }
    }

    fn lower(&mut self, bound: &Num, is_open: bool) {
        let is_lower = |(known, was_open): &(Num, bool)| (known, !was_open) > (bound, !is_open);
        if self.most.as_ref().is_none_or(is_lower) {
            self.most = Some((bound.clone(), is_open));
        }
    }

    fn is_empty(&self) -> bool {
        match (&self.least, &self.most) {
            (Some((least, is_open)), Some((most, is_open_above))) => {
                least > most || (least == most && (*is_open || *is_open_above))
            }
            _ => false,
        }
    }

    fn is_one_number(&self) -> bool {
        matches!((&self.least, &self.most), (Some((least, _)), Some((most, _))) if least == most)
    }

    /// Returns the maximum number of digits behind the point, of bounds and divisors.
    fn scale(&self) -> u32 {
        let bounds = self.least.iter().chain(&self.most).map(|(bound, _)| bound);
        let all = bounds.chain(&self.divisors).chain(&self.others);
        all.map(Num::scale).max().unwrap_or(0)
    }
}

/// Multiples of a step within bounds, all of them integers at one scale.
struct Grid {
    scale: u32,
    step: BigInt,
    /// The divisors of which they are not multiples.
    others: Vec<BigInt>,
    first: Option<BigInt>,
    last: Option<BigInt>,
}

impl Solver<'_> {
    /// Searches for a number of one kind.
    pub(super) fn number(&mut self, literals: &[Literal], kind: Kinds) -> Outcome {
        let mut range = Range::default();
        for (id, holds) in literals {
            match (self.model.node(*id), *holds) {
                (Node::AtLeast(bound, is_open), true) => range.raise(bound, *is_open),
                (Node::AtLeast(bound, is_open), false) => range.lower(bound, !is_open),
                (Node::AtMost(bound, is_open), true) => range.lower(bound, *is_open),
                (Node::AtMost(bound, is_open), false) => range.raise(bound, !is_open),
                (Node::MultipleOf(divisor), true) => range.divisors.push(whole(*divisor)),
                (Node::MultipleOf(divisor), false) => range.others.push(whole(*divisor)),
                (Node::Check(check), holds) => {
                    let check = self.model.checks.get(*check);
                    match check.and_then(|check| check.divisor.clone()) {
                        Some(divisor) if holds => range.divisors.push(divisor),
                        Some(divisor) => range.others.push(divisor),
                        None => {}
                    }
                }
                (Node::Values(constants), false) => range.excluded += constants.len(),
                _ => {}
            }
        }
        // Bounds are exact, so an empty range contains no number.
        if range.is_empty() {
            return Outcome::Nothing;
        }
        let is_whole = kind != Kinds::FRACTION;
        if !is_whole && range.divisors.is_empty() && !range.is_one_number() {
            return self.decimal(literals, &range);
        }
        let finest = Num::scaled(BigInt::from(1), range.scale());
        match range.grid(&finest, is_whole) {
            Some(grid) => self.on_grid(literals, &grid, range.excluded, kind),
            // All multiples of the step are multiples of a forbidden divisor.
            None => Outcome::Nothing,
        }
    }

    /// Searches for a number with a fraction between different bounds. There always is one.
    fn decimal(&mut self, literals: &[Literal], range: &Range) -> Outcome {
        let mut any = AnyOf {
            is_unknown: true,
            candidate: None,
        };
        let finest = range.scale().saturating_add(MORE_DIGITS);
        let scales = (1..=MORE_DIGITS.min(finest)).chain(range.scale().max(1)..=finest);
        let halves = Num::of_double(0.5);
        let steps = scales.map(|scale| Num::scaled(BigInt::from(1), scale));
        for step in std::iter::once(halves).chain(steps) {
            // All decimals with few digits may be multiples of a forbidden divisor.
            let Some(grid) = range.grid(&step, false) else {
                continue;
            };
            let found = self.on_grid(literals, &grid, range.excluded, Kinds::FRACTION);
            if let Some(found) = any.settles(found) {
                return found;
            }
        }
        any.finish()
    }

    /// Searches for a number of a grid. The answer is that there is none only if all of them were tried.
    fn on_grid(
        &mut self,
        literals: &[Literal],
        grid: &Grid,
        excluded: usize,
        kind: Kinds,
    ) -> Outcome {
        let (factors, is_complete) = grid.factors(excluded);
        // Except in draft 4, `1.0` equals `1`, so a whole number does not need this form.
        let needs_no_double = kind == Kinds::WHOLE_DOUBLE && !self.model.tells_doubles;
        let mut any = AnyOf {
            is_unknown: !is_complete,
            candidate: None,
        };
        for factor in factors {
            let digits = factor * &grid.step;
            if grid.others.iter().any(|other| is_zero(&(&digits % other))) {
                continue;
            }
            match form(&Num::scaled(digits, grid.scale), kind) {
                Ok(Some(candidate)) => {
                    let found = self.first_of(literals, [candidate], true);
                    if let Some(found) = any.settles(found) {
                        return found;
                    }
                }
                Ok(None) => {}
                // JSON can represent the number, but the JSON parser here cannot distinguish it from its neighbours.
                Err(Inexact) => any.is_unknown |= !needs_no_double,
            }
        }
        any.finish()
    }
}

impl Range {
    /// Returns the numbers of this range as multiples of the divisors, or of `step` if there are none. `None` if all of
    /// them are multiples of a forbidden divisor.
    fn grid(&self, step: &Num, is_whole: bool) -> Option<Grid> {
        // No bound and no divisor has more digits, so none is rounded.
        let fine = step.scale().max(self.scale());
        let one = power_of_ten(fine);
        let mut step = if is_whole {
            one.clone()
        } else if self.divisors.is_empty() {
            step.times_ten_to(fine)
        } else {
            BigInt::from(1)
        };
        for divisor in &self.divisors {
            step = common_multiple(step, divisor.times_ten_to(fine));
        }
        let mut others: Vec<BigInt> = self
            .others
            .iter()
            .map(|other| other.times_ten_to(fine))
            .collect();
        if !is_whole {
            others.push(one);
        }
        if others.iter().any(|other| is_zero(&(&step % other))) {
            return None;
        }
        let bound = |bound: &(Num, bool), inwards: i32| {
            bound.0.times_ten_to(fine) + if bound.1 { inwards } else { 0 }
        };
        let first = self
            .least
            .as_ref()
            .map(|least| ceiling(&bound(least, 1), &step));
        let last = self
            .most
            .as_ref()
            .map(|most| floor(&bound(most, -1), &step));
        Some(Grid {
            scale: fine,
            step,
            others,
            first,
            last,
        })
    }
}

impl Grid {
    /// Returns factors of the step within the bounds, and whether these are all there are. Otherwise they are near the
    /// bounds, near zero, or multiples of powers of two. Without other constraints, at least one of them is not
    /// excluded.
    fn factors(&self, excluded: usize) -> (Vec<BigInt>, bool) {
        let most = BigInt::from(MOST_TRIED) + excluded;
        if let (Some(first), Some(last)) = (&self.first, &self.last)
            && last - first < most
        {
            let mut factors = Vec::new();
            let mut factor = first.clone();
            while factor <= *last {
                factors.push(factor.clone());
                factor += 1;
            }
            factors.sort_by_key(|factor| factor.magnitude().clone());
            return (factors, true);
        }
        let zero = BigInt::ZERO;
        let near: Vec<&BigInt> = [Some(&zero), self.first.as_ref(), self.last.as_ref()]
            .into_iter()
            .flatten()
            .collect();
        // A neighbour of a multiple of this number is not a multiple of a forbidden divisor.
        let round = self.others.iter().fold(BigInt::from(1), |round, other| {
            common_multiple(
                round,
                other / common_divisor(other.clone(), self.step.clone()),
            )
        });
        let mut factors = Vec::new();
        for distance in 0..u64::from(MOST_TRIED / 4) + excluded as u64 {
            for near in &near {
                factors.extend([*near + distance, *near - distance]);
                let around = (*near / &round + distance) * &round;
                factors.extend([&around + 1, &around - 1, 1 - &around]);
            }
        }
        // Integers of more than 53 bits are doubles only where their last bits are zero.
        let scale = near.iter().map(|near| near.bits()).max().unwrap_or(0);
        if scale + self.step.bits() > u64::from(f64::MANTISSA_DIGITS) {
            let powers = (0..=scale + 2).map(|power| BigInt::from(1) << power);
            for power in powers {
                factors.extend([1, 3, 5, -1, -3, -5].map(|times| &power * times));
                for near in &near {
                    let rounded = (*near >> power.bits()) << power.bits();
                    factors.extend([&rounded - &power, rounded.clone(), rounded + &power]);
                }
            }
        }
        let is_within = |factor: &BigInt| {
            self.first.as_ref().is_none_or(|first| factor >= first)
                && self.last.as_ref().is_none_or(|last| factor <= last)
        };
        factors.retain(is_within);
        (factors, false)
    }
}

/// An error: no number of 64 bits has exactly this value.
struct Inexact;

/// Returns a number as JSON, if it has a form of one kind: a whole number can be written without a fraction, or with
/// one.
fn form(number: &Num, kind: Kinds) -> Result<Option<Value>, Inexact> {
    let value = match kind {
        Kinds::WHOLE_DOUBLE => number.to_double().map(Value::from),
        _ => number.to_value(),
    };
    let value = value.ok_or(Inexact)?;
    Ok(Some(value).filter(|value| Kinds::of(value) == kind))
}

fn whole(divisor: u64) -> Num {
    BigInt::from(divisor).into()
}

fn is_zero(number: &BigInt) -> bool {
    *number == BigInt::ZERO
}

/// Returns the greatest integer whose product with a positive step is not above a bound.
fn floor(bound: &BigInt, step: &BigInt) -> BigInt {
    let (factor, rest) = (bound / step, bound % step);
    if rest < BigInt::ZERO {
        factor - 1
    } else {
        factor
    }
}

/// Returns the least integer whose product with a positive step is not below a bound.
fn ceiling(bound: &BigInt, step: &BigInt) -> BigInt {
    -floor(&-bound, step)
}

fn common_divisor(mut greater: BigInt, mut smaller: BigInt) -> BigInt {
    while !is_zero(&smaller) {
        (greater, smaller) = (smaller.clone(), greater % smaller);
    }
    greater
}

fn common_multiple(left: BigInt, right: BigInt) -> BigInt {
    let divisor = common_divisor(left.clone(), right.clone());
    if is_zero(&divisor) {
        return divisor;
    }
    left / divisor * right
}

/// Returns all forms of a value in which each whole number is written in either way, like `1` and `1.0`. `None` if
/// there are too many.
pub(super) fn forms(value: &Value) -> Option<Vec<Value>> {
    /// The maximum number of forms: those of a value with seven whole numbers.
    const MOST_FORMS: usize = 128;
    match value {
        Value::Number(_) => {
            let mut forms = vec![value.clone()];
            forms.extend(other_form(value));
            Some(forms)
        }
        Value::Array(items) => {
            let mut forms = vec![Vec::new()];
            for item in items {
                let of_item = self::forms(item)?;
                if forms.len() * of_item.len() > MOST_FORMS {
                    return None;
                }
                let with = |before: &Vec<Value>| -> Vec<Vec<Value>> {
                    let of_item = of_item.iter();
                    of_item
                        .map(|item| before.iter().chain([item]).cloned().collect())
                        .collect()
                };
                forms = forms.iter().flat_map(with).collect();
            }
            Some(forms.into_iter().map(Value::Array).collect())
        }
        Value::Object(members) => {
            let values = Value::Array(members.values().cloned().collect());
            let with = |values: Value| {
                let values = values.as_array().into_iter().flatten().cloned();
                Value::Object(members.keys().cloned().zip(values).collect())
            };
            Some(forms(&values)?.into_iter().map(with).collect())
        }
        _ => Some(vec![value.clone()]),
    }
}

/// Returns the same number in the other form: `1.0` for `1`.
fn other_form(value: &Value) -> Option<Value> {
    let number = Num::of(value.as_number()?);
    let kind = match Kinds::of(value) {
        Kinds::WHOLE => Kinds::WHOLE_DOUBLE,
        Kinds::WHOLE_DOUBLE => Kinds::WHOLE,
        _ => return None,
    };
    form(&number, kind).ok().flatten()
}
