import { type Emitter, Liquid, toValue } from "liquidjs";
import { objectSchema } from "../json-schema.ts";
import { type Computation, toolFailed } from "../tool.ts";

interface TemplateInput {
  readonly template: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

const maxTemplate = 200_000;
const maxOutput = 2_000_000;
const maxMilliseconds = 1_000;
/** What the library counts: characters and items that a rendering creates. */
const maxObjects = 2_000_000;

const engine = new Liquid({
  // No file is ever read: include, render and layout find no template of any name.
  templates: {},
  ownPropertyOnly: true,
  strictFilters: true,
  strictVariables: true,
  lenientIf: true,
  timezoneOffset: 0,
  locale: "en-US",
  parseLimit: maxTemplate,
  renderLimit: maxMilliseconds,
  memoryLimit: maxObjects,
});

// The library limits what filters create, but not what is written, neither to the output nor by {% capture %}.
const renderTemplates = engine.renderer.renderTemplates.bind(engine.renderer);
engine.renderer.renderTemplates = (templates, ctx, emitter = limitedEmitter()) => renderTemplates(templates, ctx, emitter);

function limitedEmitter(): Emitter {
  return {
    buffer: "",
    write(value: unknown) {
      this.buffer += written(value);
      if (this.buffer.length > maxOutput) throw new Error(`it writes more than ${maxOutput} characters`);
    },
  };
}

/** As Liquid writes values: nothing for nil, the items of an array one after the other. */
function written(value: unknown): string {
  const plain: unknown = toValue(value);
  if (plain === null || plain === undefined) return "";
  return Array.isArray(plain) ? plain.map(written).join("") : String(plain);
}

/** Fills a Liquid template in. */
export const templateRender: Computation<TemplateInput> = {
  name: "template.render",
  title: "Fill a template in",
  description:
    "Renders a Liquid template with the data given, for reports in Markdown, messages or any other text. " +
    "Nothing is escaped. A name that the data does not have is an error; dates are in UTC.",
  inputSchema: objectSchema(
    {
      template: { type: "string", maxLength: maxTemplate, title: "Template", description: "Liquid, such as Hello {{ name }}." },
      data: { type: "object", additionalProperties: true, title: "Data", description: "What the template can name." },
    },
    ["template"],
  ),
  outputSchema: objectSchema({ text: { type: "string" } }, ["text"]),

  compute({ input, log }) {
    const text = render(input);
    log.info(`Wrote ${text.length} characters.`);
    return { text };
  },
};

function render({ template, data = {} }: TemplateInput): string {
  try {
    return engine.renderSync(engine.parse(template), data);
  } catch (error) {
    // Every error of the library carries the token at which it happened.
    if (!(error instanceof Error) || !("token" in error)) throw error;
    throw toolFailed(`The template cannot be rendered: ${error.message}.`, { pointer: "/input/template", cause: error });
  }
}
