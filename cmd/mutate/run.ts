import { startPostgres } from "../../codegen/database/start-postgres.ts";
import { compilerOf } from "./compiler.ts";
import { startCrew } from "./crew.ts";
import { findMutants } from "./find.ts";
import type { Mutant } from "./mutant.ts";
import { fixtureProject, fixtures, ownProject, type Project, testsFor } from "./project.ts";
import { sampleOf } from "./sample.ts";

/** What became of a fault: some test failed, no test came to an end, the compiler refuses it, or nobody saw it. */
export type Fate = "killed" | "timeout" | "refused" | "survived";

export interface Finding {
  readonly mutant: Mutant;
  readonly fate: Fate;
  /** Which test, or which error of the compiler. */
  readonly by?: string;
}

export interface Wish {
  readonly sample: number;
  readonly seed: number;
  /** Of one domain. */
  readonly only?: string;
}

/**
 * Makes faults in generated code, one at a time, and sees whether the generated contract tests notice.
 * @throws when the tests fail without a fault: then they prove nothing.
 */
export async function mutate({ sample, seed, only }: Wish, tell: (finding: Finding) => void): Promise<readonly Finding[]> {
  const projects = [ownProject(), ...(await Promise.all(fixtures.map(fixtureProject)))];
  const postgres = await startPostgres(["--locale-provider=icu", "--icu-locale=en-US"], ["max_connections=300"]);
  try {
    const found = projects.flatMap((project) =>
      project.domains
        .filter((domain) => only === undefined || only === domain)
        .flatMap((domain) => findMutants(project.folder, domain).map((mutant) => ({ project, mutant }))),
    );
    if (found.length === 0) throw new Error(`There is no generated code of a domain ${only}.`);
    const chosen = new Set(
      sampleOf(
        found.map(({ mutant }) => mutant),
        sample,
        seed,
      ),
    );
    const findings: Finding[] = [];
    for (const project of projects) {
      const mutants = found.filter((one) => one.project === project && chosen.has(one.mutant)).map(({ mutant }) => mutant);
      findings.push(...(await examine(project, mutants, postgres.url, tell)));
    }
    return findings;
  } finally {
    await postgres.stop();
    for (const { remove } of projects) await remove();
  }
}

async function examine(
  project: Project,
  mutants: readonly Mutant[],
  url: string,
  tell: (finding: Finding) => void,
): Promise<readonly Finding[]> {
  if (mutants.length === 0) return [];
  const crew = startCrew(project.folder, 2, { ARCHWRIGHT_POSTGRES_URL: url });
  const compiler = compilerOf(project.folder);
  try {
    await checkSound(project, mutants, (tests) => crew.ask({ tests }));
    return await Promise.all(
      mutants.map(async (mutant) => {
        const ending = await crew.ask({ mutant, tests: testsFor(project, mutant) });
        const finding = judged(mutant, ending);
        tell(finding);
        return finding;
      }),
    );
  } finally {
    await crew.stop();
  }

  function judged(mutant: Mutant, ending: Awaited<ReturnType<typeof crew.ask>>): Finding {
    if (ending === "timeout") return { mutant, fate: "timeout" };
    if (ending.failed !== undefined) return { mutant, fate: "killed", by: ending.failed };
    const refusal = compiler.refusal(mutant);
    return refusal === undefined ? { mutant, fate: "survived" } : { mutant, fate: "refused", by: refusal };
  }
}

/** Tests that fail, or do not exist, on faultless code would catch everything, or nothing. */
async function checkSound(
  project: Project,
  mutants: readonly Mutant[],
  ask: (tests: ReturnType<typeof testsFor>) => Promise<unknown>,
): Promise<void> {
  const tests = new Map(mutants.flatMap((mutant) => testsFor(project, mutant).map((part) => [`${part.file} ${part.pattern}`, part])));
  await Promise.all(
    [...tests.values()].map(async (part) => {
      const answer = (await ask([part])) as { readonly failed?: string } | "timeout";
      if (answer === "timeout" || answer.failed !== undefined) {
        throw new Error(`Without any fault, ${part.file} fails: ${answer === "timeout" ? "it does not end" : answer.failed}`);
      }
    }),
  );
}
