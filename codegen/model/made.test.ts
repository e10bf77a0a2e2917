import { describe, expect, test } from "vitest";
import { refusals } from "../fixture/refusals.ts";

const text = (annotation: string, more = ""): string => `{ type: string, ${more}x-codegen: ${annotation} }`;

describe("values that the server makes are refused", () => {
  test.each([
    ["of an unknown kind", text("{ generated: later }"), "AW2004 later"],
    ["as a time that is no time", text("{ generated: now }"), "AW2004 now"],
    ["as an actor that can never be nobody", "{ type: string, x-codegen: { generated: actor } }", undefined],
    ["as a slug of nothing", text("{ generated: slug(nmae) }"), "AW2006 slug(nmae)"],
    ["as a slug of itself", text("{ generated: slug(extra) }"), "AW2006 slug(extra)"],
    ["as a slug of what the server makes", text("{ default: slug(id) }"), "AW2006 slug(id)"],
    ["as a slug of an object", text("{ generated: slug(shape) }"), "AW2004 slug(shape)"],
    ["as a slug of what may be null", text("{ generated: slug(note) }"), "AW2004 slug(note)"],
    ["as a slug of a secret", '{ type: [string, "null"], x-codegen: { generated: slug(secret) } }', "AW2004 slug(secret)"],
    ["as a slug that is a number", "{ type: integer, x-codegen: { generated: slug(name) } }", "AW2004 slug(name)"],
    ["with a default beside it", text("{ generated: slug(name) }", "default: x, "), "AW2008 x"],
    ["with a made default beside it", text("{ generated: slug(name), default: actor }"), "AW2008 actor"],
    ["under a column that Postgres has", text("{ column: xmin }"), "AW2004 xmin"],
    ["under a column that is another's", text("{ column: name }"), "AW3001 extra"],
    ["under the column that they have anyway", text("{ column: extra }"), "AW2008 extra"],
    ["under a column that is no name", text('{ column: "a b" }'), 'AW2004 "a b"'],
  ] as const)("%s", (_, property, want) => {
    const said = refusals(property);
    if (want === undefined) expect(said).toEqual([]);
    else expect(said).toEqual([expect.stringContaining(`${want}: `)]);
  });

  test("as an actor in a field that must have a value", () => {
    const said = refusals(text("{ generated: actor }"), ["required: [name]", "required: [name, extra]"]);
    expect(said).toEqual(["AW2004 actor: `actor` needs a property that may be null: whoever is not signed in has no id."]);
  });

  test("as what must be unique, where nobody could choose another", () => {
    const said = refusals('{ type: [string, "null"], x-codegen: { generated: actor } }', ["unique: [[name]]", "unique: [[name], [extra]]"]);
    expect(said).toEqual([expect.stringContaining("AW3005 extra: ")]);
  });

  test("on what is no entity", () => {
    expect(refusals("{ type: string }", ["{ ref: labels.Label }", "{ ref: labels.Label, generated: now }"])).toEqual([
      "AW2002 generated: `generated` has an effect only on the properties of an entity.",
    ]);
  });
});
