import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Migration } from "../database/migrations.ts";
import { withPostgresServer } from "../database/postgres.ts";
import { completeMigrations } from "../generate/migrations.ts";
import { readSpecs } from "../generate/specs.ts";
import { plan } from "../plan.ts";
import { longLocks } from "./long-locks.ts";
import { type Proposal, proposeNext } from "./propose.ts";
import type { Fill } from "./values.ts";

export interface Options {
  readonly dryRun: boolean;
  readonly allowDestructive: boolean;
  readonly allowLongLocks: boolean;
  /** `table.column=value`, as they were told. */
  readonly fill: readonly string[];
  readonly name: string | undefined;
}

export type Print = (line: string) => void;

/** `migrate`: writes the next migrations, or says what keeps it from doing so; returns the exit code. */
export async function migrateCommand(root: string, options: Options, print: Print): Promise<0 | 1> {
  const fills = new Map(options.fill.map(parseFill));
  if (options.name !== undefined && !/^[a-z0-9_]{1,60}$/.test(options.name)) {
    throw new Error("A migration's name is of lower-case letters, digits and underscores: --name add_colors.");
  }
  const specs = await readSpecs(root);
  const { model, diagnostics } = plan(specs);
  if (model === undefined) {
    const { terminalReport } = await import("../diagnostics/terminal.ts");
    print(terminalReport(diagnostics, specs));
    return 1;
  }
  const { all, proposed } = await completeMigrations(root, model);
  const proposal = await withPostgresServer((run) => proposeNext({ model, migrations: all, fills, name: options.name }, run));
  const files = new Map([...proposed.map(({ path, after = "" }) => [path, after] as const), ...proposal.files]);
  if (proposal.items.length === 0 && files.size === 0) {
    print("The tables are what the specs ask for: nothing to migrate.");
    return 0;
  }
  for (const { text, destroys } of proposal.items) print(`  ${text}${destroys ? "  (destructive)" : ""}`);
  const locks = findLocks([...files].map(([path, text]) => ({ path, text })));
  if (isRefused(proposal, locks, options, print)) return 1;
  for (const path of locks.keys()) files.set(path, `-- long locks: allowed when this was proposed\n${files.get(path)}`);
  for (const [path, text] of files) {
    if (options.dryRun) print(`\n${path}\n${text.trimEnd()}`);
    else await create(join(root, path), text);
  }
  print("");
  if (options.dryRun) print("Nothing was written.");
  else {
    for (const path of files.keys()) print(`create  ${path}`);
    print("Read them, then run `npm run generate`. Once applied, a migration is never edited.");
  }
  return 0;
}

/** What holds up others for long, by file. */
const findLocks = (files: readonly Migration[]): ReadonlyMap<string, readonly string[]> =>
  new Map(
    files
      .filter(({ path }) => path.endsWith(".postgres.sql"))
      .map(({ path, text }) => [path, longLocks(text).map(({ statement, because }) => `${statement.text}\n    ${because}`)] as const)
      .filter(([, found]) => found.length > 0),
  );

function isRefused(
  { items }: Proposal,
  locks: ReadonlyMap<string, readonly string[]>,
  { allowDestructive, allowLongLocks }: Options,
  print: Print,
): boolean {
  const needs = [...new Set(items.flatMap((item) => item.needs ?? []))];
  const destroying = items.filter(({ destroys }) => destroys);
  if (needs.length > 0) {
    print("\nRows that exist need a value, and no `default` in the spec says which. Give the property one, or tell it for them once:");
    for (const column of needs) print(`  --fill ${column}=<value>`);
  }
  if (destroying.length > 0 && !allowDestructive) {
    print("\nWhat is marked as destructive loses what rows hold. When it is meant so, say --allow-destructive.");
    print("When a thing goes on under another name, say so in the spec: `x-codegen: { renamedFrom: <old name> }`.");
    print("What people made and keep, they name in a migration: `-- keep: <table>` or `-- keep: <table>.<column>`.");
  }
  const locked = locks.size > 0 && !allowLongLocks;
  if (locked) {
    print("\nOn a big table these hold up others for long on Postgres:");
    for (const found of locks.values()) for (const one of found) print(`  ${one}`);
    print("When the table is small, or nobody uses it meanwhile, say --allow-long-locks.");
  }
  const refused = needs.length > 0 || (destroying.length > 0 && !allowDestructive) || locked;
  if (refused) print("\nNothing was written.");
  return refused;
}

/** A migration that is there is never written over. */
async function create(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text, { flag: "wx" });
}

function parseFill(told: string): [string, Fill] {
  const [, column, typed] = /^([^.=]+\.[^.=]+)=(.*)$/s.exec(told) ?? [];
  if (column === undefined || typed === undefined) throw new Error(`--fill wants <table>.<column>=<value>, not "${told}".`);
  return [column, { typed }];
}
