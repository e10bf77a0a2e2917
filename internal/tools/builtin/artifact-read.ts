import { objectSchema } from "../json-schema.ts";
import { openArtifact } from "../open-artifact.ts";
import { type Tool, toolFailed } from "../tool.ts";

interface ReadInput {
  readonly artifact: string;
  readonly as?: "text" | "json";
}

const maxBytes = 10 * 1024 * 1024;

/** Reads a file as text or JSON. */
export const artifactRead: Tool<ReadInput> = {
  name: "artifact.read",
  title: "Read a file",
  description: `Reads the latest version of an artifact as UTF-8 text or as JSON, up to ${maxBytes / 1024 / 1024} MiB.`,
  inputSchema: objectSchema(
    {
      artifact: { type: "string", minLength: 1, maxLength: 200, title: "Artifact", description: "Name or id of the file." },
      as: { type: "string", enum: ["text", "json"], default: "text", title: "As" },
    },
    ["artifact"],
  ),
  outputSchema: objectSchema(
    {
      id: { type: "string" },
      name: { type: "string" },
      mediaType: { type: "string" },
      content: { description: "Text, or the JSON value." },
    },
    ["id", "name", "mediaType", "content"],
  ),

  async run({ ctx, artifacts, input, log }) {
    const { id, name, mediaType, size, body } = await openArtifact(ctx, artifacts, input.artifact);
    if (size > maxBytes) {
      await body.cancel();
      throw toolFailed(`The file has ${size} bytes; at most ${maxBytes} can be read.`, { pointer: "/input/artifact" });
    }
    const bytes = await new Response(body).arrayBuffer();
    log.info(`Read ${bytes.byteLength} bytes.`);
    return { output: { id, name, mediaType, content: input.as === "json" ? parsed(decoded(bytes)) : decoded(bytes) } };
  },
};

function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw toolFailed("The file is not UTF-8 text.", { pointer: "/input/artifact", cause: error });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw toolFailed("The file is not JSON.", { pointer: "/input/artifact", cause: error });
  }
}
