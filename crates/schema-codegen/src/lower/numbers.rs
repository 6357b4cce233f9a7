//! Integers and numbers with their bounds.

use schema_registry::json::{self, MAX_SAFE_INTEGER, Node, NodeKind};

use super::{At, Lowering, Shape};
use crate::model::{Bound, Kind, Range, Type};

impl Lowering<'_> {
    pub(super) fn integer(&mut self, at: At<'_>) -> Shape {
        self.only(
            at,
            &[
                "type",
                "minimum",
                "maximum",
                "exclusiveMinimum",
                "exclusiveMaximum",
                "multipleOf",
            ],
        );
        // A bound that is not an integer makes the range unknown.
        let bound = |keyword, beside: i64, otherwise: i64| match at.node.get(keyword) {
            Some(bound) => bound.as_integer().map(|bound| bound.saturating_add(beside)),
            None => Some(otherwise),
        };
        let min = bound("minimum", 0, i64::MIN).zip(bound("exclusiveMinimum", 1, i64::MIN));
        let max = bound("maximum", 0, i64::MAX).zip(bound("exclusiveMaximum", -1, i64::MAX));
        let min = min.map(|(inclusive, exclusive)| inclusive.max(exclusive));
        let max = max.map(|(inclusive, exclusive)| inclusive.min(exclusive));
        let (min, max) = match (min, max) {
            (Some(min), Some(max)) if min > max => {
                self.unmappable(
                    at,
                    "no integer is in this range",
                    "write `minimum` below `maximum`",
                );
                return Shape::Plain(Type::Any);
            }
            (Some(min), Some(max)) if min >= -MAX_SAFE_INTEGER && max <= MAX_SAFE_INTEGER => {
                (min, max)
            }
            _ => {
                let help =
                    "bound it by integers, at the widest -9007199254740991 and 9007199254740991";
                self.unmappable(at, "no type holds an integer without such bounds", help);
                return Shape::Plain(Type::Any);
            }
        };
        let Some(of) = at.node.get("multipleOf") else {
            return Shape::Plain(Type::Integer { min, max });
        };
        match of
            .as_integer()
            .filter(|of| (1..=MAX_SAFE_INTEGER).contains(of))
        {
            // Every integer is a multiple of 1.
            Some(1) => Shape::Plain(Type::Integer { min, max }),
            // The multiple below `max` is the greatest one.
            Some(of) if max.div_euclid(of) * of < min => {
                let help = "widen the bounds, or remove `multipleOf`";
                self.unmappable(at, &format!("no multiple of {of} is in this range"), help);
                Shape::Plain(Type::Any)
            }
            Some(of) => Shape::Plain(Type::Multiple { of, min, max }),
            None => {
                let pointer = json::child(at.pointer, "multipleOf");
                let message = "no type checks multiples of this number";
                let help = "write an integer from 1 to 9007199254740991";
                self.unmappable(at.keyword(&pointer), message, help);
                Shape::Plain(Type::Any)
            }
        }
    }

    pub(super) fn number(&mut self, at: At<'_>) -> Shape {
        const BOUNDS: [&str; 4] = ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"];
        let is_exact = self.only(at, &["type", BOUNDS[0], BOUNDS[1], BOUNDS[2], BOUNDS[3]]);
        let mut bounds = [None; 4];
        for (slot, keyword) in bounds.iter_mut().zip(BOUNDS) {
            let Some(node) = at.node.get(keyword) else {
                continue;
            };
            // The validator compares integers beyond 2^53 exactly, and a type compares them rounded. Next to a bound
            // that large, the two would differ.
            let Some(value) = float(node).filter(|value| value.abs() <= MAX_SAFE_INTEGER as f64)
            else {
                let pointer = json::child(at.pointer, keyword);
                let message = "readers round numbers as large as this bound";
                let help = "bound it at the widest by -9007199254740991 and 9007199254740991";
                self.unmappable(at.keyword(&pointer), message, help);
                return Shape::Plain(Type::Any);
            };
            *slot = Some(Bound {
                // `-0` is 0.
                value: value + 0.0,
                exclusive: keyword.starts_with("exclusive"),
            });
        }
        let [minimum, above, maximum, below] = bounds;
        let min = tighter(minimum, above, |one, other| one > other);
        let max = tighter(maximum, below, |one, other| one < other);
        if let (Some(min), Some(max)) = (min, max)
            && (min.value > max.value
                || (min.value >= max.value && (min.exclusive || max.exclusive)))
        {
            let help = "write `minimum` below `maximum`";
            self.unmappable(at, "no number is in this range", help);
            return Shape::Plain(Type::Any);
        }
        match min.or(max) {
            // Other keywords are reported already, and any number is the closest type.
            None => Shape::Plain(Type::Number),
            Some(_) if !is_exact => Shape::Plain(Type::Any),
            Some(_) => Shape::Named(Kind::Number(Range { min, max })),
        }
    }
}

fn float(node: &Node) -> Option<f64> {
    match &node.kind {
        NodeKind::Number(number) => number.as_f64(),
        _ => None,
    }
}

/// Returns the stricter of two bounds of one end.
fn tighter(
    inclusive: Option<Bound>,
    exclusive: Option<Bound>,
    is_tighter: fn(f64, f64) -> bool,
) -> Option<Bound> {
    match (inclusive, exclusive) {
        (Some(one), Some(other)) if is_tighter(one.value, other.value) => Some(one),
        (one, other) => other.or(one),
    }
}
