import { MIMEType } from "node:util";
import { problem } from "../core/problems/problem.ts";

/** What a file is when nobody says so. */
const unknown = "application/octet-stream";

/** The media type as stored: the one given, in its normal form. A 422 when it is none (WHATWG MIME Sniffing, parsing). */
export function mediaTypeOf(given: string | undefined): string {
  if (given === undefined || given.trim() === "") return unknown;
  try {
    return new MIMEType(given).toString();
  } catch (cause) {
    throw problem.invalid(`${JSON.stringify(given)} is not a media type such as text/csv.`, { pointer: "?Content-Type", cause });
  }
}
