import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { domains } from "../generated/domains.gen.ts";
import { coreSettings } from "./core/config/core-settings.ts";

test("every setting is on the page about configuration, as it is", () => {
  const page = readFileSync(join(import.meta.dirname, "../docs/configuration.md"), "utf8");
  const settings = [...coreSettings, ...domains.flatMap(({ config }) => config)];
  const missing = settings.filter(
    ({ env, description }) => !page.split("\n").some((line) => line.includes(`\`${env}\``) && line.includes(description)),
  );
  expect(missing.map(({ env }) => env)).toEqual([]);
});
