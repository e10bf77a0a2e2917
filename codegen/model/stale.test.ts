import { describe, expect, test } from "vitest";
import { changed, labels } from "../fixture/labels.ts";
import { plan } from "../plan.ts";

const merge = "x-codegen: { permission: labels.write }";
const answer = '"200": { description: The label.';
const operations = "          operations: [list, get, create, update, delete]\n";

describe("what may be stale", () => {
  test("an entity's lists, and what was written down of it: never a single row, nor what writes", () => {
    const { model } = plan([changed(labels, operations, `${operations}          stale: true\n          audit: true\n`)]);
    const marked = model?.domains[0]?.operations.filter(({ effects }) => effects?.stale).map(({ id }) => id);
    expect(marked).toEqual(["listLabels", "listLabelAudit"]);
  });

  test.each([
    ["beside roles", operations, `${operations}          stale: true\n          roles: true\n`, /at once/],
    [
      "beside teams",
      operations,
      `${operations}          stale: true\n          teams: labels.Label\n`,
      /at once: `stale` does not go with `teams`/,
    ],
    ["without a list", operations, "          operations: [get, create]\n          stale: true\n", /no effect/],
  ])("is refused %s", (_, from, to, message) => {
    const { diagnostics } = plan([changed(labels, from, to)]);
    expect(diagnostics).toContainEqual(expect.objectContaining({ code: "AW2008", message: expect.stringMatching(message) }));
  });

  test("is refused where a row is answered, whose version comes back as If-Match", () => {
    const spec = changed(changed(labels, merge, "x-codegen: { permission: labels.read, stale: true }"), "    post:\n", "    get:\n");
    const body = / {6}requestBody:\n.*\n.*\n/.exec(spec.text)?.[0] ?? "";
    expect(spec.text).toContain(answer);
    const { diagnostics } = plan([changed(spec, body, "")]);
    expect(diagnostics).toEqual([expect.objectContaining({ code: "AW2008", message: expect.stringMatching(/comes back as If-Match/) })]);
  });
});
