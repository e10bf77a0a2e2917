import { ConfigError } from "../internal/core/config/settings.ts";

type SystemError = Error & { readonly code?: string; readonly port?: number; readonly path?: string; readonly syscall?: string };

/** Says in words a person can act on why the platform did not start; an error nobody foresaw keeps its stack. */
export function explainStartFailure(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  const { code, port, path, message, stack } = error as SystemError;
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=8081 npm start`;
    case "EACCES":
    case "EROFS":
    case "EPERM":
      return path === undefined
        ? `Not allowed to listen on port ${port}: ports below 1024 need more rights. Choose another: PORT=8080 npm start`
        : `${path} cannot be written. Give this user the right to, or choose another folder: DATA_DIR=/some/folder npm start`;
    case "ENOTDIR":
    case "EEXIST":
      return `${path} is not a folder. Choose another: DATA_DIR=/some/folder npm start`;
    default:
      return error instanceof Error && error.name === "StartError" ? message : `The platform could not start.\n${stack ?? String(error)}`;
  }
}
