import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FieldRoles } from "../http/field-roles.ts";
import type { Operation, OperationTable } from "../http/operation.ts";
import { type Creator, created, creatorOf } from "./creator.ts";
import { effectCases } from "./effects-contract.ts";
import { fieldRoleCases } from "./field-roles-contract.ts";
import { Probe } from "./operation-probe.ts";

/** A running app, and tokens that it accepts. */
export interface OpenApp {
  /** `bindings` say what a server knows of the connection. */
  fetch(request: Request, bindings?: object): Response | Promise<Response>;
  /** An access token of this user in this organization ("" for none), who has exactly these permissions. */
  tokenFor(caller: { readonly user: string; readonly organization: string; readonly permissions: readonly string[] }): Promise<string>;
  /** The types of the events that were appended so far, where that can be seen. */
  events?(): readonly string[];
  close(): Promise<void>;
}

/** Input that is right for an operation. */
export interface OperationExample {
  /** Values of the path's variables: well-formed, naming nothing that exists. */
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; for an operation that takes bytes a short text is sent. */
  readonly body?: unknown;
  /** Roles of which a caller needs one, where a state machine says who may. */
  readonly roles?: readonly string[];
  /** The operation succeeds with this input in an empty organization: once what its path names has been created, if it names something. */
  readonly complete?: boolean;
  /** Whoever acts in no organization is refused. */
  readonly tenant?: boolean;
  /** The operation to be called before, on the same: what is to be brought back must be deleted. */
  readonly after?: string;
  /** The type of the event that is appended when it succeeds. */
  readonly event?: string;
  /** By field of the answer, the roles of which one must see it; of the body, of which one must set it. */
  readonly readers?: FieldRoles;
  readonly writers?: FieldRoles;
  /** The body with the fields that only some roles may set. */
  readonly whole?: object;
  /** Input that breaks one constraint each; what is absent is taken from the example. */
  readonly violations?: readonly { readonly pointer: string; readonly body?: unknown; readonly query?: Readonly<Record<string, string>> }[];
}

export interface OperationContract<Service> {
  /** Where the operations are mounted: `/api/v1`. */
  readonly basePath: string;
  readonly operations: OperationTable<Service>;
  /** By operation id. An operation without one is still checked for who may call it. */
  readonly examples: Readonly<Record<string, OperationExample>>;
  readonly open: () => Promise<OpenApp>;
}

export interface ContractCase {
  readonly name: string;
  run(app: OpenApp): Promise<void>;
}

/** Registers the contract of every operation as tests, on one app that is opened before them. */
export function operationContract<Service>(domain: string, contract: OperationContract<Service>): void {
  describe(`operations of ${domain}`, () => {
    let app: OpenApp;
    beforeAll(async () => {
      app = await contract.open();
    });
    afterAll(() => app?.close());
    for (const operation of contract.operations) {
      const cases = contractCases(contract, operation);
      if (cases.length === 0) continue;
      describe(operation.id, () => {
        for (const { name, run } of cases) test(name, () => run(app));
      });
    }
  });
}

/** What an operation must do whatever it is for: who may call it, what it refuses, and that no input makes the server fail. */
export function contractCases<Service>(contract: OperationContract<Service>, operation: Operation<Service>): readonly ContractCase[] {
  const example = contract.examples[operation.id];
  const cases = [...(operation.permission === "public" ? [] : admissionCases(contract, operation))];
  cases.push(...effectCases(contract, operation, example));
  if (example === undefined) return cases;
  const creator = creatorOf(contract, operation);
  cases.push(...inputCases(contract, operation, example));
  cases.push(...fieldRoleCases(contract, operation, example, creator));
  if (operation.path.includes("{") && operation.permission !== "public") cases.push(unknownCase(contract, operation, example));
  if (creator !== undefined && operation.tenant) cases.push(otherTenantCase(contract, operation, example, creator));
  if (example.complete === true && (creator !== undefined || !operation.path.includes("{"))) {
    cases.push(successCase(contract, operation, example, creator));
  }
  return cases;
}

function admissionCases<Service>(contract: OperationContract<Service>, operation: Operation<Service>): ContractCase[] {
  const { permission } = operation;
  const tenant = contract.examples[operation.id]?.tenant ?? operation.tenant;
  const unissued: ContractCase = {
    name: "answers 401 to a token that nobody issued",
    run: async (app) => (await Probe.of(contract, app)).expectProblem(operation, { token: "nobody.issued.this" }, 401),
  };
  if (permission === "optional") return [unissued];
  const cases: ContractCase[] = [
    {
      name: "answers 401 without a token",
      run: async (app) => (await Probe.of(contract, app)).expectProblem(operation, { token: undefined }, 401),
    },
    unissued,
  ];
  if (permission !== "authenticated") {
    cases.push({
      name: `answers 403 that names ${permission} to a caller without it`,
      async run(app) {
        const probe = await Probe.of(contract, app, { without: [permission] });
        await probe.expectProblem(operation, {}, 403, { detail: permission });
      },
    });
  }
  const roles = contract.examples[operation.id]?.roles;
  if (roles !== undefined) {
    cases.push({
      name: `answers 403 that names the rule to a caller who is not ${roles.join(" or ")}`,
      async run(app) {
        const probe = await Probe.of(contract, app, { without: roles });
        await probe.expectProblem(operation, contract.examples[operation.id] ?? {}, 403, { detail: `allows ${roles[0]}` });
      },
    });
  }
  if (tenant) {
    cases.push({
      name: "answers 403 to a caller who acts in no organization",
      async run(app) {
        const probe = await Probe.of(contract, app, { organization: "" });
        await probe.expectProblem(operation, {}, 403, { detail: "You act in no organization." });
      },
    });
  }
  return cases;
}

function inputCases<Service>(
  contract: OperationContract<Service>,
  operation: Operation<Service>,
  example: OperationExample,
): readonly ContractCase[] {
  const cases = (example.violations ?? []).map(
    (violation): ContractCase => ({
      name: `answers 422 that points to ${violation.pointer}: ${JSON.stringify(violation.body ?? violation.query).slice(0, 80)}`,
      async run(app) {
        const probe = await Probe.of(contract, app);
        await probe.expectProblem(operation, { ...example, ...violation }, 422, { pointer: violation.pointer });
      },
    }),
  );
  if (typeof operation.body !== "object") return cases;
  if ("contents" in operation.body) {
    return [
      ...cases,
      {
        name: "answers 415 to a body of another media type",
        run: async (app) => (await Probe.of(contract, app)).expectProblem(operation, { ...example, text: "{}" }, 415),
      },
    ];
  }
  return [
    ...cases,
    {
      name: "answers 400 to a body that is not JSON",
      run: async (app) => (await Probe.of(contract, app)).expectProblem(operation, { ...example, text: '{"a":' }, 400),
    },
    {
      name: "does not fail, whatever the body",
      async run(app) {
        const probe = await Probe.of(contract, app);
        const near = fc.jsonValue().map((noise) => ({ ...(example.body as object), ...(noise as object) }));
        await fc.assert(
          fc.asyncProperty(fc.oneof(fc.jsonValue(), near), (body) => probe.expectNoFailure(operation, { ...example, body })),
          { numRuns: 30 },
        );
      },
    },
  ];
}

function unknownCase<Service>(
  contract: OperationContract<Service>,
  operation: Operation<Service>,
  example: OperationExample,
): ContractCase {
  return {
    name: "answers 404 for what does not exist",
    run: async (app) => (await Probe.of(contract, app)).expectProblem(operation, example, 404),
  };
}

function otherTenantCase<Service>(
  contract: OperationContract<Service>,
  operation: Operation<Service>,
  example: OperationExample,
  creator: Creator<Service>,
): ContractCase {
  return {
    name: "answers 404 for what belongs to another organization, and leaves it alone",
    async run(app) {
      const [owner, other] = [await Probe.of(contract, app), await Probe.of(contract, app)];
      const params = await created(contract, owner, creator, example);
      await other.expectProblem(operation, { ...example, params }, 404);
      if (example.complete === true) await owner.expectSuccess(operation, { ...example, params });
    },
  };
}

function successCase<Service>(
  contract: OperationContract<Service>,
  operation: Operation<Service>,
  example: OperationExample,
  creator: Creator<Service> | undefined,
): ContractCase {
  return {
    name: `answers ${operation.status} to what is right`,
    async run(app) {
      const probe = await Probe.of(contract, app);
      const params = creator === undefined ? (example.params ?? {}) : await created(contract, probe, creator, example);
      const before = app.events?.().length ?? 0;
      await probe.expectSuccess(operation, { ...example, params });
      // A transition may bring others about, which publish events of their own.
      if (app.events !== undefined && example.roles === undefined)
        expect(app.events().slice(before)).toEqual(example.event === undefined ? [] : [example.event]);
    },
  };
}
