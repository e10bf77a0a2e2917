/** Words of a name: `createdAt`, `created-at` and `HTTPServer` are two each. */
export const words = (name: string): readonly string[] =>
  name
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .replaceAll(/([a-z\d])([A-Z])/g, "$1 $2")
    .split(/[^A-Za-z\d]+/)
    .filter((word) => word !== "");

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

export const pascalCase = (name: string): string => words(name).map(capital).join("");

export function camelCase(name: string): string {
  const [first = "", ...rest] = words(name);
  return [first.toLowerCase(), ...rest.map((word) => capital(word === word.toUpperCase() ? word.toLowerCase() : word))].join("");
}

export const snakeCase = (name: string): string => words(name).join("_").toLowerCase();

/** As people say it: `TeamMember` is a team member. */
export const spoken = (name: string): string => words(name).join(" ").toLowerCase();

/** English enough for names: `Category` is `Categories`, `Branch` is `Branches`, `Label` is `Labels`. */
export function plural(name: string): string {
  if (/[^aeiou]y$/i.test(name)) return `${name.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/i.test(name) ? `${name}es` : `${name}s`;
}

/** By code unit: the same order on every machine. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
