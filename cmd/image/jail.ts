import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, readlinkSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/** A tree of files that a process sees as all there is. The system of this machine stands in for that of a base image. */
export interface Jail {
  readonly root: string;
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  /** Nothing of the tree can be written but /tmp, and what is mounted at these paths. */
  readonly readOnly?: { readonly mounts: Readonly<Record<string, string>>; readonly user: number };
}

const node = "/opt/node";
/** How this machine reaches npm's registry. */
const registry = Object.fromEntries(
  Object.entries(process.env).filter(([name]) =>
    /^(npm_config_(globalconfig|registry|cafile)|NODE_EXTRA_CA_CERTS|https?_proxy|no_proxy)$/i.test(name),
  ),
);

/**
 * Runs a command in a jail, as root of the jail, or without any rights as the user that `readOnly` names. The command is process 1 there, as
 * in a container. Needs Linux, root, and what every Linux has: unshare, mount, chroot, setpriv.
 */
export function inJail({ root, folder, env, readOnly }: Jail, command: readonly string[]): ChildProcess {
  const lines = ["set -e", 'mount --bind "$ROOT" "$ROOT"'];
  const mount = (source: string, at: string, readable = "ro"): void => {
    mkdirSync(join(root, at), { recursive: true });
    lines.push(`mount --bind ${quoted(source)} "$ROOT"${at}`);
    if (readable === "ro") lines.push(`mount -o remount,ro,bind "$ROOT"${at}`);
  };
  for (const name of ["bin", "sbin", "lib", "lib64"])
    if (existsSync(`/${name}`)) lines.push(`ln -sfn ${readlinkSync(`/${name}`)} "$ROOT"/${name}`);
  for (const name of ["/usr", "/etc"]) mount(name, name);
  mount(dirname(process.execPath), node);
  for (const name of ["proc", "dev", "tmp"]) mkdirSync(join(root, name), { recursive: true });
  lines.push('mount -t tmpfs tmpfs "$ROOT"/tmp', 'mount --rbind /dev "$ROOT"/dev', 'mount -t proc proc "$ROOT"/proc');
  if (readOnly === undefined) mount(homedir(), "/root", "rw");
  for (const [at, source] of Object.entries(readOnly?.mounts ?? {})) mount(source, at, "rw");
  if (readOnly !== undefined) lines.push('mount -o remount,ro,bind "$ROOT"');
  const drop =
    readOnly === undefined
      ? ""
      : `setpriv --reuid ${readOnly.user} --regid ${readOnly.user} --clear-groups --inh-caps=-all --bounding-set=-all --no-new-privs`;
  lines.push(`exec chroot "$ROOT" ${drop} env -C ${quoted(folder)} "$@"`);
  const path = `${node}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`;
  return spawn("unshare", ["--mount", "--pid", "--fork", "--kill-child", "sh", "-c", lines.join("\n"), "sh", ...command], {
    env: { ...(readOnly === undefined && registry), ...env, PATH: path, HOME: readOnly === undefined ? "/root" : "/", ROOT: root },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Runs a command in a jail to its end; gives what it wrote. @throws with that when it fails */
export async function runInJail(jail: Jail, command: readonly string[]): Promise<string> {
  const child = inJail(jail, command);
  const written = collected(child);
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}:\n${written()}`);
  return written();
}

/** What a process has written so far, both streams. */
export function collected(child: ChildProcess): () => string {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8");
    stream?.on("data", (more: string) => {
      text += more;
    });
  }
  return () => text;
}

/** Sends a signal to process 1 of a jail, which is the only child of the process that was started. */
export function signalJail({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  process.kill(Number(readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim()), signal);
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
