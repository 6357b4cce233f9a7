//! Enumeration of arrays and objects, if some are excluded.

use serde_json::Value;

use super::{
    AnyOf, Literal, Outcome, Solver,
    arrays::{ArrayShape, MOST_DIFFERENT},
    names::Fresh,
    objects::ObjectShape,
};

/// The maximum number of combinations of values that are tried.
const MOST_COMBINATIONS: usize = 1_024;

/// The maximum number of items above the minimum, for arrays that are tried.
const MOST_LENGTHS: u64 = 16;

impl<'a> Solver<'a> {
    /// Tries arrays one by one, the shorter ones first. If all items have few possible values, these are all arrays
    /// that there are.
    pub(super) fn arrays_one_by_one(
        &mut self,
        literals: &[Literal],
        shape: &ArrayShape,
    ) -> Outcome {
        if shape.least > MOST_DIFFERENT as u64 {
            return Outcome::Unknown(None);
        }
        let mut any = AnyOf::default();
        // In draft 4, equal numbers in two forms are two values.
        any.is_unknown |= self.model.tells_doubles;
        // With this number of values at one position, at least one array is not excluded.
        let count = self.excluded.len() + 1;
        let last = shape.least.saturating_add(MOST_LENGTHS);
        let last = shape.most.map_or(last, |most| most.min(last));
        any.is_unknown |= shape.most.is_none_or(|most| most > last);
        for length in shape.least..=last {
            let questions: Vec<_> = (0..length).map(|at| shape.item(at)).collect();
            let lists = self.different(&questions, count);
            any.is_unknown |= lists.iter().any(|list| list.may_be_longer(count));
            let lists = lists.into_iter().map(|list| {
                let members = list.members.into_iter();
                members.map(|member| Some(member.value)).collect()
            });
            let (items, is_whole) = combinations(&lists.collect::<Vec<_>>());
            let arrays = items.into_iter();
            let arrays = arrays.map(|items| items.into_iter().flatten().collect());
            let found = self.first_of(literals, arrays, is_whole);
            if let Some(found) = any.settles(found) {
                return found;
            }
        }
        any.finish()
    }

    /// Tries objects one by one. If no other names are possible than those that are mentioned, and their members have
    /// few possible values, these are all objects that there are.
    pub(super) fn objects_one_by_one(
        &mut self,
        literals: &[Literal],
        shape: &ObjectShape<'a>,
    ) -> Outcome {
        // With this number of values of one member, at least one object is not excluded.
        let count = self.excluded.len() + 1;
        let fresh = self.candidates(shape, &Fresh::default(), count);
        let mut is_whole = fresh.are_none() && !self.model.tells_doubles;
        let mut names: Vec<String> = Vec::new();
        let mut lists: Vec<Vec<Option<Value>>> = Vec::new();
        for name in &shape.mentioned {
            let mut values = Vec::new();
            if let Some(question) = self.question(shape, *name, &[]) {
                for list in self.different(&[question], count) {
                    is_whole &= !list.may_be_longer(count);
                    values.extend(list.members.into_iter().map(|member| Some(member.value)));
                }
            }
            if !shape.required.contains(name) {
                values.insert(0, None);
            }
            names.push(self.model.text(*name).to_owned());
            lists.push(values);
        }
        for member in fresh.members {
            names.push(member.name);
            lists.push(vec![None, Some(member.value)]);
        }
        let (members, are_all) = combinations(&lists);
        let objects = members.into_iter().map(|values| {
            let members = names.iter().cloned().zip(values);
            members
                .filter_map(|(name, value)| Some((name, value?)))
                .collect()
        });
        self.first_of(literals, objects, is_whole && are_all)
    }
}

/// Returns the combinations of one choice from each list, up to a maximum number, and whether these are all.
fn combinations(lists: &[Vec<Option<Value>>]) -> (Vec<Vec<Option<Value>>>, bool) {
    let mut all = vec![Vec::new()];
    let mut is_whole = true;
    for list in lists {
        let longer = all.iter().flat_map(|chosen: &Vec<Option<Value>>| {
            list.iter().map(|next| {
                let mut longer = chosen.clone();
                longer.push(next.clone());
                longer
            })
        });
        is_whole &= all.len().saturating_mul(list.len()) <= MOST_COMBINATIONS;
        all = longer.take(MOST_COMBINATIONS).collect();
    }
    (all, is_whole)
}
