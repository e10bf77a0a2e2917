import type { Field } from "./model.ts";

/** What is so of a field of which nothing special is said: those that the server makes begin with it. */
export const ordinaryField = {
  ...{ default: undefined, generated: undefined, madeDefault: undefined, exists: undefined },
  ...{ immutable: false, sensitive: false, encrypted: false, searched: false, readers: undefined, writers: undefined },
} as const satisfies Partial<Field>;
