/** What the log tells of an error. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  /** Where it was thrown; without the message, which stands above. */
  readonly stack?: string;
  readonly code?: string;
  readonly status?: number;
  /** Of the database: what the error is about, by name. */
  readonly table?: string;
  readonly column?: string;
  readonly constraint?: string;
  readonly cause?: LoggedError;
  readonly errors?: readonly LoggedError[];
}

const told = ["code", "status", "table", "column", "constraint"] as const;
const mostCauses = 5;
/** SQLSTATE class 22, data exception: the message ends with the value. */
const dataException = /^22/;

/**
 * An error as it may stand in a log. Only these fields of it are told: libraries hang requests, rows and statements on their errors. What
 * their messages quote of data, as those of Postgres and of JSON.parse do, is left out.
 */
export function loggedError(error: Error, depth = 0): LoggedError {
  const fields = error as unknown as Readonly<Record<string, unknown>>;
  const frames = error.stack
    ?.split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");
  const causes = depth < mostCauses ? { cause: error.cause, errors: fields.errors } : {};
  return {
    type: error.name,
    message: withoutData(error, fields),
    ...(frames ? { stack: frames } : {}),
    ...Object.fromEntries(told.filter((name) => ["string", "number"].includes(typeof fields[name])).map((name) => [name, fields[name]])),
    ...(causes.cause instanceof Error ? { cause: loggedError(causes.cause, depth + 1) } : {}),
    ...(Array.isArray(causes.errors)
      ? { errors: causes.errors.filter((one) => one instanceof Error).map((one) => loggedError(one, depth + 1)) }
      : {}),
  };
}

function withoutData({ name, message }: Error, { severity, code }: Readonly<Record<string, unknown>>): string {
  if (severity !== undefined && dataException.test(String(code))) return message.split(":")[0] ?? "";
  if (name === "SyntaxError" && message.includes("JSON")) return "The text is not JSON.";
  return message;
}
