import { describe, expect, it } from "vitest";
import { code, type } from "./code.ts";
import { printFile } from "./file.ts";
import { alternatives, enclose } from "./layout.ts";

describe("enclose", () => {
  it("stays on one line when it fits", () => {
    expect(enclose("{", ["a: 1", "b: 2"], "}").text).toBe("{ a: 1, b: 2 }");
    expect(enclose("[", ["1", "2"], "]").text).toBe("[1, 2]");
    expect(enclose("[", [], "]").text).toBe("[]");
  });
  it("breaks when the rest of the line leaves no room, and keeps nested lines indented", () => {
    expect(enclose("[", ["1", "2"], "]", 136).text).toBe("[\n  1,\n  2,\n]");
    expect(enclose("[", ["{\n  a,\n}"], "]").text).toBe("[\n  {\n    a,\n  },\n]");
  });
  it("keeps the imports of its items", () => {
    expect(enclose("[", [type("A", "x.ts"), type("B", "y.ts")], "]").imports.map(({ name }) => name)).toEqual(["A", "B"]);
  });
});

it("breaks alternatives before the bar", () => {
  expect(alternatives(['"a"', '"b"'], 10).text).toBe('"a" | "b"');
  expect(alternatives(['"a"', '"b"'], 139).text).toBe('\n  | "a"\n  | "b"');
});

it("breaks a long import", () => {
  const names = Array.from({ length: 12 }, (_, index) => type(`SomeRatherLongName${index}`, "generated/a/types.gen.ts"));
  const text = printFile("generated/a/other.gen.ts", "openapi/a.yaml", code`${names}`);
  expect(text).toContain("import type {\n  SomeRatherLongName0,\n  SomeRatherLongName1,\n");
  expect(text).toContain('  SomeRatherLongName9,\n} from "./types.gen.ts";\n');
});
