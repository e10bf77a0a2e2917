import { session } from "../session/session.ts";
import { newTrace } from "./new-trace.ts";

/** These make or end sessions: a 401 from them is an answer, not a reason to refresh. */
const sessionless = /\/auth\/(setup|register|sign-up|sign-up\/confirm|refresh|(?:.+\/)?sign-in|passkey-sign-in|provider-sign-in)$/;

/** Where a page shows the secret of its session, which no other site can. */
export const csrfHeader = "X-CSRF-Token";

/** fetch with the session's cookies, a trace of its own and, for changes, the session's secret; a 401 refreshes the session and tries once more. */
export async function authorizedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  session.check();
  const request = new Request(input, init);
  request.headers.set("traceparent", newTrace());
  const again = request.clone();
  const answer = await fetch(withSecret(request));
  if (sessionless.test(new URL(request.url).pathname)) return answer;
  if (answer.status !== 401 || !(await session.renewHere())) return answer;
  return fetch(withSecret(again));
}

function withSecret(request: Request): Request {
  if (request.method !== "GET" && session.secret !== undefined) request.headers.set(csrfHeader, session.secret);
  return request;
}
