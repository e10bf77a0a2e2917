import { filledHistogram } from "./histogram.ts";
import type { Log } from "./log.ts";
import type { Metrics } from "./metrics.ts";

/** From a read in a process to a step of minutes. */
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/** Milliseconds between two looks at how late the event loop is. */
const eventLoopPrecision = 20;

/** Metrics in a registry of their own, with those of the process and of Node beside ours: memory, CPU, event loop, garbage collection. */
export async function prometheus(log: Log): Promise<Metrics> {
  const { collectDefaultMetrics, Gauge, Registry } = await import("prom-client");
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: eventLoopPrecision });
  return {
    durations(name, help, labels) {
      const { metric, observe } = filledHistogram({ name, help, labelNames: labels, buckets });
      registry.registerMetric(metric);
      return observe;
    },
    levels(name, help, labels, read) {
      const gauge = new Gauge({
        name,
        help,
        labelNames: [...labels],
        registers: [registry],
        async collect() {
          gauge.reset();
          try {
            for (const { labels, value } of await read()) gauge.set(labels, value);
          } catch (err) {
            log.warn({ err, metric: name }, "A metric could not be read.");
          }
        },
      });
    },
    text: () => registry.metrics(),
  };
}
