import { stat } from "node:fs/promises";
import type { JWK } from "jose";
import type { Log } from "../telemetry/log.ts";
import { loadKeys, type SigningKeys } from "./keys.ts";

/** The keys as they are now: they may be rotated while the process runs. */
export interface KeyRing {
  /** The key that signs. */
  current(): Promise<SigningKeys["current"]>;
  /** The key of this id; undefined when there is none, or none any more. */
  verifying(id: string): Promise<CryptoKey | undefined>;
  /** The public halves, for `/.well-known/jwks.json`. */
  published(): Promise<readonly JWK[]>;
  /** Calls `listener` after a key was taken away. */
  onRemoved(listener: () => void): void;
}

/** Keys that stay as they are. */
export function fixedKeys(keys: SigningKeys): KeyRing {
  return {
    current: async () => keys.current,
    verifying: async (id) => keys.verifying.get(id),
    published: async () => keys.published,
    onRemoved() {},
  };
}

/** The file is looked at this often at the most, and only when somebody needs a key. */
const lookMilliseconds = 1000;

/**
 * The keys of a file that all replicas share. Each notices a rotation by itself, and that a retired key is out: before it signs, and
 * before it checks a token that it has not seen yet. A file that cannot be read any more is logged, and the keys stay as they were.
 */
export async function fileKeys(path: string, log: Log): Promise<KeyRing> {
  const listeners: (() => void)[] = [];
  let keys = await loadKeys(path);
  let mark = await markOf(path);
  let looked = performance.now();
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    const now = await markOf(path);
    if (now === mark && Date.now() < keys.until * 1000) return;
    const before = keys;
    keys = await loadKeys(path);
    mark = now;
    if ([...before.verifying.keys()].some((id) => !keys.verifying.has(id))) for (const listener of listeners) listener();
  }

  /** The keys as the file has them, give or take a second. */
  async function latest(): Promise<SigningKeys> {
    if (looking === undefined && performance.now() - looked >= lookMilliseconds) {
      looked = performance.now();
      looking = look()
        .catch((err: unknown) => log.error({ err }, `The keys of ${path} could not be read again; those known before are used on.`))
        .finally(() => {
          looking = undefined;
        });
    }
    await looking;
    return keys;
  }

  return {
    current: async () => (await latest()).current,
    verifying: async (id) => (await latest()).verifying.get(id),
    published: async () => (await latest()).published,
    onRemoved: (listener) => void listeners.push(listener),
  };
}

/** What changes when another text takes the file's place. */
async function markOf(path: string): Promise<string> {
  const { ino, mtimeMs, size } = await stat(path);
  return `${ino} ${mtimeMs} ${size}`;
}
