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
  return (Object.keys(operators) as Artifact[]).flatMap((artifact) => {
    const file = join(folder, "generated", domain, `${artifact}.gen.ts`);
    const text = textOf(file);
    if (text === undefined) return [];
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    const line = (at: number) => source.getLineAndCharacterOfPosition(at).line + 1;
    return editsIn(source, operators[artifact]).map((edit) => {
      const entity = entityAt(source, edit.start);
      return { ...edit, file, domain, artifact, line: line(edit.start), ...(entity === undefined ? {} : { entity }) };
    });
  });
}

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
