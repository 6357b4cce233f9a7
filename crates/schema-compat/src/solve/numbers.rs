//! Numbers: bounds and divisors.

use serde_json::Value;

use super::{AnyOf, Found, Literal, Solver};
use crate::{
    model::{Kinds, Node},
    number::Num,
};

/// So many whole numbers are tried one by one.
const MOST_TRIED: i128 = 512;

/// Doubles up to here hold every whole number.
const LARGEST_EXACT: i128 = 1 << 53;

/// What numbers have to be.
#[derive(Default)]
struct Range {
    least: Option<(Num, bool)>,
    most: Option<(Num, bool)>,
    /// What they are multiples of, and what they are not.
    divisors: Vec<i128>,
    other_divisors: Vec<i128>,
    /// The same with fractions: numerators and denominators.
    fractions: Vec<(i128, i128)>,
    other_fractions: Vec<(i128, i128)>,
}

impl Range {
    fn raise(&mut self, bound: Num, is_open: bool) {
        if self.least.is_none_or(|known| (bound, is_open) > known) {
            self.least = Some((bound, is_open));
        }
    }

    fn lower(&mut self, bound: Num, is_open: bool) {
        if self
            .most
            .is_none_or(|(known, was_open)| (known, !was_open) > (bound, !is_open))
        {
            self.most = Some((bound, is_open));
        }
    }

    /// The least and the most whole number, where there are such bounds.
    fn whole(&self) -> (Option<i128>, Option<i128>) {
        let is_whole = |bound: Num| matches!(bound, Num::Whole(_));
        let least = self.least.map(|(bound, is_open)| {
            let first = bound.ceil();
            first.saturating_add(i128::from(is_open && is_whole(bound)))
        });
        let most = self.most.map(|(bound, is_open)| {
            let last = bound.floor();
            last.saturating_sub(i128::from(is_open && is_whole(bound)))
        });
        (least, most)
    }

    fn is_empty(&self) -> bool {
        match (self.least, self.most) {
            (Some((least, is_open)), Some((most, is_open_above))) => {
                least > most || (least == most && (is_open || is_open_above))
            }
            _ => false,
        }
    }
}

impl Solver<'_> {
    /// Looks for a number of one kind.
    pub(super) fn number(&mut self, literals: &[Literal], kind: Kinds) -> Found {
        let mut range = Range::default();
        for (id, holds) in literals {
            match (self.model.node(*id), *holds) {
                (Node::AtLeast(bound, is_open), true) => range.raise(*bound, *is_open),
                (Node::AtLeast(bound, is_open), false) => range.lower(*bound, !is_open),
                (Node::AtMost(bound, is_open), true) => range.lower(*bound, *is_open),
                (Node::AtMost(bound, is_open), false) => range.raise(*bound, !is_open),
                (Node::MultipleOf(divisor), true) => range.divisors.push(*divisor),
                (Node::MultipleOf(divisor), false) => range.other_divisors.push(*divisor),
                (Node::Check(check), holds) => {
                    let divisor = self.model.checks.get(*check).and_then(|it| it.divisor);
                    let Some((numerator, denominator)) = divisor else {
                        continue;
                    };
                    // A whole multiple of a fraction is one of its numerator.
                    if holds {
                        range.fractions.push((numerator, denominator));
                    } else {
                        range.other_fractions.push((numerator, denominator));
                    }
                }
                _ => {}
            }
        }
        if range.is_empty() {
            return Found::Nothing;
        }
        if kind == Kinds::FRACTION {
            self.fraction(literals, &range)
        } else {
            self.whole(literals, &range, kind)
        }
    }

    fn whole(&mut self, literals: &[Literal], range: &Range, kind: Kinds) -> Found {
        let (least, most) = range.whole();
        if let (Some(least), Some(most)) = (least, most)
            && least > most
        {
            return Found::Nothing;
        }
        let numerators = |of: &[(i128, i128)]| of.iter().map(|(numerator, _)| *numerator).collect();
        let (mut divisors, mut others): (Vec<_>, Vec<_>) = (
            numerators(&range.fractions),
            numerators(&range.other_fractions),
        );
        divisors.extend(&range.divisors);
        others.extend(&range.other_divisors);
        let Some(step) = divisors
            .iter()
            .try_fold(1, |step, divisor| common_multiple(step, *divisor))
        else {
            return Found::Unknown(None);
        };
        if others.iter().any(|other| step % other == 0) {
            return Found::Nothing;
        }
        let (candidates, is_complete) = multiples(step, least, most);
        let candidates = candidates.into_iter().filter_map(|whole| form(whole, kind));
        let candidates: Vec<Value> = candidates.collect();
        self.first_of(literals, candidates, is_complete)
    }

    fn fraction(&mut self, literals: &[Literal], range: &Range) -> Found {
        if !range.divisors.is_empty() {
            // No multiple of a whole number has a fraction.
            return Found::Nothing;
        }
        let is_multiple = |(numerator, denominator): &(i128, i128)| {
            let of = |(other, other_denominator): &(i128, i128)| {
                let (left, right) = (
                    numerator.checked_mul(*other_denominator),
                    denominator.checked_mul(*other),
                );
                matches!((left, right), (Some(left), Some(right)) if left % right == 0)
            };
            range.other_fractions.iter().any(of)
        };
        if range.fractions.iter().any(is_multiple) {
            return Found::Nothing;
        }
        let bound = |bound: Option<(Num, bool)>| bound.map(|(bound, _)| bound.as_double());
        let (least, most) = (bound(range.least), bound(range.most));
        if let (Some(least), Some(most)) = (range.least, range.most)
            && least.0 == most.0
            && matches!(least.0, Num::Whole(_))
        {
            return Found::Nothing;
        }
        let mut candidates: Vec<f64> = Vec::new();
        candidates.extend(least);
        candidates.extend(most);
        if let (Some(least), Some(most)) = (least, most) {
            for part in [0.5, 0.25, 0.75, 0.1, 0.01, 0.001, 0.9, 0.99, 0.999] {
                candidates.push(least + (most - least) * part);
            }
        }
        for near in [least, most, Some(0.0)].into_iter().flatten() {
            for distance in [0.5, 0.25, 0.1, 0.125, 0.001, 1e-6, 1.5, 2.5, 10.5, 100.5] {
                candidates.push(near + distance);
                candidates.push(near - distance);
            }
        }
        for (numerator, denominator) in &range.fractions {
            let step = Num::Whole(*numerator).as_double() / Num::Whole(*denominator).as_double();
            for near in [least.unwrap_or(0.0), most.unwrap_or(0.0)] {
                let first = (near / step).trunc();
                candidates.extend((-3..4).map(|more| (first + f64::from(more)) * step));
            }
        }
        candidates.retain(|double| double.is_finite() && double.fract() != 0.0);
        let candidates: Vec<Value> = candidates.into_iter().map(Value::from).collect();
        let mut any = AnyOf {
            is_unknown: true,
            candidate: None,
        };
        match any.settles(self.first_of(literals, candidates, true)) {
            Some(found) => found,
            None => any.finish(),
        }
    }
}

/// Multiples of a step within bounds, those near the bounds and near zero first, and whether these are
/// all there are.
fn multiples(step: i128, least: Option<i128>, most: Option<i128>) -> (Vec<i128>, bool) {
    let first = least.map(|least| least.div_euclid(step) + i128::from(least.rem_euclid(step) != 0));
    let last = most.map(|most| most.div_euclid(step));
    let is_within = |factor: &i128| {
        first.is_none_or(|first| *factor >= first) && last.is_none_or(|last| *factor <= last)
    };
    if let (Some(first), Some(last)) = (first, last)
        && last.saturating_sub(first) < MOST_TRIED
    {
        let mut factors: Vec<i128> = (first..=last).collect();
        factors.sort_by_key(|factor| factor.unsigned_abs());
        return (
            factors.into_iter().map(|factor| factor * step).collect(),
            true,
        );
    }
    let mut factors = Vec::new();
    for distance in 0..MOST_TRIED / 4 {
        factors.extend([distance, -distance]);
        factors.extend(first.map(|first| first.saturating_add(distance)));
        factors.extend(last.map(|last| last.saturating_sub(distance)));
    }
    factors.retain(is_within);
    let wholes = factors
        .into_iter()
        .filter_map(|factor| factor.checked_mul(step));
    (wholes.collect(), false)
}

/// A whole number as JSON, written without fraction or with one.
#[expect(clippy::cast_precision_loss, reason = "the range is checked")]
fn form(whole: i128, kind: Kinds) -> Option<Value> {
    if kind == Kinds::WHOLE {
        return Some(Num::Whole(whole).to_value());
    }
    (whole.abs() <= LARGEST_EXACT).then(|| Value::from(whole as f64))
}

/// The same value with each whole number in it written in both forms, like `1` and `1.0`. `None` if
/// these are too many.
pub(super) fn forms(value: &Value) -> Option<Vec<Value>> {
    /// The forms of seven numbers.
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

/// The same number in the other form: `1.0` for `1`.
fn other_form(value: &Value) -> Option<Value> {
    let Num::Whole(whole) = Num::of(value.as_number()?) else {
        return None;
    };
    let kind = match Kinds::of(value) {
        Kinds::WHOLE => Kinds::WHOLE_DOUBLE,
        _ => Kinds::WHOLE,
    };
    form(whole, kind).filter(|other| Kinds::of(other) == kind)
}

fn common_multiple(left: i128, right: i128) -> Option<i128> {
    let (mut greater, mut smaller) = (left, right);
    while smaller != 0 {
        (greater, smaller) = (smaller, greater % smaller);
    }
    if greater == 0 {
        return None;
    }
    (left / greater).checked_mul(right)
}
