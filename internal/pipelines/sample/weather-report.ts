import type { PipelineCreate } from "../../../generated/pipelines/types.gen.ts";

export const sampleFile = "seattle-weather.csv";

const template = `# {{ title }}

| Month | Days | Mean high (°C) | Precipitation (mm) |
|------:|-----:|---------------:|-------------------:|
{% for row in rows -%}
| {{ row.month }} | {{ row.days }} | {{ row.mean_high | round: 1 }} | {{ row.precipitation | round: 1 }} |
{% endfor %}
`;

/** What a new organization finds: a pipeline that can be run at once, over data that is there. */
export const weatherReport: PipelineCreate = {
  name: "Seattle weather report",
  description: "Reads daily weather from a CSV file, sums it up by month, and writes a report in Markdown.",
  definition: {
    inputSchema: {
      type: "object",
      additionalProperties: false,
      properties: {
        title: { type: "string", title: "Title", minLength: 1, maxLength: 200, default: "Weather in Seattle, month by month" },
        file: { type: "string", title: "CSV file", description: "Name of an artifact.", minLength: 1, default: sampleFile },
      },
    },
    steps: [
      { id: "load", name: "Read the file", tool: "csv.parse", inputs: { artifact: "input.file" } },
      {
        id: "months",
        name: "Sum up by month",
        tool: "table.aggregate",
        inputs: {
          rows: "steps.load.rows",
          by: `[{"column": "date", "part": "month", "as": "month"}]`,
          measures: `[
  {"column": "date", "function": "count", "as": "days"},
  {"column": "temp_max", "function": "mean", "as": "mean_high"},
  {"column": "precipitation", "function": "sum", "as": "precipitation"}
]`,
        },
      },
      {
        id: "report",
        name: "Write the text",
        tool: "template.render",
        inputs: { template: `r"""${template}"""`, data: `{"title": input.title, "rows": steps.months.rows}` },
      },
      {
        id: "save",
        name: "Store the report",
        tool: "artifact.write",
        inputs: { name: `"report.md"`, text: "steps.report.text", mediaType: `"text/markdown"` },
      },
    ],
    outputs: { artifact: "steps.save.id", report: "steps.report.text" },
  },
};
