import { parseArgs } from "node:util";
import { domains, sensitive } from "../generated/domains.gen.ts";
import { readCoreConfig } from "../internal/core/config/core-settings.ts";
import { systemContext } from "../internal/core/context/system-context.ts";
import { openConfigured } from "../internal/core/database/open-migrated.ts";
import { featureStore } from "../internal/core/features/feature-stores.ts";
import { switchable } from "../internal/core/features/switchable.ts";
import { explainStartFailure } from "../internal/core/problems/explain-start-failure.ts";
import { createLog } from "../internal/core/telemetry/create-log.ts";

// Switches a feature, or an optional domain, for one organization or for all. A running platform notices within half a minute.
const { positionals } = parseArgs({ allowPositionals: true });
const [organization = "", name = "", state = ""] = positionals;
const known = switchable(domains);
const problems = [
  ...(organization === "all" || /^og-[0-9a-f]{16}$/.test(organization) ? [] : ["The first word must be an organization's id, or `all`."]),
  ...(known.includes(name)
    ? []
    : [`The second must be one of: ${known.join(", ") || "(no spec declares a feature, and no domain is optional)"}.`]),
  ...(state === "on" || state === "off" ? [] : ["The third must be `on` or `off`."]),
];
if (problems.length > 0) {
  process.stderr.write(
    `usage: npm run features -- <organization | all> <feature | domain> <on | off>\n${problems.map((one) => `  ${one}\n`).join("")}`,
  );
  process.exit(2);
}
try {
  const config = readCoreConfig(process.env);
  const database = await openConfigured(config);
  const ctx = systemContext("features", "", createLog(config.logLevel, sensitive));
  await featureStore(database).write(ctx, organization === "all" ? "" : organization, name, state === "on");
  await database.close();
  process.stdout.write(
    `${name} is ${state} for ${organization === "all" ? "every organization that nothing else was said of" : organization}.\n`,
  );
} catch (error) {
  process.stderr.write(`${explainStartFailure(error)}\n`);
  process.exit(1);
}
