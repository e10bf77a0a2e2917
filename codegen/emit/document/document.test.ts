import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { labels } from "../../fixture/labels.ts";
import { plan } from "../../plan.ts";
import { fixtureModel } from "../fixture/model.ts";
import { document } from "./document.ts";

interface Shape {
  readonly paths: Record<
    string,
    Record<string, { parameters?: unknown[]; responses: Record<string, { headers?: object }>; security?: unknown }>
  >;
  readonly components: { readonly schemas: Record<string, { readonly properties?: Record<string, object>; readonly required?: string[] }> };
}

const model = fixtureModel("labels", "gauges");
const published = document(model) as unknown as Shape;

describe("the published document", () => {
  it("is valid OpenAPI 3.1", async () => {
    expect(await new Validator().validate(JSON.parse(JSON.stringify(published)))).toEqual({ valid: true });
  });

  it("holds nothing of the annotations", () => {
    expect(JSON.stringify(published)).not.toContain("x-codegen");
  });

  it("spells out list filters, If-Match and ETag", () => {
    const item = published.paths["/labels/{id}"];
    expect(published.paths["/labels"]?.get?.parameters).toContainEqual(
      expect.objectContaining({ name: "filter[name][contains]", in: "query" }),
    );
    expect(item?.patch?.parameters).toContainEqual({ $ref: "#/components/parameters/IfMatch" });
    expect(item?.delete?.parameters).toContainEqual({ $ref: "#/components/parameters/IfMatch" });
    expect(item?.get?.responses["200"]?.headers).toHaveProperty("ETag");
    expect(item?.delete?.responses["204"]).not.toHaveProperty("headers");
  });

  it("marks what the server makes as read-only, and asks it of nobody", () => {
    const { Label, LabelCreate } = published.components.schemas;
    expect(Label?.properties?.id).toMatchObject({ readOnly: true });
    expect(Label?.required).toContain("version");
    expect(LabelCreate?.properties).not.toHaveProperty("id");
  });

  it("keeps to itself what no published operation leads to", () => {
    expect(Object.keys(published.components.schemas)).not.toContain("Unit");
  });

  it("has what only a form carries", () => {
    const merge = labels.text.replace(
      'application/json: { schema: { $ref: "#/components/schemas/Merge" } }',
      'application/x-www-form-urlencoded: { schema: { $ref: "#/components/schemas/Merge" } }',
    );
    const { model, diagnostics } = plan([{ ...labels, text: merge }]);
    expect(diagnostics).toEqual([]);
    if (model === undefined) throw new Error("The model was not made.");
    const { paths, components } = document(model) as unknown as Shape;
    expect(components.schemas).toHaveProperty("Merge");
    expect(paths["/labels/{id}/merge"]?.post).toMatchObject({
      requestBody: { content: { "application/x-www-form-urlencoded": { schema: { $ref: "#/components/schemas/Merge" } } } },
    });
  });

  it("has every component that it refers to", () => {
    const targets = [...JSON.stringify(published).matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)];
    const components = published.components as unknown as Record<string, Record<string, unknown>>;
    expect(targets.length).toBeGreaterThan(10);
    for (const [, group = "", name = ""] of targets) expect(components[group], name).toHaveProperty([name]);
  });
});
