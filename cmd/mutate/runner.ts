import { readFileSync } from "node:fs";
import { createVitest, type Vitest } from "vitest/node";
import { type Mutant, mutated } from "./mutant.ts";
import type { Tests } from "./project.ts";

/** What a runner is asked: the tests, and what is wrong in the code meanwhile; without a mutant, the code as it is. */
export interface Question {
  readonly mutant?: Mutant;
  readonly tests: readonly Tests[];
}

/** What a runner answers: the first test that failed, if any did, and of which part. */
export interface Answer {
  readonly failed?: string;
  readonly part?: Tests;
  /** How many tests ran. */
  readonly ran: number;
}

/**
 * A process of its own that runs tests over faulty code: `node cmd/mutate/runner.ts` in the folder of a project, told by messages.
 * The fault is laid over the file when Vitest reads it; nothing is written.
 */
const overlay = new Map<string, string>();
const vitest = await createVitest(
  "test",
  {
    config: false,
    watch: false,
    include: ["**/contract.test.gen.ts", "internal/operations.test.ts"],
    globalSetup: [new URL("../testing/postgres-server.ts", import.meta.url).pathname],
    testTimeout: 10_000,
    hookTimeout: 30_000,
    teardownTimeout: 1000,
    pool: "threads",
    maxWorkers: 1,
    bail: 1,
    // It remembers a module by what is on the disk, and would mistake one fault for another.
    fsModuleCache: false,
    reporters: [{}],
  },
  { plugins: [{ name: "fault", enforce: "pre", load: (id) => overlay.get(id.split("?")[0] ?? id) }], logLevel: "silent" },
);
await vitest.standalone();

process.on("message", (question: Question) => {
  answer(vitest, question).then(
    (given) => process.send?.(given),
    (error) => process.send?.({ failed: `the runner: ${String(error)}`, ran: 0 } satisfies Answer),
  );
});
process.send?.("ready");

async function answer(vitest: Vitest, { mutant, tests }: Question): Promise<Answer> {
  if (mutant !== undefined) lay(vitest, mutant.file, mutated(readFileSync(mutant.file, "utf8"), mutant));
  try {
    let ran = 0;
    for (const part of tests) {
      const { failed, ran: count } = await run(vitest, part);
      ran += count;
      if (failed !== undefined) return { failed, part, ran };
    }
    return { ran };
  } finally {
    if (mutant !== undefined) lay(vitest, mutant.file, undefined);
  }
}

function lay(vitest: Vitest, file: string, text: string | undefined): void {
  if (text === undefined) overlay.delete(file);
  else overlay.set(file, text);
  vitest.invalidateFile(file);
}

async function run(vitest: Vitest, { file, pattern }: Tests): Promise<Answer> {
  // What failed before counts towards `bail`.
  vitest.state.filesMap.clear();
  vitest.state.idMap.clear();
  vitest.setGlobalTestNamePattern(new RegExp(pattern));
  const specification = vitest.getRootProject().createSpecification(file);
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications([specification]);
  const [module] = testModules;
  const tests = [...(module?.children.allTests() ?? [])];
  const failed = tests.find((test) => test.result().state === "failed");
  const ran = tests.filter((test) => ["passed", "failed"].includes(test.result().state)).length;
  if (failed !== undefined) return { failed: failed.fullName, ran };
  const [fault] = [...(module?.errors() ?? []), ...unhandledErrors];
  if (fault !== undefined) return { failed: `the file itself: ${String((fault as Error).message).slice(0, 120)}`, ran };
  return module?.ok() === false ? { failed: "a set-up", ran } : { ran };
}
