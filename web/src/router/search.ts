/** The named parameters of a page's address, as texts; what is missing, empty or unknown is left out. */
export function optionalText<Name extends string>(search: Record<string, unknown>, names: readonly Name[]): { [name in Name]?: string } {
  const found: { [name in Name]?: string } = {};
  for (const name of names) {
    const value = search[name];
    if ((typeof value === "string" && value !== "") || typeof value === "number") found[name] = String(value);
  }
  return found;
}
