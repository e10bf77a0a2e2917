import { after, type Eventual } from "../eventual/eventual.ts";
import { problem } from "../problems/problem.ts";
import { newPlace } from "../validation/place.ts";
import type { Place } from "../validation/validator.ts";
import type { Asked } from "./asked.ts";
import { readContent } from "./content-body.ts";
import type { Bytes } from "./contents.ts";
import { readJson, refuseCompressed } from "./json-body.ts";
import type { Input, Operation } from "./operation.ts";
import { parametersReader } from "./parameters.ts";
import { pathTemplate } from "./path-template.ts";
import { expectedVersion } from "./preconditions.ts";

/** Reads and checks what a request gives an operation. Rejects with a 400, 413, 415 or 422 problem. */
export type ReadInput = (asked: Asked) => Eventual<Input>;

/** Decides once what an operation reads of a request: parameters, If-Match, the body. */
export function inputReader({ parameters, path, ifMatch, body }: Operation<never>): ReadInput {
  const readParameters = parameters === undefined ? () => ({}) : parametersReader(parameters, pathTemplate(path).variables);
  const readBody = bodyReader(body);

  return ({ c, request }) => {
    const place = newPlace();
    const params = readParameters(c, place);
    const expected = ifMatch === true ? expectedVersion(request.headers) : undefined;
    const input = (given: unknown): Input => {
      if (place.errors.length > 0) throw problem.invalid("Some of the input is not right; see `errors`.", { errors: place.errors });
      return { params, body: given, expected };
    };
    return after(readBody(request, place), input);
  };
}

type ReadBody = (request: Request, place: Place) => Eventual<unknown>;

function bodyReader(body: Operation<never>["body"]): ReadBody {
  if (body === undefined) return () => undefined;
  if (body === "bytes") return bytesOf;
  const wanted = "contents" in body ? "" : ", as JSON";
  return async (request, place) => {
    let given: unknown;
    if ("contents" in body) given = await readContent(request, body, place);
    else {
      given = await readJson(request);
      if (given !== undefined) body.validator.check(given, place);
    }
    if (given === undefined && body.required) throw problem.malformed(`The request has no body; this operation needs one${wanted}.`);
    return given;
  };
}

function bytesOf(request: Request): Bytes {
  refuseCompressed(request.headers);
  return (request.body as Bytes | null) ?? new ReadableStream({ start: (controller) => controller.close() });
}

/** Whether the body may be as long as its sender likes. */
export const takesBytes = (body: Operation<never>["body"]): boolean =>
  body === "bytes" || (body !== undefined && "contents" in body && body.contents.some(({ kind }) => kind === "binary"));
