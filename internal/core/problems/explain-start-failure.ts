import { StartError } from "./start-error.ts";

type SystemError = Error & { readonly code?: string; readonly port?: number };

/** Says in words a person can act on why the platform did not start; an error nobody foresaw keeps its stack. */
export function explainStartFailure(error: unknown): string {
  if (error instanceof StartError) return error.message;
  const { code, port, stack } = error as SystemError;
  if (code === "EADDRINUSE") return `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=8081 npm start`;
  if (code === "EACCES" && port !== undefined) return `Not allowed to listen on port ${port}. Choose one above 1024: PORT=8080 npm start`;
  if (code === "EADDRNOTAVAIL") return `This machine has no address HOST names. Choose another: HOST=localhost npm start`;
  return `The service could not start.\n${stack ?? String(error)}`;
}
