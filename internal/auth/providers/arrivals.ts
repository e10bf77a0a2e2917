import { AuthorizationResponseError, ClientError, ResponseBodyError } from "openid-client";
import { Problem, problem } from "../../core/problems/problem.ts";
import type { Arrival, Expected, Provider } from "./provider.ts";

/** Asks a provider something. A 503 problem when it cannot be reached. */
export async function reach<Answer>({ name }: Provider, ask: () => Promise<Answer>): Promise<Answer> {
  return ask().catch((cause: unknown) => {
    throw cause instanceof Problem ? cause : problem.unavailable(`${name} does not answer as it should. Try again in a moment.`, { cause });
  });
}

/** Who came back from a provider. A 422 problem when what came does not fit what was asked, a 403 when the person did not want to. */
export async function arrivalOf(provider: Provider, address: URL, expected: Expected): Promise<Arrival> {
  return reach(provider, () =>
    provider.arrival(address, expected).catch((cause: unknown) => {
      throw refusal(provider, cause);
    }),
  );
}

/** What openid-client calls a provider that is slow, or answers with a failure of its own. */
const outages: ReadonlySet<string> = new Set([
  "OAUTH_TIMEOUT",
  "OAUTH_ABORT",
  "OAUTH_RESPONSE_IS_NOT_CONFORM",
  "OAUTH_RESPONSE_IS_NOT_JSON",
]);

function refusal({ name }: Provider, cause: unknown): unknown {
  if (cause instanceof AuthorizationResponseError && cause.error === "access_denied")
    return problem.forbidden(`You did not let ${name} say who you are. Sign in another way, or begin again.`, { cause });
  if (cause instanceof ClientError && outages.has(cause.code ?? "")) return cause;
  // A state, a nonce, a signature, an audience or a code that is not as it should be; the log says which.
  if (cause instanceof AuthorizationResponseError || cause instanceof ClientError || cause instanceof ResponseBodyError)
    return problem.invalid(`What came back from ${name} does not fit what was asked for. Begin again.`, { pointer: "/query", cause });
  return cause;
}
