//! Objects: which members they have, and what each of them is.
//!
//! An answer of nothing is a proof, so every step here keeps the following: if there is an object for which all
//! literals hold, its members are among those that some plan has. See [`Solver::object`].

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{
    AnyOf, Found, Literal, Solver,
    names::{Fresh, distinct},
};
use crate::model::{Id, Node, Selector, Text};

/// No object is filled up with more members than this.
const MOST_MEMBERS: u64 = 300;

/// Ways to meet all demands of one object that are tried to the end.
const MOST_PLANS: usize = 256;

/// What an object has to be.
#[derive(Default)]
pub(super) struct Shape<'a> {
    least: u64,
    most: Option<u64>,
    pub(super) required: BTreeSet<Text>,
    absent: BTreeSet<Text>,
    properties: BTreeMap<Text, Vec<Id>>,
    pub(super) members: Vec<(&'a Selector, Id)>,
    /// Schemas of all names.
    pub(super) names: Vec<Id>,
    demands: Vec<Demand<'a>>,
    /// Further demands on a required property.
    wanted: BTreeMap<Text, Vec<Literal>>,
    /// All names that a literal mentions. Members of other names are told apart by patterns alone.
    pub(super) mentioned: BTreeSet<Text>,
}

/// That some member breaks a rule.
#[derive(Clone, Copy)]
enum Demand<'a> {
    /// Its value.
    Member(&'a Selector, Id),
    /// Its name.
    Name(Id),
}

/// The members that meet the demands.
#[derive(Clone, Default)]
struct Plan {
    /// Members of mentioned names, with what they have to be besides.
    named: BTreeMap<Text, Vec<Literal>>,
    /// Members of other names. Each is another one.
    fresh: Vec<Fresh>,
}

impl Plan {
    fn size(&self, shape: &Shape<'_>) -> u64 {
        let named = self.named.keys();
        let more = named.filter(|name| !shape.required.contains(name)).count();
        (shape.required.len() + more + self.fresh.len()) as u64
    }
}

impl<'a> Solver<'a> {
    /// Looks for an object.
    ///
    /// Every object for which all literals hold has the required members, and for each demand a member that
    /// meets it. Grouping demands by the members that meet them gives one of the plans that are tried here,
    /// each with the fewest members that it needs; so if none of them leads to an object, there is none.
    pub(super) fn object(&mut self, literals: &[Literal]) -> Found {
        let shape = self.object_shape(literals);
        if shape.most.is_some_and(|most| shape.least > most)
            || !shape.required.is_disjoint(&shape.absent)
            || shape
                .most
                .is_some_and(|most| (shape.required.len() as u64) > most)
        {
            return Found::Nothing;
        }
        for name in &shape.required {
            if self.property(&shape, *name, &[]).is_nothing() {
                return Found::Nothing;
            }
        }
        // A demand that nothing meets alone is met by no plan.
        for demand in &shape.demands {
            if self
                .ways_to_meet(&shape, demand, &Plan::default())
                .is_empty()
            {
                return Found::Nothing;
            }
        }
        let mut plans = MOST_PLANS;
        let found = self.meet(
            literals,
            &shape,
            &shape.demands,
            Plan::default(),
            &mut plans,
        );
        let are_excluded = self.excluded.iter().any(Value::is_object);
        match matches!(found, Found::Unknown(_)) && are_excluded {
            true => self.objects_one_by_one(literals, &shape),
            false => found,
        }
    }

    fn object_shape(&self, literals: &[Literal]) -> Shape<'a> {
        let model = self.model;
        let mut shape = Shape::default();
        for (id, holds) in literals {
            match (model.node(*id), *holds) {
                (Node::Required(name), true) => {
                    shape.required.insert(*name);
                }
                (Node::Required(name), false) => {
                    shape.absent.insert(*name);
                }
                (Node::MinProperties(least), true) => shape.least = shape.least.max(*least),
                (Node::MinProperties(least), false) => shape.limit(least.saturating_sub(1)),
                (Node::MaxProperties(most), true) => shape.limit(*most),
                (Node::MaxProperties(most), false) => {
                    shape.least = shape.least.max(most.saturating_add(1));
                }
                (Node::Property(name, schema), true) => {
                    shape.properties.entry(*name).or_default().push(*schema);
                }
                (Node::Property(name, schema), false) => {
                    shape.required.insert(*name);
                    shape
                        .wanted
                        .entry(*name)
                        .or_default()
                        .push((*schema, false));
                }
                (Node::Members(selector, schema), holds) => {
                    shape.mentioned.extend(&selector.names);
                    match holds {
                        true => shape.members.push((selector, *schema)),
                        false => shape.demands.push(Demand::Member(selector, *schema)),
                    }
                }
                (Node::Names(schema), true) => shape.names.push(*schema),
                (Node::Names(schema), false) => shape.demands.push(Demand::Name(*schema)),
                _ => {}
            }
        }
        shape.mentioned.extend(shape.properties.keys());
        shape.mentioned.extend(&shape.required);
        shape.mentioned.extend(&shape.absent);
        shape
    }

    /// Returns what a member of a mentioned name can be, with what else it has to be. The members of an object
    /// are independent of each other: what one can be does not depend on which others are there.
    fn property(&mut self, shape: &Shape<'_>, name: Text, more: &[Literal]) -> Found {
        match self.question(shape, name, more) {
            Some(question) => self.solve(question),
            None => Found::Nothing,
        }
    }

    /// Returns the question about a member of a mentioned name; `None` if it cannot be there.
    pub(super) fn question(
        &mut self,
        shape: &Shape<'_>,
        name: Text,
        more: &[Literal],
    ) -> Option<Vec<Literal>> {
        if shape.absent.contains(&name) {
            return None;
        }
        let model = self.model;
        let text = model.text(name);
        let key = Value::from(text);
        if shape
            .names
            .iter()
            .any(|names| model.accepts(*names, &key) == Some(false))
        {
            return None;
        }
        let mut question: Vec<Literal> = more.to_vec();
        question.extend(shape.wanted.get(&name).into_iter().flatten());
        let declared = shape.properties.get(&name).into_iter().flatten();
        question.extend(declared.map(|schema| (*schema, true)));
        self.charge(shape.members.len());
        // A rule that may or may not apply is left out: more values are possible without it.
        let rules = shape
            .members
            .iter()
            .filter(|(selector, _)| model.selects(selector, text) == Some(true));
        question.extend(rules.map(|(_, schema)| (*schema, true)));
        Some(question)
    }

    /// Meets the demands one after the other, in all ways, until an object comes of one.
    fn meet(
        &mut self,
        literals: &[Literal],
        shape: &Shape<'a>,
        demands: &[Demand<'a>],
        plan: Plan,
        plans: &mut usize,
    ) -> Found {
        let Some((demand, rest)) = demands.split_first() else {
            let Some(left) = plans.checked_sub(1) else {
                return Found::Unknown(None);
            };
            *plans = left;
            return self.carry_out(literals, shape, &plan);
        };
        let mut any = AnyOf::default();
        for next in self.ways_to_meet(shape, demand, &plan) {
            if *plans == 0 || !self.step() {
                return Found::Unknown(any.candidate);
            }
            let found = self.meet(literals, shape, rest, next, plans);
            if let Some(found) = any.settles(found) {
                return found;
            }
        }
        any.finish()
    }

    /// Returns a plan for each member that can meet a demand besides what the plan has already: one that is
    /// planned, one more of a mentioned name, and one more of another name.
    fn ways_to_meet(&mut self, shape: &Shape<'a>, demand: &Demand<'a>, plan: &Plan) -> Vec<Plan> {
        let model = self.model;
        let is_full = shape.most.is_some_and(|most| plan.size(shape) >= most);
        let is_there = |name: &Text| shape.required.contains(name) || plan.named.contains_key(name);
        let (present, absent): (Vec<&Text>, Vec<&Text>) =
            shape.mentioned.iter().partition(|name| is_there(name));
        let more: Vec<&Text> = match is_full {
            true => Vec::new(),
            false => absent,
        };
        let mut ways = Vec::new();
        for name in present.into_iter().chain(more) {
            let text = model.text(*name);
            let breaks = match demand {
                Demand::Member(selector, _) => model.selects(selector, text),
                Demand::Name(names) => {
                    let accepts = model.accepts(*names, &Value::from(text));
                    accepts.map(|accepts| !accepts)
                }
            };
            if breaks == Some(false) {
                continue;
            }
            let mut besides = plan.named.get(name).cloned().unwrap_or_default();
            besides.extend(demand.value());
            let found = self.property(shape, *name, &besides);
            if found.is_nothing() {
                continue;
            }
            let mut next = plan.clone();
            next.named.insert(*name, besides);
            ways.push(next);
        }
        let names = demand.names(self);
        for at in 0..=plan.fresh.len() {
            let mut fresh = plan.fresh.get(at).cloned().unwrap_or_default();
            if at == plan.fresh.len() && is_full {
                break;
            }
            fresh.names.extend(&names);
            fresh.values.extend(demand.value());
            if self.candidates(shape, &fresh, 1).are_none() {
                continue;
            }
            let mut next = plan.clone();
            match next.fresh.get_mut(at) {
                Some(place) => *place = fresh,
                None => next.fresh.push(fresh),
            }
            ways.push(next);
        }
        ways
    }

    /// Makes the object of a plan. Nothing, if no object has these members and as many as it needs.
    fn carry_out(&mut self, literals: &[Literal], shape: &Shape<'a>, plan: &Plan) -> Found {
        if shape.most.is_some_and(|most| plan.size(shape) > most) {
            return Found::Nothing;
        }
        let mut object = Map::new();
        let mut is_whole = true;
        let named: BTreeSet<Text> = shape
            .required
            .iter()
            .chain(plan.named.keys())
            .copied()
            .collect();
        for name in &named {
            let besides = plan.named.get(name).cloned().unwrap_or_default();
            let found = self.property(shape, *name, &besides);
            if found.is_nothing() {
                return Found::Nothing;
            }
            match found.candidate() {
                Some(value) => {
                    object.insert(self.model.text(*name).to_owned(), value.clone());
                }
                None => is_whole = false,
            }
        }
        // As many names as there are members: whichever the others take, one is left for each that has so many.
        let lists: Vec<_> = plan
            .fresh
            .iter()
            .map(|fresh| self.candidates(shape, fresh, plan.fresh.len()))
            .collect();
        match distinct(&lists) {
            Some(members) => {
                let members = members.into_iter();
                object.extend(members.map(|it| (it.name.clone(), it.value.clone())));
            }
            None if lists.iter().all(|list| !list.is_unknown) => return Found::Nothing,
            None => return Found::Unknown(None),
        }
        if (object.len() as u64) < shape.least
            && self.falls_short(shape, plan.fresh.len(), &mut object)
        {
            return Found::Nothing;
        }
        // Without a member that it has to have, it is not worth a look.
        if !is_whole {
            return Found::Unknown(None);
        }
        // What is checked is right, whatever was unknown on the way.
        self.checked(literals, Value::Object(object))
    }

    /// Adds members until there are enough, and returns whether it is proved that there cannot be.
    ///
    /// The members that an object can have do not depend on how demands are met. So if it cannot have enough of
    /// them here, no object can.
    fn falls_short(
        &mut self,
        shape: &Shape<'a>,
        fresh: usize,
        object: &mut Map<String, Value>,
    ) -> bool {
        if shape.least > MOST_MEMBERS {
            return false;
        }
        let mut is_unknown = false;
        for name in &shape.mentioned {
            if object.len() as u64 >= shape.least {
                return false;
            }
            let text = self.model.text(*name);
            if object.contains_key(text) {
                continue;
            }
            match self.property(shape, *name, &[]) {
                Found::Value(value) => {
                    object.insert(text.to_owned(), value);
                }
                Found::Nothing => {}
                Found::Unknown(_) => is_unknown = true,
            }
        }
        let missing = usize::try_from(shape.least).unwrap_or(usize::MAX) - object.len();
        let list = self.candidates(shape, &Fresh::default(), missing + fresh);
        for member in list.members {
            if object.len() as u64 >= shape.least {
                break;
            }
            object.entry(member.name).or_insert(member.value);
        }
        (object.len() as u64) < shape.least && !is_unknown && !list.is_unknown
    }
}

impl Demand<'_> {
    /// Returns the demand on the value of a member that meets it.
    fn value(&self) -> Option<Literal> {
        match self {
            Self::Member(_, schema) => Some((*schema, false)),
            Self::Name(_) => None,
        }
    }

    /// Returns the demands on a name that no literal mentions.
    fn names(&self, solver: &Solver<'_>) -> Vec<Literal> {
        match self {
            Self::Member(selector, _) => solver.selected(selector),
            Self::Name(names) => vec![(*names, false)],
        }
    }
}

impl Shape<'_> {
    fn limit(&mut self, most: u64) {
        self.most = Some(self.most.map_or(most, |known| known.min(most)));
    }
}
