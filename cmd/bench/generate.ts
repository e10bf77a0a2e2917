import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { bringCore, compileCost } from "./generator/compiler.ts";
import { type Cost, costOf, medianCost } from "./generator/cost.ts";
import { syntheticDocument } from "./generator/document.ts";
import { type Peer, peerCost } from "./generator/peers.ts";
import { copyRepository, generator, withProject, writeSpec } from "./generator/project.ts";
import { watchMilliseconds } from "./generator/watching.ts";
import { type Figures, percentile } from "./report.ts";

/**
 * The generator's command beside openapi-typescript's and hey-api's on the same documents, process start included: medians in milliseconds
 * on the clock and of the processor, and ratios (above 1: the other takes longer). Ours makes everything, each of the others its part.
 * `document` is a large document of one's own; without it, a made one of 600 operations serves.
 */
export async function benchGenerate(document: string | undefined): Promise<Figures> {
  const large =
    document === undefined
      ? { name: "large.yaml", text: syntheticDocument(120) }
      : { name: specName(document), text: readFileSync(document, "utf8") };
  return {
    ...(await beside("small", { name: "small.yaml", text: syntheticDocument(4) }, { ours: 9, others: 5 })),
    ...(await beside("large", large, { ours: 5, others: 2 })),
    ...(await platform(9)),
  };
}

const specName = (path: string): string => basename(path).toLowerCase();

interface Spec {
  readonly name: string;
  readonly text: string;
}

/** One document without annotations: made anew, met again, and read by the compiler, each as often as told. */
function beside(label: string, spec: Spec, times: { readonly ours: number; readonly others: number }): Promise<Figures> {
  return withProject((folder) => {
    writeSpec(folder, spec.name, spec.text);
    const generate = (): Cost => costOf(generator, folder);
    generate();
    const anew = repeat(times.ours, () => {
      rmSync(join(folder, "generated"), { recursive: true });
      return generate();
    });
    const unchanged = repeat(times.ours, generate);
    mkdirSync(join(folder, "others"));
    const other = (peer: Peer): Cost =>
      repeat(times.others, () => peerCost(peer, join(folder, "openapi", spec.name), join(folder, "others", peer), folder));
    const openapiTypescript = other("openapi-typescript");
    const heyApi = other("hey-api");
    bringCore(folder);
    const ours = typesFile(folder);
    const compile = (files: string): Cost => repeat(times.ours, () => compileCost(folder, files));
    writeFileSync(join(folder, "others/nothing.ts"), "export {};\n");
    const oursCompiled = compile(ours);
    const theirsCompiled = compile("others/openapi-typescript.ts");
    return {
      ...figures(`${label}-anew`, anew),
      ...figures(`${label}-unchanged`, unchanged),
      ...figures(`${label}-openapi-typescript`, openapiTypescript),
      ...figures(`${label}-hey-api`, heyApi),
      ...ratios(`${label}-openapi-typescript-to-ours`, openapiTypescript, anew),
      ...ratios(`${label}-hey-api-to-ours`, heyApi, anew),
      ...figures(`${label}-tsc-our-types`, oursCompiled),
      ...figures(`${label}-tsc-openapi-typescript`, theirsCompiled),
      ...ratios(`${label}-tsc-openapi-typescript-to-ours`, theirsCompiled, oursCompiled),
      ...figures(`${label}-tsc-nothing`, compile("others/nothing.ts")),
      ...figures(`${label}-tsc-all-of-ours`, compile("generated/*/*.ts")),
    };
  });
}

/** The types of the document's one domain; what several documents share is elsewhere, and nothing here. */
function typesFile(folder: string): string {
  const found = readdirSync(join(folder, "generated"), { recursive: true, encoding: "utf8" }).find((path) => path.endsWith("types.gen.ts"));
  if (found === undefined) throw new Error("The document gave no types: is it an OpenAPI document?");
  return `generated/${found}`;
}

/** The platform's own specs: each domain's files made anew, nothing changed, and one domain edited under `--watch`. */
function platform(times: number): Promise<Figures> {
  return withProject(async (folder) => {
    copyRepository(folder);
    const generate = (): Cost => costOf(generator, folder);
    generate();
    const before = filesOf(folder);
    const unchanged = repeat(times, generate);
    if (filesOf(folder) !== before) throw new Error("A run that had nothing to do wrote files.");
    const domains = readdirSync(join(folder, "openapi")).map((name) => name.replace(/\.yaml$/, ""));
    const anew = repeat(times, () => {
      // The SDK and the database types come from other generators, which run only when the document or the migrations changed.
      for (const domain of domains) rmSync(join(folder, "generated", domain), { recursive: true, force: true });
      return generate();
    });
    const watched = await watchMilliseconds(folder, "openapi/pipelines.yaml", times);
    return {
      ...figures("platform-anew", anew),
      ...figures("platform-unchanged", unchanged),
      "platform-watch-edit-ms": percentile(watched, 0.5),
    };
  });
}

/** Every generated file, with the moment of its last write. */
function filesOf(folder: string): string {
  const entries = readdirSync(join(folder, "generated"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path} ${statSync(path).mtimeMs}`)
    .sort()
    .join("\n");
}

const repeat = (times: number, run: () => Cost): Cost => medianCost(Array.from({ length: times }, run));

const figures = (name: string, { wall, cpu }: Cost): Figures => ({ [`${name}-ms`]: wall, [`${name}-cpu-ms`]: cpu });

const ratios = (name: string, other: Cost, ours: Cost): Figures => ({
  [name]: other.wall / ours.wall,
  [`${name}-cpu`]: other.cpu / ours.cpu,
});
