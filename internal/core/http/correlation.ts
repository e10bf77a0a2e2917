import { newId } from "../ids/ids.ts";
import { isTraceparent } from "../telemetry/traceparent.ts";

const saneRequestId = /^[\w.:-]{1,100}$/;

/** The caller's request id when it can stand in a log and a header, else a new one. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get("x-request-id");
  return given !== null && saneRequestId.test(given) ? given : newId("rq");
}

/** The caller's traceparent (W3C Trace Context) when it is well formed. */
export function traceOf(headers: Headers): string | undefined {
  const given = headers.get("traceparent");
  return given !== null && isTraceparent(given) ? given : undefined;
}
