import { describe, expect, it } from "vitest";
import { changed } from "../fixture/labels.ts";
import { tickets } from "../fixture/tickets.ts";
import type { Model } from "../model/model.ts";
import { plan } from "../plan.ts";
import type { SourceFile } from "../read/source.ts";
import { emit } from "./emit.ts";
import { machineDiagram } from "./machine-diagram.ts";

function modelOf(file: SourceFile): Model {
  const { model, diagnostics } = plan([file]);
  if (model === undefined) throw new Error(JSON.stringify(diagnostics));
  return model;
}

describe("an entity with a machine", () => {
  const files = emit(modelOf(tickets));
  const shown = [
    "machine.gen.ts",
    "machine.md",
    "events.gen.ts",
    "service.gen.ts",
    "server.gen.ts",
    "rows.gen.ts",
    "memory.gen.ts",
    "sqlite.gen.ts",
  ];

  it.for(shown.map((name) => `generated/tickets/${name}`))("is written as a person would: %s", async (path) => {
    await expect(files.get(path)).toMatchFileSnapshot(`golden/${path}.txt`);
  });

  it("asks nobody for its state, and tells it to all", () => {
    const { components } = JSON.parse(files.get("generated/openapi.json") ?? "") as {
      components: { schemas: Record<string, { properties: Record<string, object>; required: string[] }> };
    };
    expect(components.schemas.Ticket?.properties.status).toMatchObject({ readOnly: true });
    expect(components.schemas.Ticket?.required).toContain("status");
    expect(files.get("generated/tickets/types.gen.ts")).toMatch(/interface TicketCreate \{\n {2}readonly title: string;\n\}/);
    expect(files.get("generated/tickets/types.gen.ts")).toMatch(/interface TicketPatch \{\n {2}readonly title\?: string;\n\}/);
  });

  it("leaves no trace where there is none", () => {
    const bare = emit(
      modelOf({
        ...tickets,
        text: tickets.text.replace(/ {8}stateMachine:\n(?: {10}.*\n)+/, "").replace("          path: /tickets\n", ""),
      }),
    );
    expect([...bare.keys()].filter((path) => path.includes("machine"))).toEqual([]);
    expect([...bare].filter(([path, text]) => path.startsWith("generated/tickets/") && /machine|timesOutAt|\bmoved?/i.test(text))).toEqual(
      [],
    );
  });
});

describe("the picture of a machine", () => {
  it("shows names that try to get out as text", () => {
    const hostile = changed(
      tickets,
      "[open, fixing, fixed, review, closed]",
      `[open, fixing, fixed, review, closed, "x\\" as y\\n[*] --> z ; %% <b>"]`,
    );
    const file = changed(
      hostile,
      "close: { from: [fixed, review]",
      `odd: { from: [open], to: "x\\" as y\\n[*] --> z ; %% <b>", allow: [fixer] }
            back: { from: ["x\\" as y\\n[*] --> z ; %% <b>"], to: open, allow: [fixer] }
            close: { from: [fixed, review]`,
    );
    const machine = modelOf(file).domains[0]?.entities[0]?.machine;
    const lines = machine === undefined ? [] : machineDiagram(machine).split("\n");
    expect(lines.filter((line) => line.includes("[*] -->"))).toEqual(["  [*] --> s0"]);
    expect(lines.filter((line) => line.includes(" as y"))).toEqual(['  state "x#34; as y [*] --#62; z #59; %% #60;b#62;" as s5']);
  });
});
