/** What a name in camelCase looks like, wherever an annotation gives one. */
export const name = { type: "string", pattern: "^[a-z][A-Za-z0-9]*$", title: "a name in camelCase" } as const;

/** A plain value. */
export const scalar = { anyOf: [{ type: "string" }, { type: "number" }, { type: "boolean" }] } as const;
