import { expect, test } from "vitest";
import { refusals } from "../fixture/refusals.ts";

const encrypted = "{ type: string, x-codegen: { encrypted: true } }";

test("an encrypted field is taken as it is, beside all else", () => {
  expect(refusals(encrypted)).toEqual([]);
});

test.each([
  ["a list filters by it", ["filter: [name, createdAt]", "filter: [extra]"], "AW3005 extra"],
  ["a list is sorted by it", ["sort: [name, createdAt]", "sort: [extra]"], "AW3005 extra"],
  ["it must be unique", ["unique: [[name]]", "unique: [[name, extra]]"], "AW3005 extra"],
  ["an index spans it", ["unique: [[name]]", "indexes: [[extra]]"], "AW3005 extra"],
  ["a method finds by it", ["{ by: [name]", "{ by: [extra]"], "AW3005 extra"],
  ["a method looks for a value of it", ["returns: one }", "where: { extra: x }, returns: one }"], "AW3005 x"],
] as const)("it is refused where %s", (_, edit, want) => {
  expect(refusals(encrypted, edit)).toEqual([expect.stringMatching(new RegExp(`^${want}: "extra" is encrypted`))]);
});

test.each([
  ["that is not to be sensitive", "{ type: string, x-codegen: { encrypted: true, sensitive: false } }", "AW2008 false"],
  ["that some may read", "{ type: string, x-codegen: { encrypted: true, readable: [admin] } }", "AW2008 [admin]"],
  ["that is not to be encrypted", "{ type: string, x-codegen: { encrypted: false } }", "AW2004 false"],
])("it is refused on a field %s", (_, property, want) => {
  expect(refusals(property)).toEqual([expect.stringContaining(`${want}: `)]);
});
