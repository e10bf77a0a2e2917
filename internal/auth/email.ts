/** An e-mail address as it is kept and compared: without spaces around it, in lower case. */
export function normalEmail(given: string): string {
  return given.trim().toLowerCase();
}
