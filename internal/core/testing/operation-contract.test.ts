import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { mount } from "../http/mount.ts";
import type { Operation } from "../http/operation.ts";
import { type ContractCase, contractCases, type OperationContract, operationContract } from "./operation-contract.ts";
import { openSample } from "./sample-app.ts";
import { SampleLabels, sampleOperations } from "./sample-operations.ts";

const contract: OperationContract<SampleLabels> = {
  basePath: "/api",
  operations: sampleOperations.filter(({ id }) => id !== "fail"),
  examples: {
    listLabels: { complete: true, violations: [{ pointer: "?sort", query: { sort: "size" } }] },
    createLabel: {
      body: { name: "Urgent" },
      complete: true,
      violations: [
        { pointer: "/name", body: { name: "" } },
        { pointer: "/name", body: {} },
        { pointer: "/colour", body: { name: "a", colour: "b" } },
      ],
    },
    getLabel: { params: { id: "lb-0123456789abcdef" }, complete: true },
    updateLabel: {
      params: { id: "lb-0123456789abcdef" },
      body: { name: "b" },
      complete: true,
      violations: [{ pointer: "/note", body: { note: 1 } }],
    },
    deleteLabel: { params: { id: "lb-0123456789abcdef" }, complete: true },
    countBytes: { complete: true },
    downloadBytes: { complete: true, violations: [{ pointer: "?size", query: { size: "-1" } }] },
    watchLabels: { complete: true },
    signIn: { body: { name: "a" }, complete: true },
  },
  open: async () => {
    const { app, tokenFor } = await openSample();
    return { fetch: app.fetch, tokenFor, close: async () => {} };
  },
};

operationContract("the sample", contract);

describe("the contract of operations", () => {
  const [getLabel] = sampleOperations.filter(({ id }) => id === "getLabel");
  const [createLabel] = sampleOperations.filter(({ id }) => id === "createLabel");
  if (getLabel === undefined || createLabel === undefined) throw new Error("The sample has no such operation.");

  /** The names of the cases that fail when `served` is what really runs, while the table still says `declared`. */
  async function failing(declared: Operation<SampleLabels>, served: Operation<SampleLabels>): Promise<string[]> {
    const { tokens, tokenFor } = await openSample();
    const app = new Hono();
    const log = { debug() {}, info() {}, warn() {}, error() {}, child: () => log };
    const others = sampleOperations.filter(({ id }) => id !== served.id);
    mount(app, "/api", [...others, served], new SampleLabels(), { authenticate: tokens.authenticate, log });
    const names: string[] = [];
    for (const one of contractCases(contract, declared)) if (!(await holds(one))) names.push(one.name);
    return names;

    async function holds(one: ContractCase): Promise<boolean> {
      return one.run({ fetch: app.fetch, tokenFor, close: async () => {} }).then(
        () => true,
        () => false,
      );
    }
  }

  test("holds for the sample as it is", async () => {
    expect(await failing(getLabel, getLabel)).toEqual([]);
  });

  test("notices an operation that anybody may call", async () => {
    expect(await failing(getLabel, { ...getLabel, permission: "public" })).toEqual(
      expect.arrayContaining(["answers 401 without a token", "answers 401 to a token that nobody issued"]),
    );
  });

  test("notices an operation that asks for too little", async () => {
    expect(await failing(getLabel, { ...getLabel, permission: "authenticated" })).toEqual([
      "answers 403 that names labels.read to a caller without it",
    ]);
  });

  test("notices a service that looks beyond the tenant", async () => {
    const call: Operation<SampleLabels>["call"] = async (_service, _ctx, { params }) => ({ id: params.id, version: 1 });
    expect(await failing(getLabel, { ...getLabel, call })).toEqual([
      "answers 404 for what does not exist",
      "answers 404 for what belongs to another organization, and leaves it alone",
    ]);
  });

  test("notices a constraint that is not checked, and a service that fails on some input", async () => {
    const call: Operation<SampleLabels>["call"] = async (_service, _ctx, { body }) => ({ id: "lb-1", length: body.name.trim() });
    const served = { ...createLabel, call, body: { required: true, validator: { check() {} } } };
    const names = await failing(createLabel, served);
    expect(names).toContain('answers 422 that points to /name: {"name":""}');
    expect(names).toContain("does not fail, whatever the body");
  });
});
