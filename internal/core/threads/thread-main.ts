import { parentPort } from "node:worker_threads";
import { Problem } from "../problems/problem.ts";
import type { Order, Report } from "./messages.ts";

// The entry point of a thread: does one order after the other.
parentPort?.on("message", async (order: Order) => {
  parentPort?.postMessage(await reportOf(order));
});

async function reportOf({ module, name, input }: Order): Promise<Report> {
  try {
    const jobs = (await import(module)) as Readonly<Record<string, (input: unknown) => unknown>>;
    const job = jobs[name];
    if (job === undefined) throw new Error(`${module} exports no ${name}.`);
    return { kind: "result", result: await job(input) };
  } catch (error) {
    if (error instanceof Problem) {
      const { status, slug, title, message, errors } = error;
      return { kind: "problem", status, slug, title, detail: message, errors };
    }
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    return { kind: "error", message, stack };
  }
}
