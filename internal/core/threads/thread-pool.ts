import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Context } from "../context/context.ts";
import { Problem, problem } from "../problems/problem.ts";
import type { Report } from "./messages.ts";
import type { Job, Material, Threads } from "./threads.ts";

export interface ThreadSettings {
  readonly threads: number;
  /** How long one job may take. */
  readonly jobMilliseconds: number;
  /** How much memory one job may take. */
  readonly jobMegabytes: number;
  /** How many jobs of one organization may wait. */
  readonly waiting: number;
}

export const threadDefaults: ThreadSettings = {
  // At least two: one organization alone never gets all of them.
  threads: Math.max(2, availableParallelism() - 1),
  jobMilliseconds: 15_000,
  jobMegabytes: 512,
  waiting: 200,
};

/** How a job ended: with its thread's report, before the thread had anything of it, or with the thread, for a reason. */
type Ending = Report | { readonly kind: "unprepared" | "ended"; readonly reason: unknown };

interface Task {
  readonly organization: string;
  readonly job: { readonly module: string; readonly name: string };
  material(): Promise<Material<unknown>>;
  settle(ending: Ending): void;
}

interface Running {
  readonly task: Task;
  over(ending: Ending): void;
}

/** Threads that are started when they are needed, and kept. While they have nothing to do they hold up no exit. */
export class ThreadPool implements Threads {
  readonly #settings: ThreadSettings;
  readonly #idle = new Set<Worker>();
  readonly #running = new Map<Worker, Running>();
  /** By organization; whose turn it is stands first. */
  readonly #waiting = new Map<string, Task[]>();
  #closed = false;

  constructor(settings: Partial<ThreadSettings> = {}) {
    this.#settings = { ...threadDefaults, ...settings };
  }

  async run<Input, Result>(
    { organization, signal, transaction }: Context,
    { module, name }: Job<Input, Result>,
    material: () => Promise<Material<Input>>,
  ): Promise<Result> {
    // It would hold up the writes of everybody until a thread is free, and the job done.
    if (transaction !== undefined) throw new Error("Nothing is computed in a thread while a transaction is open.");
    if (this.#closed) throw stopping();
    signal.throwIfAborted();
    const queue = this.#waiting.get(organization) ?? [];
    if (queue.length >= this.#settings.waiting) {
      const headers = { "Retry-After": "1" };
      throw problem.tooMany("Your organization has too much to compute at once. Try again in a moment.", { headers });
    }
    const { promise, resolve, reject } = Promise.withResolvers<Result>();
    const stop = () => this.#stop(task, signal.reason);
    const task: Task = {
      organization,
      job: { module, name },
      material,
      settle(ending) {
        signal.removeEventListener("abort", stop);
        if (ending.kind === "result") resolve(ending.result as Result);
        else reject("reason" in ending ? ending.reason : errorOf(ending));
      },
    };
    signal.addEventListener("abort", stop, { once: true });
    queue.push(task);
    this.#waiting.set(organization, queue);
    this.#next();
    return promise;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const waiting = [...this.#waiting.values()].flat();
    const running = [...this.#running.values()].map(({ task }) => task);
    for (const task of [...waiting, ...running]) this.#stop(task, stopping());
    await Promise.all([...this.#idle].map((worker) => worker.terminate()));
  }

  /** Gives free threads to the organizations in turn. */
  #next(): void {
    const { threads } = this.#settings;
    const most = Math.max(1, threads - 1);
    for (const [organization, queue] of this.#waiting) {
      if (this.#running.size >= threads) return;
      if (this.#runningOf(organization) >= most) continue;
      const task = queue.shift();
      this.#waiting.delete(organization);
      // To the end of the line: a map is gone through in the order of insertion, this loop included.
      if (queue.length > 0) this.#waiting.set(organization, queue);
      if (task !== undefined) this.#begin(task);
    }
  }

  #begin(task: Task): void {
    const { jobMilliseconds } = this.#settings;
    const [kept] = this.#idle;
    const worker = kept ?? this.#start();
    this.#idle.delete(worker);
    const late = setTimeout(() => over(ended(tooMuch(`It took longer than ${jobMilliseconds / 1000} seconds`))), jobMilliseconds);
    const over = (ending: Ending): void => {
      if (!this.#running.delete(worker)) return;
      clearTimeout(late);
      worker.off("message", over);
      if (ending.kind === "ended") {
        // Nothing else stops code that does not yield.
        void worker.terminate();
      } else {
        worker.unref();
        this.#idle.add(worker);
      }
      task.settle(ending);
      this.#next();
    };
    this.#running.set(worker, { task, over });
    worker.on("message", over);
    worker.ref();
    const send = ({ input, transfer = [] }: Material<unknown>): void => {
      if (this.#running.get(worker)?.task === task) worker.postMessage({ ...task.job, input }, transfer);
    };
    // What cannot be sent counts as unprepared, too.
    (async () => send(await task.material()))().catch((reason) => over({ kind: "unprepared", reason }));
  }

  #start(): Worker {
    const worker = new Worker(new URL("./thread-main.ts", import.meta.url), {
      // Nothing in there needs a secret.
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: this.#settings.jobMegabytes },
    });
    const gone = (reason: Error): void => {
      this.#idle.delete(worker);
      this.#running.get(worker)?.over(ended(reason));
    };
    worker.on("error", (error: Error & { readonly code?: string }) =>
      gone(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooMuch("It needed more memory than there is for it") : error),
    );
    worker.on("exit", () => gone(new Error("A thread ended in the middle of a job.")));
    return worker;
  }

  /** Takes a task back, wherever it is. */
  #stop(task: Task, reason: unknown): void {
    const running = [...this.#running.values()].find((one) => one.task === task);
    if (running !== undefined) {
      running.over(ended(reason));
      return;
    }
    const left = this.#waiting.get(task.organization)?.filter((waiting) => waiting !== task) ?? [];
    if (left.length > 0) this.#waiting.set(task.organization, left);
    else this.#waiting.delete(task.organization);
    task.settle(ended(reason));
  }

  #runningOf(organization: string): number {
    let count = 0;
    for (const { task } of this.#running.values()) if (task.organization === organization) count++;
    return count;
  }
}

const ended = (reason: unknown): Ending => ({ kind: "ended", reason });

const stopping = (): Problem => problem.unavailable("The server is stopping. Try again in a moment.");

const tooMuch = (what: string): Problem => problem.invalid(`${what}. Give it less data, or do it in smaller parts.`);

function errorOf(report: Exclude<Report, { readonly kind: "result" }>): Error {
  if (report.kind === "problem") {
    return new Problem(report.status, report.slug, report.title, report.detail, { errors: report.errors });
  }
  const error = new Error(report.message);
  if (report.stack !== undefined) error.stack = report.stack;
  return error;
}
