import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, type Parser, parse } from "csv-parse";
import { inferTypes } from "../infer-types.ts";
import { objectSchema } from "../json-schema.ts";
import { openArtifact } from "../open-artifact.ts";
import { columnsSchema, row, rowsSchema } from "../table.ts";
import { type Computation, toolFailed, type Work } from "../tool.ts";

interface CsvInput {
  readonly artifact?: string;
  readonly text?: string;
  readonly delimiter?: string;
  readonly header?: boolean;
  readonly types?: boolean;
  readonly limit?: number;
}

const maxRows = 100_000;
const maxBytes = 64 * 1024 * 1024;
const maxRecord = 1024 * 1024;

/** Reads CSV (RFC 4180) from an artifact or a text. */
export const csvParse: Computation<CsvInput> = {
  name: "csv.parse",
  title: "Read CSV",
  description:
    "Reads a table from a CSV file or text. Columns that hold only numbers or only true and false become numbers and booleans; " +
    `an empty cell becomes null. Without a limit, a table of more than ${maxRows} rows is refused.`,
  inputSchema: {
    ...objectSchema(
      {
        artifact: { type: "string", minLength: 1, maxLength: 200, title: "Artifact", description: "Name or id of the file." },
        text: { type: "string", title: "Text", description: "The CSV itself, in place of an artifact." },
        delimiter: { type: "string", minLength: 1, maxLength: 1, default: ",", title: "Delimiter" },
        header: { type: "boolean", default: true, title: "Header", description: "Whether the first line names the columns." },
        types: { type: "boolean", default: true, title: "Types", description: "Whether to find out numbers and booleans." },
        limit: { type: "integer", minimum: 1, maximum: maxRows, title: "Limit", description: "Reads no more than this many rows." },
      },
      [],
    ),
    oneOf: [{ required: ["artifact"] }, { required: ["text"] }],
  },
  outputSchema: objectSchema(
    {
      columns: columnsSchema,
      rows: rowsSchema,
      truncated: { type: "boolean", description: "Whether there were more rows than the limit." },
    },
    ["columns", "rows", "truncated"],
  ),

  async read({ ctx, artifacts, input }) {
    const { artifact, text } = input as CsvInput;
    if (typeof artifact !== "string" || artifact === "" || text !== undefined) return undefined;
    const { body, size } = await openArtifact(ctx, artifacts, artifact);
    if (size <= maxBytes) return new Response(body).arrayBuffer();
    await body.cancel();
    throw toolFailed(`The file has ${size} bytes; a CSV of at most ${maxBytes} bytes can be read.`, { pointer: "/input/artifact" });
  },

  async compute(work) {
    const { header = true, types = true, limit } = work.input;
    const { records, truncated } = await readRecords(work, (limit ?? maxRows) + (header ? 1 : 0));
    if (truncated && limit === undefined) {
      throw toolFailed(`The table has more than ${maxRows} rows. Set a limit to read the first ones.`);
    }
    const width = records[0]?.length ?? 0;
    const columns = header ? named(records.shift() ?? []) : Array.from({ length: width }, (_, index) => `column${index + 1}`);
    const cells = types ? inferTypes(records) : records;
    work.log.info(`Read ${cells.length} rows with ${columns.length} columns.`);
    return { columns, rows: cells.map((record) => row(columns, record)), truncated };
  },
};

async function readRecords({ input, bytes }: Work<CsvInput>, most: number): Promise<{ records: string[][]; truncated: boolean }> {
  const records: string[][] = [];
  let truncated = false;
  const parser = parse({
    delimiter: input.delimiter ?? ",",
    bom: true,
    skip_empty_lines: true,
    max_record_size: maxRecord,
  });
  try {
    await pipeline(Readable.from([bytes === undefined ? (input.text ?? "") : Buffer.from(bytes)]), parser, async (parsed: Parser) => {
      for await (const record of parsed) {
        if (records.length === most) {
          truncated = true;
          return;
        }
        records.push(record);
      }
    });
  } catch (error) {
    // The pipeline calls it an abort that we read no further.
    if (truncated) return { records, truncated };
    if (!(error instanceof CsvError)) throw error;
    throw toolFailed(`The CSV cannot be read: ${error.message}.`, { cause: error });
  }
  return { records, truncated };
}

/** The names of the columns, each once: a file of a megabyte can have half a million. */
function named(header: readonly string[]): readonly string[] {
  const columns = header.map((name, index) => (name.trim() === "" ? `column${index + 1}` : name.trim()));
  const seen = new Set<string>();
  const twice = columns.find((name) => seen.size === seen.add(name).size);
  if (twice !== undefined) throw toolFailed(`Two columns are named ${JSON.stringify(twice)}. Give each a name of its own.`);
  return columns;
}
