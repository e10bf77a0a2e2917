import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { CsvError, type Parser, parse } from "csv-parse";
import { inferTypes } from "../infer-types.ts";
import { objectSchema } from "../json-schema.ts";
import { openArtifact } from "../open-artifact.ts";
import { columnsSchema, row, rowsSchema } from "../table.ts";
import { type Tool, type ToolCall, toolFailed } from "../tool.ts";

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
export const csvParse: Tool<CsvInput> = {
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

  async run(call) {
    const { header = true, types = true, limit } = call.input;
    const { records, truncated } = await readRecords(call, (limit ?? maxRows) + (header ? 1 : 0));
    if (truncated && limit === undefined) {
      throw toolFailed(`The table has more than ${maxRows} rows. Set a limit to read the first ones.`);
    }
    const width = records[0]?.length ?? 0;
    const columns = header ? named(records.shift() ?? []) : Array.from({ length: width }, (_, index) => `column${index + 1}`);
    const cells = types ? inferTypes(records) : records;
    call.log.info(`Read ${cells.length} rows with ${columns.length} columns.`);
    return { output: { columns, rows: cells.map((record) => row(columns, record)), truncated } };
  },
};

async function readRecords(call: ToolCall<CsvInput>, most: number): Promise<{ records: string[][]; truncated: boolean }> {
  const records: string[][] = [];
  let truncated = false;
  const parser = parse({
    delimiter: call.input.delimiter ?? ",",
    bom: true,
    skip_empty_lines: true,
    max_record_size: maxRecord,
  });
  try {
    await pipeline(
      await source(call),
      parser,
      async (parsed: Parser) => {
        for await (const record of parsed) {
          if (records.length === most) {
            truncated = true;
            return;
          }
          records.push(record);
        }
      },
      { signal: call.signal },
    );
  } catch (error) {
    // The pipeline calls it an abort that we read no further.
    if (truncated && !call.signal.aborted) return { records, truncated };
    if (!(error instanceof CsvError)) throw error;
    throw toolFailed(`The CSV cannot be read: ${error.message}.`, { cause: error });
  }
  return { records, truncated };
}

async function source({ ctx, artifacts, input }: ToolCall<CsvInput>): Promise<Readable> {
  if (input.artifact === undefined) return Readable.from([input.text ?? ""]);
  const { body, size } = await openArtifact(ctx, artifacts, input.artifact);
  if (size > maxBytes) {
    await body.cancel();
    throw toolFailed(`The file has ${size} bytes; a CSV of at most ${maxBytes} bytes can be read.`, { pointer: "/input/artifact" });
  }
  return Readable.fromWeb(body as ReadableStream);
}

function named(header: readonly string[]): readonly string[] {
  const columns = header.map((name, index) => (name.trim() === "" ? `column${index + 1}` : name.trim()));
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== undefined) throw toolFailed(`Two columns are named ${JSON.stringify(twice)}. Give each a name of its own.`);
  return columns;
}
