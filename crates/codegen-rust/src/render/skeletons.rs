//! Structs as typify composes them, with a slot in place of the type of each field.

use std::collections::{BTreeMap, BTreeSet};

use quote::{format_ident, quote};
use schema_codegen::model::Field;
use schema_registry::names;
use schemars_v08::schema as s;
use syn::parse_quote;
use typify::{TypeSpace, TypeSpaceSettings};

/// The fields of a struct: the name of each in snake case, and whether it is required.
type Shape = Vec<(String, bool)>;

/// The identifiers of the fields of each shape.
#[derive(Default)]
pub(crate) struct Skeletons(BTreeMap<Shape, Vec<String>>);

impl Skeletons {
    /// Composes the structs of some lists of fields. typify composes all of them in one run: what it takes to start and to
    /// print is the greatest part of one struct.
    pub(crate) fn of<'f>(lists: impl Iterator<Item = Vec<&'f Field>>) -> Self {
        let shapes: BTreeSet<Shape> = lists.map(shape).collect();
        let shapes: Vec<Shape> = shapes
            .into_iter()
            .filter(|shape| !shape.is_empty())
            .collect();
        Self::composed(&shapes).unwrap_or_else(|_| {
            // One list that typify rejects does not spoil the others.
            let alone = shapes
                .iter()
                .filter_map(|shape| Self::composed(std::slice::from_ref(shape)).ok());
            Self(alone.flat_map(|skeletons| skeletons.0).collect())
        })
    }

    fn composed(shapes: &[Shape]) -> Result<Self, String> {
        if shapes.is_empty() {
            return Ok(Self::default());
        }
        let mut settings = TypeSpaceSettings::default();
        let mut definitions = Vec::new();
        for index in 0..shapes.iter().map(Vec::len).max().unwrap_or_default() {
            // The generator and the runtime check what a field holds, so its type is tied in by name.
            let key = format!("Field{index}");
            settings.with_replacement(&key, format!("Slot{index}"), std::iter::empty());
            definitions.push((key, s::Schema::Bool(true)));
        }
        let objects = shapes.iter().enumerate();
        definitions.extend(objects.map(|(index, shape)| (converted(index), object(shape))));
        let mut space = TypeSpace::new(&settings);
        let added = space.add_ref_types(definitions);
        added.map_err(|error| error.to_string())?;
        let file: syn::File = syn::parse2(space.to_stream()).map_err(|error| error.to_string())?;
        let mut structs: BTreeMap<String, syn::ItemStruct> = file
            .items
            .into_iter()
            .filter_map(|item| match item {
                syn::Item::Struct(item) => Some((item.ident.to_string(), item)),
                _ => None,
            })
            .collect();
        let mut skeletons = BTreeMap::new();
        for (index, shape) in shapes.iter().enumerate() {
            let name = converted(index);
            let item = structs.remove(&name);
            let item = item.ok_or_else(|| format!("`{name}` was not converted"))?;
            skeletons.insert(shape.clone(), in_order(item, shape.len())?);
        }
        Ok(Self(skeletons))
    }

    /// Returns the struct of a list of fields, with its fields in the order of the list and without attributes.
    pub(super) fn get(&self, fields: &[Field]) -> Option<syn::ItemStruct> {
        if fields.is_empty() {
            // Every field is a constant. typify makes other things of an object without properties.
            return Some(parse_quote! { pub struct Empty {} });
        }
        let idents = self.0.get(&shape(fields.iter().collect()))?;
        let idents = idents.iter().map(|ident| format_ident!("{ident}"));
        Some(parse_quote! { pub struct Composed { #(pub #idents: ()),* } })
    }
}

fn shape(fields: Vec<&Field>) -> Shape {
    // There is one way to bring names into the case of Rust, so typify need not do it.
    let fields = fields.into_iter();
    fields
        .map(|field| (names::snake(&field.name), field.required))
        .collect()
}

/// The name of a struct until it has its own.
fn converted(index: usize) -> String {
    format!("Converted{index}")
}

/// The schema of a shape.
fn object(shape: &Shape) -> s::Schema {
    let mut object = s::ObjectValidation::default();
    for (index, (property, required)) in shape.iter().enumerate() {
        let reference = s::SchemaObject {
            reference: Some(format!("#/definitions/Field{index}")),
            ..Default::default()
        };
        object
            .properties
            .insert(property.clone(), s::Schema::Object(reference));
        if *required {
            object.required.insert(property.clone());
        }
    }
    s::Schema::Object(s::SchemaObject {
        instance_type: Some(s::InstanceType::Object.into()),
        object: Some(Box::new(object)),
        ..Default::default()
    })
}

/// Returns the identifiers of the fields of a struct in the order of their slots: typify orders them by name.
fn in_order(item: syn::ItemStruct, count: usize) -> Result<Vec<String>, String> {
    let mut found: BTreeMap<String, String> = item
        .fields
        .into_iter()
        .filter_map(|field| Some((slot(&field.ty)?, field.ident?.to_string())))
        .collect();
    let name = &item.ident;
    (0..count)
        .map(|index| {
            let ident = found.remove(&format!("Slot{index}"));
            ident.ok_or_else(|| format!("`{name}` lacks a field"))
        })
        .collect()
}

/// The slot that a type mentions.
fn slot(ty: &syn::Type) -> Option<String> {
    let text = quote! { #ty }.to_string();
    text.split(|c: char| !c.is_alphanumeric())
        .find(|word| word.starts_with("Slot"))
        .map(str::to_owned)
}
