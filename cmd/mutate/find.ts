import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import type { Artifact, Edit, Mutant, Operator } from "./mutant.ts";
import { conditionFaults, statementFaults, tenantFaults } from "./operators/code.ts";
import { behaviourFaults, rowFaults, viewFaults } from "./operators/declarations.ts";
import { queryFaults } from "./operators/queries.ts";
import { serverFaults } from "./operators/server.ts";
import { validatorFaults } from "./operators/validators.ts";

const queries = [queryFaults, statementFaults, conditionFaults, tenantFaults];

/** What can go wrong where. */
export const operators: Readonly<Record<Artifact, readonly Operator[]>> = {
  sqlite: queries,
  postgres: queries,
  memory: [statementFaults, conditionFaults],
  rows: [rowFaults, conditionFaults],
  server: [serverFaults],
  validators: [validatorFaults],
  views: [viewFaults],
  service: [statementFaults],
  behaviour: [behaviourFaults],
};

/** Every fault that can be made in a domain's generated files; `folder` holds them. */
export function findMutants(folder: string, domain: string): readonly Mutant[] {
  const transacted = transactedIn(join(folder, "generated", domain, "behaviour.gen.ts"));
  return (Object.keys(operators) as Artifact[]).flatMap((artifact) => {
    const file = join(folder, "generated", domain, `${artifact}.gen.ts`);
    const text = textOf(file);
    if (text === undefined) return [];
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    const line = (at: number) => source.getLineAndCharacterOfPosition(at).line + 1;
    return editsIn(source, operators[artifact]).flatMap((edit) => {
      if (artifact === "sqlite" && isGuard(edit) && transacted.has(statementAt(source, edit.start)?.name?.getText(source) ?? "")) return [];
      const entity = entityAt(source, edit.start);
      return [{ ...edit, file, domain, artifact, line: line(edit.start), ...(entity === undefined ? {} : { entity }) }];
    });
  });
}

/** Repositories of SQLite whose writes stand in a transaction with what they read: it has one at a time, and nobody comes between. */
function transactedIn(behaviour: string): ReadonlySet<string> {
  const wrapped = (textOf(behaviour) ?? "").matchAll(/\b(?:audited|related)\(\s*db,\s*rows\.(\w)(\w*)/g);
  return new Set([...wrapped].map(([, first = "", rest = ""]) => `sqlite${first.toUpperCase()}${rest}`));
}

/** A fault of what keeps a write from going over another's. */
const isGuard = ({ fault, replacement }: Edit): boolean =>
  fault === "lost write not noticed" ||
  (/^(?:version predicate|predicate on deleted rows) dropped$/.test(fault) && /\.(?:updateTable|deleteFrom)\(/.test(replacement));

const statementAt = (source: ts.SourceFile, position: number): ts.FunctionDeclaration | undefined =>
  source.statements.filter(ts.isFunctionDeclaration).find((statement) => statement.pos <= position && position < statement.end);

/** `Rack`, from `function newRack(…): Rack`, `function sqliteRacks(…): RackRepository` and `const rackUnique`. */
function entityAt(source: ts.SourceFile, position: number): string | undefined {
  const around = source.statements.find((statement) => statement.pos <= position && position < statement.end);
  if (around === undefined) return undefined;
  if (ts.isFunctionDeclaration(around)) return around.type?.getText(source).replace(/(Repository|Row)$/, "");
  if (!ts.isVariableStatement(around)) return undefined;
  const name = around.declarationList.declarations[0]?.name.getText(source) ?? "";
  const entity = name.replace(/(Unique|List|Audit)$/, "");
  return entity === name ? undefined : `${entity.charAt(0).toUpperCase()}${entity.slice(1)}`;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** The edits of a whole file, in its order; two operators that make the same of it count once. */
export function editsIn(source: ts.SourceFile, operators: readonly Operator[]): readonly Edit[] {
  const found = new Map<string, Edit>();
  const visit = (node: ts.Node): void => {
    // Types have no effect that a test could see.
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
    for (const operator of operators) {
      for (const edit of operator(node, source)) {
        const key = `${edit.start} ${edit.end} ${edit.replacement}`;
        if (!found.has(key)) found.set(key, edit);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...found.values()];
}
