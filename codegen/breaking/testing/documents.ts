import type { JsonObject } from "../api.ts";
import { findBreaking } from "../compare.ts";
import { apiOf } from "../document.ts";

const document = (operation: JsonObject, more: JsonObject = {}): JsonObject => ({
  openapi: "3.1.1",
  info: { title: "Labels", version: "1" },
  paths: { "/labels": { post: { operationId: "op", responses: {}, ...operation } } },
  ...more,
});

/** A document with one operation, `POST /labels`, of which only this is said. */
export const operation = (parts: JsonObject, more: JsonObject = {}): JsonObject => document(parts, more);
/** …that is sent this. */
export const sent = (schema: JsonObject | boolean, more: JsonObject = {}): JsonObject =>
  document({ requestBody: { content: { "application/json": { schema } } } }, more);
/** …that answers this. */
export const answered = (schema: JsonObject | boolean, more: JsonObject = {}): JsonObject =>
  document({ responses: { 200: { content: { "application/json": { schema } } } } }, more);
/** …with these parameters. */
export const asked = (...parameters: readonly JsonObject[]): JsonObject => document({ parameters });
export const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({ type: "object", properties, ...more });

/** What one rule says of a change: `error: The request body: …`. */
export function findings(rule: string, before: JsonObject, after: JsonObject): readonly string[] {
  return findBreaking(apiOf(before), apiOf(after))
    .filter((finding) => finding.rule === rule)
    .map(({ severity, message }) => `${severity}: ${message}`);
}
