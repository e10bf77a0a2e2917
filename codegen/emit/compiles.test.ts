import { execFile } from "node:child_process";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Migrations } from "../database/migrations.ts";
import { databaseTypes } from "../database/types.ts";
import { proposeMigrations } from "../migrations/propose.ts";
import { emitData } from "./fixture/emitters.ts";
import { fixtureModel } from "./fixture/model.ts";
import { workspace } from "./fixture/workspace.ts";

const model = fixtureModel("labels", "gauges");
const proposed = [...proposeMigrations(model, () => false)].map(([path, text]) => ({ path, text }));
const migrations: Migrations = {
  sqlite: proposed.filter(({ path }) => path.endsWith(".sqlite.sql")),
  postgres: proposed.filter(({ path }) => path.endsWith(".postgres.sql")),
};

const compiler = resolve(import.meta.dirname, "../../node_modules/typescript-7/bin/tsc");

/** What the compiler says of the workspace; "" when all is well. */
async function complaints(folder: string): Promise<string> {
  const run = promisify(execFile)(process.execPath, [compiler, "-p", join(folder, "tsconfig.json")], { cwd: folder });
  return run.then(
    () => "",
    (error: { stdout: string }) => error.stdout,
  );
}

describe("generated data files", () => {
  let folder: string;
  let remove: () => Promise<void>;
  const uses = new Map([
    [
      "use/right.ts",
      `import type { GaugeCreate, GaugePatch } from "../generated/gauges/types.gen.ts";
export const given: Pick<GaugeCreate, "mood" | "seal"> = { mood: null };
export const cleared: GaugePatch = { seal: null, maybeAt: null };
`,
    ],
  ]);

  beforeAll(async () => {
    ({ folder, remove } = await workspace(new Map([...emitData(model), ...(await databaseTypes(migrations)), ...uses])));
  });
  afterAll(() => remove());

  it("compile against the tables that the proposed migrations make", async () => {
    expect(await complaints(folder)).toBe("");
  });
});
