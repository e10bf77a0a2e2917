import { describe, expect, it } from "vitest";
import { project } from "./fixture/running.ts";

const { contracts, onEachDatabase, load } = await project("notes");
await contracts("notes");

describe("values that the server makes", () => {
  onEachDatabase(({ repository, caller }) => {
    const ada = { organization: "og-aaaaaaaaaaaaaaaa", user: "us-aaaaaaaaaaaaaaaa" };
    const bob = { organization: "og-aaaaaaaaaaaaaaaa", user: "us-bbbbbbbbbbbbbbbb" };
    const notes = () => repository("notes", "notes");

    it("are there from the start", async () => {
      const note = await notes().insert(caller(ada), { title: "Crème Brûlée, à la carte", sort: "dessert" });
      expect(note).toMatchObject({
        ...{ slug: "creme-brulee-a-la-ca", permalink: "creme-brulee-a-la-carte", subslug: null, nick: "creme-brulee-a-la-carte" },
        ...{ editor: "us-aaaaaaaaaaaaaaaa", author: "us-aaaaaaaaaaaaaaaa", holder: "us-aaaaaaaaaaaaaaaa" },
        ...{ editedAt: note.createdAt, firstAt: note.createdAt, dueAt: note.createdAt },
      });
      expect(await notes().find(caller(ada), note.id)).toEqual(note);
    });

    it("cannot be given, where they are always made; can, where they are a default", async () => {
      const input = {
        slug: "mine",
        author: "x",
        editedAt: "2000-01-01T00:00:00Z",
        nick: "Mine",
        holder: null,
        dueAt: "2000-01-01T01:00:00+01:00",
      };
      const note = await notes().insert(caller(ada), { title: "Given", sort: "a", ...input });
      expect(note).toMatchObject({ slug: "given", author: "us-aaaaaaaaaaaaaaaa", editedAt: note.createdAt });
      expect(note).toMatchObject({ nick: "Mine", holder: null, dueAt: "2000-01-01T00:00:00.000Z" });
      const changed = await notes().update(caller(ada), note.id, { slug: "mine", author: "x", permalink: "y", nick: "Other" });
      expect(changed).toMatchObject({ slug: "given", author: "us-aaaaaaaaaaaaaaaa", permalink: "given", nick: "Other" });
    });

    it("follow each change, unless they are immutable or a default", async () => {
      const before = await notes().insert(caller(ada), { title: "Before", sort: "b" });
      const after = await notes().update(caller(bob), before.id, { title: "After", subtitle: "Too" });
      expect(after).toMatchObject({
        ...{ slug: "after", permalink: "before", subslug: "too", nick: "before", holder: "us-aaaaaaaaaaaaaaaa" },
        ...{ editor: "us-bbbbbbbbbbbbbbbb", author: "us-aaaaaaaaaaaaaaaa", editedAt: after.updatedAt, firstAt: before.createdAt },
      });
      expect(await notes().find(caller(ada), before.id)).toEqual(after);
      expect(await notes().update(caller(bob), before.id, { subtitle: null })).toMatchObject({ slug: "after", subslug: null });
    });

    it("point a clash at what the caller gave, by columns of any name", async () => {
      const ctx = caller({ ...ada, organization: "og-cccccccccccccccc" });
      await notes().insert(ctx, { title: "Same", sort: "c", nick: "n" });
      const second = notes().insert(ctx, { title: "same!", sort: "d" });
      await expect(second).rejects.toMatchObject({ status: 409, errors: [{ pointer: "/title" }] });
      const third = notes().insert(ctx, { title: "Another", sort: "c", nick: "n" });
      await expect(third).rejects.toMatchObject({ status: 409, errors: [{ pointer: "/sort" }, { pointer: "/nick" }] });
    });

    it("know who made a row that belongs to all", async () => {
      const banner = await repository("notes", "banners").insert(caller(bob), { text: "Hello" });
      expect(banner).toMatchObject({ shownBy: "us-bbbbbbbbbbbbbbbb" });
    });
  });

  it("are read-only in the published document", async () => {
    const { default: document } = await load("generated/openapi.json");
    const { Note, NoteCreate, NotePatch } = document.components.schemas;
    expect(Note.properties.slug).toMatchObject({ readOnly: true, description: "Made of `title`." });
    expect(Note.required).toContain("editedAt");
    for (const name of ["slug", "permalink", "editor", "editedAt"]) {
      expect(NoteCreate.properties).not.toHaveProperty(name);
      expect(NotePatch.properties).not.toHaveProperty(name);
    }
    expect(NoteCreate.required).toEqual(["title", "sort"]);
    expect(NoteCreate.properties.dueAt.description).toBe("Set to the time of the creation when absent.");
  });
});
