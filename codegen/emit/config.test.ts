import { describe, expect, test } from "vitest";
import { changed, labels } from "../fixture/labels.ts";
import { plan } from "../plan.ts";
import { emitConfig } from "./config.ts";

const setting = "{ type: integer, minimum: 1, default: 100, env: LABELS_MOST, description: How many there may be. }";

function emitted(from: string, to: string): string {
  const { model, diagnostics } = plan([changed(labels, from, to)]);
  const [domain] = model?.domains ?? [];
  if (model === undefined || domain === undefined) throw new Error(JSON.stringify(diagnostics));
  return emitConfig(domain, model)?.text ?? "";
}

describe("a setting that organizations may set for themselves", () => {
  test("is read with the context of whose value is asked for", () => {
    const own = emitted(setting, setting.replace("}", ", perOrganization: true }"));
    expect(own).toContain("readonly most: PerOrganization<number>;");
    expect(own).toContain("perOrganization: true");
  });

  test("leaves no trace where there is none", () => {
    const plain = emitted("default: 100", "default: 101");
    expect(plain).toContain("readonly most: number;");
    expect(plain).not.toMatch(/perOrganization/i);
  });

  test("is none of those that nobody is shown", () => {
    const file = changed(labels, setting, setting.replace("}", ", perOrganization: true, sensitive: true }"));
    expect(plan([file]).diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      expect.stringMatching(/^AW\d+ most is sensitive, and organizations are shown what they can set/),
    ]);
  });
});
