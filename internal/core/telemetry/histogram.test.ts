import fc from "fast-check";
import { Histogram, Registry } from "prom-client";
import { expect, test } from "vitest";
import { filledHistogram } from "./histogram.ts";

const buckets = [0.001, 0.01, 0.1, 1];
const labelNames = ["operation", "status"] as const;

const observed = fc.array(
  fc.record({
    labels: fc.record({ operation: fc.constantFrom("getRun", 'odd " \\ \n'), status: fc.constantFrom("200", "503") }),
    seconds: fc.oneof(fc.constantFrom(...buckets, 0), fc.double({ min: 0, max: 3, noNaN: true })),
  }),
);

test("what is told is what the library's own histogram tells", async () => {
  await fc.assert(
    fc.asyncProperty(observed, async (all) => {
      const theirs = new Registry();
      const histogram = new Histogram({ name: "seconds", help: "Some help.", labelNames: [...labelNames], buckets, registers: [theirs] });
      const ours = new Registry();
      const { metric, observe } = filledHistogram({ name: "seconds", help: "Some help.", labelNames, buckets });
      ours.registerMetric(metric);
      for (const { labels, seconds } of all) {
        histogram.observe(labels, seconds);
        observe(labels, seconds);
      }
      expect((await ours.metrics()).split("\n").toSorted()).toEqual((await theirs.metrics()).split("\n").toSorted());
    }),
    { numRuns: 50 },
  );
});
