import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { emit } from "./emit.ts";
import { fixtureModel } from "./fixture/model.ts";
import { workspace } from "./fixture/workspace.ts";

const script = `
const { gaugesOperations } = await import("./generated/gauges/server.gen.ts");
const { shape, gaugeCreate } = await import("./generated/gauges/validators.gen.ts");
const { moodMock, shapeMock, gaugeMock } = await import("./generated/gauges/mocks.gen.ts");
const found = {};
for (const name of process.argv.slice(1)) found[name] = Object.keys(await import("./" + name));
const wrong = (validator, value) => { const place = { path: [], errors: [] }; validator.check(value, place); return place.errors; };
console.log(JSON.stringify({
  found,
  moods: [1, 2, 3, 4, 5, 6, 7, 8].map((number) => moodMock(number)),
  own: Object.hasOwn(shapeMock(1), "__proto__"),
  plain: Object.getPrototypeOf(gaugeMock(1)) === Object.prototype,
  proto: wrong(shape, JSON.parse('{ "points": [], "__proto__": 1 }')),
  operations: gaugesOperations.map(({ id }) => id),
}));`;

describe("a spec whose texts try to get out", () => {
  let result: {
    found: Record<string, string[]>;
    moods: string[];
    own: boolean;
    plain: boolean;
    proto: { pointer: string }[];
    operations: string[];
  };
  let remove: () => Promise<void>;

  beforeAll(async () => {
    const files = emit(fixtureModel("gauges"));
    const made = await workspace(files);
    remove = made.remove;
    const names = [...files.keys()].filter((path) => path.endsWith(".gen.ts") && !path.includes(".test."));
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script, ...names], { cwd: made.folder });
    result = JSON.parse(stdout);
  });
  afterAll(() => remove());

  it("runs none of them as code", () => {
    expect(Object.keys(result.found).length).toBeGreaterThan(15);
    expect(Object.values(result.found).flat()).not.toContain("stolen");
    expect(result.operations).toContain("resetGauge");
  });

  it("keeps them as what they are", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the very text of the fixture
    expect(new Set(result.moods)).toEqual(new Set(["calm", 'it\'s "`${process.exit(1)}`" */']));
  });

  it("has a property called __proto__ like any other", () => {
    expect(result.own).toBe(true);
    expect(result.plain).toBe(true);
    expect(result.proto.map(({ pointer }) => pointer)).toEqual(["/__proto__"]);
  });
});
