import { describe, expect, it } from "vitest";
import { type Code, code, join, type } from "./code.ts";
import { compare, compareModules, printFile } from "./file.ts";
import { alternatives, args, callback, chain, enclose, hang, membersOf, typeArguments } from "./layout.ts";
import { layOut } from "./lines.ts";
import { comment, literal } from "./text.ts";

/** A fragment as it stands in a file, behind so many other characters. */
const laidOut = (fragment: Code, before = 0): string => layOut("x".repeat(before) + fragment.text).slice(before);

describe("a list", () => {
  const list = enclose("[", ["1", "2"], "]");
  it("stands on one line when it fits", () => {
    expect(laidOut(enclose("{", ["a: 1", "b: 2"], "}"))).toBe("{ a: 1, b: 2 }");
    expect(laidOut(list, 134)).toBe("[1, 2]");
    expect(laidOut(enclose("[", [], "]"))).toBe("[]");
    expect(laidOut(membersOf(["a: 1", "b: 2"]))).toBe("{ a: 1; b: 2 }");
  });
  it("is broken when there is no room for it, or for what follows it", () => {
    expect(laidOut(list, 135)).toBe("[\n  1,\n  2,\n]");
    expect(laidOut(join([list, ";"], ""), 134)).toBe("[\n  1,\n  2,\n];");
    expect(laidOut(membersOf(["a: 1"]), 140)).toBe("{\n  a: 1;\n}");
  });
  it("is broken when an item has lines, which stay indented", () => {
    expect(laidOut(code`\n  ${enclose("[", ["{\n  a,\n}", list], "]")}`)).toBe("\n  [\n    {\n      a,\n    },\n    [1, 2],\n  ]");
  });
  it("breaks the outer before the inner, and the inner only when it still does not fit", () => {
    const outer = enclose("{", [code`a: ${list}`, code`b: ${enclose("[", ["y".repeat(70), "z".repeat(70)], "]")}`], "}");
    expect(laidOut(outer)).toBe(`{\n  a: [1, 2],\n  b: [\n    ${"y".repeat(70)},\n    ${"z".repeat(70)},\n  ],\n}`);
  });
  it("of several objects, or lists, of several entries is a table", () => {
    const row = enclose("{", ["a: 1", "b: 2"], "}");
    expect(laidOut(enclose("[", [row, row], "]"))).toBe("[\n  { a: 1, b: 2 },\n  { a: 1, b: 2 },\n]");
    expect(laidOut(enclose("[", [list, list], "]"))).toBe("[\n  [1, 2],\n  [1, 2],\n]");
    expect(laidOut(enclose("[", [row], "]"))).toBe("[{ a: 1, b: 2 }]");
    expect(laidOut(enclose("[", [enclose("{", [code`a: ${list}`], "}"), row], "]"))).toBe("[{ a: [1, 2] }, { a: 1, b: 2 }]");
  });
  it("keeps the imports of its items", () => {
    expect(enclose("[", [type("A", "x.ts"), type("B", "y.ts")], "]").imports.map(({ name }) => name)).toEqual(["A", "B"]);
  });
});

describe("a call", () => {
  const object = enclose("{", ["a: 1"], "}");
  it("breaks its last object alone, when that is enough", () => {
    expect(laidOut(args(["ctx", object]), 120)).toBe("(ctx, { a: 1 })");
    expect(laidOut(args(["ctx", object]), 130)).toBe("(ctx, {\n  a: 1,\n})");
    expect(laidOut(args([object]), 135)).toBe("({\n  a: 1,\n})");
    expect(laidOut(args(["ctx", object]), 138)).toBe("(\n  ctx,\n  { a: 1 },\n)");
  });
  it("breaks all, where the last is no object, or two are", () => {
    expect(laidOut(args([object, "ctx"]), 130)).toBe("(\n  { a: 1 },\n  ctx,\n)");
    expect(laidOut(args([object, object]), 130)).toBe("(\n  { a: 1 },\n  { a: 1 },\n)");
    expect(laidOut(args([code`f${args([object])}`]), 135)).toBe("(\n  f({ a: 1 }),\n)");
  });
  it("puts the body of its last function on a line of its own, or everything", () => {
    const call = callback("(row) =>", "row.name()");
    expect(laidOut(call, 119)).toBe("((row) => row.name())");
    expect(laidOut(call, 125)).toBe("((row) =>\n  row.name(),\n)");
    expect(laidOut(call, 135)).toBe("(\n  (row) => row.name(),\n)");
  });
  it("leaves room for the comma behind that body", () => {
    const body = (width: number) => laidOut(callback("(row) =>", chain("q".repeat(width - 12), [".a()", ".b()", ".c()"])));
    expect(body(137)).toContain("q.a().b().c(),\n)");
    expect(body(138)).toContain("q\n    .a()\n    .b()\n    .c(),\n)");
  });
});

describe("calls one after the other", () => {
  it("stand on one line or each on its own", () => {
    const calls = chain("query", [".a()", ".b()", ".c()"]);
    expect(laidOut(calls)).toBe("query.a().b().c()");
    expect(laidOut(calls, 130)).toBe("query\n  .a()\n  .b()\n  .c()");
    expect(laidOut(chain("query", [".a()", ".b({\n  c,\n})"]))).toBe("query.a().b({\n  c,\n})");
    expect(laidOut(chain("query", [".a()", ".b((c) => c)", ".d()"]))).toBe("query\n  .a()\n  .b((c) => c)\n  .d()");
  });
});

it("hangs a body under its head", () => {
  expect(laidOut(hang("a =>", "b"), 134)).toBe("a => b");
  expect(laidOut(hang("a =>", "b"), 135)).toBe("a =>\n  b");
});

it("breaks alternatives before the bar", () => {
  const either = code`x: ${alternatives(['"a"', '"b"'])};`;
  expect(laidOut(either)).toBe('x: "a" | "b";');
  expect(laidOut(either, 130)).toBe('x:\n  | "a"\n  | "b";');
  const nested = alternatives([alternatives(['"a"', '"b"']), "null"]);
  expect(laidOut(nested)).toBe('"a" | "b" | null');
  expect(laidOut(code`x: ${nested};`, 130)).toBe('x:\n  | "a"\n  | "b"\n  | null;');
  expect(laidOut(typeArguments("A", ['"a"', '"b"']), 126)).toBe('<A, "a" | "b">');
  expect(laidOut(typeArguments("A", ['"a"', '"b"']), 127)).toBe('<\n  A,\n  "a" | "b"\n>');
});

describe("a file", () => {
  it("breaks a long import", () => {
    const names = Array.from({ length: 12 }, (_, index) => type(`SomeRatherLongName${index}`, "generated/a/types.gen.ts"));
    const text = printFile("generated/a/other.gen.ts", "openapi/a.yaml", code`${names}`);
    expect(text).toContain("import type {\n  SomeRatherLongName0,\n  SomeRatherLongName1,\n");
    expect(text).toContain('  SomeRatherLongName9,\n} from "./types.gen.ts";\n');
  });
  it("sorts imports as editors do", () => {
    expect(["b", "B", "a", "Ab", "aB"].sort(compare)).toEqual(["Ab", "a", "aB", "B", "b"]);
    expect(["./b.ts", "msw", "./a-b.ts", "./a.ts"].sort(compareModules)).toEqual(["msw", "./a.ts", "./a-b.ts", "./b.ts"]);
  });
  it("lays out only what it was told to: what stands in a spec has no marks", () => {
    const text = "\u0001\u0003a\u0002\u0010";
    expect(layOut(literal(text))).toBe('"\\u0001\\u0003a\\u0002\\u0010"');
    expect(layOut(comment(text))).toBe("/** \\u0001\\u0003a\\u0002\\u0010 */\n");
  });
  it("quotes as few characters as it can", () => {
    expect(literal('say "x"')).toBe("'say \"x\"'");
    expect(literal(`"it's"`)).toBe(`'"it\\'s"'`);
    expect(literal(`it's "x`)).toBe(`"it's \\"x"`);
    expect(literal('\\"a\n"')).toBe("'\\\\\"a\\n\"'");
  });
});
