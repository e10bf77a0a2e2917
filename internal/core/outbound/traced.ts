import type { Tracing } from "../telemetry/tracing.ts";
import type { Outbound } from "./guarded-request.ts";

/**
 * HTTP with a span for each request, whose traceparent goes with it, unless whoever asks sends one of their own. Of the URL a span has only
 * the host: the rest may be a secret.
 */
export const tracedOutbound = (outbound: Outbound, tracing: Tracing): Outbound => ({
  request(request, limits) {
    const { method, url, headers } = request;
    const host = URL.parse(url)?.hostname ?? "";
    const attributes = { "http.request.method": method, "server.address": host };
    return tracing.within(request.trace, { name: method, kind: "client", attributes }, async (trace, note) => {
      const sent = trace === undefined ? headers : { traceparent: trace, ...headers };
      const answer = await outbound.request({ ...request, headers: sent }, limits);
      note({ "http.response.status_code": answer.status }, answer.status >= 400);
      return answer;
    });
  },
  close: () => outbound.close(),
});
