import { expect } from "vitest";
import type { Operation } from "../http/operation.ts";
import { newId } from "../ids/ids.ts";
import type { ProblemDocument } from "../problems/problem.ts";
import type { OpenApp, OperationContract } from "./operation-contract.ts";

/** What goes into one request; `text` is a body that is sent as it is, `token: undefined` sends none. */
export interface Sent {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly text?: string;
  readonly token?: string | undefined;
}

/** One caller of an app, in an organization of its own, with every permission and role that the contract's operations ask for. */
export class Probe {
  readonly #app: OpenApp;
  readonly #basePath: string;
  readonly #token: string;
  /** An address of its own, as a server would know it of the connection: limits by address are not shared with other probes. */
  readonly #bindings = { incoming: { socket: { remoteAddress: newAddress() } } };

  private constructor(app: OpenApp, basePath: string, token: string) {
    this.#app = app;
    this.#basePath = basePath;
    this.#token = token;
  }

  static async of<Service>(
    contract: OperationContract<Service>,
    app: OpenApp,
    but: { readonly without?: readonly string[]; readonly organization?: string } = {},
  ): Promise<Probe> {
    const roles = Object.values(contract.examples).flatMap(({ roles = [], readers, writers }) => [
      ...roles,
      ...Object.values({ ...readers }).flat(),
      ...Object.values({ ...writers }).flat(),
    ]);
    const all = new Set([...contract.operations.map(({ permission }) => permission), ...roles]);
    const permissions = [...all].filter(
      (name) => name !== "public" && name !== "optional" && name !== "authenticated" && but.without?.includes(name) !== true,
    );
    const organization = but.organization ?? newId("og");
    return new Probe(app, contract.basePath, await app.tokenFor({ user: newId("us"), organization, permissions }));
  }

  /** Expects a problem document with this status; gives it. */
  async expectProblem<Service>(
    operation: Operation<Service>,
    sent: Sent,
    status: number,
    told: { readonly detail?: string; readonly pointer?: string } = {},
  ): Promise<void> {
    const response = await this.send(operation, sent);
    const text = await response.text();
    expect(response.status, text).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    if (status === 401) expect(response.headers.get("www-authenticate")).toMatch(/^Bearer/);
    const document = JSON.parse(text) as ProblemDocument;
    expect(document).toMatchObject({ status, instance: response.headers.get("x-request-id") });
    if (told.detail !== undefined) expect(document.detail).toContain(told.detail);
    if (told.pointer !== undefined) expect(document.errors?.map(({ pointer }) => pointer)).toContain(told.pointer);
  }

  /** Expects the status of the operation; gives the answer when it is JSON. */
  async expectSuccess<Service>(operation: Operation<Service>, sent: Sent): Promise<unknown> {
    const response = await this.send(operation, sent);
    if (operation.answer === "stream") {
      await response.body?.cancel();
      expect(response.status).toBe(operation.status);
      return undefined;
    }
    const text = await response.text();
    expect(response.status, text).toBe(operation.status);
    return response.headers.get("content-type")?.startsWith("application/json") === true ? JSON.parse(text) : undefined;
  }

  /** Expects anything but a failure of the server. */
  async expectNoFailure<Service>(operation: Operation<Service>, sent: Sent): Promise<void> {
    const response = await this.send(operation, sent);
    const shown = response.status < 500 ? "" : await response.text();
    if (response.status < 500) await response.body?.cancel();
    expect(response.status, `${JSON.stringify(sent.body)} -> ${shown}`).toBeLessThan(500);
  }

  /** Sends it, and gives the response as it comes. */
  async send<Service>(operation: Operation<Service>, sent: Sent): Promise<Response> {
    // A variable without an example value still needs one; what is checked then comes before it is looked at.
    const path = operation.path.replaceAll(/\{([^}]+)\}/g, (_whole, name: string) =>
      encodeURIComponent(sent.params?.[name] ?? newId("none")),
    );
    const query = new URLSearchParams(sent.query).toString();
    const headers = new Headers(sent.headers);
    const token = "token" in sent ? sent.token : this.#token;
    if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
    const body = bodyOf(operation, sent);
    if (body !== undefined && !headers.has("content-type")) {
      headers.set("content-type", operation.body === "bytes" ? "application/octet-stream" : "application/json");
    }
    const url = `http://localhost${this.#basePath}${path}${query === "" ? "" : `?${query}`}`;
    return this.#app.fetch(
      new Request(url, { method: operation.method.toUpperCase(), headers, ...(body === undefined ? {} : { body }) }),
      this.#bindings,
    );
  }
}

let addresses = 0;
const newAddress = (): string => {
  addresses++;
  return `10.${(addresses >> 16) & 255}.${(addresses >> 8) & 255}.${addresses & 255}`;
};

function bodyOf<Service>(operation: Operation<Service>, sent: Sent): string | undefined {
  if (operation.body === undefined) return undefined;
  if (sent.text !== undefined) return sent.text;
  if (operation.body === "bytes") return "some bytes";
  return sent.body === undefined ? undefined : JSON.stringify(sent.body);
}
