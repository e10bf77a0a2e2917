/** A place in a trace, as W3C Trace Context writes it: `00-<trace id>-<span id>-<flags>`. */
const form = /^[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Whether a text is a traceparent that can be gone on with. Version ff is none. */
export const isTraceparent = (text: string): boolean => form.test(text) && !text.startsWith("ff");

export const traceIdOf = (trace: string): string => trace.slice(3, 35);

export const spanIdOf = (trace: string): string => trace.slice(36, 52);

/** Whether whoever wrote it records the trace: the lowest bit of the flags. */
export const isSampled = (trace: string): boolean => (Number.parseInt(trace.slice(53, 55), 16) & 1) === 1;

/** What a line of the log says of the trace that it belongs to, under the names that OpenTelemetry gives to logs. */
export const traceFields = (trace: string | undefined): { readonly trace_id?: string; readonly span_id?: string } =>
  trace === undefined ? {} : { trace_id: traceIdOf(trace), span_id: spanIdOf(trace) };
