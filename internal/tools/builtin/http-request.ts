import { type OutboundAnswer, OutboundError, refusedHeaderNames } from "../../core/outbound/guarded-request.ts";
import { objectSchema } from "../json-schema.ts";
import { type Tool, type ToolCall, toolFailed, upstreamFailed } from "../tool.ts";

interface HttpInput {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly failOnError?: boolean;
}

const maxRedirects = 5;

/** Calls a service over HTTP. */
export const httpRequest: Tool<HttpInput> = {
  name: "http.request",
  title: "HTTP request",
  description:
    "Sends a request to an http or https address and gives the answer. A body that is no text is sent as JSON. " +
    "An answer with status 400 or more fails the step unless told otherwise.",
  inputSchema: objectSchema(
    {
      url: { type: "string", minLength: 1, maxLength: 4000, title: "URL" },
      method: { type: "string", enum: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"], default: "GET", title: "Method" },
      headers: {
        type: "object",
        maxProperties: 50,
        additionalProperties: { type: "string", maxLength: 4000, pattern: "^[\\t\\x20-\\x7e\\x80-\\xff]*$" },
        title: "Headers",
      },
      body: { title: "Body" },
      failOnError: {
        type: "boolean",
        default: true,
        title: "Fail on error",
        description: "Whether a status of 400 or more fails the step.",
      },
    },
    ["url"],
  ),
  outputSchema: objectSchema(
    {
      url: { type: "string", description: "Where the last redirect led." },
      status: { type: "integer" },
      headers: { type: "object", additionalProperties: { type: "string" } },
      body: { description: "The JSON value, text, or base64, as `encoding` says." },
      encoding: { type: "string", enum: ["json", "text", "base64"] },
    },
    ["url", "status", "headers", "body", "encoding"],
  ),

  async run(call) {
    const { input, log, config, outbound } = call;
    const headers = requestHeaders(call);
    const method = input.method ?? "GET";
    if (input.body !== undefined && (method === "GET" || method === "HEAD")) {
      throw toolFailed(`A ${method} request has no body.`, { pointer: "/input/body" });
    }
    const answer = await outbound
      .request(
        { url: input.url, method, headers, body: bodyText(input.body), signal: call.signal, trace: call.ctx.trace },
        { timeoutMilliseconds: config.httpTimeoutSeconds * 1000, maxBytes: config.httpMaxBytes, maxRedirects },
      )
      .catch((error: unknown) => {
        if (!(error instanceof OutboundError)) throw error;
        throw (error.passing ? upstreamFailed : toolFailed)(error.message, { pointer: "/input/url", cause: error });
      });
    log.info(`${method} answered ${answer.status} with ${answer.body.length} bytes.`);
    if (answer.status >= 400 && input.failOnError !== false) {
      const passing = answer.status >= 500 || answer.status === 429;
      throw (passing ? upstreamFailed : toolFailed)(`The server answered ${answer.status}: ${excerpt(answer.body)}`, {
        pointer: "/input/url",
      });
    }
    return { output: { url: answer.url, status: answer.status, headers: answer.headers, ...decoded(answer) } };
  },
};

function requestHeaders({ input, source }: ToolCall<HttpInput>): Readonly<Record<string, string>> {
  const given = input.headers ?? {};
  const refused = refusedHeaderNames(given);
  if (refused.length > 0) {
    throw toolFailed("Some headers cannot be set by a request.", {
      errors: refused.map((name) => ({ pointer: `/input/headers/${name}`, detail: "This header belongs to the connection." })),
    });
  }
  const invalid = Object.keys(given).find((name) => !/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}$/.test(name));
  if (invalid !== undefined) throw toolFailed(`${JSON.stringify(invalid)} is not the name of a header.`, { pointer: "/input/headers" });
  const headers = new Headers(given);
  const setUnlessGiven = (name: string, value: string) => headers.has(name) || headers.set(name, value);
  setUnlessGiven("user-agent", "archwright");
  if (input.body !== undefined && typeof input.body !== "string") setUnlessGiven("content-type", "application/json");
  // A repeated attempt must not have its effect twice, where the server knows this header.
  if (source !== undefined) setUnlessGiven("idempotency-key", encodeURIComponent(source));
  return Object.fromEntries(headers);
}

/** The beginning of a body, on one line and without control characters. */
function excerpt(body: Buffer): string {
  return body.toString("utf8", 0, 500).replace(/[\p{Cc}\s]+/gu, " ");
}

function bodyText(body: unknown): string | undefined {
  return body === undefined || typeof body === "string" ? body : JSON.stringify(body);
}

function decoded({ headers, body }: OutboundAnswer): { readonly body: unknown; readonly encoding: "json" | "text" | "base64" } {
  const type = headers["content-type"] ?? "";
  const binary = { body: body.toString("base64"), encoding: "base64" } as const;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return binary;
  }
  // Postgres keeps no text with NUL in it, and no text needs one.
  if (text.includes("\0")) return binary;
  if (/^application\/([a-z0-9.+-]+\+)?json\b/i.test(type)) {
    try {
      return { body: JSON.parse(text), encoding: "json" };
    } catch {
      // It says JSON and is none: the text is still worth having.
    }
  }
  return { body: text, encoding: "text" };
}
