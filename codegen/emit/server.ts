import type { Schema } from "../model/json-schema.ts";
import type { CrudKind, Domain, Model } from "../model/model.ts";
import type { Operation } from "../model/operation.ts";
import { type Code, code, type, value } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { args, enclose, hang } from "../print/layout.ts";
import { access, literal, propertyName } from "../print/text.ts";
import { artifact, lowerFirst, source } from "./artifact.ts";
import { bodyValidator, checked, contentRule } from "./bodies.ts";
import { choiceRows } from "./choices.ts";
import type { DomainEmitter } from "./emitter.ts";
import { askableQuery, settableBody, visibleAnswer } from "./field-roles.ts";
import { isPublished } from "./is-published.ts";
import { parametersName } from "./parameters.ts";
import { resolve } from "./references.ts";
import { crudEntity, isReply } from "./signatures.ts";
import { viewFunction } from "./views.ts";

/** The table of operations that internal/core/http mounts. */
export const emitServer: DomainEmitter = (domain, model) => {
  const path = artifact(domain.name, "server");
  const table = type("OperationTable", "internal/core/http/operation.ts");
  const service = type(`${domain.typeName}Service`, artifact(domain.name, "service"));
  const served = domain.operations.filter(isPublished);
  const rows = served.map((operation) => code`{\n  ${row(model, domain, operation)}\n},`);
  const body = code`export const ${lowerFirst(domain.typeName)}Operations: ${table}<${service}> = ${rows.length === 0 ? "[]" : code`[\n  ${rows}\n]`};`;
  return { path, text: printFile(path, source(domain.name), body) };
};

const answersRow: readonly CrudKind[] = ["create", "get", "update", "undelete"];

/** The entity that an operation answers with, whole: its version is the ETag. */
export function answeredEntity(domain: Domain, operation: Operation): string | undefined {
  const { response, crud } = operation;
  if (crud !== undefined) return answersRow.includes(crud.kind) ? crud.entity : undefined;
  if (response.kind !== "json" || isReply(operation) || response.schema?.kind !== "reference") return undefined;
  const { name, domain: owner } = response.schema;
  return owner === domain.name ? domain.entities.find((entity) => entity.name === name || `${entity.name}View` === name)?.name : undefined;
}

function row(model: Model, domain: Domain, operation: Operation): Code[] {
  const parameters = parametersName(domain, operation);
  const answer = answerKind(operation);
  const lines: (Code | undefined)[] = [
    code`id: ${literal(operation.id)},`,
    code`method: ${literal(operation.method)},`,
    code`path: ${literal(operation.path)},`,
    operation.query && code`query: ${literal(operation.query)},`,
    code`permission: ${literal(operation.permission)},`,
    code`tenant: ${literal(operation.tenant)},`,
    code`status: ${operation.response.status},`,
    parameters && code`parameters: ${parameters},`,
    bodyRule(model, domain, operation),
    answer === "json" ? undefined : code`answer: ${literal(answer)},`,
    operation.response.choices && code`choices: ${choiceRows(operation.response.choices)},`,
    mediaType(operation),
    answeredEntity(domain, operation) === undefined ? undefined : code`etag: true,`,
    changesVersion(operation) ? code`ifMatch: true,` : undefined,
    ...Object.entries(operation.effects ?? {}).map(([key, effect]) => code`${key}: ${literal(effect)},`),
    code`call: ${call(model, domain, operation)},`,
  ];
  return lines.filter((line) => line !== undefined);
}

/** Whether an operation changes one entity, and so honours If-Match. */
export const changesVersion = ({ crud, machine }: Operation): boolean =>
  crud?.kind === "update" || crud?.kind === "delete" || machine?.kind === "transition";

function answerKind(operation: Operation): "json" | "none" | "reply" | "stream" | "text" | "choice" {
  if (operation.response.kind === "choice" || operation.response.kind === "text") return operation.response.kind;
  if (operation.response.kind === "sse") return "stream";
  if (isReply(operation)) return "reply";
  return operation.response.kind === "none" ? "none" : "json";
}

/** JSON and text are sent as what the document calls them. */
function mediaType({ response, crud }: Operation): Code | undefined {
  const { kind, mediaType: name } = response;
  const usual = kind === "json" ? "application/json" : kind === "text" ? "text/plain" : name;
  return name === undefined || name === usual || crud !== undefined ? undefined : code`mediaType: ${literal(name)},`;
}

function bodyRule(model: Model, domain: Domain, operation: Operation): Code | undefined {
  const { body } = operation;
  if (body === undefined) return undefined;
  if (body.kind === "binary") return code`body: "bytes",`;
  const rule = contentRule(model, domain, operation);
  if (rule !== undefined || body.kind === "content") return code`body: ${rule ?? "undefined"},`;
  return code`body: { required: ${literal(body.required)}, validator: ${bodyValidator(domain, operation.id, body.schema)} },`;
}

function call(model: Model, domain: Domain, operation: Operation): Code {
  const { taken, passed } = request(model, domain, operation);
  const result = code`service.${operation.id}${args(["ctx", ...passed])}`;
  const input = taken.length === 0 ? "" : `, { ${taken.join(", ")} }`;
  const visible = visibleAnswer(domain, operation, result);
  if (visible !== undefined) return hang(`async (service, ctx${input}) =>`, visible);
  const entity = answeredEntity(domain, operation);
  const view =
    entity === undefined || operation.crud !== undefined || operation.machine !== undefined ? undefined : viewFunction(domain, entity);
  // The type of a view also admits the whole entity: what hand-written code gives back is cut here.
  if (view !== undefined) return hang(`async (service, ctx${input}) =>`, code`${view}(await ${result})`);
  return hang(`(service, ctx${input}) =>`, result);
}

/** What a call takes of the request, and how the service gets it. */
function request(
  model: Model,
  domain: Domain,
  operation: Operation,
): { readonly taken: readonly string[]; readonly passed: readonly Code[] } {
  if (operation.machine?.kind === "transition") {
    const taken = operation.body === undefined ? ["params", "expected"] : ["params", "body", "expected"];
    return { taken, passed: [code`params.id`, ...taken.slice(1).map((name) => code`${name}`)] };
  }
  const entity = crudEntity(domain, operation);
  if (entity === undefined || operation.crud === undefined) return customArgs(model, operation);
  const id = code`params${access(operation.parameters.find((item) => item.in === "path")?.variable ?? "id")}`;
  switch (operation.crud.kind) {
    case "list": {
      const own = (suffix: string) => type(`${entity.name}${suffix}`, artifact(domain.name, "types"));
      const query = code`${value("listQuery", "internal/core/http/lists.ts")}<${own("Filter")}, ${own("Sort")}>(params)`;
      return { taken: ["params"], passed: [askableQuery(entity, query)] };
    }
    case "similar": {
      const filter = type(`${entity.name}Filter`, artifact(domain.name, "types"));
      const query = code`${value("similarQuery", "internal/core/http/lists.ts")}<${filter}>(params)`;
      return { taken: ["params"], passed: [askableQuery(entity, query)] };
    }
    case "setAccess":
      return { taken: ["params", "body"], passed: [id, code`body`] };
    case "audit":
      return { taken: ["params"], passed: [id, code`{ limit: params.limit, cursor: params.cursor }`] };
    case "get":
    case "access":
    case "undelete":
      return { taken: ["params"], passed: [id] };
    case "create":
      return { taken: ["body"], passed: [settableBody(entity)] };
    case "update":
      return { taken: ["params", "body", "expected"], passed: [id, settableBody(entity), code`expected`] };
    case "delete":
      return { taken: ["params", "expected"], passed: [id, code`expected`] };
  }
}

function customArgs(model: Model, operation: Operation): { readonly taken: readonly string[]; readonly passed: readonly Code[] } {
  const { parameters, body } = operation;
  if (operation.inputType === undefined) return { taken: [], passed: [] };
  const fields = parameters.map(({ variable }) => `${propertyName(variable)}: params${access(variable)}`);
  const given = enclose("{", [...fields, ...(body === undefined ? [] : ["body"])], "}");
  // Parts that exclude each other are a type without values, which nothing is accepted for.
  const excluding = [...parameters.map(({ schema }) => schema), ...checked(body)].some((schema) => isComposed(model, schema));
  return {
    taken: [...(parameters.length > 0 ? ["params"] : []), ...(body === undefined ? [] : ["body"])],
    passed: [excluding ? code`${given} as never` : given],
  };
}

function isComposed(model: Model, schema: Schema, depth = 0): boolean {
  if (depth > 20) return true;
  if (schema.kind === "reference") return isComposed(model, resolve(model, schema.domain, schema.name).schema, depth + 1);
  if (schema.kind === "union") return schema.variants.some((variant) => isComposed(model, variant, depth + 1));
  if (schema.kind === "never") return true;
  return schema.kind === "intersection" && schema.parts.filter(({ kind }) => kind !== "assertion").length > 1;
}
