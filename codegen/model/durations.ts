const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** `5s`, `1m` in milliseconds. The vocabulary has made sure that it is one. */
export function milliseconds(duration: string): number {
  const [, count = "", unit = "ms"] = /^(\d+)(ms|s|m|h|d)$/.exec(duration) ?? [];
  return Number(count) * units[unit as keyof typeof units];
}
