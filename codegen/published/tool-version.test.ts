import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { question, toolVersion } from "./tool-version.ts";

const installed = (name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, "../../node_modules", name, "package.json"), "utf8")).version;

test.each(["@hey-api/openapi-ts", "openapi-typescript"])("the version of %s is the one that is installed", (name) => {
  expect(toolVersion(name)).toBe(installed(name));
});

test("an upgraded tool is asked again, and so is one that is asked otherwise", () => {
  const asked = question("tool", "1.0.0", { silent: true }, "{}");
  expect(question("tool", "1.0.0", { silent: true }, "{}")).toBe(asked);
  for (const other of [
    question("tool", "1.0.1", { silent: true }, "{}"),
    question("tool", "1.0.0", { silent: false }, "{}"),
    question("tool", "1.0.0", { silent: true }, "[]"),
    question("other", "1.0.0", { silent: true }, "{}"),
  ]) {
    expect(other).not.toBe(asked);
  }
});

test("a tool that is not installed is named", () => {
  expect(() => toolVersion("archwright-no-such-package")).toThrow(
    "Generating needs archwright-no-such-package, which is not installed: npm install --save-dev archwright-no-such-package",
  );
});
