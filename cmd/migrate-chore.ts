import { readCoreConfig } from "../internal/core/config/core-settings.ts";
import { usableFolder } from "../internal/core/config/usable-folder.ts";
import { openDatabase } from "../internal/core/database/open.ts";
import { createLog } from "../internal/core/telemetry/create-log.ts";
import { migrateDatabase } from "../internal/platform.ts";
import { project } from "../internal/project.ts";

/** Brings the database to what this version needs, before its processes start: they would do the same, one of them. @throws StartError */
export async function migrateChore(env: Readonly<Record<string, string | undefined>>): Promise<string> {
  const config = readCoreConfig(env);
  await usableFolder(config.dataFolder);
  const database = await openDatabase(config.databaseUrl);
  try {
    const count = await migrateDatabase(database, project, createLog(config.logLevel));
    return count === 0
      ? "The database is as this version needs it."
      : `${count} ${count === 1 ? "migration was" : "migrations were"} applied.`;
  } finally {
    await database.close();
  }
}
