import type { Database } from "../database/database.ts";
import type { Metrics, Observe } from "./metrics.ts";

/** How long operations take, by the status of their answers: errors are those from 500 on. */
export const watchRequests = (metrics: Metrics): Observe =>
  metrics.durations("archwright_request_seconds", "How long operations take to answer.", ["operation", "status"]);

/** How much of the database's connections is in use, and who waits. */
export function watchDatabase(metrics: Metrics, database: Database): void {
  metrics.levels("archwright_database", "Connections of this process to the database, and who waits for one.", ["what"], () =>
    Object.entries(database.usage?.() ?? {}).map(([what, value]) => ({ labels: { what }, value })),
  );
}
