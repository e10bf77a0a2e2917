import { traceFields } from "../telemetry/traceparent.ts";
import type { Tracing } from "../telemetry/tracing.ts";
import type { Consumer, EventLog } from "./event.ts";

/** The log, with a span for each event that a trace appends. The event carries the span, so that what it causes stands below it. */
export const tracedLog = (log: EventLog, tracing: Tracing): EventLog => ({
  append(ctx, happened) {
    if (ctx.trace === undefined) return log.append(ctx, happened);
    const { type, aggregate } = happened;
    const attributes = { "messaging.destination.name": type, "messaging.operation.type": "send", "archwright.aggregate": aggregate };
    const what = { name: `send ${type}`, kind: "producer", attributes } as const;
    return tracing.within(ctx.trace, what, (trace) => log.append({ ...ctx, trace }, happened));
  },
});

/** The consumer, with a span for each try at an event that a trace caused. */
export const tracedConsumer = (consumer: Consumer, tracing: Tracing): Consumer => ({
  name: consumer.name,
  types: consumer.types,
  handle(ctx, event) {
    if (ctx.trace === undefined) return consumer.handle(ctx, event);
    const attributes = {
      "messaging.destination.name": event.type,
      "messaging.operation.type": "process",
      "messaging.message.id": event.id,
      "messaging.consumer.group.name": consumer.name,
    };
    const what = { name: `process ${event.type}`, kind: "consumer", attributes } as const;
    return tracing.within(ctx.trace, what, (trace) => consumer.handle({ ...ctx, trace, log: ctx.log.child(traceFields(trace)) }, event));
  },
});
