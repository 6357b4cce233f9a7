//! Searches for objects: their members, and the values of these.
//!
//! The answer that there is no object is a proof. So every step here keeps an invariant: if there is an object for
//! which all literals hold, one of the plans has its members. See [`Solver::object`].

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::{
    AnyOf, Literal, Outcome, Solver,
    names::{Fresh, distinct},
};
use crate::model::{Id, Node, Selector, Text};

/// The maximum number of members to which an object is filled up.
const MOST_MEMBERS: u64 = 300;

/// The maximum number of plans for one object that are carried out.
const MOST_PLANS: usize = 256;

/// The constraints on an object.
#[derive(Default)]
pub(super) struct ObjectShape<'a> {
    least: u64,
    most: Option<u64>,
    pub(super) required: BTreeSet<Text>,
    absent: BTreeSet<Text>,
    properties: BTreeMap<Text, Vec<Id>>,
    pub(super) members: Vec<(&'a Selector, Id)>,
    /// Schemas for all names.
    pub(super) names: Vec<Id>,
    demands: Vec<MemberDemand<'a>>,
    /// Further literals for the value of a required property.
    wanted: BTreeMap<Text, Vec<Literal>>,
    /// All names that a literal mentions. Other names differ only in the patterns that they match.
    pub(super) mentioned: BTreeSet<Text>,
}

/// A demand: some member has to break a rule.
#[derive(Clone, Copy)]
enum MemberDemand<'a> {
    /// The value of a selected member must not match the schema.
    Member(&'a Selector, Id),
    /// The name of a member must not match the schema.
    Name(Id),
}

/// A choice of members that meet the demands.
#[derive(Clone, Default)]
struct Plan {
    /// Members with mentioned names, and additional literals for their values.
    named: BTreeMap<Text, Vec<Literal>>,
    /// Members with other names, which are all different.
    fresh: Vec<Fresh>,
}

impl Plan {
    fn size(&self, shape: &ObjectShape<'_>) -> u64 {
        let named = self.named.keys();
        let more = named.filter(|name| !shape.required.contains(name)).count();
        (shape.required.len() + more + self.fresh.len()) as u64
    }
}

impl<'a> Solver<'a> {
    /// Searches for an object.
    ///
    /// Every object for which all literals hold has the required members, and for each demand a member that meets it.
    /// Grouping the demands by these members gives one of the plans that are tried here, each with the fewest members
    /// that it needs. So if no plan leads to an object, there is none.
    pub(super) fn object(&mut self, literals: &[Literal]) -> Outcome {
        let shape = self.object_shape(literals);
        if shape.most.is_some_and(|most| shape.least > most)
            || !shape.required.is_disjoint(&shape.absent)
            || shape
                .most
                .is_some_and(|most| (shape.required.len() as u64) > most)
        {
            return Outcome::Nothing;
        }
        for name in &shape.required {
            if self.property(&shape, *name, &[]).is_nothing() {
                return Outcome::Nothing;
            }
        }
        // A demand that no member meets alone is met by no plan.
        for demand in &shape.demands {
            if self
                .ways_to_meet(&shape, demand, &Plan::default())
                .is_empty()
            {
                return Outcome::Nothing;
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
        if matches!(found, Outcome::Unknown(_)) && are_excluded {
            self.objects_one_by_one(literals, &shape)
        } else {
            found
        }
    }

    fn object_shape(&self, literals: &[Literal]) -> ObjectShape<'a> {
        let model = self.model;
        let mut shape = ObjectShape::default();
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
                    if holds {
                        shape.members.push((selector, *schema));
                    } else {
                        shape.demands.push(MemberDemand::Member(selector, *schema));
                    }
                }
                (Node::Names(schema), true) => shape.names.push(*schema),
                (Node::Names(schema), false) => shape.demands.push(MemberDemand::Name(*schema)),
                _ => {}
            }
        }
        shape.mentioned.extend(shape.properties.keys());
        shape.mentioned.extend(&shape.required);
        shape.mentioned.extend(&shape.absent);
        shape
    }

    /// Searches for a value of a member with a mentioned name and additional literals. The members of an object are
    /// independent: the possible values of one do not depend on the others.
    fn property(&mut self, shape: &ObjectShape<'_>, name: Text, more: &[Literal]) -> Outcome {
        match self.question(shape, name, more) {
            Some(question) => self.solve(question),
            None => Outcome::Nothing,
        }
    }

    /// Returns the question about the value of a member with a mentioned name; `None` if the object cannot have it.
    pub(super) fn question(
        &mut self,
        shape: &ObjectShape<'_>,
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
        // A rule that may or may not apply is omitted, which only allows more values.
        let rules = shape
            .members
            .iter()
            .filter(|(selector, _)| model.selects(selector, text) == Some(true));
        question.extend(rules.map(|(_, schema)| (*schema, true)));
        Some(question)
    }

    /// Meets the demands one after the other, in all ways, until a plan gives an object.
    fn meet(
        &mut self,
        literals: &[Literal],
        shape: &ObjectShape<'a>,
        demands: &[MemberDemand<'a>],
        plan: Plan,
        plans: &mut usize,
    ) -> Outcome {
        let Some((demand, rest)) = demands.split_first() else {
            let Some(left) = plans.checked_sub(1) else {
                return Outcome::Unknown(None);
            };
            *plans = left;
            return self.carry_out(literals, shape, &plan);
        };
        let mut any = AnyOf::default();
        for next in self.ways_to_meet(shape, demand, &plan) {
            if *plans == 0 || !self.step() {
                return Outcome::Unknown(any.candidate);
            }
            let found = self.meet(literals, shape, rest, next, plans);
            if let Some(found) = any.settles(found) {
                return found;
            }
        }
        any.finish()
    }

    /// Returns an extended plan for each member that can meet a demand: one that is already planned, a new one with a
    /// mentioned name, or a new one with another name.
    fn ways_to_meet(
        &mut self,
        shape: &ObjectShape<'a>,
        demand: &MemberDemand<'a>,
        plan: &Plan,
    ) -> Vec<Plan> {
        let model = self.model;
        let is_full = shape.most.is_some_and(|most| plan.size(shape) >= most);
        let is_there = |name: &Text| shape.required.contains(name) || plan.named.contains_key(name);
        let (present, absent): (Vec<&Text>, Vec<&Text>) =
            shape.mentioned.iter().partition(|name| is_there(name));
        let more: Vec<&Text> = if is_full { Vec::new() } else { absent };
        let mut ways = Vec::new();
        for name in present.into_iter().chain(more) {
            let text = model.text(*name);
            let breaks = match demand {
                MemberDemand::Member(selector, _) => model.selects(selector, text),
                MemberDemand::Name(names) => {
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

    /// Constructs the object of a plan. The answer is that there is none if it is proved that no object has these
    /// members and enough others.
    fn carry_out(&mut self, literals: &[Literal], shape: &ObjectShape<'a>, plan: &Plan) -> Outcome {
        if shape.most.is_some_and(|most| plan.size(shape) > most) {
            return Outcome::Nothing;
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
                return Outcome::Nothing;
            }
            match found.candidate() {
                Some(value) => {
                    object.insert(self.model.text(*name).to_owned(), value.clone());
                }
                None => is_whole = false,
            }
        }
        // A list with as many names as there are members always has one that is left.
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
            None if lists.iter().all(|list| !list.is_unknown) => return Outcome::Nothing,
            None => return Outcome::Unknown(None),
        }
        if (object.len() as u64) < shape.least
            && self.falls_short(shape, plan.fresh.len(), &mut object)
        {
            return Outcome::Nothing;
        }
        // An object without a required member is not a candidate.
        if !is_whole {
            return Outcome::Unknown(None);
        }
        // An object that passes the check is valid, even if something was unknown on the way.
        self.checked(literals, Value::Object(object))
    }

    /// Adds members until there are enough. Returns whether it is proved that there cannot be enough.
    ///
    /// The members that an object can have do not depend on how the demands are met. So if this object cannot have
    /// enough members, no object can.
    fn falls_short(
        &mut self,
        shape: &ObjectShape<'a>,
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
                Outcome::Value(value) => {
                    object.insert(text.to_owned(), value);
                }
                Outcome::Nothing => {}
                Outcome::Unknown(_) => is_unknown = true,
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

impl MemberDemand<'_> {
    /// Returns the literal for the value of a member that meets the demand.
    fn value(&self) -> Option<Literal> {
        match self {
            Self::Member(_, schema) => Some((*schema, false)),
            Self::Name(_) => None,
        }
    }

    /// Returns the literals for a name that meets the demand and that no literal mentions.
    fn names(&self, solver: &Solver<'_>) -> Vec<Literal> {
        match self {
            Self::Member(selector, _) => solver.selected(selector),
            Self::Name(names) => vec![(*names, false)],
        }
    }
}

impl ObjectShape<'_> {
    fn limit(&mut self, most: u64) {
        self.most = Some(self.most.map_or(most, |known| known.min(most)));
    }
}
