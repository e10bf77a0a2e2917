import { getRandomValues } from "node:crypto";

const idBytes = 8;
let pool: Buffer = Buffer.alloc(0);
let used = 0;

/** A new id, `{prefix}-{16 hex}`. Random bytes are drawn in bulk: one system call serves 512 ids. */
export function newId<Prefix extends string>(prefix: Prefix): `${Prefix}-${string}` {
  if (used === pool.length) {
    pool = getRandomValues(Buffer.alloc(512 * idBytes));
    used = 0;
  }
  used += idBytes;
  return `${prefix}-${pool.toString("hex", used - idBytes, used)}`;
}

/** Whether `value` is an id with this prefix. */
export function isId<Prefix extends string>(prefix: Prefix, value: string): value is `${Prefix}-${string}` {
  return value.length === prefix.length + 17 && value.startsWith(`${prefix}-`) && /^[0-9a-f]{16}$/.test(value.slice(prefix.length + 1));
}
