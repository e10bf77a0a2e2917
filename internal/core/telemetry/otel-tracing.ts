import { ROOT_CONTEXT, type Span, SpanKind, SpanStatusCode, type Tracer, trace as traceApi } from "@opentelemetry/api";
import { Problem } from "../problems/problem.ts";
import { isSampled, spanIdOf, traceIdOf } from "./traceparent.ts";
import { type Note, type Tracing, unheard } from "./tracing.ts";

const kinds = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
} as const;

/** Spans by a tracer of OpenTelemetry, whose contexts are made of traceparents and handed over as they are. */
export function otelTracing(tracer: Tracer, close: () => Promise<void>): Tracing {
  return {
    async within(parent, { name, kind, attributes, remote = false }, work) {
      // Below what is not recorded nothing is, and the traceparent that says so is as good as another.
      if (parent !== undefined && !remote && !isSampled(parent)) return work(parent, unheard);
      const context = parent === undefined ? ROOT_CONTEXT : contextOf(parent, remote);
      const span = tracer.startSpan(
        name,
        { kind: kind === undefined ? SpanKind.INTERNAL : kinds[kind], ...(attributes && { attributes }) },
        context,
      );
      const note: Note = (attributes, failed = false) => {
        span.setAttributes(attributes);
        if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
      };
      try {
        return await work(traceparentOf(span), note);
      } catch (error) {
        // A message may hold what a user wrote.
        note({ "error.type": kindOf(error) }, isFailure(error));
        throw error;
      } finally {
        span.end();
      }
    },
    close,
  };
}

function contextOf(trace: string, isRemote: boolean) {
  const traceFlags = isSampled(trace) ? 1 : 0;
  return traceApi.setSpanContext(ROOT_CONTEXT, { traceId: traceIdOf(trace), spanId: spanIdOf(trace), traceFlags, isRemote });
}

function traceparentOf(span: Span): string {
  const { traceId, spanId, traceFlags } = span.spanContext();
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, "0")}`;
}

const kindOf = (error: unknown): string => (error instanceof Problem ? error.slug : error instanceof Error ? error.name : "unknown");

/** What a caller did wrong is an answer, not a failure. */
const isFailure = (error: unknown): boolean => !(error instanceof Problem) || error.status >= 500;
