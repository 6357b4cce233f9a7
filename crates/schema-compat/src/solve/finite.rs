//! Arrays and objects other than some that are excluded, tried one by one.

use serde_json::Value;

use super::{
    AnyOf, Found, Literal, Solver,
    arrays::{self, MOST_DIFFERENT},
    names::Fresh,
    objects,
};

/// So many combinations of values are tried where some arrays or objects are excluded.
const MOST_COMBINATIONS: usize = 1_024;

/// Arrays of so many lengths are tried, from the shortest on, and those of one more.
const MOST_LENGTHS: u64 = 16;

impl<'a> Solver<'a> {
    /// Tries arrays one by one, the shorter ones first, where some are excluded. If all items are among few values, these
    /// are all arrays that there are.
    pub(super) fn arrays_one_by_one(
        &mut self,
        literals: &[Literal],
        shape: &arrays::Shape,
    ) -> Found {
        if shape.least > MOST_DIFFERENT as u64 {
            return Found::Unknown(None);
        }
        let mut any = AnyOf::default();
        // Equal numbers in two forms are two values to draft 4.
        any.is_unknown |= self.model.tells_doubles;
        // At a position that has so many values, one array is none of those that are excluded.
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

    /// Tries objects one by one where some are excluded. If there are no other names than those that are mentioned, and
    /// their members are among few values, these are all objects that there are.
    pub(super) fn objects_one_by_one(
        &mut self,
        literals: &[Literal],
        shape: &objects::Shape<'a>,
    ) -> Found {
        // Of a member that has so many values, one is in none of the objects that are excluded.
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

/// Returns a choice from each list in all combinations, and whether these are all: only so many are made.
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
