import { parseArgs } from "node:util";
import { domains } from "../generated/domains.gen.ts";
import { readCoreConfig } from "../internal/core/config/core-settings.ts";
import { rotateStored } from "../internal/core/encryption/rotate-stored.ts";
import { encryptedMail } from "../internal/core/mail/mail-queue.ts";
import { explainStartFailure } from "../internal/core/problems/explain-start-failure.ts";
import { createLog } from "../internal/core/telemetry/create-log.ts";
import { deadLetterChore } from "./dead-letter-chore.ts";
import { keyChore } from "./key-chore.ts";
import { migrateChore } from "./migrate-chore.ts";
import { secretsChore } from "./secrets-chore.ts";
import { userChore } from "./user-chore.ts";

/** Chores of whoever runs the platform, by name; each says what it did. */
const chores: Readonly<Record<string, { readonly about: string; run(args: readonly string[]): Promise<string> }>> = {
  "rotate-encryption": {
    about: "encrypt all encrypted fields anew, with the first key",
    async run() {
      const config = readCoreConfig(process.env);
      const done = await rotateStored(config, [{ encrypted: [encryptedMail] }, ...domains], createLog(config.logLevel));
      if (done === undefined) return "No domain has an encrypted field: there is nothing to encrypt anew.";
      const retired = done.retired.length === 0 ? "" : ` No value needs these keys any more: ${done.retired.join(", ")}.`;
      return `${done.values} values were encrypted anew.${retired}`;
    },
  },
  migrate: { about: "bring the database to what this version needs, before its processes start", run: () => migrateChore(process.env) },
  secrets: { about: "new values for all that an installation must keep secret, as lines of an env file", run: secretsChore },
  dlq: { about: "events that were given up: list | show <consumer> <position> | replay <consumer> <position>", run: deadLetterChore },
  keys: { about: "the keys that sign access tokens: rotate | rotate compromised", run: keyChore },
  users: {
    about:
      "accounts: list | create <email> <name> | reset-password <email> | reset-factors <email> | make-administrator <email> | unmake-administrator <email>",
    run: userChore,
  },
};

const { positionals } = parseArgs({ allowPositionals: true });
const [name = "", ...args] = positionals;
const chore = Object.hasOwn(chores, name) ? chores[name] : undefined;
if (chore === undefined) {
  const lines = Object.entries(chores).map(([name, { about }]) => `  ${name}  ${about}\n`);
  process.stderr.write(`usage: node cmd/admin.ts <chore>\n${lines.join("")}`);
  process.exit(2);
}
try {
  process.stdout.write(`${await chore.run(args)}\n`);
} catch (error) {
  process.stderr.write(`${explainStartFailure(error)}\n`);
  process.exit(1);
}
