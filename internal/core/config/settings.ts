import type { Setting } from "../modules/domain.ts";
import { StartError } from "../problems/start-error.ts";

export type Value = string | number | boolean;

/** What is wrong with the environment, all of it at once; each line names a variable and what it must be. */
export class ConfigError extends StartError {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The configuration cannot be used:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
    this.problems = problems;
  }
}

/**
 * Reads typed settings from environment variables; an absent or empty one has its default.
 * @throws ConfigError naming every variable that is not of its type or out of its bounds.
 */
export function readSettings(
  settings: readonly Setting[],
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, Value>> {
  const problems: string[] = [];
  const values: Record<string, Value> = {};
  for (const setting of settings) {
    const text = env[setting.env];
    if (text === undefined || text === "") {
      values[setting.name] = setting.default;
      continue;
    }
    const value = parse(setting, text);
    const wrong = value === undefined ? `must be ${expected(setting)}` : outOfBounds(setting, value);
    if (wrong !== undefined || value === undefined) {
      const shown = setting.sensitive ? "" : `, but it is ${JSON.stringify(text)}`;
      problems.push(`${setting.env} ${wrong}${shown}. ${setting.description}`);
    } else {
      values[setting.name] = value;
    }
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return Object.freeze(values);
}

/** What is wrong with a value that a program gives, as the end of a sentence; undefined when it can be used. */
export function wrongValue(setting: Setting, value: unknown): string | undefined {
  const type = setting.type === "integer" ? (Number.isSafeInteger(value) ? "integer" : undefined) : typeof value;
  if (type !== setting.type || (typeof value === "number" && !Number.isFinite(value))) return `must be ${expected(setting)}`;
  return outOfBounds(setting, value as Value);
}

function parse(setting: Setting, text: string): Value | undefined {
  switch (setting.type) {
    case "string":
      return text;
    case "boolean":
      return text === "true" || text === "1" ? true : text === "false" || text === "0" ? false : undefined;
    case "integer":
      return /^-?\d{1,15}$/.test(text) ? Number(text) : undefined;
    case "number":
      return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
  }
}

function expected(setting: Setting): string {
  if (setting.type === "boolean") return "true or false";
  return setting.type === "integer" ? "a whole number" : `a ${setting.type}`;
}

function outOfBounds(setting: Setting, value: Value): string | undefined {
  if (setting.enum !== undefined && !setting.enum.includes(String(value))) return `must be one of ${setting.enum.join(", ")}`;
  if (typeof value !== "number") return undefined;
  if (setting.minimum !== undefined && value < setting.minimum) return `must be at least ${setting.minimum}`;
  if (setting.maximum !== undefined && value > setting.maximum) return `must be at most ${setting.maximum}`;
  return undefined;
}
