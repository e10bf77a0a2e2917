import { newId } from "../ids/ids.ts";

const saneRequestId = /^[\w.:-]{1,100}$/;
const traceparent = /^[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The caller's request id when it can stand in a log and a header, else a new one. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get("x-request-id");
  return given !== null && saneRequestId.test(given) ? given : newId("rq");
}

/** The caller's traceparent (W3C Trace Context) when it is well formed. */
export function traceOf(headers: Headers): string | undefined {
  const given = headers.get("traceparent");
  return given !== null && traceparent.test(given) ? given : undefined;
}
