import { execFile } from "node:child_process";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Migrations } from "../database/migrations.ts";
import { databaseTypes } from "../database/types.ts";
import { proposeMigrations } from "../migrations/propose.ts";
import type { Model } from "../model/model.ts";
import { plan } from "../plan.ts";
import { openapiTypes } from "../published/openapi-types.ts";
import { loadSpecs } from "../read/load.ts";
import { emit } from "./emit.ts";
import { fixtureModel } from "./fixture/model.ts";
import { workspace } from "./fixture/workspace.ts";

const root = resolve(import.meta.dirname, "../..");
const compiler = join(root, "node_modules/typescript-7/bin/tsc");

/** What the compiler says of a model's files beside `uses`; "" when all is well. */
async function complaints(model: Model, uses: ReadonlyMap<string, string> = new Map()): Promise<string> {
  const proposed = [...proposeMigrations(model, () => false)].map(([path, text]) => ({ path, text }));
  const migrations: Migrations = {
    sqlite: proposed.filter(({ path }) => path.endsWith(".sqlite.sql")),
    postgres: proposed.filter(({ path }) => path.endsWith(".postgres.sql")),
  };
  const made = emit(model);
  const published = await openapiTypes(made.get("generated/openapi.json") ?? "");
  const files = new Map([...made, ...published, ...(await databaseTypes(migrations)), ...uses]);
  const { folder, remove } = await workspace(files);
  onTestFinished(remove);
  const run = promisify(execFile)(process.execPath, [compiler, "-p", join(folder, "tsconfig.json")], { cwd: folder });
  return run.then(
    () => "",
    (error: { stdout: string }) => error.stdout,
  );
}

// A compiler and two databases for each: slow where others want the same processors.
describe("generated files", { timeout: 90_000 }, () => {
  it("compile for every kind of value, against the tables that the proposed migrations make", async () => {
    expect(
      await complaints(
        fixtureModel(
          "labels",
          "gauges",
          "shelves",
          "notes",
          "catalog",
          "orders",
          "staff",
          "patients",
          "articles",
          "stories",
          "parcels",
          "crews",
        ),
      ),
    ).toBe("");
  });

  it("compile for state machines, events of webhooks, and those who consume them", async () => {
    const use = `
import type { DigestConsumers } from "../generated/digest/events.gen.ts";
import type { PlanningModule } from "../generated/planning/service.gen.ts";

export const whole: PlanningModule = { guards: () => ({ story: { hasTasks: () => true, isReady: async () => "Not yet." } }) };
// @ts-expect-error a guard is not written yet
export const half: PlanningModule = { guards: () => ({ story: { hasTasks: () => true } }) };
// @ts-expect-error no guard is written yet
export const none: PlanningModule = {};
// @ts-expect-error a guard says why not
export const mute: PlanningModule = { guards: () => ({ story: { hasTasks: () => true, isReady: () => false } }) };
export const heard: Pick<DigestConsumers, "onStoryEstimated" | "onTaskEscalate"> = {
  onStoryEstimated: async (_, event) => void event.data.points.toFixed(),
  // @ts-expect-error a secret leaves in no event
  onTaskEscalate: async (_, event) => void event.data.note,
};
`;
    expect(await complaints(fixtureModel("planning", "digest"), new Map([["use/use.ts", use]]))).toBe("");
  });

  it("compile for the project's own specs", async () => {
    const { model } = plan(loadSpecs(root));
    expect(model && (await complaints(model))).toBe("");
  });

  it("keep absent, null and foreign apart", async () => {
    const use = `
import type { SqlDatabase } from "../internal/core/database/database.ts";
import type { GaugesSqliteTables } from "../generated/gauges/tables.gen.ts";
import type { ParcelsModule } from "../generated/parcels/service.gen.ts";
import type { ParcelInsert } from "../generated/parcels/types.gen.ts";
import type { GaugeCreate, GaugeFilter, GaugeInsert, GaugePatch, GaugeSort, GaugeView, PinFilter } from "../generated/gauges/types.gen.ts";

export const cleared: GaugePatch = { seal: null, maybeAt: null, mood: null };
export const inserted: Pick<GaugeInsert, "rank"> = { rank: 3 };
// @ts-expect-error null is no title
export const untitled: GaugePatch = { title: null };
// @ts-expect-error undefined is not absent
export const undecided: GaugePatch = { title: undefined };
// @ts-expect-error a caller gives no rank
export const ranked: Pick<GaugeCreate, "rank"> = { rank: 3 };
export const weighed: ParcelInsert = { address: "Here 1", trackingNumber: "AB12", weight: 1 };
// @ts-expect-error a row has a number
export const unnumbered: ParcelInsert = { address: "Here 1", weight: 1 };
// @ts-expect-error nothing says how a parcel gets its number
export const unwritten: ParcelsModule = {};
// @ts-expect-error what never changes is in no patch
export const moved: GaugePatch = { origin: "there" };
// @ts-expect-error a view holds no secret
export const seen = (gauge: GaugeView): unknown => gauge.seal;
// @ts-expect-error no such mood
export const angry: GaugeFilter = { mood: { eq: "angry" } };
// @ts-expect-error a list of pins has no filter
export const some: PinFilter = { gaugeId: { eq: "gg-0000000000000000" } };
// @ts-expect-error no such order
export const order: GaugeSort = "ratio";
// @ts-expect-error a table of another domain
export const foreign = (db: SqlDatabase<GaugesSqliteTables>): unknown => db.statement((query) => query.selectFrom("labels").select("id"));
`;
    expect(await complaints(fixtureModel("labels", "gauges", "shelves", "parcels"), new Map([["use/use.ts", use]]))).toBe("");
  });
});
