import type { FieldError } from "../problems/problem.ts";

/** What a thread is sent. */
export interface Order {
  readonly module: string;
  readonly name: string;
  readonly input: unknown;
}

/** What it sends back. A class does not survive the way; a problem is made anew from its parts. */
export type Report =
  | { readonly kind: "result"; readonly result: unknown }
  | {
      readonly kind: "problem";
      readonly status: number;
      readonly slug: string;
      readonly title: string;
      readonly detail: string;
      readonly errors: readonly FieldError[];
    }
  | { readonly kind: "error"; readonly message: string; readonly stack: string | undefined };
