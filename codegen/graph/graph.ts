import { machineDiagram } from "../emit/machine-diagram.ts";
import type { Domain, Model } from "../model/model.ts";

/** The model as Markdown with Mermaid pictures: domains and what they require, entities and what they refer to, states. */
export function graph(model: Model): string {
  const machines = model.domains.flatMap(({ entities }) =>
    entities.flatMap(({ name, machine }) => (machine === undefined ? [] : [{ name, machine }])),
  );
  const parts = [
    section("Domains", domains(model)),
    ...(model.domains.some(({ entities }) => entities.length > 0) ? [section("Entities", entities(model))] : []),
    ...machines.map(({ name, machine }) => section(`States of ${name}`, machineDiagram(machine))),
  ];
  return `${parts.join("\n\n")}\n`;
}

const section = (title: string, picture: string): string => `## ${title}\n\n\`\`\`mermaid\n${picture}\n\`\`\``;

function domains(model: Model): string {
  const nodes = model.domains.map(({ name, tier }) => `  ${name}[${name}]:::${tier}`);
  const edges = model.domains.flatMap(({ name, requires, consumes }) => [
    ...requires.map((other) => `  ${name} --> ${other}`),
    ...[...new Set(consumes.map(({ domain }) => domain))].map((other) => `  ${other} -. events .-> ${name}`),
  ]);
  const styles = ["  classDef core stroke-width:3px", "  classDef optional stroke-dasharray:4", "  classDef internal stroke-dasharray:1"];
  return ["flowchart LR", ...nodes, ...edges, ...styles].join("\n");
}

function entities(model: Model): string {
  const all = model.domains.flatMap((domain) => domain.entities.map((entity) => ({ domain, entity })));
  const boxes = all.flatMap(({ entity }) => [
    `  ${entity.name} {`,
    ...entity.fields.map(
      (field) => `    ${field.storage} ${field.name}${field.server === "id" ? " PK" : field.schema.kind === "id" ? " FK" : ""}`,
    ),
    "  }",
  ]);
  const edges = all.flatMap(({ domain, entity }) =>
    references(domain, entity.name).map(([to, field]) => `  ${to} ||--o{ ${entity.name} : ${field}`),
  );
  return ["erDiagram", ...boxes, ...edges].join("\n");
}

function references(domain: Domain, name: string): readonly [string, string][] {
  const fields = domain.entities.find((entity) => entity.name === name)?.fields ?? [];
  return fields.flatMap(({ name: field, schema, server }): [string, string][] =>
    schema.kind === "id" && server === undefined ? [[schema.entity, field]] : [],
  );
}
