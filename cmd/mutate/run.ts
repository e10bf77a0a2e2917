import { startPostgres } from "../../codegen/database/start-postgres.ts";
import { compilerOf } from "./compiler.ts";
import { type Ending, startCrew } from "./crew.ts";
import { findMutants } from "./find.ts";
import type { Mutant } from "./mutant.ts";
import { fixtureProject, fixtures, ownProject, type Project, type Tests, testsFor } from "./project.ts";
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
  const asked = fixtures.filter((domains) => only === undefined || domains.some((domain) => domain === only));
  const projects = [ownProject(), ...(await Promise.all(asked.map(fixtureProject)))];
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
  const sound = new Map<string, Promise<void>>();
  try {
    return await Promise.all(
      mutants.map(async (mutant) => {
        const finding = await judge(mutant, await crew.ask({ mutant, tests: testsFor(project, mutant) }));
        tell(finding);
        return finding;
      }),
    );
  } finally {
    crew.stop();
  }

  async function judge(mutant: Mutant, ending: Ending): Promise<Finding> {
    if (ending === "timeout") return { mutant, fate: "timeout" };
    if (ending.failed === undefined) {
      if (ending.ran === 0) throw new Error(`There are no tests for ${mutant.file}.`);
      const refusal = compiler.refusal(mutant);
      return refusal === undefined ? { mutant, fate: "survived" } : { mutant, fate: "refused", by: refusal };
    }
    if (ending.part !== undefined) await soundness(ending.part);
    return { mutant, fate: "killed", by: ending.failed };
  }

  /** Tests that fail on faultless code would catch everything. */
  async function soundness(part: Tests): Promise<void> {
    const key = `${part.file} ${part.pattern}`;
    const known = sound.get(key) ?? crew.ask({ tests: [part] }).then((ending) => refuseUnsound(part, ending));
    sound.set(key, known);
    await known;
  }
}

function refuseUnsound({ file, pattern }: Tests, ending: Ending): void {
  if (ending !== "timeout" && ending.failed === undefined) return;
  throw new Error(`Without any fault, ${ending === "timeout" ? "no end comes" : ending.failed}: ${pattern} in ${file}.`);
}
