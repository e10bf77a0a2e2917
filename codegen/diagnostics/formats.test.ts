import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changed, labels } from "../fixture/labels.ts";
import { plan } from "../plan.ts";
import { formatOf, report } from "./formats.ts";
import { sarifReport } from "./sarif.ts";
import { sarifSubset } from "./testing/sarif-subset.ts";

const misspelt = [changed(labels, "unique: [[name]]", "unique: [[nmae]]")];
const { diagnostics } = plan(misspelt);

describe("GitHub's annotations", () => {
  it("stand at the line, with what is meant and what to do", async () => {
    expect(await report("github", diagnostics, misspelt)).toBe(
      '::error file=openapi/labels.yaml,line=47,col=21,endColumn=25,title=AW2006%3A A name that nothing has::There is no field "nmae". Did you mean "name"?%0ACorrect the name, or declare what it names.',
    );
    expect(await report("github", [], [])).toBe("");
  });

  it("cannot be broken out of by what a spec says", async () => {
    const files = [changed(labels, "unique: [[name]]", 'unique: [["a\\n::stop-commands::x\\r%"]]')];
    const lines = (await report("github", plan(files).diagnostics, files)).split(/[\r\n]/);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("%0A");
  });
});

describe("SARIF", () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(sarifSubset);
  const valid = (text: string): void => {
    validate(JSON.parse(text));
    expect(validate.errors ?? []).toEqual([]);
  };

  it("is what its standard says, with problems and without", () => {
    valid(sarifReport([]));
    valid(sarifReport(diagnostics));
    expect(JSON.parse(sarifReport(diagnostics)).runs[0].results).toMatchObject([
      {
        ruleId: "AW2006",
        level: "error",
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: "openapi/labels.yaml" },
              region: { startLine: 47, startColumn: 21, endColumn: 25 },
            },
          },
        ],
      },
    ]);
  });

  it("is so whatever a spec says, and names its rules by their place", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), (name, file) => {
        const files = [
          { path: `openapi/${file}.yaml`, text: JSON.stringify({ openapi: "3.1.1", "x-codegen": { domain: name }, [name]: 1 }) },
        ];
        const found = plan(files).diagnostics;
        const text = sarifReport(found);
        valid(text);
        const { results, tool } = JSON.parse(text).runs[0];
        for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex].id).toBe(ruleId);
      }),
      { numRuns: 100 },
    );
  });
});

it("a format that nobody knows is refused", () => {
  expect(() => formatOf("xml")).toThrow("--format is one of terminal, json, github, sarif, not xml.");
});
