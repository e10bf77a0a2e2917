import { readCoreConfig } from "../internal/core/config/core-settings.ts";

// Whether the process that runs beside this one, with the same environment, is ready: exits with 0 or 1. For containers, which have no curl.
const { host, port } = readCoreConfig(process.env);
const reached = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "[::1]" : host;
const ready = await fetch(`http://${reached}:${port}/health/ready`, { signal: AbortSignal.timeout(2_500) }).then(
  ({ ok }) => ok,
  () => false,
);
process.exit(ready ? 0 : 1);
