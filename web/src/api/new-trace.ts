const hex = (byte: number): string => byte.toString(16).padStart(2, "0");

/** Where a trace begins: a new traceparent of W3C Trace Context. Whether it is recorded is decided where it arrives. */
export function newTrace(): string {
  const digits = Array.from(crypto.getRandomValues(new Uint8Array(24)), hex).join("");
  return `00-${digits.slice(0, 32)}-${digits.slice(32)}-01`;
}
