import { describe, expect, it } from "vitest";
import { retarget } from "./runtime.ts";
import { ownSettings, settingsOf } from "./settings.ts";

describe("imports of the runtime", () => {
  const text = `import type { Context } from "../../internal/core/context/context.ts";
import {
  a,
} from "../internal/core/http/operation.ts";
import { own } from "./types.gen.ts";

const note = 'from "../../internal/core/context/context.ts";';
`;
  it("stay relative where the project holds the runtime itself", () => {
    expect(retarget(text, "relative")).toBe(text);
  });

  it("name the package elsewhere, and nothing but imports changes", () => {
    expect(retarget(text, "package")).toBe(`import type { Context } from "archwright/core/context/context";
import {
  a,
} from "archwright/core/http/operation";
import { own } from "./types.gen.ts";

const note = 'from "../../internal/core/context/context.ts";';
`);
  });
});

it.each([
  [undefined, ownSettings],
  ["{", ownSettings],
  ['{ "name": "archwright" }', ownSettings],
  ['{ "name": "shop", "dependencies": { "archwright": "^1" } }', { runtime: "package", title: "shop" }],
  ['{ "devDependencies": { "archwright": "^1" } }', { runtime: "package", title: "API" }],
])("a project's settings follow from its package.json: %s", (json, want) => {
  expect(settingsOf(json)).toEqual(want);
});
