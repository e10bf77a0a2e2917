import type { Json } from "../model/json-schema.ts";
import type { Domain, Model } from "../model/model.ts";
import type { Operation, OperationBody, OperationParameter } from "../model/operation.ts";
import { type Code, code, type, value } from "../print/code.ts";
import { printFile } from "../print/file.ts";
import { args, enclose, hang } from "../print/layout.ts";
import { access, literal, propertyName } from "../print/text.ts";
import { artifact, lowerFirst, source } from "./artifact.ts";
import { choiceRows } from "./choices.ts";
import type { DomainEmitter } from "./emitter.ts";
import { isPublished } from "./is-published.ts";
import { shape } from "./shapes.ts";
import { crudEntity, isReply } from "./signatures.ts";

/** The service interface over HTTP, for a domain that runs elsewhere. */
export const emitClient: DomainEmitter = (domain, model) => {
  const path = artifact(domain.name, "client");
  const service = type(`${domain.typeName}Service`, artifact(domain.name, "service"));
  const methods = domain.operations.map((operation) => code`${method(model, domain, operation)},`);
  const body = code`/** ${domain.typeName} as another process serves it: the same interface, the same problems. */
export function ${lowerFirst(domain.typeName)}Client(${methods.length === 0 ? "_remote" : "remote"}: ${type("Remote", "internal/core/http/remote.ts")}): ${service} {
  return {
    ${methods}
  };
}`;
  return { path, text: printFile(path, source(domain.name), body) };
};

function method(model: Model, domain: Domain, operation: Operation): Code {
  if (!isPublished(operation)) {
    const [taken, passed] = operation.inputType === undefined ? ["ctx", ""] : ["ctx, input", ", input"];
    return code`${operation.id}: (${taken}) => remote.invoke(ctx, ${literal(operation.id)}${passed})`;
  }
  const { taken, sent } = request(domain, operation);
  const entries = [
    `method: ${literal(operation.method)}`,
    `path: ${literal(operation.path)}`,
    ...fixedQuery(operation),
    ...sent,
    ...answer(model, operation),
  ];
  const call = operation.response.kind === "sse" ? "stream" : "call";
  return hang(`${operation.id}: (${taken}) =>`, code`remote.${call}${args(["ctx", enclose("{", entries, "}")])}`);
}

/** The arguments that the method takes, and what of them goes where in the request. */
function request(domain: Domain, operation: Operation): { readonly taken: string; readonly sent: readonly (Code | string)[] } {
  if (operation.machine?.kind === "transition") {
    const [taken, sent] = operation.body === undefined ? ["ctx, id, expected", []] : ["ctx, id, input, expected", ["body: input"]];
    return { taken, sent: ["params: { id }", ...sent, "expected"] };
  }
  if (crudEntity(domain, operation) === undefined || operation.crud === undefined) return custom(operation);
  const variable = operation.parameters.find((item) => item.in === "path")?.name ?? "id";
  const id = variable === "id" ? "params: { id }" : `params: { ${propertyName(variable)}: id }`;
  switch (operation.crud.kind) {
    case "list":
    case "similar":
      return { taken: "ctx, query", sent: ["list: query"] };
    case "setAccess":
      return { taken: "ctx, id, access", sent: [id, "body: access"] };
    case "audit":
      return { taken: "ctx, id, query", sent: [id, "list: query"] };
    case "get":
    case "access":
    case "undelete":
      return { taken: "ctx, id", sent: [id] };
    case "create":
      return { taken: "ctx, input", sent: ["body: input"] };
    case "update":
      return { taken: "ctx, id, patch, expected", sent: [id, "body: patch", "expected"] };
    case "delete":
      return { taken: "ctx, id, expected", sent: [id, "expected"] };
  }
}

const places = { path: "params", query: "query", header: "headers", cookie: "cookies" } as const;

function custom(operation: Operation): { readonly taken: string; readonly sent: readonly (Code | string)[] } {
  if (operation.inputType === undefined) return { taken: "ctx", sent: [] };
  const grouped = Object.entries(places).flatMap(([place, option]) => {
    const own = operation.parameters.filter((parameter) => parameter.in === place).map(passed);
    return own.length === 0 ? [] : [code`${option}: ${enclose("{", own, "}")}`];
  });
  return { taken: "ctx, input", sent: [...grouped, ...sentBody(operation.body)] };
}

const fixedQuery = ({ query }: Operation): readonly string[] => (query === undefined ? [] : [`fixed: ${literal(query)}`]);

/** A body that is neither JSON nor bytes says what it is. */
function sentBody(body: OperationBody | undefined): readonly string[] {
  if (body === undefined) return [];
  if (body.kind !== "content") return ["body: input.body"];
  const get = body.required ? "input.body." : "input.body?.";
  if (body.tagged) return [`body: ${get}value`, `bodyType: ${get}mediaType`];
  return ["body: input.body", `bodyType: ${literal(body.contents[0]?.mediaType)}`];
}

function passed({ name, variable, style }: OperationParameter): Code {
  const given = `input${access(variable)}`;
  if (style === undefined) return code`${propertyName(name)}: ${given}`;
  const args = `${literal(name)}, ${literal(style.name)}, ${style.explode}, ${given}`;
  return code`${propertyName(name)}: ${value("styled", "internal/core/http/styled.ts")}(${args})`;
}

/** Headers of the answers that are no texts. */
function readHeaders(model: Model, { response }: Operation): readonly string[] {
  const headers = [...response.headers, ...(response.choices ?? []).flatMap((choice) => choice.headers)];
  const shapes = headers.map(({ name, schema }): [string, Json] => [name, shape(model, schema)]).filter(([, of]) => of !== "text");
  return shapes.length === 0 ? [] : [`reads: ${literal(Object.fromEntries(shapes))}`];
}

function answer(model: Model, operation: Operation): readonly (Code | string)[] {
  const fails = operation.failure === undefined ? [] : ["fails: true"];
  return [...answerKind(operation), ...readHeaders(model, operation), ...fails];
}

function answerKind(operation: Operation): readonly (Code | string)[] {
  const { choices, kind } = operation.response;
  if (choices !== undefined) return ['answer: "choice"', code`choices: ${choiceRows(choices)}`];
  if (kind === "text") return ['answer: "text"'];
  if (isReply(operation)) return [`answer: ${literal(operation.response.kind === "binary" ? "bytes" : "reply")}`];
  return operation.response.kind === "none" ? ['answer: "none"'] : [];
}
