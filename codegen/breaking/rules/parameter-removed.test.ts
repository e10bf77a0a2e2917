import { expect, it } from "vitest";
import { asked, findings } from "../testing/documents.ts";

const parameter = (name: string, place = "query") => ({ name, in: place, schema: { type: "string" } });

it("finds a parameter that is gone, and names the one that it became", () => {
  expect(findings("parameter-removed", asked(parameter("q")), asked())).toEqual(["error: The query parameter q was removed."]);
  expect(findings("parameter-removed", asked(parameter("q")), asked(parameter("query")))).toEqual([
    "error: The query parameter q was removed; it looks as if it were called query now.",
  ]);
});

it("knows that headers have no case", () => {
  expect(findings("parameter-removed", asked(parameter("X-Trace", "header")), asked(parameter("x-trace", "header")))).toEqual([]);
});

it("does not mind a new one", () => {
  expect(findings("parameter-removed", asked(), asked(parameter("q")))).toEqual([]);
});
