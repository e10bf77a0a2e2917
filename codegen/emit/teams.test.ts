import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { domainOf, fixtureModel } from "./fixture/model.ts";
import { type Answered, project, type Repository, type Sent } from "./fixture/running.ts";
import { emitPostgres } from "./postgres.ts";
import { emitSqlite } from "./sqlite.ts";

const crews = await project("crews");
const { systemContext } = await crews.load("internal/core/context/system-context.ts");
const { silentLog } = await crews.load("internal/core/testing/context.ts");
const home = process.cwd();
await crews.contracts("crews");
afterAll(() => process.chdir(home));

/** Statements that ask for no caller's teams: they add rows, or are the platform's own, over all that it keeps. */
const ofNobody = /^(?:insertOne|purgeSome|overdueRows|rowsAfter|reindexOne|lockOne|rolesOf|clearRoles|allowRole|listOfTeamQuery)$/;

describe.each([
  ["sqlite", emitSqlite],
  ["postgres", emitPostgres],
] as const)("the statements of %s", (_, emit) => {
  const model = fixtureModel("crews");
  const text = emit(domainOf(model, "crews"), model)?.text ?? "";
  const statements = [...text.matchAll(/const (\w+) = db\.(?:statement|list)\(.*?\n {2}\);/gs)].map(([whole, name]) => ({ name, whole }));

  it("name the teams of the caller, whatever they do", () => {
    const asked = statements.filter(({ name = "", whole }) => !ofNobody.test(name) && !whole.includes('"crews"'));
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter(({ whole }) => !whole.includes('.where(ofTeams("team_id", param.callerTeams))'))).toEqual([]);
  });

  it("name none where rows are of no team", () => {
    const free = statements.filter(({ whole }) => whole.includes('"crews"'));
    expect(free.length).toBeGreaterThan(3);
    expect(free.filter(({ whole }) => /team/i.test(whole))).toEqual([]);
  });
});

crews.onEachDatabase(({ send, repository, caller, events }) => {
  let boards: Repository;
  let cards: Repository;
  beforeAll(() => {
    boards = repository("crews", "boards");
    cards = repository("crews", "boardCards");
  });
  let organizations = 0;

  /** Two crews of a new organization, and how their members, and who manages both, ask. */
  async function people() {
    const organization = `og-${String(++organizations).padStart(16, "0")}`;
    const as =
      (teams: Sent["teams"]) =>
      (method: string, path: string, body?: object): Promise<Answered> =>
        send(method, path, { organization, roles: ["member"], ...(teams && { teams }), ...(body && { body }) });
    const manager = as("all");
    const made = async (name: string): Promise<string> => (await manager("POST", "/crews", { name })).body.id;
    const [ours, theirs] = [await made("Ours"), await made("Theirs")];
    return { organization, ours, theirs, as, member: as([ours]), other: as([theirs]), loner: as(undefined), manager };
  }

  describe("rows of teams, over HTTP", () => {
    it("are there for the members of their team and for who manages teams, and for nobody else", async () => {
      const { ours, theirs, member, other, loner, manager } = await people();
      const { status, body: row } = await member("POST", "/briefings", { title: "Harbour", teamId: ours });
      expect([status, row.teamId]).toEqual([201, ours]);
      const path = `/briefings/${row.id}`;
      expect((await manager("GET", path)).body).toEqual(row);
      expect((await manager("GET", `${path}/audit`)).body.items).toHaveLength(1);
      for (const stranger of [other, loner]) {
        const attempts = [
          stranger("GET", path),
          stranger("PATCH", path, { title: "Mine" }),
          stranger("PATCH", path, { teamId: theirs }),
          stranger("DELETE", path),
          stranger("POST", `${path}/undelete`),
          stranger("GET", `${path}/audit`),
        ];
        expect((await Promise.all(attempts)).map(({ status }) => status)).toEqual(attempts.map(() => 404));
        for (const query of ["", "&search=harbour", "&filter[title][eq]=Harbour", `&filter[teamId][eq]=${ours}`])
          expect((await stranger("GET", `/briefings?total=true${query}`)).body).toMatchObject({ items: [], total: 0 });
      }
      for (const query of ["", "&search=harbour", `&filter[teamId][eq]=${ours}`])
        expect((await member("GET", `/briefings?total=true${query}`)).body).toMatchObject({ items: [row], total: 1 });
      expect((await member("GET", path)).body).toEqual(row);
    });

    it("are given to a team that is there, and that the caller belongs to", async () => {
      const [{ ours, theirs, member, other, manager, as }, foreign] = [await people(), await people()];
      const wrong = { status: 422, body: { errors: [{ pointer: "/teamId" }] } };
      for (const teamId of [theirs, foreign.ours, "cr-0000000000000000", "og-0000000000000000", "", 1]) {
        expect(await member("POST", "/briefings", { title: "No", teamId }), String(teamId)).toMatchObject(wrong);
      }
      expect(await manager("POST", "/briefings", { title: "No", teamId: foreign.ours })).toMatchObject(wrong);
      expect((await manager("GET", "/briefings")).body.items).toEqual([]);

      const { body: row } = await manager("POST", "/briefings", { title: "Theirs", teamId: theirs });
      expect(await other("PATCH", `/briefings/${row.id}`, { teamId: ours })).toMatchObject(wrong);
      expect(await as([ours, theirs])("PATCH", `/briefings/${row.id}`, { teamId: ours })).toMatchObject({
        status: 200,
        body: { teamId: ours },
      });
      expect(await other("GET", `/briefings/${row.id}`)).toMatchObject({ status: 404 });
      expect(await member("PATCH", `/briefings/${row.id}`, { teamId: null })).toMatchObject({ status: 200, body: { teamId: null } });
      expect(await other("GET", `/briefings/${row.id}`)).toMatchObject({ status: 200 });
      expect(events().at(-1)).toMatchObject({ type: "crews.briefing.updated", data: { id: row.id, teamId: null } });
    });

    it("go through states by their team alone, which alone may read how they did", async () => {
      const { ours, member, other } = await people();
      const { body: row } = await member("POST", "/errands", { title: "Buoy", teamId: ours });
      for (const path of ["/history", "/access"]) expect(await other("GET", `/errands/${row.id}${path}`)).toMatchObject({ status: 404 });
      expect(await other("POST", `/errands/${row.id}/finish`)).toMatchObject({ status: 404 });
      expect(await other("PUT", `/errands/${row.id}/access`, { accessLevel: "authenticated", roles: [] })).toMatchObject({ status: 404 });
      expect(await member("POST", `/errands/${row.id}/finish`)).toMatchObject({ status: 200, body: { status: "done", teamId: ours } });
      expect((await member("GET", `/errands/${row.id}/history`)).body.items).toHaveLength(1);
    });
  });

  it("the platform at work in an organization sees what is any team's", async () => {
    const { organization, ours } = await people();
    const row = await boards.insert(caller({ organization, teams: [ours] }), { name: "Tides", teamId: ours });
    expect(await boards.find(systemContext("test", organization, silentLog), row.id)).toEqual(row);
    expect(await boards.find(systemContext("test", "", silentLog), row.id)).toBeUndefined();
  });

  it("what belongs to a team's row goes with it, whichever team it is of", async () => {
    const { organization, ours, theirs } = await people();
    const [manager, member] = [caller({ organization, teams: "all" }), caller({ organization, teams: [ours] })];
    const board = await boards.insert(manager, { name: "Tides", teamId: ours });
    for (const teamId of [ours, theirs, null]) await cards.insert(manager, { boardId: board.id, teamId });
    expect((await cards.list(member, {})).items).toHaveLength(2);
    await boards.delete(member, board.id);
    expect((await cards.list(manager, {})).items).toEqual([]);
  });

  it("nobody adds to a row of a team that they do not see", async () => {
    const { organization, ours, theirs } = await people();
    const board = await boards.insert(caller({ organization, teams: [ours] }), { name: "Tides", teamId: ours });
    const stranger = caller({ organization, teams: [theirs] });
    await expect(cards.insert(stranger, { boardId: board.id })).rejects.toMatchObject({ status: 422, errors: [{ pointer: "/boardId" }] });
  });
});
