import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { project, type Row } from "./fixture/running.ts";

const { contracts, onEachDatabase, load } = await project("patients");
await contracts("patients");

const input = {
  ...{ name: "Ada", ssn: "078-05-1120", history: { "2024": "broken leg" }, weight: 61.5, donor: true },
  ...{ bornAt: "1990-01-02T00:00:00+01:00", stage: "late" },
};
const columns = ["ssn_sealed", "history", "weight", "donor", "born_at", "stage"] as const;
/** The id of the key that a value is encrypted with. */
const key = (sealed: string | null): string | undefined => sealed?.split(":")[1];

/** As lists are ordered that are sorted by age. */
const byAge = (a: Row, b: Row): number => (`${a.createdAt} ${a.id}` < `${b.createdAt} ${b.id}` ? -1 : 1);

type Stored = Readonly<Record<(typeof columns)[number] | "id", string | null>>;

describe("encrypted fields", () => {
  onEachDatabase(({ dialect, reopen, url, repository, caller, send, events, database }) => {
    const patients = () => repository("patients", "patients");
    const ctx = () => caller();

    it("come back as they were given, on every way", async () => {
      const row = await patients().insert(ctx(), input);
      expect(row).toMatchObject({ ...input, bornAt: "1990-01-01T23:00:00.000Z" });
      expect(await patients().find(ctx(), row.id)).toEqual(row);
      expect((await patients().list(ctx(), { filter: { name: { eq: "Ada" } } })).items).toContainEqual(row);
      expect(await patients().listByName?.(ctx(), "Ada")).toContainEqual(row);
      const changed = await patients().update(ctx(), row.id, { history: null, weight: 0, donor: false, ssn: "x" });
      expect(changed).toMatchObject({ history: null, weight: 0, donor: false, ssn: "x", stage: "late" });
      expect(await patients().find(ctx(), row.id)).toEqual(changed);
    });

    it("leave neither in answers nor in events", async () => {
      const { body } = await send("POST", "/patients", { body: { ...input, name: "Bob" } });
      for (const field of ["ssn", "history", "weight", "donor", "bornAt", "stage"]) {
        expect(body).not.toHaveProperty(field);
        expect(events().at(-1)?.data).not.toHaveProperty(field);
      }
      expect(JSON.stringify(events())).not.toContain("078-05-1120");
    });

    if (dialect === "memory") return;

    const stored = (id: string): Promise<Stored> =>
      database()
        // biome-ignore lint/suspicious/noExplicitAny: a query beside the generated ones
        .statement((query: any, param: any) =>
          query
            .selectFrom("patients")
            .select(["id", ...columns])
            .where("id", "=", param.id),
        )
        .first(ctx(), { id });
    const store = (id: string, column: string, text: string | null): Promise<number> =>
      database()
        // biome-ignore lint/suspicious/noExplicitAny: as above
        .statement((query: any, param: any) =>
          query
            .updateTable("patients")
            .set({ [column]: param.text })
            .where("id", "=", param.id),
        )
        .run(ctx(), { id, text });

    it("are nothing but ciphertext in the table, each time another", async () => {
      const [one, two] = [await patients().insert(ctx(), input), await patients().insert(ctx(), input)];
      const [first, second] = [await stored(one.id), await stored(two.id)];
      for (const column of columns) {
        expect(first[column]).toMatch(/^v1:test:[\w-]{38,}$/);
        expect(first[column]).not.toBe(second[column]);
      }
      const { id } = await patients().insert(ctx(), { name: "Cy", ssn: "1" });
      expect(await stored(id)).toMatchObject({ history: null, weight: null, born_at: null });
    });

    it("do not open in another row or column", async () => {
      const [one, two] = [await patients().insert(ctx(), input), await patients().insert(ctx(), input)];
      await store(two.id, "ssn_sealed", (await stored(one.id)).ssn_sealed);
      await expect(patients().find(ctx(), two.id)).rejects.toThrow(`The value in patients.ssn_sealed of ${two.id} cannot be decrypted`);
      await store(one.id, "stage", (await stored(one.id)).ssn_sealed);
      await expect(patients().find(ctx(), one.id)).rejects.toThrow(/patients\.stage of .* cannot be decrypted/);
      const answer = await send("GET", `/patients/${one.id}`);
      expect(answer.status).toBe(500);
      expect(JSON.stringify(answer.body)).not.toMatch(/decrypt|078/);
      for (const { id } of [one, two]) await store(id, "stage", null).catch(() => undefined);
    });

    it("are encrypted anew by a new key, and the values stay", async () => {
      const { rotateEncryption } = await load("internal/core/encryption/rotate.ts");
      const { cipherOf } = await load("internal/core/encryption/cipher.ts");
      const { patientsDomain } = await load("generated/patients/domain.gen.ts");
      expect(patientsDomain.encrypted).toEqual([{ table: "patients", columns: [...columns] }]);
      await database()
        .statement((query: { deleteFrom(table: string): object }) => query.deleteFrom("patients"))
        .run(ctx(), {});

      const rows: Row[] = [];
      for (let number = 0; number < 205; number++) rows.push(await patients().insert(ctx(), { ...input, ssn: `ssn ${number}` }));
      const [own, fresh] = [database().cipher, cipherOf(new Map([["new", Buffer.alloc(32, 2)]]))];
      const stranger = await reopen(fresh);
      await expect(rotateEncryption(stranger, patientsDomain.encrypted, ctx())).rejects.toThrow(
        /encrypted with the key test, which is not/,
      );
      await stranger.close();

      const both = { ...fresh, open: (text: string, place: object) => (text.startsWith("v1:test:") ? own : fresh).open(text, place) };
      const command = await reopen(both);
      expect(await rotateEncryption(command, patientsDomain.encrypted, ctx())).toBe(205 * columns.length);
      expect(await rotateEncryption(command, patientsDomain.encrypted, ctx())).toBe(0);
      const found = await patientsDomain.repositories(command).patients.list(ctx(), { limit: 200, sort: "createdAt" });
      expect(found.items).toEqual(rows.toSorted(byAge).slice(0, 200));
      for (const { id } of [rows[0], rows[204]] as Row[]) expect((await stored(id)).ssn_sealed).toMatch(/^v1:new:/);
      await command.close();
    });

    it("go on being read by a running platform while its key file gets a new key", async () => {
      const { rotateStored } = await load("internal/core/encryption/rotate-stored.ts");
      const { openCipher } = await load("internal/core/encryption/open-cipher.ts");
      const { patientsDomain } = await load("generated/patients/domain.gen.ts");
      const { silentLog } = await load("internal/core/testing/context.ts");
      const dataFolder = await mkdtemp(join(tmpdir(), "archwright-rotation-"));
      onTestFinished(() => rm(dataFolder, { recursive: true }));
      const config = { dataFolder, databaseUrl: url(), encryptionKeys: "" };
      await database()
        .statement((query: { deleteFrom(table: string): object }) => query.deleteFrom("patients"))
        .run(ctx(), {});

      const running = await reopen(await openCipher(config, [patientsDomain]));
      const rows = patientsDomain.repositories(running).patients;
      const row = await rows.insert(ctx(), input);
      expect(await rotateStored(config, [{}, patientsDomain], silentLog)).toMatchObject({
        values: columns.length,
        retired: [expect.any(String)],
      });
      expect(await rows.find(ctx(), row.id)).toEqual(row);
      const later = await rows.insert(ctx(), input);
      expect(key((await stored(later.id)).ssn_sealed)).toBe(key((await stored(row.id)).ssn_sealed));
      await running.close();
      expect(await rotateStored(config, [{}], silentLog)).toBeUndefined();
    });
  });
});
