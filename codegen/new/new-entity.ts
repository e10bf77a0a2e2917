import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { nearest } from "../diagnostics/nearest.ts";
import { readSpecs } from "../generate/specs.ts";
import { plural, words } from "../model/names.ts";
import { plan } from "../plan.ts";
import type { SourceFile } from "../read/source.ts";
import { entityStub } from "./entity-stub.ts";
import { insertSchema } from "./insert-schema.ts";

/** What is read of a spec here; anything may be missing. */
interface SpecOutline {
  readonly "x-codegen"?: { readonly domain?: string; readonly permissions?: object };
  readonly components?: { readonly schemas?: Readonly<Record<string, { readonly "x-codegen"?: { readonly entity?: Claims } } | null>> };
}
interface Claims {
  readonly prefix?: string;
}

/**
 * Adds an entity to the spec of a domain, to be changed; the rest of the file stays as it is. Gives the file's path. Throws a sentence when
 * there is no such domain, the name cannot be one, or the specs would not be sound with it: then nothing is written.
 */
export async function newEntity(root: string, domain: string, name: string): Promise<string> {
  if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) throw new Error("An entity's name is in PascalCase, of letters and digits, such as LineItem.");
  const files = await readSpecs(root);
  const outlines = files.map((file) => ({ file, outline: outlineOf(file) }));
  const found = outlines.find(({ outline }) => outline["x-codegen"]?.domain === domain);
  if (found === undefined) {
    const domains = outlines.flatMap(({ outline }) => outline["x-codegen"]?.domain ?? []);
    const meant = nearest(domain, domains);
    const hint = meant === undefined ? `Begin it with \`archwright new domain ${domain}\`.` : `Did you mean ${meant}?`;
    throw new Error(`No spec has the domain ${domain}. ${hint}`);
  }
  const { file, outline } = found;
  if (file.path.endsWith(".json")) throw new Error(`${file.path} is JSON: an entity is added to a spec in YAML only.`);
  if (Object.hasOwn(outline.components?.schemas ?? {}, name)) throw new Error(`${file.path} has a schema ${name} already.`);
  const permission = (kind: string): string => {
    const usual = `${domain}.${kind}`;
    return Object.hasOwn(outline["x-codegen"]?.permissions ?? {}, usual) ? usual : "authenticated";
  };
  const stub = entityStub({
    name,
    prefix: freePrefix(name, new Set(outlines.flatMap((one) => prefixes(one.outline)))),
    path: `/${plural(words(name).join("-").toLowerCase())}`,
    read: permission("read"),
    write: permission("write"),
  });
  const changed = { path: file.path, text: within(file.path, () => insertSchema(file.text, stub)) };
  refuseUnsound(files, changed);
  await writeFile(join(root, file.path), changed.text);
  return file.path;
}

const outlineOf = ({ text }: SourceFile): SpecOutline => (parseDocument(text).toJS({ maxAliasCount: 1000 }) as SpecOutline | null) ?? {};

const prefixes = ({ components }: SpecOutline): readonly string[] =>
  Object.values(components?.schemas ?? {}).flatMap((schema) => schema?.["x-codegen"]?.entity?.prefix ?? []);

/** The shortest beginning of the name that no entity has, and a number behind it when all are had. */
function freePrefix(name: string, taken: ReadonlySet<string>): string {
  const letters = name.toLowerCase().padEnd(2, "x");
  const beginnings = Array.from({ length: Math.min(letters.length, 8) - 1 }, (_, index) => letters.slice(0, index + 2));
  const numbered = Array.from({ length: 998 }, (_, index) => `${letters.slice(0, 5)}${index + 2}`);
  const free = [...beginnings, ...numbered].find((prefix) => !taken.has(prefix));
  if (free === undefined) throw new Error(`No prefix is left that begins as ${name} does: choose another name.`);
  return free;
}

function within<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw new Error(`${path} cannot be added to. ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Says what would be wrong of the specs that is not wrong already. */
function refuseUnsound(files: readonly SourceFile[], changed: SourceFile): void {
  const errors = (all: readonly SourceFile[]) => plan(all).diagnostics.filter(({ severity }) => severity === "error");
  const known = new Set(errors(files).map(({ message }) => message));
  const [first] = errors(files.map((file) => (file.path === changed.path ? changed : file))).filter(({ message }) => !known.has(message));
  if (first !== undefined) throw new Error(`With it, the specs would not be sound. ${first.message}`);
}
