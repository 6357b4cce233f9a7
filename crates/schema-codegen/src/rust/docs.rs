//! Texts of schemas as documentation comments.

use proc_macro2::TokenStream;
use quote::quote;

use crate::text::markdown;

/// Characters that fit in a line of documentation, after its indentation.
const WIDTH: usize = 90;

/// The attributes of a description. What a description says cannot leave them.
pub(super) fn of(description: &str) -> TokenStream {
    let lines = wrap(&markdown(description)).into_iter().map(|line| {
        let line = if line.is_empty() {
            line
        } else {
            format!(" {line}")
        };
        quote! { #[doc = #line] }
    });
    quote! { #(#lines)* }
}

/// A text as one line of documentation.
pub(super) fn line(text: &str) -> String {
    markdown(text)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Lines of words, as wide as documentation is.
fn wrap(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > WIDTH {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}
