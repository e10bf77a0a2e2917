import type { Database } from "../database/database.ts";
import type { Replica, ReplicaState } from "../database/replica.ts";
import type { Background } from "../modules/domain.ts";
import type { Metrics, Observe } from "./metrics.ts";

/** How long operations take, by the status of their answers: errors are those from 500 on. */
export const watchRequests = (metrics: Metrics): Observe =>
  metrics.durations("archwright_request_seconds", "How long operations take to answer.", ["operation", "status"]);

/** How much of the database's connections is in use, and who waits. */
export function watchDatabase(metrics: Metrics, database: Database): void {
  const usage = () => database.usage?.() ?? {};
  metrics.levels("archwright_database_connections", "Connections of this process to the database, by state.", ["state"], () => {
    const { connections, idle = 0 } = usage();
    if (connections === undefined) return [];
    return [
      { labels: { state: "used" }, value: connections - idle },
      { labels: { state: "idle" }, value: idle },
    ];
  });
  metrics.levels(
    "archwright_database_waiting",
    "Calls of this process that wait for a connection, or on SQLite for their turn to write.",
    [],
    () => [{ labels: {}, value: usage().waiting ?? 0 }],
  );
}

const noReplica: ReplicaState = { used: false, lagSeconds: 0 };

/** How the replica is doing. */
export function watchReplica(metrics: Metrics, replica: Replica | undefined): void {
  const state = (): ReplicaState => replica?.state() ?? noReplica;
  metrics.levels("archwright_replica_used", "Whether this process asks a replica of the database: 1 or 0.", [], () => [
    { labels: {}, value: state().used ? 1 : 0 },
  ]);
  const lag = "How far the replica is behind at the most; 0 without one, absent while that is not known.";
  metrics.levels("archwright_replica_lag_seconds", lag, [], () => {
    const { lagSeconds } = state();
    return lagSeconds === undefined ? [] : [{ labels: {}, value: lagSeconds }];
  });
}

/** Tells whether this process does now what one process does for all, which `begin` begins. */
export function watchLease(metrics: Metrics, lease: string, begin: () => Promise<Background>): () => Promise<Background> {
  let held = 0;
  metrics.levels("archwright_lease_held", "Whether this process does what one process does for all: 1 or 0.", ["lease"], () => [
    { labels: { lease }, value: held },
  ]);
  return async () => {
    const work = await begin();
    held = 1;
    return {
      stop() {
        held = 0;
        return work.stop();
      },
    };
  };
}
