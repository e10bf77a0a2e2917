import { sensitive } from "../generated/domains.gen.ts";
import { readCoreConfig } from "../internal/core/config/core-settings.ts";
import type { Context } from "../internal/core/context/context.ts";
import { systemContext } from "../internal/core/context/system-context.ts";
import type { SqlDatabase } from "../internal/core/database/database.ts";
import { openConfigured } from "../internal/core/database/open-migrated.ts";
import { type DeadLetter, type DeadLetters, deadLetters } from "../internal/core/events/dead-letters.ts";
import type { EventTables } from "../internal/core/events/tables.ts";
import { localLive } from "../internal/core/live/local-live.ts";
import { StartError } from "../internal/core/problems/start-error.ts";
import { createLog } from "../internal/core/telemetry/create-log.ts";

const mostListed = 1_000;

/**
 * `list`, `show <consumer> <position>`, `replay <consumer> <position>`: looks at the events that were given up, or has one tried again.
 * @throws StartError when that is not what was asked, or there is no such dead letter
 */
export async function deadLetterChore([verb, consumer, position]: readonly string[]): Promise<string> {
  const config = readCoreConfig(process.env);
  const database = await openConfigured(config);
  const ctx = systemContext("admin", "", createLog(config.logLevel, sensitive));
  try {
    // Processes that run look for themselves within seconds: nobody needs to be woken.
    const letters = deadLetters(database as SqlDatabase<EventTables>, localLive(), () => new Date());
    if (verb === "list") return listed(await letters.list(ctx, mostListed));
    if ((verb !== "show" && verb !== "replay") || consumer === undefined || !/^[1-9]\d{0,14}$/.test(position ?? ""))
      throw new StartError("usage: node cmd/admin.ts dlq list | show <consumer> <position> | replay <consumer> <position>");
    const letter = await existing(letters, ctx, consumer, Number(position));
    if (verb === "show") return shown(letter);
    await letters.replay(ctx, consumer, letter.event.position);
    return `${consumer} will be given event ${letter.event.id} again; a running worker does that within some seconds.`;
  } finally {
    await database.close();
  }
}

async function existing(letters: DeadLetters, ctx: Context, consumer: string, position: number): Promise<DeadLetter> {
  const letter = await letters.find(ctx, consumer, position);
  if (letter === undefined) throw new StartError(`There is no dead letter of ${consumer} at position ${position}. See \`dlq list\`.`);
  return letter;
}

function listed(letters: readonly DeadLetter[]): string {
  if (letters.length === 0) return "No event was given up.";
  const lines = letters.map(
    ({ consumer, event, attempts, diedAt, error }) =>
      `${consumer}  ${event.position}  ${event.type}  ${event.aggregate}  ${attempts} tries until ${diedAt}  ${error.split("\n")[0]}`,
  );
  return lines.join("\n");
}

const shown = (letter: DeadLetter): string => JSON.stringify(letter, undefined, 2);
