//! Searches for members of objects whose names no literal mentions.

use serde_json::Value;

use super::{Literal, Outcome, Solver, objects::ObjectShape, search_state::SearchState};
use crate::model::{Kinds, Node, Selector, Text};

/// The maximum number of combinations of patterns that are visited.
const MOST_CLASSES: usize = 128;

/// The maximum number of patterns of which all combinations are visited. With more patterns, combinations that no name
/// matches are skipped early.
const FEW_PATTERNS: usize = 3;

/// The constraints on a member whose name no literal mentions.
#[derive(Clone, Default)]
pub(super) struct Fresh {
    pub(super) names: Vec<Literal>,
    pub(super) values: Vec<Literal>,
}

/// A member that an object can have.
pub(super) struct Member {
    pub(super) name: String,
    pub(super) value: Value,
}

/// Members with different names that an object can have.
#[derive(Default)]
pub(super) struct Candidates {
    pub(super) members: Vec<Member>,
    /// True if there may be more, although fewer were found than wanted.
    pub(super) is_unknown: bool,
}

impl Candidates {
    /// Reports whether it is proved that there are none.
    pub(super) fn are_none(&self) -> bool {
        self.members.is_empty() && !self.is_unknown
    }

    /// Reports whether there may be more members than those that a search for `count` members found.
    pub(super) fn may_be_longer(&self, count: usize) -> bool {
        self.is_unknown || self.members.len() >= count
    }
}

/// A search for members, and its limits.
struct MemberSearch<'s, 'a> {
    shape: &'s ObjectShape<'a>,
    fresh: &'s Fresh,
    patterns: Vec<Text>,
    count: usize,
    classes: usize,
    excluded: Vec<Value>,
}

impl<'a> Solver<'a> {
    /// Returns literals that hold for all selected names. They ignore the names that the selector excludes.
    pub(super) fn selected(&self, selector: &Selector) -> Vec<Literal> {
        let matching = selector.matching.iter().map(|pattern| (pattern, true));
        let others = selector.patterns.iter().map(|pattern| (pattern, false));
        let literals = matching
            .chain(others)
            .filter_map(|(pattern, holds)| self.pattern_literal(*pattern, holds));
        literals.collect()
    }

    fn pattern_literal(&self, pattern: Text, holds: bool) -> Option<Literal> {
        Some((self.model.find(&Node::Pattern(pattern))?, holds))
    }

    /// Searches for `count` members with different names that no literal mentions.
    ///
    /// Names differ only in the patterns of the rules for members that they match. A combination of patterns determines
    /// the rules that apply, and so the constraints on the value. If fewer members than wanted are found, and nothing
    /// is unknown, these are all that there can be.
    pub(super) fn candidates(
        &mut self,
        shape: &ObjectShape<'a>,
        fresh: &Fresh,
        count: usize,
    ) -> Candidates {
        let selectors = shape.members.iter().map(|(selector, _)| selector);
        let mut patterns: Vec<Text> = selectors
            .flat_map(|selector| selector.matching.iter().chain(&selector.patterns))
            .copied()
            .collect();
        patterns.sort();
        patterns.dedup();
        let model = self.model;
        let mentioned = shape.mentioned.iter();
        let mut search = MemberSearch {
            shape,
            fresh,
            patterns,
            count,
            classes: MOST_CLASSES,
            excluded: mentioned.map(|name| model.text(*name).into()).collect(),
        };
        let mut names = fresh.names.clone();
        names.extend(shape.names.iter().map(|names| (*names, true)));
        let mut found = Candidates::default();
        self.classes(&mut search, &names, &[], 0, &mut found);
        found
    }

    /// Visits the combinations of patterns that names can match, from one pattern on.
    fn classes(
        &mut self,
        search: &mut MemberSearch<'_, 'a>,
        names: &[Literal],
        matching: &[Text],
        at: usize,
        found: &mut Candidates,
    ) {
        if found.members.len() >= search.count {
            return;
        }
        let Some(pattern) = search.patterns.get(at).copied() else {
            return self.class(search, names, matching, found);
        };
        for holds in [false, true] {
            let Some(literal) = self.pattern_literal(pattern, holds) else {
                found.is_unknown = true;
                continue;
            };
            let (mut names, mut matching) = (names.to_vec(), matching.to_vec());
            names.push(literal);
            if holds {
                matching.push(pattern);
            }
            let is_small = search.patterns.len() <= FEW_PATTERNS;
            if is_small || !self.name(&names, &[]).is_nothing() {
                self.classes(search, &names, &matching, at + 1, found);
            }
        }
    }

    /// Adds members whose names match these patterns and no others.
    fn class(
        &mut self,
        search: &mut MemberSearch<'_, 'a>,
        names: &[Literal],
        matching: &[Text],
        found: &mut Candidates,
    ) {
        if search.classes == 0 || !self.step() {
            found.is_unknown = true;
            return;
        }
        search.classes -= 1;
        let applies = |selector: &Selector| {
            selector.matching.iter().all(|it| matching.contains(it))
                && !selector.patterns.iter().any(|it| matching.contains(it))
        };
        let mut values = search.fresh.values.clone();
        let rules = search.shape.members.iter();
        values.extend(
            rules
                .filter(|(selector, _)| applies(selector))
                .map(|(_, schema)| (*schema, true)),
        );
        let value = self.solve(values);
        if value.is_nothing() {
            return;
        }
        while found.members.len() < search.count {
            match self.name(names, &search.excluded) {
                Outcome::Value(Value::String(name)) => {
                    search.excluded.push(name.clone().into());
                    found.members.push(Member {
                        name,
                        value: value.candidate().cloned().unwrap_or_default(),
                    });
                }
                Outcome::Nothing => return,
                _ => {
                    found.is_unknown = true;
                    return;
                }
            }
        }
    }

    /// Searches for a name that is not excluded.
    fn name(&mut self, literals: &[Literal], excluded: &[Value]) -> Outcome {
        let state = SearchState::of_kind(literals, Kinds::STRING);
        self.beside(state, excluded.to_vec())
    }
}

/// Chooses a member from each list, in the order of the lists, so that no name is chosen twice. Returns `None` if that
/// is impossible.
///
/// A list with as many members as there are lists always has one that is left, so lists need not be longer.
pub(super) fn distinct(lists: &[Candidates]) -> Option<Vec<&Member>> {
    // The chosen members, each with the list that it was chosen for.
    let mut chosen: Vec<(usize, &Member)> = Vec::new();
    for list in 0..lists.len() {
        choose(lists, list, &mut Vec::new(), &mut chosen).then_some(())?;
    }
    // The entry of a list that chose again may be at the end.
    chosen.sort_by_key(|(list, _)| *list);
    Some(chosen.into_iter().map(|(_, member)| member).collect())
}

/// Chooses a member for a list. If all its members are taken, another list chooses again (an augmenting path). Returns
/// whether that was possible.
fn choose<'l>(
    lists: &'l [Candidates],
    list: usize,
    tried: &mut Vec<&'l str>,
    chosen: &mut Vec<(usize, &'l Member)>,
) -> bool {
    let members = lists.get(list).into_iter().flat_map(|list| &list.members);
    for member in members {
        if tried.contains(&member.name.as_str()) {
            continue;
        }
        tried.push(&member.name);
        let taken = chosen.iter().position(|(_, it)| it.name == member.name);
        let Some(at) = taken else {
            chosen.push((list, member));
            return true;
        };
        let other = chosen.get(at).map_or(list, |(other, _)| *other);
        if choose(lists, other, tried, chosen) {
            // The other list has a new entry now, so its old one can be replaced.
            if let Some(place) = chosen.get_mut(at) {
                *place = (list, member);
            }
            return true;
        }
    }
    false
}
