import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { type Cost, costOf } from "./cost.ts";

/** Other generators, called as their users call them (the types into a module, as ours are): the arguments of Node that make them read `document` and write to `output`. */
const peers = {
  "openapi-typescript": (document: string, output: string) => [program("openapi-typescript", "bin/cli.js"), document, "-o", `${output}.ts`],
  "hey-api": (document: string, output: string) => [program("@hey-api/openapi-ts", "bin/run.js"), "-i", document, "-o", output],
} as const;

export type Peer = keyof typeof peers;

/** What a peer takes for a document. hey-api makes its types and its client, openapi-typescript its types. */
export const peerCost = (peer: Peer, document: string, output: string, cwd: string): Cost => costOf(peers[peer](document, output), cwd);

function program(name: string, path: string): string {
  const found = findPackageJSON(name, import.meta.url);
  if (found === undefined) throw new Error(`The package ${name} is not installed: run \`npm ci\`.`);
  return join(dirname(found), path);
}
