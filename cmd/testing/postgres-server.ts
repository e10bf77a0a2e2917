import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";
import { type OwnPostgres, startPostgres } from "../../codegen/database/start-postgres.ts";
import { removeTemplates } from "../../internal/core/testing/postgres-template.ts";

/**
 * Global set-up of vitest: one real Postgres for the whole run, started when the first test file asks for it, so that runs
 * without it cost nothing. `ARCHWRIGHT_POSTGRES_URL` names a server to use instead; its user must be allowed to create databases.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let running: Promise<Pick<OwnPostgres, "url" | "stop">> | undefined;
  const broker = createServer((_, response) => {
    const url = process.env.ARCHWRIGHT_POSTGRES_URL;
    running ??= url === undefined ? start() : Promise.resolve({ url, stop: () => removeTemplates(url, run()) });
    running.then(
      ({ url }) => response.end(url),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  const run = (): string => String(portOf(broker.address()));
  await new Promise<void>((resolve) => broker.listen(0, "127.0.0.1", resolve));
  project.provide("postgresBroker", `http://127.0.0.1:${run()}`);
  return async () => {
    await running?.then(
      (server) => server.stop(),
      () => {},
    );
    broker.closeAllConnections();
    broker.close();
  };
}

/** With a collation that does not sort by code point, as many real servers have: what relies on byte order must say so. */
const start = (): Promise<OwnPostgres> => startPostgres(["--locale-provider=icu", "--icu-locale=en-US"], ["max_connections=300"]);

const portOf = (address: AddressInfo | string | null): number => (address as AddressInfo).port;
