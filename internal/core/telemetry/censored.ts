import { coreSettings } from "../config/core-settings.ts";
import { loggedError } from "./logged-error.ts";

const hidden = "[hidden]";

/** Headers that hold secrets, whatever the specs say. */
const headers = ["authorization", "proxy-authorization", "cookie", "set-cookie", "x-csrf-token"];

/** Deeper than anything that is worth a line. */
const deepest = 8;

/**
 * Makes a copy of what is to be logged in which the values of `names`, of secret headers and of secret settings of the platform are hidden,
 * at any depth, however a name is cased. A second wall: nobody should log them in the first place.
 */
export function censor(names: readonly string[]): (fields: object) => Record<string, unknown> {
  const settings = coreSettings.filter(({ sensitive }) => sensitive === true).flatMap(({ name, env }) => [name, env]);
  const secrets = new Set([...names, ...headers, ...settings].map((name) => name.toLowerCase()));

  function copy(value: unknown, depth: number): unknown {
    if (typeof value !== "object" || value === null) return value;
    if (value instanceof Error) return loggedError(value);
    // What says itself how it is written, as dates do, and what is not made of named fields.
    if ("toJSON" in value || ArrayBuffer.isView(value)) return value;
    if (depth > deepest) return "[too deep]";
    if (Array.isArray(value)) return value.map((item) => copy(item, depth + 1));
    return copyFields(value, depth);
  }

  function copyFields(fields: object, depth: number): Record<string, unknown> {
    const entries = Object.entries(fields);
    return Object.fromEntries(entries.map(([name, value]) => [name, secrets.has(name.toLowerCase()) ? hidden : copy(value, depth + 1)]));
  }

  return (fields) => copyFields(fields, 0);
}
