/** How to check a format, and how to name it to a person. */
export interface Format {
  test(text: string): boolean;
  readonly sentence: string;
}

const date = /^(\d{4})-(\d\d)-(\d\d)$/;
const time = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|([+-])(\d\d):(\d\d))$/i;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const localPart = /^[\w!#$%&'*+/=?^`{|}~.-]+$/;
const label = /^[a-z0-9-]+$/i;
const scheme = /^[a-z][a-z0-9+.-]*:/i;
const uriText = /^(?:[a-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9a-f]{2})*$/i;
const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** RFC 3339 full-date. */
function isDate(text: string): boolean {
  const match = date.exec(text);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month >= 1 && month <= 12 && day >= 1 && day <= (daysOfMonth[month - 1] ?? 0) + (leap ? 1 : 0);
}

/** RFC 3339 full-time; second 60 only where UTC can have a leap second. */
function isTime(text: string): boolean {
  const match = time.exec(text);
  if (match === null) return false;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [offsetHour, offsetMinute] = [Number(match[5] ?? 0), Number(match[6] ?? 0)];
  if (hour > 23 || minute > 59 || offsetHour > 23 || offsetMinute > 59) return false;
  if (second < 60) return true;
  const offset = (match[4] === "-" ? -1 : 1) * (offsetHour * 60 + offsetMinute);
  return second === 60 && (hour * 60 + minute - offset + 2880) % 1440 === 1439;
}

/** RFC 3339 date-time. Its years go from 0000 to 9999, which an offset at either end can leave. */
function isDateTime(text: string): boolean {
  const separator = text[10];
  if (!((separator === "T" || separator === "t") && isDate(text.slice(0, 10)) && isTime(text.slice(11)))) return false;
  if (!text.startsWith("0000") && !text.startsWith("9999")) return true;
  const year = new Date(text.replace(":60", ":59")).getUTCFullYear();
  return year >= 0 && year <= 9999;
}

/** What mail systems accept of RFC 5321: a dot-atom, and a domain name. */
function isEmail(text: string): boolean {
  const at = text.lastIndexOf("@");
  const local = text.slice(0, at);
  if (at < 1 || at > 64 || text.length > 254 || !localPart.test(local)) return false;
  if (local.startsWith(".") || local.endsWith(".") || local.includes("..")) return false;
  return text
    .slice(at + 1)
    .split(".")
    .every((part) => part.length <= 63 && label.test(part) && !part.startsWith("-") && !part.endsWith("-"));
}

/** RFC 3986 with a scheme; web addresses must also have a host. */
function isUri(text: string): boolean {
  if (!scheme.test(text) || !uriText.test(text)) return false;
  return !/^https?:/i.test(text) || URL.canParse(text);
}

const formats = new Map<string, Format>([
  ["date-time", { test: isDateTime, sentence: "must be a time such as 2026-11-20T08:00:00Z" }],
  ["date", { test: isDate, sentence: "must be a date such as 2026-11-20" }],
  ["email", { test: isEmail, sentence: "must be an e-mail address" }],
  ["uri", { test: isUri, sentence: "must be a URI such as https://example.org/" }],
  ["uuid", { test: (text) => uuid.test(text), sentence: "must be a UUID" }],
]);

/** The formats of JSON Schema 2020-12 that are asserted, each in linear time; undefined for any other. */
export function formatOf(name: string): Format | undefined {
  return formats.get(name);
}
