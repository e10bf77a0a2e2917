import { objectSchema } from "../json-schema.ts";
import type { Tool } from "../tool.ts";

interface WriteInput {
  readonly name: string;
  readonly text?: string;
  readonly json?: unknown;
  readonly mediaType?: string;
}

/** Stores a file. */
export const artifactWrite: Tool<WriteInput> = {
  name: "artifact.write",
  title: "Store a file",
  description: "Stores a text or a JSON value as an artifact. A name that exists gets a new version.",
  inputSchema: {
    ...objectSchema(
      {
        name: { type: "string", minLength: 1, maxLength: 200, pattern: "^[^/\\\\\\x00-\\x1f]+$", title: "Name" },
        text: { type: "string", title: "Text" },
        json: { title: "JSON", description: "Any value, in place of a text." },
        mediaType: {
          type: "string",
          minLength: 3,
          maxLength: 200,
          title: "Media type",
          description: "text/plain or application/json unless told.",
        },
      },
      ["name"],
    ),
    oneOf: [{ required: ["text"] }, { required: ["json"] }],
  },
  outputSchema: objectSchema(
    {
      id: { type: "string" },
      name: { type: "string" },
      version: { type: "integer", minimum: 1 },
      mediaType: { type: "string" },
      size: { type: "integer", description: "Bytes." },
      sha256: { type: "string" },
    },
    ["id", "name", "version", "mediaType", "size", "sha256"],
  ),

  async run({ ctx, artifacts, input, source, log }) {
    const isText = input.text !== undefined;
    const content = input.text ?? JSON.stringify(input.json, null, 2);
    const artifact = await artifacts.uploadArtifact(ctx, {
      name: input.name,
      contentType: input.mediaType ?? (isText ? "text/plain; charset=utf-8" : "application/json"),
      ...(source === undefined ? {} : { source }),
      body: new Blob([content]).stream(),
    });
    const { id, name, latest, mediaType, size, sha256 } = artifact;
    log.info(`Stored ${size} bytes as version ${latest} of ${name}.`);
    return { output: { id, name, version: latest, mediaType, size, sha256 } };
  },
};
