import { join } from "node:path";
import { domains, sensitive } from "../generated/domains.gen.ts";
import { readCoreConfig } from "../internal/core/config/core-settings.ts";
import { migrateAsOwner, removePolicies } from "../internal/core/database/open-migrated.ts";
import { explainStartFailure } from "../internal/core/problems/explain-start-failure.ts";
import { createLog } from "../internal/core/telemetry/create-log.ts";

// Brings the database to what this version of the program needs, and ends: what every process does at its start that has the owner's login.
const [chore] = process.argv.slice(2);
if (chore !== undefined && chore !== "remove-row-security") {
  process.stderr.write("usage: node cmd/migrate.ts [remove-row-security]\n");
  process.exit(2);
}
try {
  const config = readCoreConfig(process.env);
  const log = createLog(config.logLevel, sensitive);
  const schema = { root: join(import.meta.dirname, ".."), domains: ["core", ...domains.map(({ name }) => name)] };
  if (chore === undefined) await migrateAsOwner(config, schema, log);
  else await removePolicies(config, log);
  process.stdout.write(chore === undefined ? "The database is up to date.\n" : "Row-level security was taken away.\n");
} catch (error) {
  process.stderr.write(`${explainStartFailure(error)}\n`);
  process.exit(1);
}
