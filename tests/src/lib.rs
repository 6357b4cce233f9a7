//! Helpers

pub mod generated {
    //! The code that is generated from `fixtures/everything`.

    pub mod bare;
    pub mod plain;
    pub mod shop;
    pub mod words;
}

pub mod tool;
