import { expect } from "vitest";
import type { Operation } from "../http/operation.ts";
import { newId } from "../ids/ids.ts";
import { type Creator, created } from "./creator.ts";
import type { ContractCase, OperationContract, OperationExample } from "./operation-contract.ts";
import { Probe } from "./operation-probe.ts";

/** What an operation must do because fields of its body or answer are only for some roles. */
export function fieldRoleCases<Service>(
  contract: OperationContract<Service>,
  operation: Operation<Service>,
  example: OperationExample,
  creator: Creator<Service> | undefined,
): readonly ContractCase[] {
  const { readers = {}, writers = {}, whole = {}, complete } = example;
  const all = [...new Set(Object.values(contract.examples).flatMap((one) => Object.values({ ...one.readers, ...one.writers }).flat()))];
  const reading = Object.entries(readers).map(
    ([field, roles]): ContractCase => ({
      name: `shows ${field} to ${roles.join(" and ")}, and to nobody else`,
      async run(app) {
        for (const role of [...all, undefined]) {
          const organization = newId("og");
          const everybody = await Probe.of(contract, app, { organization });
          const params = creator === undefined ? (example.params ?? {}) : await created(contract, everybody, creator, example);
          const probe = await Probe.of(contract, app, { organization, without: all.filter((one) => one !== role) });
          const answer = await probe.expectSuccess(operation, { ...example, params });
          const shown = rowsOf(answer).some((row) => field in row);
          if (role === undefined || !roles.includes(role)) expect(shown, `${role} sees ${field}`).toBe(false);
          else expect(shown || rowsOf(answer).length === 0, `${role} sees ${field}`).toBe(true);
        }
      },
    }),
  );
  const writing = Object.entries(writers).map(
    ([field, roles]): ContractCase => ({
      name: `lets ${roles.join(" and ")} set ${field}, and nobody else`,
      async run(app) {
        for (const role of [...all, undefined]) {
          const probe = await Probe.of(contract, app, { without: all.filter((one) => one !== role) });
          const params = creator === undefined ? (example.params ?? {}) : await created(contract, probe, creator, example);
          const response = await probe.send(operation, {
            ...example,
            params,
            body: { ...(example.body as object), [field]: Reflect.get(whole, field) },
          });
          expect(response.status === 403, `${role} sets ${field}: ${response.status}`).toBe(role === undefined || !roles.includes(role));
        }
      },
    }),
  );
  return complete === true ? [...reading, ...writing] : [];
}

const rowsOf = (answer: unknown): readonly object[] => {
  if (typeof answer !== "object" || answer === null) return [];
  const items: unknown = Reflect.get(answer, "items");
  return Array.isArray(items) ? items : [answer];
};
