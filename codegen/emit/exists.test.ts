import { describe, expect, it } from "vitest";
import { project } from "./fixture/running.ts";

const { contracts, onEachDatabase } = await project("catalog", "orders");
await contracts("orders");

describe("a reference to what must exist", () => {
  onEachDatabase(({ send, events }) => {
    const nobody = "pr-0000000000000000";
    const other = "og-2222222222222222";
    const product = async (organization?: string): Promise<string> => {
      const sent = { body: { name: "Lamp" }, ...(organization === undefined ? {} : { organization }) };
      return (await send("POST", "/products", sent)).body.id;
    };

    it("is asked of the domain that owns it, on create", async () => {
      const good = await send("POST", "/orders", { body: { productId: await product() } });
      expect(good).toMatchObject({ status: 201, body: { giftId: null } });
      const before = events().length;
      const bad = await send("POST", "/orders", { body: { productId: nobody, giftId: nobody } });
      expect(bad).toMatchObject({ status: 422, body: { errors: [{ pointer: "/productId" }, { pointer: "/giftId" }] } });
      expect(events().length).toBe(before);
    });

    it("is asked on update, only where it is given", async () => {
      const { id } = (await send("POST", "/orders", { body: { productId: await product() } })).body;
      const bad = await send("PATCH", `/orders/${id}`, { body: { giftId: nobody } });
      expect(bad).toMatchObject({ status: 422, body: { errors: [{ pointer: "/giftId" }] } });
      expect(await send("PATCH", `/orders/${id}`, { body: { giftId: await product() } })).toMatchObject({ status: 200 });
      expect(await send("PATCH", `/orders/${id}`, { body: { giftId: null } })).toMatchObject({ status: 200, body: { giftId: null } });
    });

    it("does not see another organization's", async () => {
      const theirs = await product(other);
      const bad = await send("POST", "/orders", { body: { productId: theirs } });
      expect(bad).toMatchObject({ status: 422, body: { errors: [{ pointer: "/productId" }] } });
      expect(await send("POST", "/orders", { body: { productId: theirs }, organization: other })).toMatchObject({ status: 201 });
    });

    it("is looked for in the own domain's rows", async () => {
      const productId = await product();
      const parent = (await send("POST", "/orders", { body: { productId } })).body;
      expect(await send("POST", "/orders", { body: { productId, parentId: parent.id } })).toMatchObject({ status: 201 });
      const bad = await send("POST", "/orders", { body: { productId, parentId: "or-0000000000000000" } });
      expect(bad).toMatchObject({ status: 422, body: { errors: [{ pointer: "/parentId" }] } });
      const foreign = (await send("POST", "/orders", { body: { productId: await product(other) }, organization: other })).body;
      expect(await send("POST", "/orders", { body: { productId, parentId: foreign.id } })).toMatchObject({ status: 422 });
      expect(await send("POST", "/comments", { body: { orderId: parent.id } })).toMatchObject({ status: 201 });
      expect(await send("POST", "/comments", { body: { orderId: foreign.id } })).toMatchObject({ status: 422 });
    });

    it("is not asked where the spec does not say so", async () => {
      const made = await send("POST", "/orders", { body: { productId: await product(), loose: "or-0000000000000000" } });
      expect(made).toMatchObject({ status: 201, body: { loose: "or-0000000000000000" } });
    });
  });
});
