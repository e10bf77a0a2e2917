/** How finely dates are grouped. */
export type DatePart = "year" | "quarter" | "month" | "day";

export const dateParts: readonly DatePart[] = ["year", "quarter", "month", "day"];

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** `2012-03-09`, alone or before a time; also with slashes. */
const yearFirst = /^([0-9]{4})([-/])([0-9]{1,2})\2([0-9]{1,2})(?:$|[T ])/;
/** `Mar 9 2012`, `March 9, 2012` */
const monthFirst = /^([A-Za-z]{3})[a-z]* ([0-9]{1,2}),? ([0-9]{4})$/;

/**
 * The year, quarter, month or day of a date, so that text order is time order: `2012`, `2012-Q1`, `2012-03`, `2012-03-09`.
 * The date is taken as written: no time zone moves it. undefined when the text is no date, or one that could be read in two ways (01/02/2012).
 */
export function datePart(text: string, part: DatePart): string | undefined {
  const date = read(text.trim());
  if (date === undefined) return undefined;
  const { year, month, day } = date;
  const two = (value: number) => String(value).padStart(2, "0");
  switch (part) {
    case "year":
      return year;
    case "quarter":
      return `${year}-Q${Math.ceil(month / 3)}`;
    case "month":
      return `${year}-${two(month)}`;
    case "day":
      return `${year}-${two(month)}-${two(day)}`;
  }
}

interface CalendarDate {
  readonly year: string;
  readonly month: number;
  readonly day: number;
}

function read(text: string): CalendarDate | undefined {
  const iso = yearFirst.exec(text);
  if (iso) return valid(iso[1], Number(iso[3]), Number(iso[4]));
  const english = monthFirst.exec(text);
  if (english) return valid(english[3], months.indexOf(String(english[1]).toLowerCase()) + 1, Number(english[2]));
  return undefined;
}

function valid(year: string | undefined, month: number, day: number): CalendarDate | undefined {
  if (year === undefined || month < 1 || month > 12 || day < 1) return undefined;
  const days = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  return day > days ? undefined : { year, month, day };
}
