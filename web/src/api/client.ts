import { client } from "@sdk/client.gen.ts";
import { authorizedFetch } from "./authorized-fetch.ts";
import { ApiProblem, readProblem } from "./problem.ts";

const apiBase = "/api/v1";

/** Sets the generated SDK up: where the API is, who calls, and that every failure is thrown as an ApiProblem. */
export function configureClient(): void {
  client.setConfig({ baseUrl: new URL(apiBase, location.origin).href, fetch: authorizedFetch });
  client.interceptors.error.use((error, response) => {
    if (error instanceof ApiProblem || isAbort(error)) return error;
    return response === undefined
      ? new ApiProblem(0, "", error instanceof Error ? error.message : "")
      : readProblem(response.status, error);
  });
}

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";
