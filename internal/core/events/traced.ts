import type { Context } from "../context/context.ts";
import { traceFields } from "../telemetry/traceparent.ts";
import type { Tracing } from "../telemetry/tracing.ts";
import type { Consumer, EventLog, Happened } from "./event.ts";

/** The log, with a span for each event of a trace. The event carries the span, so that what it causes stands below it. */
export function tracedLog(log: EventLog, tracing: Tracing): EventLog {
  async function spanned(ctx: Context, happened: Happened): Promise<Happened> {
    const { type, aggregate, trace: parent = ctx.trace } = happened;
    if (parent === undefined) return happened;
    const attributes = { "messaging.destination.name": type, "messaging.operation.type": "send", "archwright.aggregate": aggregate };
    const what = { name: `send ${type}`, kind: "producer", attributes } as const;
    return tracing.within(parent, what, async (trace = parent) => ({ ...happened, trace }));
  }
  return {
    async append(ctx, ...happened) {
      await log.append(ctx, ...(await Promise.all(happened.map((one) => spanned(ctx, one)))));
    },
  };
}

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
