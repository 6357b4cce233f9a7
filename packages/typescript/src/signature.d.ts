import type { Body, Schema } from "./generated/index.js";
import type { Event } from "./generated/v1/event.js";

/** The headers of a delivery, as `fetch`, Node.js, or a list of pairs has them. Names are in any case. */
export type DeliveryHeaders =
  | Iterable<readonly [string, string]>
  | { readonly [name: string]: string | readonly string[] | undefined };

/** The headers of a signed delivery. */
export type Delivery = {
  "svix-id": string;
  "svix-timestamp": string;
  "svix-signature": string;
};

/** Why a secret cannot be one. */
export type SecretProblem =
  | "empty"
  | "quoted"
  | "version-prefix"
  | "prefix-twice"
  | "hexadecimal"
  | "not-base64"
  | "length";

/** Why a delivery is not taken. */
export type VerifyProblem =
  | "missing-header"
  | "repeated-header"
  | "malformed-id"
  | "malformed-timestamp"
  | "timestamp-in-milliseconds"
  | "too-old"
  | "too-new"
  | "malformed-signature"
  | "no-known-version"
  | "no-match";

/** A secret that cannot be one. The secret is not part of the message. */
export declare class SecretError extends Error {
  readonly code: SecretProblem;
}

/** A delivery that is not authentic, or not recent. */
export declare class VerifyError extends Error {
  readonly code: VerifyProblem;
}

export interface VerifyOptions {
  /** How far the time of the signature may be from now, in seconds: 300 unless it is given. */
  readonly tolerance?: number;
  /** The present, in seconds since 1970: that of the clock unless it is given. */
  readonly now?: number;
}

/**
 * Verifies a delivery, and reads its event.
 *
 * `body` is the body as it was received: JSON that was parsed and printed again has another signature. `secret` is that
 * of the endpoint, `whsec_…`, or a list of secrets while one replaces another.
 *
 * @throws SecretError, VerifyError, or the `ParseError` of the body.
 *
 * @example
 * const event = await unwrap(await request.text(), request.headers, secret);
 * if (v1.isKnown(event) && event.event_type === "job.completed") console.log(event.data.job_id);
 */
export declare function unwrap(
  body: Body,
  headers: DeliveryHeaders,
  secret: string | readonly string[],
  options?: VerifyOptions,
): Promise<Event>;
export declare function unwrap<T>(
  body: Body,
  headers: DeliveryHeaders,
  secret: string | readonly string[],
  options: VerifyOptions & { readonly schema: Schema<T> },
): Promise<T>;

/** Verifies a delivery without reading its body. */
export declare function verify(
  body: Body,
  headers: DeliveryHeaders,
  secret: string | readonly string[],
  options?: VerifyOptions,
): Promise<void>;

/** Signs a body, to test a receiver. `timestamp` is in seconds since 1970. */
export declare function sign(
  body: Body,
  secret: string,
  delivery: { readonly id: string; readonly timestamp?: number },
): Promise<Delivery>;
