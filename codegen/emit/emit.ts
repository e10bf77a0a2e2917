import type { Domain, Model } from "../model/model.ts";
import { type Runtime, retarget } from "../print/runtime.ts";
import { ownSettings, type Settings } from "../print/settings.ts";
import { source } from "./artifact.ts";
import { emitReferences } from "./asked-references.ts";
import { emitAsyncApi } from "./asyncapi.ts";
import { emitBehaviour } from "./behaviour.ts";
import { emitClient } from "./client.ts";
import { emitConfig } from "./config.ts";
import { emitContractTest } from "./contract.ts";
import { emitContract } from "./contracts.ts";
import { emitAgreement } from "./document/agreement.ts";
import { emitDocument } from "./document/document.ts";
import { emitDomain, emitDomains } from "./domain.ts";
import { emitEditorSchema } from "./editor-schema.ts";
import type { DomainEmitter, ModelEmitter } from "./emitter.ts";
import { emitEvents } from "./events.ts";
import { emitAllExamples, emitExamples } from "./examples.ts";
import { emitMachine } from "./machine.ts";
import { emitMachineDiagram } from "./machine-diagram.ts";
import { emitMemory } from "./memory.ts";
import { emitMenu } from "./menu.ts";
import { emitMocks, emitSharedMocks } from "./mocks.ts";
import { emitPermissions } from "./permissions.ts";
import { emitPostgres } from "./postgres.ts";
import { emitRepository } from "./repository.ts";
import { emitRowSecurity } from "./row-security.ts";
import { emitRows } from "./rows.ts";
import { emitServer } from "./server.ts";
import { emitService } from "./service.ts";
import { emitSqlite } from "./sqlite.ts";
import { emitTables } from "./tables.ts";
import { emitSharedTypes, emitTypes } from "./types.ts";
import { emitSharedValidators, emitValidators } from "./validators.ts";
import { emitViews } from "./views.ts";

const ofDomain: readonly DomainEmitter[] = [
  emitTypes,
  emitViews,
  emitValidators,
  emitTables,
  emitRows,
  emitRepository,
  emitSqlite,
  emitPostgres,
  emitMemory,
  emitBehaviour,
  emitEvents,
  emitMachine,
  emitMachineDiagram,
  emitPermissions,
  emitConfig,
  emitReferences,
  emitService,
  emitServer,
  emitClient,
  emitContract,
  emitDomain,
  emitMocks,
  emitExamples,
  emitContractTest,
];

const ofModel = (title: string): readonly ModelEmitter[] => [
  emitSharedTypes,
  emitSharedValidators,
  emitSharedMocks,
  emitDomains,
  emitRowSecurity,
  emitMenu,
  emitAllExamples,
  emitDocument(title),
  emitAsyncApi,
  emitAgreement,
  emitEditorSchema,
];

/** Every file that is made from the model alone, by path. Pure: the same model gives the same texts. */
export function emit(model: Model, settings: Settings = ownSettings): ReadonlyMap<string, string> {
  return together([...model.domains.map((domain) => emitOf(domain, model, settings)), emitWhole(model, settings)]);
}

/** The files of one domain: they follow from it, and from what it refers to. */
export const emitOf = (domain: Domain, model: Model, { runtime }: Settings): ReadonlyMap<string, string> =>
  files(
    ofDomain.map((emitter) => fromItsFile(domain, emitter(domain, model))),
    runtime,
  );

/** A document of others is a file of any name: the header names that one. */
const fromItsFile = (domain: Domain, file: ReturnType<DomainEmitter>): ReturnType<DomainEmitter> =>
  file && domain.plain ? { path: file.path, text: file.text.replace(source(domain.name), () => oneLine(domain.location.file)) } : file;

const oneLine = (path: string): string => path.replaceAll(/[\p{Cc}\u2028\u2029]/gu, "_");

/** The files that all domains share. */
export const emitWhole = (model: Model, { runtime, title }: Settings): ReadonlyMap<string, string> =>
  files(
    ofModel(title).map((emitter) => emitter(model)),
    runtime,
  );

/** Maps of files as one. Throws when two hold the same path. */
export function together(maps: readonly ReadonlyMap<string, string>[]): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (const [path, text] of maps.flatMap((map) => [...map])) {
    if (all.has(path)) throw new Error(`Two artifacts claim ${path}.`);
    all.set(path, text);
  }
  return all;
}

function files(
  made: readonly ({ readonly path: string; readonly text: string } | undefined)[],
  runtime: Runtime,
): ReadonlyMap<string, string> {
  return together(made.map((file) => new Map(file === undefined ? [] : [[file.path, retarget(file.text, runtime)]])));
}
