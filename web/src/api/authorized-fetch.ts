import { session } from "../session/session.ts";

/** These make or end sessions: a 401 from them is an answer, not a reason to refresh. */
const sessionless = /\/auth\/(setup|register|sign-in|refresh)$/;

/** fetch with the access token; a 401 refreshes the session and tries once more. */
export async function authorizedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  if (sessionless.test(new URL(request.url).pathname)) return fetch(request);
  const again = request.clone();
  const answer = await fetch(withToken(request));
  if (answer.status !== 401 || !(await session.renew())) return answer;
  return fetch(withToken(again));
}

function withToken(request: Request): Request {
  if (session.token !== undefined) request.headers.set("Authorization", `Bearer ${session.token}`);
  return request;
}
