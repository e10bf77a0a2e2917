/** What an operation's own document says that it may answer when it does not succeed. */
export interface Told {
  readonly status: number;
  /** Sent as JSON; undefined for none. */
  readonly body?: unknown;
}

/**
 * A failure as the operation's document declares it: `throw new Failure<GetPetFailure>({ status: 404, body: { … } })`. It is sent as it is;
 * a Problem, and whatever else is thrown, is sent as a problem document instead. Clients throw it for answers that are no problem documents.
 */
export class Failure<Declared extends Told = Told> extends Error {
  readonly told: Declared;

  constructor(told: Declared) {
    super(`The operation failed with status ${told.status}.`);
    this.name = "Failure";
    this.told = told;
  }
}

/** The answer that a failure declares. */
export function declaredFailure({ told }: Failure, requestId: string): Response {
  const { status, body } = told;
  const headers = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "X-Request-Id": requestId };
  if (body === undefined || status === 204 || status === 205 || status === 304) return new Response(null, { status, headers });
  return new Response(JSON.stringify(body), { status, headers: { ...headers, "Content-Type": "application/json" } });
}
