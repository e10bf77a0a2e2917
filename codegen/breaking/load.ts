import { execFile } from "node:child_process";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { Problems } from "../diagnostics/problems.ts";
import { terminalReport } from "../diagnostics/terminal.ts";
import { document } from "../emit/document/document.ts";
import { componentName, schemaJson } from "../emit/document/schema.ts";
import type { Json } from "../model/json-schema.ts";
import type { Model } from "../model/model.ts";
import { plan } from "../plan.ts";
import { toJson } from "../read/node.ts";
import { parse } from "../read/parse.ts";
import type { SourceFile } from "../read/source.ts";
import { type Api, objectOf } from "./api.ts";
import { apiOf } from "./document.ts";

const isSpec = (name: string): boolean => /\.(?:ya?ml|json)$/.test(name);

/**
 * The API that `source` names: a document, a folder of specs (or one with an `openapi/` folder), a git ref, or `<ref>:<document>`.
 * Throws a sentence when it cannot be read or has errors.
 */
export async function loadApi(root: string, source: string): Promise<Api> {
  const path = join(root, source);
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return apiOfFiles([{ path: source, text: await readFile(path, "utf8") }], source);
  if (found?.isDirectory()) return apiOfFiles(await folder(path), source);
  return apiOfFiles(await fromGit(root, source), source);
}

async function folder(path: string): Promise<readonly SourceFile[]> {
  const inner = await stat(join(path, "openapi")).catch(() => undefined);
  const at = inner?.isDirectory() ? join(path, "openapi") : path;
  const names = (await readdir(at)).filter(isSpec).sort();
  return Promise.all(names.map(async (name) => ({ path: `openapi/${name}`, text: await readFile(join(at, name), "utf8") })));
}

/** What git has below `openapi/` at a ref, or the one document that the source names. */
async function fromGit(root: string, source: string): Promise<readonly SourceFile[]> {
  const run = promisify(execFile);
  const git = async (...args: string[]): Promise<string> => {
    const { stdout } = await run("git", ["-C", root, ...args], { maxBuffer: 256 * 1024 * 1024 });
    return stdout;
  };
  const [ref = "", path] = source.split(/:(.*)/s);
  try {
    const commit = (await git("rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`)).trim();
    const names = path === undefined ? (await git("ls-tree", "--name-only", commit, "openapi/")).split("\n").filter(isSpec) : [path];
    return await Promise.all(
      names.map(async (name) => ({ path: name, text: await git("show", `${commit}:${path === undefined ? "./" : ""}${name}`) })),
    );
  } catch (cause) {
    throw new Error(`"${source}" is neither a document, nor a folder of specs, nor something that git knows.`, { cause });
  }
}

function apiOfFiles(files: readonly SourceFile[], source: string): Api {
  const [first] = files;
  if (first === undefined) throw new Error(`"${source}" holds no spec.`);
  if (files.length === 1) {
    const problems = new Problems();
    const node = parse(first, problems);
    if (node === undefined) throw new Error(terminalReport(problems.list(), files).trimEnd());
    const json = toJson(node);
    if (objectOf(json)?.["x-codegen"] === undefined) return apiOf(json);
  }
  const { model, diagnostics } = plan(files);
  if (model === undefined) throw new Error(`The specs of "${source}" have errors:\n\n${terminalReport(diagnostics, files).trimEnd()}`);
  return apiOfModel(model);
}

/** What a model says to callers, with what the published document leaves out: permissions and events. */
export function apiOfModel(model: Model): Api {
  const operations = model.domains.flatMap((domain) => domain.operations);
  const api = apiOf(document(model) as Json, new Map(operations.map(({ id, permission }) => [id, permission])));
  const named = [...model.shared, ...model.domains.flatMap((domain) => domain.schemas)];
  const schemas = named.map((item): [string, Json] => [componentName(model, item.domain, item.name), schemaJson(model, item.schema)]);
  const events = model.domains.flatMap((domain) =>
    domain.events.flatMap(({ type, dataType }): [string, Json][] => {
      const data = domain.schemas.find(({ name }) => name === dataType);
      return data === undefined ? [] : [[type, schemaJson(model, data.schema)]];
    }),
  );
  return { ...api, events: new Map([...api.events, ...events]), schemas: new Map([...schemas, ...api.schemas]) };
}
