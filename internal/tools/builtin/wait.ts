import { objectSchema } from "../json-schema.ts";
import { type Tool, toolFailed } from "../tool.ts";

interface WaitInput {
  readonly seconds?: number;
  readonly until?: string;
}

const longest = 365 * 24 * 3600;

/** Waits without holding a worker: it says until when, and is done when it is called again after that. */
export const wait: Tool<WaitInput> = {
  name: "wait",
  title: "Wait",
  description: "Waits some seconds, or until a point in time. A waiting step takes up no worker and survives a restart.",
  inputSchema: {
    ...objectSchema(
      {
        seconds: { type: "number", minimum: 0, maximum: longest, title: "Seconds" },
        until: { type: "string", format: "date-time", title: "Until" },
      },
      [],
    ),
    oneOf: [{ required: ["seconds"] }, { required: ["until"] }],
  },
  outputSchema: objectSchema({ until: { type: "string", format: "date-time" } }, ["until"]),

  async run({ input, begunAt, now, log }) {
    const end = input.until === undefined ? begunAt.getTime() + (input.seconds ?? 0) * 1000 : Date.parse(input.until);
    // A leap second is a time by RFC 3339, and none for JavaScript.
    if (Number.isNaN(end)) throw toolFailed(`${input.until} is no time that can be waited for.`, { pointer: "/input/until" });
    const until = new Date(end).toISOString();
    if (now.getTime() >= end) return { output: { until } };
    log.info(`Waits until ${until}.`);
    return { output: null, waitUntil: until };
  },
};
