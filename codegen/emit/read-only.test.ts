import { describe, expect, it } from "vitest";
import { project } from "./fixture/running.ts";

const { contracts, onEachDatabase, load } = await project("parcels");
// Rows of the contracts have what only code gives: the number that is unique, the weight that is never absent.
await contracts("parcels");

describe("values that only hand-written code gives", () => {
  onEachDatabase(({ repository, caller, send }) => {
    const parcels = () => repository("parcels", "parcels");

    it("are kept, changed unless they are immutable, and not taken from callers", async () => {
      const { id } = await parcels().insert(caller(), { address: "Here 1", trackingNumber: "AB12", weight: 1.5 });
      expect(await parcels().findByNumber?.(caller(), "AB12")).toMatchObject({ id, weight: 1.5, signedBy: null });
      expect(await parcels().update(caller(), id, { weight: 2, trackingNumber: "CD34" })).toMatchObject({
        weight: 2,
        trackingNumber: "AB12",
      });
      const refused = await send("PATCH", `/parcels/${id}`, { body: { weight: 3 } });
      expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: "/weight" }] } });
    });
  });

  it("leave what creates a row to hand-written code, where a row cannot be without them", async () => {
    const { parcelsDefaults } = await load("generated/parcels/service.gen.ts");
    expect(Object.keys(parcelsDefaults({})).toSorted()).toEqual(["deleteParcel", "getParcel", "listParcels", "updateParcel"]);
  });
});
