//! Changes to files that people wrote, made in memory before anything is written.

use crate::{
    checkout::{Checkout, Target, Writer},
    exit::Failure,
};

/// New texts of files.
#[derive(Default)]
pub(super) struct Edits(Vec<Edit>);

struct Edit {
    target: Target,
    /// The text of the file. `None` if it does not exist.
    before: Option<String>,
    after: String,
}

impl Edits {
    /// Changes the text of a file. `new` is the text of a file that does not exist. Without it, such a file is not
    /// changed.
    pub(super) fn edit(
        &mut self,
        checkout: &Checkout,
        target: &Target,
        new: Option<&str>,
        change: impl FnOnce(&str) -> Result<String, schema_release::Error>,
    ) -> Result<(), Failure> {
        if let Some(edit) = self.0.iter_mut().find(|edit| edit.target == *target) {
            edit.after = change(&edit.after)?;
            return Ok(());
        }
        let before = checkout.read_text(target)?;
        let Some(text) = before.as_deref().or(new) else {
            return Ok(());
        };
        self.0.push(Edit {
            target: target.clone(),
            after: change(text)?,
            before,
        });
        Ok(())
    }

    /// Writes the texts that changed.
    pub(super) fn write(&self, writer: &Writer<'_>) -> Result<(), Failure> {
        for edit in &self.0 {
            if edit.before.as_ref() != Some(&edit.after) {
                writer.replace(&edit.target, &edit.after)?;
            }
        }
        Ok(())
    }
}
