import type { Api } from "./api.ts";
import type { Finding, Rule } from "./rule.ts";
import { rules } from "./rules.ts";
import { SchemaWalk } from "./walk.ts";

/** What of `after` breaks callers of `before`, by where it stands. Pure. */
export function findBreaking(before: Api, after: Api): readonly Finding[] {
  const found: Finding[] = [];
  const add = ({ name, severity }: Rule, where: string, message: string, given = severity): void => {
    const finding: Finding = { rule: name, severity: given, where, message };
    if (!found.some((other) => other.rule === name && other.where === where && other.message === message)) found.push(finding);
  };
  for (const rule of rules) rule.api?.(before, after, (where, message, severity) => add(rule, where, message, severity));
  for (const [key, operation] of before.operations) {
    const other = after.operations.get(key);
    if (other === undefined) continue;
    for (const rule of rules) rule.operation?.(operation, other, (message, severity) => add(rule, operation.title, message, severity));
    schemaRules(before, after, operation.title, add).operation(operation, other);
  }
  for (const [type, data] of before.events) {
    const other = after.events.get(type);
    if (other !== undefined) schemaRules(before, after, type, add).event(data, other);
  }
  return found.sort((a, b) => order(a.severity, b.severity) || order(a.where, b.where) || order(a.message, b.message));
}

function schemaRules(
  before: Api,
  after: Api,
  where: string,
  add: (rule: Rule, where: string, message: string, severity?: Finding["severity"]) => void,
): SchemaWalk {
  return new SchemaWalk(before, after, (pair) => {
    for (const rule of rules) rule.schema?.(pair, (message, severity) => add(rule, where, message, severity));
  });
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
