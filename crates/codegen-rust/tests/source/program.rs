//! A program that uses the whole public interface of generated Rust, as far as the rules of Cargo allow it: it names
//! every field and variant, constructs and destructures all types that allow it, calls every function and relies on
//! every trait.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use schema_codegen::Artifact;
use syn::{
    Attribute, Fields, FnArg, GenericParam, Generics, ImplItem, Item, Type, UseTree, Visibility,
    parse_quote,
};

/// The parts of a program. Each compiles alone, so their order and number do not matter.
pub(crate) type Program = BTreeSet<String>;

/// Reports whether there is a module.
pub(crate) fn has(artifacts: &[Artifact], module: &str) -> bool {
    let path = format!("{module}/mod.rs");
    artifacts.iter().any(|artifact| artifact.path == path)
}

/// The program that uses one module of generated code, by the module's own names.
pub(crate) fn program(artifacts: &[Artifact], module: &str) -> Program {
    let mut user = User::default();
    let prefix = format!("{module}/");
    for artifact in artifacts {
        let name = artifact.path.strip_prefix(&prefix).unwrap_or_default();
        // Implementations for `schemars` add no names. Samples are not part of the interface: they exist as long as
        // examples do.
        let is_counted = !["mod.rs", "json_schema.rs", "samples.rs"].contains(&name);
        if name.ends_with(".rs") && is_counted {
            user.file(&artifact.text, name == "schemas.rs");
        }
    }
    assert!(user.parts.len() > 5, "{module} was not found");
    user.parts
}

#[derive(Default)]
struct User {
    parts: Program,
}

impl User {
    fn file(&mut self, text: &str, is_schemas: bool) {
        let file = syn::parse_file(text).unwrap();
        let mut public = BTreeSet::new();
        for item in &file.items {
            let (visibility, ident) = match item {
                Item::Struct(item) => (&item.vis, &item.ident),
                Item::Enum(item) => (&item.vis, &item.ident),
                Item::Type(item) => (&item.vis, &item.ident),
                _ => continue,
            };
            if is_public(visibility) {
                public.insert(ident.to_string());
            }
        }
        for item in &file.items {
            self.item(item, &public, is_schemas);
        }
    }

    /// A part, in a scope of its own.
    fn part(&mut self, tokens: TokenStream) {
        self.parts
            .insert(quote! { const _: () = { #tokens }; }.to_string());
    }

    fn item(&mut self, item: &Item, public: &BTreeSet<String>, is_schemas: bool) {
        match item {
            // The imports of a module show the names that its types are made of.
            Item::Use(item) => self.import(&item.tree, &mut Vec::new()),
            Item::Struct(item) if is_public(&item.vis) => {
                let (ident, generics) = (&item.ident, plain(&item.generics));
                let (_, arguments, _) = generics.split_for_impl();
                let is_open = is_non_exhaustive(&item.attrs);
                let arguments = arguments.to_token_stream();
                self.taken(ident, &generics, &arguments, &item.fields, is_open);
                self.derived(&item.attrs, &quote! { #ident #arguments }, &generics);
            }
            Item::Enum(item) if is_public(&item.vis) => {
                let (ident, generics) = (&item.ident, plain(&item.generics));
                let (_, arguments, _) = generics.split_for_impl();
                let arms: BTreeSet<String> = (item.variants.iter())
                    .map(|variant| {
                        let (variant, held) = (&variant.ident, variant.fields.iter().next());
                        let arm = match held {
                            Some(held) => {
                                let ty = own(&held.ty, &quote! { #ident #arguments });
                                quote! { #ident::#variant(held) => { let _: #ty = held; } }
                            }
                            None => quote! { #ident::#variant => {} },
                        };
                        arm.to_string()
                    })
                    .collect();
                let arms = arms.iter().map(|arm| arm.parse::<TokenStream>().unwrap());
                let rest = is_non_exhaustive(&item.attrs).then(|| quote! { _ => {} });
                self.part(quote! {
                    fn matched #generics (value: #ident #arguments) { match value { #(#arms)* #rest } }
                });
                self.derived(&item.attrs, &quote! { #ident #arguments }, &generics);
            }
            Item::Type(item) if is_public(&item.vis) => {
                let (ident, target, generics) = (&item.ident, &item.ty, plain(&item.generics));
                let (_, arguments, _) = generics.split_for_impl();
                self.part(quote! {
                    fn same #generics (value: #ident #arguments) -> #target { value }
                });
            }
            Item::Impl(item) => {
                let ty = &item.self_ty;
                let name = ty.to_token_stream().into_iter().next().unwrap().to_string();
                if !public.contains(&name) {
                    return;
                }
                match &item.trait_ {
                    Some((path, _)) => {
                        self.implemented(
                            &path.to_token_stream(),
                            &ty.to_token_stream(),
                            &item.generics,
                        );
                    }
                    None => self.associated(ty, &item.generics, &item.items),
                }
            }
            Item::Const(item) if is_schemas => {
                let (ident, ty) = (&item.ident, &item.ty);
                self.part(quote! { const CONSTANT: #ty = schemas::#ident; });
            }
            Item::Fn(item) if is_schemas => {
                let mut signature = item.sig.clone();
                let name = std::mem::replace(&mut signature.ident, format_ident!("called"));
                let arguments = arguments(&mut signature.inputs);
                self.part(quote! { #signature { schemas::#name(#(#arguments),*) } });
            }
            Item::Macro(item) => {
                let name = &item.mac.path.segments.last().unwrap().ident;
                let ty = item.mac.tokens.clone().into_iter().next().unwrap();
                let part = match name.to_string().as_str() {
                    "string_type" | "text_type" => quote! {
                        fn text(value: &#ty) -> &str { value.as_str() }
                        fn parsed(text: &str) -> Result<#ty, schema_runtime::Violation> { text.parse() }
                    },
                    "number_type" => quote! { fn number(value: #ty) -> f64 { value.get() } },
                    _ => return,
                };
                self.part(part);
            }
            _ => {}
        }
    }

    fn import(&mut self, tree: &UseTree, path: &mut Vec<String>) {
        match tree {
            UseTree::Path(tree) => {
                path.push(tree.ident.to_string());
                self.import(&tree.tree, path);
                path.pop();
            }
            UseTree::Name(tree) if path.first().is_some_and(|first| first != "super") => {
                let path = path.join("::");
                // The names of the module itself are all there.
                self.parts.insert(format!("use {path}::{};", tree.ident));
            }
            UseTree::Group(tree) => {
                for tree in &tree.items {
                    self.import(tree, path);
                }
            }
            _ => {}
        }
    }

    /// Destructures a struct, and constructs it if it is exhaustive.
    fn taken(
        &mut self,
        ident: &Ident,
        generics: &Generics,
        arguments: &TokenStream,
        fields: &Fields,
        is_open: bool,
    ) {
        let members = fields.members().zip(fields);
        // By name, because the order of fields is nothing that a program sees.
        let shown: BTreeMap<Ident, _> = members
            .filter(|(_, field)| is_public(&field.vis))
            .map(|(member, field)| {
                let ty = own(&field.ty, &quote! { #ident #arguments });
                (
                    format_ident!("the_{}", member.to_token_stream().to_string()),
                    (member, ty),
                )
            })
            .collect();
        let patterns = shown
            .iter()
            .map(|(name, (member, _))| quote! { #member: #name });
        let lets = shown
            .iter()
            .map(|(name, (_, ty))| quote! { let _: #ty = #name; });
        let is_whole = !is_open && shown.len() == fields.len();
        let rest = (!is_whole).then(|| quote! { .. });
        let made = patterns.clone();
        self.part(quote! {
            fn taken #generics (value: #ident #arguments) {
                let #ident { #(#patterns,)* #rest } = value;
                #(#lets)*
            }
        });
        if is_whole {
            let given = shown.iter().map(|(name, (_, ty))| quote! { #name: #ty });
            self.part(quote! {
                fn made #generics (#(#given),*) -> #ident #arguments { #ident { #(#made),* } }
            });
        }
    }

    fn derived(&mut self, attributes: &[Attribute], ty: &TokenStream, generics: &Generics) {
        // Derived code asks the same of each type parameter.
        if generics.type_params().next().is_some() {
            return;
        }
        for attribute in attributes.iter().filter(|it| it.path().is_ident("derive")) {
            let parsed = attribute.parse_nested_meta(|meta| {
                let name = &meta.path;
                // Of these the prelude has only the macro.
                let path = match name.to_token_stream().to_string().as_str() {
                    "Debug" => quote! { ::core::fmt::Debug },
                    "Hash" => quote! { ::core::hash::Hash },
                    _ => quote! { #name },
                };
                self.implemented(&path, ty, generics);
                Ok(())
            });
            parsed.unwrap();
        }
    }

    fn implemented(&mut self, path: &TokenStream, ty: &TokenStream, generics: &Generics) {
        let clause = &generics.where_clause;
        self.part(quote! {
            fn implemented #generics (value: #ty) -> impl #path #clause { value }
        });
    }

    fn associated(&mut self, ty: &Type, generics: &Generics, items: &[ImplItem]) {
        let own_ty = ty.to_token_stream();
        for item in items {
            match item {
                ImplItem::Fn(function) if is_public(&function.vis) => {
                    let mut signature = function.sig.clone();
                    let name = std::mem::replace(&mut signature.ident, format_ident!("called"));
                    let arguments = arguments(&mut signature.inputs);
                    let mut all = generics.clone();
                    let inner = std::mem::take(&mut signature.generics);
                    let is_lifetime = |it: &GenericParam| matches!(it, GenericParam::Lifetime(_));
                    all.params.extend(inner.params);
                    let (first, last): (Vec<_>, Vec<_>) =
                        all.params.into_iter().partition(is_lifetime);
                    // All borrows that a method returns are from the value itself.
                    let this: GenericParam = parse_quote! { 'this };
                    let params = [this].into_iter().chain(first).chain(last);
                    let bounds = inner.where_clause;
                    let (inputs, output) = (&signature.inputs, &signature.output);
                    let inputs = own(inputs, &own_ty);
                    let output = lent(own(output, &own_ty));
                    self.part(quote! {
                        fn called<#(#params),*>(#inputs) #output #bounds {
                            <#own_ty>::#name(#(#arguments),*)
                        }
                    });
                }
                ImplItem::Const(constant) if is_public(&constant.vis) => {
                    let (name, ty) = (&constant.ident, own(&constant.ty, &own_ty));
                    self.part(quote! { const CONSTANT: #ty = <#own_ty>::#name; });
                }
                _ => {}
            }
        }
    }
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn is_non_exhaustive(attributes: &[Attribute]) -> bool {
    attributes
        .iter()
        .any(|attribute| attribute.path().is_ident("non_exhaustive"))
}

/// Generics without the defaults that only a definition has.
fn plain(generics: &Generics) -> Generics {
    let mut generics = generics.clone();
    for parameter in generics.type_params_mut() {
        parameter.default = None;
    }
    generics
}

/// Tokens with the type itself in the place of `Self`.
fn own(tokens: &impl ToTokens, ty: &TokenStream) -> TokenStream {
    fn replace(tokens: TokenStream, ty: &TokenStream) -> TokenStream {
        tokens
            .into_iter()
            .flat_map(|token| match token {
                TokenTree::Ident(ident) if ident == "Self" => ty.clone(),
                TokenTree::Group(group) => {
                    let inner = replace(group.stream(), ty);
                    let group = Group::new(group.delimiter(), inner);
                    quote! { #group }
                }
                token => token.into(),
            })
            .collect()
    }
    replace(tokens.to_token_stream(), ty)
}

/// A type with the lifetime `'this` for every reference without one.
fn lent(tokens: TokenStream) -> TokenStream {
    let mut out = TokenStream::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_and = token.to_string() == "&";
        match token {
            TokenTree::Group(group) => {
                let inner = lent(group.stream());
                out.extend([TokenTree::from(Group::new(group.delimiter(), inner))]);
            }
            token => out.extend([token]),
        }
        // A lifetime begins with a mark of its own.
        if is_and && tokens.peek().is_some_and(|next| next.to_string() != "'") {
            out.extend(quote! { 'this });
        }
    }
    out
}

/// The names of arguments, after a receiver has become an argument like any other.
fn arguments(inputs: &mut syn::punctuated::Punctuated<FnArg, syn::Token![,]>) -> Vec<TokenStream> {
    let inputs = inputs.iter_mut().map(|input| match input {
        FnArg::Receiver(receiver) => {
            *input = match receiver.to_token_stream().to_string().starts_with('&') {
                true => parse_quote! { this: &'this Self },
                false => parse_quote! { this: Self },
            };
            quote! { this }
        }
        FnArg::Typed(argument) => argument.pat.to_token_stream(),
    });
    inputs.collect()
}
