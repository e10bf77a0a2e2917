/** Numbers, sizes and times as people read them, in the page's language. */

const language = (): string => document.documentElement.lang || "en";

const byteUnits = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

export function formatBytes(bytes: number): string {
  let unit = 0;
  let value = bytes;
  while (value >= 1000 && unit < byteUnits.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return new Intl.NumberFormat(language(), {
    style: "unit",
    unit: byteUnits[unit] ?? "byte",
    unitDisplay: unit === 0 ? "long" : "short",
    maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0,
  }).format(value);
}

export function formatDateTime(timestamp: string): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: "medium", timeStyle: "medium" }).format(new Date(timestamp));
}

export function formatDate(timestamp: string): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: "long" }).format(new Date(timestamp));
}

export function formatClock(timestamp: string): string {
  return new Intl.DateTimeFormat(language(), { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }).format(
    new Date(timestamp),
  );
}

const ages = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

/** "3 minutes ago"; "now" under a minute. */
export function formatAge(timestamp: string, now: number): string {
  const seconds = (new Date(timestamp).getTime() - now) / 1000;
  const format = new Intl.RelativeTimeFormat(language(), { numeric: "auto", style: "short" });
  for (const [unit, length] of ages) if (Math.abs(seconds) >= length) return format.format(Math.trunc(seconds / length), unit);
  return format.format(0, "second");
}

/** How long something took: "340 ms", "4.2 s", "3 min 5 s", "2 h 10 min". */
export function formatDuration(milliseconds: number): string {
  const unit = (value: number, name: string, digits = 0): string =>
    new Intl.NumberFormat(language(), { style: "unit", unit: name, unitDisplay: "short", maximumFractionDigits: digits }).format(value);
  if (milliseconds < 1000) return unit(Math.max(0, Math.round(milliseconds)), "millisecond");
  const seconds = milliseconds / 1000;
  if (seconds < 60) return unit(seconds, "second", seconds < 10 ? 1 : 0);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${unit(minutes, "minute")} ${unit(Math.floor(seconds % 60), "second")}`;
  return `${unit(Math.floor(minutes / 60), "hour")} ${unit(minutes % 60, "minute")}`;
}
