import { parseArgs } from "node:util";
import { migrateCommand } from "../migrate/command.ts";
import type { Command } from "./command.ts";

export const command: Command = {
  usage: `archwright migrate [--dry-run] [--fill <table>.<column>=<value>]… [--allow-destructive] [--allow-long-locks]
                   [--name <what>]

Writes the next migrations, for SQLite and Postgres, that bring the tables to what openapi/ asks for.
  --dry-run             Only print them
  --fill                What rows that exist get in a column that must have a value, where the spec has no default
  --allow-destructive   Also drop tables, columns and values that no spec asks for any more
  --allow-long-locks    Also what holds up others for long on a big table of Postgres
  --name                What the files are called after their number, in place of what they do`,

  async run(args, root, print) {
    const { values } = parseArgs({
      args: [...args],
      options: {
        "dry-run": { type: "boolean", default: false },
        "allow-destructive": { type: "boolean", default: false },
        "allow-long-locks": { type: "boolean", default: false },
        fill: { type: "string", multiple: true, default: [] },
        name: { type: "string" },
      },
    });
    const { fill, name } = values;
    const flags = { dryRun: values["dry-run"], allowDestructive: values["allow-destructive"], allowLongLocks: values["allow-long-locks"] };
    const options = { ...flags, fill, name };
    return migrateCommand(root, options, print);
  },
};
