// @generated from webhooks by `cargo xtask codegen`. Changes made here are lost.

/** What is wrong with a value, and where. */
export interface Issue {
  /** What was expected, and what was found. */
  readonly message: string;
  /** The names and indices that lead to the place. */
  readonly path: readonly (string | number)[];
}

/** The result of `safeParse`. */
export type Result<T> =
  | { readonly success: true; readonly data: T }
  | { readonly success: false; readonly issues: readonly Issue[] };

/** The error that `parse` and `parseText` throw. Its message names every issue with its place. */
export declare class ParseError extends Error {
  readonly issues: readonly Issue[];
}

/** A body as it was received. */
export type Body = string | ArrayBuffer | ArrayBufferView;

/** A type at run time. It accepts exactly what the JSON Schema accepts, and implements Standard Schema 1. */
export interface Schema<T> {
  /** Returns whether a value has the type. */
  is(value: unknown): value is T;
  /** Returns the value if it has the type, and throws a {@link ParseError} otherwise. */
  parse(value: unknown): T;
  /** Reads JSON, and returns the value if it has the type. Throws a {@link ParseError} otherwise. */
  parseText(body: Body): T;
  /** As {@link parse}, with the issues as a result. */
  safeParse(value: unknown): Result<T>;
  /** As {@link parseText}, with the issues as a result. */
  safeParseText(body: Body): Result<T>;
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => { readonly value: T } | { readonly issues: readonly Issue[] };
    readonly types?: { readonly input: T; readonly output: T } | undefined;
  };
}
