import { client } from "@sdk/client.gen.ts";
import type { Artifact } from "@sdk/types.gen.ts";
import { session } from "@/session/session.ts";
import { csrfHeader } from "./authorized-fetch.ts";
import { newTrace } from "./new-trace.ts";
import { ApiProblem, readProblem } from "./problem.ts";

/** Uploads a file as an artifact and tells how far it is (0 to 1). XMLHttpRequest, because fetch tells no upload progress. */
export async function uploadFile(file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<Artifact> {
  const url = client.buildUrl({ url: "/artifacts", query: { name: file.name } });
  const first = await send(url, file, onProgress, signal);
  if (first.status !== 401 || !(await session.renew())) return settle(first);
  return settle(await send(url, file, onProgress, signal));
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

function settle({ status, body }: Answer): Artifact {
  if (status === 201 || status === 200) return body as Artifact;
  throw readProblem(status, body);
}

function send(url: string, file: File, onProgress: (share: number) => void, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.responseType = "json";
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    request.setRequestHeader("traceparent", newTrace());
    if (session.secret !== undefined) request.setRequestHeader(csrfHeader, session.secret);
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable && event.total > 0) onProgress(event.loaded / event.total);
    });
    request.addEventListener("load", () => resolve({ status: request.status, body: request.response }));
    request.addEventListener("error", () => reject(new ApiProblem(0, "", "")));
    request.addEventListener("abort", () => reject(new DOMException("Cancelled", "AbortError")));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}
