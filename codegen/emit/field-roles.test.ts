import { describe, expect, it } from "vitest";
import { project } from "./fixture/running.ts";

const { contracts, onEachDatabase, load } = await project("staff");
await contracts("staff");

describe("fields for some roles", () => {
  onEachDatabase(({ send, events, repository, caller }) => {
    let made = 0;
    /** An organization of its own for each test, with one employee in it. */
    const hired = async () => {
      const organization = `og-${String(++made).padStart(16, "0")}`;
      const row = await repository("staff", "employees").insert(caller({ organization }), {
        ...{ name: "Ada", salary: 90, review: "Good", grade: 2, pin: "1234" },
      });
      const as = (...roles: string[]) => ({
        get: (path: string) => send("GET", path, { roles, organization }),
        post: (body: object) => send("POST", "/staff", { roles, organization, body }),
        patch: (body: object) => send("PATCH", `/staff/${row.id}`, { roles, organization, body }),
      });
      return { row, as };
    };

    it("are absent, not null, from answers and lists to others", async () => {
      const { row, as } = await hired();
      const path = `/staff/${row.id}`;
      const all = ["id", "organizationId", "createdBy", "createdAt", "updatedAt", "version", "name", "grade"];
      for (const [role, more] of [
        ["owner", ["salary", "badge"]],
        ["admin", ["salary", "review"]],
        ["member", []],
      ] as const) {
        const keys = [...all, ...more].toSorted();
        expect(Object.keys((await as(role).get(path)).body).toSorted()).toEqual(keys);
        expect(Object.keys((await as(role).get("/staff")).body.items[0]).toSorted()).toEqual(keys);
      }
      expect((await as("admin", "owner").get(path)).body).toMatchObject({ salary: 90, review: "Good", badge: "ada" });
    });

    it("are refused in requests of others, and nothing is changed", async () => {
      const { row, as } = await hired();
      const refused = (...pointers: string[]) => ({ status: 403, body: { errors: pointers.map((pointer) => ({ pointer })) } });
      expect(await as("admin").patch({ salary: 1, name: "Eve" })).toMatchObject(refused("/salary"));
      expect(await as("member").patch({ review: null, grade: 3, pin: "0" })).toMatchObject(refused("/review", "/grade", "/pin"));
      expect(await as("member").post({ name: "Bob", grade: 9 })).toMatchObject(refused("/grade"));
      expect((await as("admin").get(`/staff/${row.id}`)).body).toMatchObject({ name: "Ada", version: 1 });
      expect(await as("owner").patch({ salary: 100 })).toMatchObject({ status: 200, body: { salary: 100 } });
      expect(await as("member").patch({ name: "Ada L." })).toMatchObject({ status: 200, body: { name: "Ada L." } });
      expect((await as("owner").get(`/staff/${row.id}`)).body).toMatchObject({ salary: 100, grade: 2 });
      expect((await as("member").post({ name: "Bob" })).body).toMatchObject({ grade: 1 });
    });

    it("cannot be found out by filtering and sorting", async () => {
      const { as } = await hired();
      const path = "/staff?filter[salary][gt]=50&sort=-salary";
      const errors = [{ pointer: "?filter[salary]" }, { pointer: "?sort" }];
      expect(await as("member").get(path)).toMatchObject({ status: 403, body: { errors } });
      expect((await as("owner").get(path)).body.items).toHaveLength(1);
      expect((await as("member").get("/staff?filter[name][eq]=Ada")).body.items).toHaveLength(1);
    });

    it("are in no event, whoever caused it", async () => {
      const { as } = await hired();
      const before = events().length;
      await as("owner", "admin").post({ name: "Cy", salary: 5, review: "New" });
      const [event] = events().slice(before);
      expect(event).toMatchObject({ type: "staff.employee.created", data: { name: "Cy", grade: 1 } });
      for (const field of ["salary", "review", "badge", "pin"]) expect(event?.data).not.toHaveProperty(field);
    });

    it("are masked where changes are written down", async () => {
      const { row, as } = await hired();
      await as("owner", "admin").patch({ salary: 4711, review: "Poor", name: "Ada L." });
      const { status, body } = await as("owner", "admin").get(`/staff/${row.id}/audit`);
      expect(status).toBe(200);
      expect(JSON.stringify(body)).toContain("Ada L.");
      expect(JSON.stringify(body)).not.toMatch(/4711|Poor|1234/);
    });

    it("are not kept by a browser for whoever signs in next", async () => {
      const { row, as } = await hired();
      expect((await as("owner").get(`/staff/${row.id}`)).headers.get("vary")).toBe("Authorization");
    });
  });

  it("are cut from what hand-written code answers", async () => {
    const { staffOperations } = await load("generated/staff/server.gen.ts");
    const { testContext } = await load("internal/core/testing/context.ts");
    const row = { id: "em-1", name: "Ada", salary: 90, review: "Good", grade: 2, badge: "ada", pin: "1234", version: 1 };
    const service = { promoteEmployee: async () => row, teamOf: async () => [row] };
    const answer = (id: string, roles: string[]) =>
      staffOperations
        .find((operation: { id: string }) => operation.id === id)
        .call(service, testContext({ roles }), { params: { id: "em-1" } });
    expect(await answer("promoteEmployee", ["admin"])).toEqual({
      id: "em-1",
      name: "Ada",
      salary: 90,
      review: "Good",
      grade: 2,
      version: 1,
    });
    expect(await answer("teamOf", ["member"])).toEqual([{ id: "em-1", name: "Ada", grade: 2, version: 1 }]);
  });

  it("are told in the published document, and required of no answer", async () => {
    const { default: document } = await load("generated/openapi.json");
    const { Employee } = document.components.schemas;
    expect(Employee.properties.salary.description).toBe("Per year. Seen only by: admin, owner. Set only by: owner.");
    expect(Employee.properties.review.description).toBe("Seen and set only by: admin.");
    expect(Employee.required).not.toContain("salary");
    expect(Employee.required).toContain("grade");
  });
});
