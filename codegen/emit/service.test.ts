import { describe, expect, it } from "vitest";
import { emit } from "./emit.ts";
import { emitData } from "./fixture/emitters.ts";
import { fixtureModel } from "./fixture/model.ts";

const ofData = (path: string, data: ReadonlyMap<string, string>) => data.has(path);

describe("the labels of the sample", () => {
  const model = fixtureModel("labels");
  const data = emitData(model);
  const files = [...emit(model)].filter(([path]) => !ofData(path, data));

  it.for(files)("are written as a person would: %s", async ([path, text]) => {
    await expect(text).toMatchFileSnapshot(`golden/${path}.txt`);
  });

  it("come out the same from a model built anew", () => {
    expect(emit(fixtureModel("labels"))).toEqual(emit(model));
  });

  it("take no more than 140 columns, and end no line in blanks", () => {
    for (const [path, text] of files.filter(([path]) => path.endsWith(".ts"))) {
      const wrong = text.split("\n").filter((line) => line.length > 140 || line !== line.trimEnd());
      expect(wrong, path).toEqual([]);
    }
  });
});

describe("a sensitive field", () => {
  const files = emit(fixtureModel("labels", "gauges"));

  it("leaves neither in events, answers, contracts nor the published document", () => {
    expect(files.get("generated/gauges/views.gen.ts")).not.toContain("seal");
    expect(files.get("generated/openapi.json")).toContain('"GaugeCreate"');
    const document = JSON.parse(files.get("generated/openapi.json") ?? "") as {
      components: { schemas: Record<string, { properties: object }> };
    };
    expect(document.components.schemas.Gauge?.properties).not.toHaveProperty("seal");
    expect(document.components.schemas.GaugeCreate?.properties).toHaveProperty("seal");
    expect(files.get("generated/contracts/gauges.gen.ts")).toMatch(/\bGaugeView\b/);
    expect(files.get("generated/contracts/gauges.gen.ts")).not.toMatch(/\bGauge\b/);
  });

  it("is cut from what hand-written code answers", () => {
    expect(files.get("generated/gauges/server.gen.ts")).toContain("gaugeView(await service.resetGauge(");
  });
});
