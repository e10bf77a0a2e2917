import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { emit } from "../emit/emit.ts";
import { plan } from "../plan.ts";
import { documentWithParts } from "./documents.ts";
import type { Generated } from "./result.ts";

// A process of its own for each document: one that hangs or dies takes nothing with it.
const [folder = "", document = "", target = ""] = process.argv.slice(2);
const files = documentWithParts(folder, document);
const began = performance.now();
const { model, diagnostics } = plan(files);
const made = model && emit(model);
const milliseconds = Math.round(performance.now() - began);
const warnings = diagnostics.filter(({ severity }) => severity === "warning").length;
const error = diagnostics.find(({ severity }) => severity === "error");
for (const [path, text] of made ?? []) {
  mkdirSync(dirname(join(target, path)), { recursive: true });
  writeFileSync(join(target, path), text);
}
const operations = model?.domains.reduce((sum, domain) => sum + domain.operations.length, 0) ?? 0;
const told: Generated =
  made !== undefined
    ? { kind: "generated", milliseconds, operations, warnings }
    : {
        kind: "diagnosed",
        warnings,
        error:
          error === undefined
            ? ""
            : `${error.location.file}:${error.location.line}:${error.location.column}: ${error.code}: ${error.message}`,
      };
process.stdout.write(JSON.stringify(told));
