// The vocabulary of generated validators, which import from here alone. It only passes on: each combinator lives in the file of its kind.
export { array } from "./array.ts";
export { integer, number } from "./number.ts";
export { object, optional, required } from "./object.ts";
export { string } from "./string.ts";
export { allOf, anyOf, discriminated, oneOf } from "./unions.ts";
export { boolean, id, lazy, never, nothing, nullable, oneOfValues, unknown } from "./values.ts";
