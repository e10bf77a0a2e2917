import { join } from "node:path";
import { expect, test } from "vitest";
import { domains } from "../generated/domains.gen.ts";
import { coreSettings } from "./core/config/core-settings.ts";
import type { Setting } from "./core/modules/domain.ts";

const introduction = `# Configuration

Settings are environment variables, typed and checked at the start: a wrong one stops the platform, and all wrong ones are named at
once. Those of a domain are declared in its spec under \`x-codegen.config\`, and reach its code as \`parts.config\`.`;

/** Read before any settings are, so it stands in no list. */
const signingKeys: Setting = {
  name: "signingKeys",
  env: "AUTH_SIGNING_KEYS",
  type: "string",
  default: "",
  description:
    "A private JWK on the curve P-256, or a set of them (the first signs); a file in the data folder unless told. Processes that share a database must share these.",
};

function row({ env, type, enum: values, minimum, maximum, default: usual, description, perOrganization }: Setting): string {
  const bounds = minimum === undefined && maximum === undefined ? "" : ` (${minimum ?? ""}–${maximum ?? ""})`;
  return `| \`${env}\` | ${type}${values === undefined ? "" : `: ${values.join(", ")}`}${bounds} | ${usual === "" ? "" : `\`${usual}\``} | ${description}${perOrganization === true ? " Organizations may set their own." : ""} |`;
}

function section(title: string, settings: readonly Setting[]): string {
  const head = `## ${title}\n\n| Variable | Type | Default | Meaning |\n| --- | --- | --- | --- |`;
  return settings.length === 0 ? "" : `\n\n${head}\n${settings.map(row).join("\n")}`;
}

test("the page about configuration lists every setting as it is; `npx vitest -u` writes it anew", async () => {
  const sections = [
    section("The platform", [...coreSettings, signingKeys]),
    ...domains.map(({ name, config }) => section(`\`${name}\``, config)),
  ];
  await expect(`${introduction}${sections.join("")}\n`).toMatchFileSnapshot(join(import.meta.dirname, "../docs/configuration.md"));
});
