//! The examples that the reference shows.

use std::collections::BTreeMap;

use schema_registry::{
    json::Node,
    model::{
        Event as EventSchema, Example, Family as FamilySchema, SHOWN_EXAMPLE, shows_unknown, tags,
    },
};

use super::Lowering;
use crate::model::{Event, Kind, Sample, TypeDef};

impl Lowering<'_> {
    pub(super) fn sample(&self, node: &Node) -> Option<Sample> {
        let named = node.get(SHOWN_EXAMPLE)?.as_str()?;
        let mut events = self.major.events.iter();
        let (event, example) = events.find_map(|event| Some((event, event.example(named)?)))?;
        Some(self.sample_of(event, self.fullest(event, example, &tags(node))))
    }

    /// A branch of a payload that names no example is shown by the first one that has its tag.
    pub(super) fn show_branches(
        &self,
        types: &mut [TypeDef],
        family: &FamilySchema,
        events: &[Event],
    ) {
        let Some(config) = family.envelope() else {
            return;
        };
        let numbers: BTreeMap<String, usize> = (types.iter().enumerate())
            .map(|(number, ty)| (ty.name.clone(), number))
            .collect();
        let sources: BTreeMap<&str, &EventSchema> = (self.major.events.iter())
            .map(|event| (event.event_type.as_str(), event))
            .collect();
        for event in events {
            let payload = numbers
                .get(&event.payload)
                .and_then(|number| types.get(*number));
            let Some(Kind::Union(union)) = payload.map(|ty| ty.kind.clone()) else {
                continue;
            };
            let schema = sources.get(event.event_type.as_str()).copied();
            let examples = schema
                .iter()
                .flat_map(|schema| schema.examples.iter().map(|example| (*schema, example)));
            for branch in &union.branches {
                let shown = examples.clone().find(|(_, example)| {
                    let tag = example
                        .root
                        .get(&config.payload)
                        .and_then(|body| body.get(&union.tag));
                    tag.and_then(Node::as_str) == Some(&branch.tag)
                });
                let ty = numbers.get(&branch.ty);
                let ty = ty.and_then(|number| types.get_mut(*number));
                if let (Some((schema, example)), Some(ty)) = (shown, ty)
                    && ty.sample.is_none()
                {
                    let tags = [(&*union.tag, &*branch.tag)];
                    let example = self.fullest(schema, example, &tags);
                    ty.sample = Some(self.sample_of(schema, example));
                }
            }
        }
    }

    /// All examples of an event. Those that show that readers ignore what they do not know are the last.
    pub(super) fn samples(&self, event: &EventSchema) -> Vec<Sample> {
        let mut examples: Vec<&Example> = event.examples.iter().collect();
        examples.sort_by_key(|example| shows_unknown(&example.case));
        let samples = examples.into_iter();
        samples.map(|it| self.sample_of(event, it)).collect()
    }

    pub(super) fn sample_of(&self, event: &EventSchema, example: &Example) -> Sample {
        let folder = &self.major.folder;
        let path = folder.example(&event.event_type, &example.case, true);
        Sample {
            case: example.case.clone(),
            path: self.registry.public_path(&path),
            // A page has one kind of line ending.
            text: example.source.text.replace("\r\n", "\n"),
        }
    }

    /// The example that shows most of what another one shows: with the fields that writers always send, and with each
    /// member of its payload, which has to have the tags.
    pub(super) fn fullest<'e>(
        &self,
        event: &'e EventSchema,
        named: &'e Example,
        tags: &[(&str, &str)],
    ) -> &'e Example {
        let config = self.family.envelope();
        let payload = |example: &'e Example| match config {
            Some(config) => example.root.get(&config.payload),
            None => Some(&*example.root),
        };
        let is_whole = |example: &Example| {
            let fields = config.into_iter();
            let mut fields = fields
                .flat_map(|it| [&it.version, &it.schema_ref])
                .flatten();
            fields.all(|name| example.root.get(name).is_some())
        };
        let Some(shown) = payload(named) else {
            return named;
        };
        let score = |example: &'e Example| {
            let members = payload(example).map_or(0, |payload| payload.members().len());
            (is_whole(example), members)
        };
        let mut best = named;
        for example in &event.examples {
            // Those show that readers ignore what they do not know.
            if shows_unknown(&example.case) {
                continue;
            }
            let is_like = payload(example).is_some_and(|other| {
                let has = |name: &str| other.get(name).is_some();
                let has_tag = |(name, value): &(&str, &str)| {
                    other.get(name).and_then(Node::as_str) == Some(value)
                };
                shown.members().iter().all(|member| has(&member.name)) && tags.iter().all(has_tag)
            });
            if is_like && score(example) > score(best) {
                best = example;
            }
        }
        best
    }
}
