//! Strings of schemas as documentation comments.

use proc_macro2::TokenStream;
use quote::quote;

use schema_codegen::markdown;

/// Characters that fit in a line of documentation, after its indentation.
const WIDTH: usize = 90;

/// The attributes of a description. What a description says cannot leave them. Where a schema says
/// nothing, the documentation says so: `what` names what is not described.
pub(super) fn of(description: &str, what: &str) -> TokenStream {
    let mut lines = wrap(description);
    if lines.iter().all(String::is_empty) {
        lines = vec![format!(
            "{}, which the schema does not describe.",
            markdown::code(what)
        )];
    }
    let lines = lines.into_iter().map(|line| {
        let line = if line.is_empty() {
            line
        } else {
            format!(" {line}")
        };
        quote! { #[doc = #line] }
    });
    quote! { #(#lines)* }
}

/// The attribute of a type that borrows its strings.
pub(super) fn counterpart(name: &str) -> TokenStream {
    let line = format!(" Borrowed variant of [`{name}`]: its strings point into the body.");
    quote! { #[doc = #line] }
}

/// A text as one line of documentation.
pub(super) fn line(text: &str) -> String {
    let words: Vec<String> = text.lines().flat_map(markdown::words).collect();
    markdown::block(&words.join(" "))
}

/// The attribute that shows a member of a set, or something else as it is written.
pub(super) fn verbatim(before: &str, written: &str, after: &str) -> TokenStream {
    let line = format!(" {before}{}{after}", markdown::code(written));
    quote! { #[doc = #line] }
}

/// Lines of words, as wide as documentation is, without empty ones around them.
fn wrap(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.trim().lines() {
        let mut line = String::new();
        for word in markdown::words(paragraph) {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > WIDTH {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&word);
        }
        lines.push(line);
    }
    lines.iter().map(|line| markdown::block(line)).collect()
}
