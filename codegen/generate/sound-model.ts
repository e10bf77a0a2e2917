import type { Model } from "../model/model.ts";
import { plan } from "../plan.ts";
import { readSpecs } from "./specs.ts";

/** What the project's specs mean. Throws their problems as text when they have errors. */
export async function soundModel(root: string): Promise<Model> {
  const specs = await readSpecs(root);
  const { model, diagnostics } = plan(specs);
  if (model !== undefined) return model;
  const { terminalReport } = await import("../diagnostics/terminal.ts");
  throw new Error(terminalReport(diagnostics, specs).trimEnd());
}
