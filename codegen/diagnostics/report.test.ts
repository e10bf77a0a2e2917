import { describe, expect, test } from "vitest";
import { changed, labels } from "../fixture/labels.ts";
import { plan } from "../plan.ts";
import { jsonReport } from "./json.ts";
import { distance, nearest } from "./nearest.ts";
import { terminalReport } from "./terminal.ts";

describe("what was meant", () => {
  test.each([
    ["nmae", "name", 1],
    ["name", "name", 0],
    ["", "abc", 3],
    ["abc", "", 3],
    ["kitten", "sitting", 3],
    ["ca", "abc", 3],
  ])("%s is %s by %i slips", (a, b, want) => {
    expect(distance(a, b)).toBe(want);
    expect(distance(b, a)).toBe(want);
  });

  test.each([
    ["nmae", ["color", "name"], "name"],
    ["NAME", ["name"], "name"],
    ["zzz", ["name"], undefined],
    ["name", [], undefined],
    ["opertaions", ["events", "operations"], "operations"],
  ])("%s of %j is %s", (text, candidates, want) => {
    expect(nearest(text, candidates)).toBe(want);
  });
});

describe("the terminal's report", () => {
  test("says nothing when all is well", () => {
    expect(terminalReport(plan([labels]).diagnostics, [labels])).toBe("");
  });

  test("shows only what stands around the place in a line of a megabyte", () => {
    const text = `{ "openapi": "3.1.1", "x-long": "${"a".repeat(1_000_000)}", "pathz": {}, "x-more": "${"b".repeat(1_000_000)}" }`;
    const files = [{ path: "openapi/long.json", text }];
    const report = terminalReport(plan(files).diagnostics, files);
    const [, , source = "", carets = ""] = report.split("\n");
    expect(source.length).toBeLessThan(140);
    expect(source.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe('"pathz"');
  });

  test("lets no control character of a spec reach the terminal", () => {
    const files = [changed(labels, "{ permission: labels.write }", '{ permission: "a\\e[2Jb", "c\\u202Ed\u009b": 1 }')];
    const report = terminalReport(plan(files).diagnostics, files);
    expect(report).toContain("error AW2006");
    expect(report).toContain("error AW2001");
    expect(report.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});

test("the report for programs has each problem with what the catalog says of it", () => {
  const files = [changed(labels, "unique: [[name]]", "unique: [[nmae]]")];
  expect(JSON.parse(jsonReport(plan(files).diagnostics))).toEqual({
    ...{ errors: 1, warnings: 0 },
    problems: [
      {
        ...{ code: "AW2006", severity: "error", message: 'There is no field "nmae".', suggestion: "name", length: 4 },
        location: { file: "openapi/labels.yaml", line: 47, column: 21 },
        ...{ title: expect.stringMatching(/./), cause: expect.stringMatching(/./), fix: expect.stringMatching(/./) },
      },
    ],
  });
});
