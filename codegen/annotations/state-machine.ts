const texts = { type: "array", minItems: 1, uniqueItems: true, items: { type: "string" } } as const;

const transition = {
  type: "object",
  description: "A transition from some states to another.",
  additionalProperties: false,
  required: ["from", "to"],
  properties: {
    from: { anyOf: [{ const: "*" }, texts], description: "The states that it leads out of; `*` for all that are not terminal." },
    to: { type: "string", minLength: 1, description: "The state that it leads to; `=` to stay in the one it is in." },
    allow: { ...texts, description: "Roles that may do it: those of the documents, and `system`, the platform itself." },
    input: { type: "string", description: "The schema of what it is given: the name of one of this document." },
    guard: {
      type: "string",
      pattern: "^[a-z][A-Za-z0-9]*$",
      title: "a name in camelCase",
      description: "The condition in hand-written code that must hold.",
    },
    auto: { const: true, description: "It follows by itself as soon as the entity is in a state that it leads out of." },
  },
} as const;

const timeout = {
  type: "object",
  description: "How a state ends by itself.",
  additionalProperties: false,
  required: ["after", "transition"],
  properties: {
    after: {
      type: "string",
      pattern: "^[1-9][0-9]{0,5}[smhd]$",
      title: "a time such as `90s`, `15m`, `2h` or `3d`",
      description: "How long the state lasts: `90s`, `15m`, `2h`, `3d`.",
    },
    transition: { type: "string", description: "The transition that the platform then does." },
  },
} as const;

/** `stateMachine` of the vocabulary. */
export const stateMachine = {
  type: "object",
  description: "The states of an entity, and what leads from one to another.",
  additionalProperties: false,
  required: ["field", "initial", "transitions"],
  properties: {
    field: { type: "string", description: "The property that holds the state: an enum. Only transitions change it." },
    initial: { type: "string", description: "The state that a new entity is in." },
    transitions: {
      type: "object",
      additionalProperties: transition,
      propertyNames: { pattern: "^[a-z][A-Za-z0-9]*(?:_[a-z0-9]+)*$", title: "a name in camelCase or snake_case" },
      description: "By name. Each is an operation, unless it follows by itself.",
    },
    terminal: { ...texts, description: "States that nothing leads out of." },
    timeouts: { type: "object", additionalProperties: timeout, description: "States that end by themselves." },
  },
} as const;
