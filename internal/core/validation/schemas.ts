// The vocabulary of generated validators, which import from here alone. It only passes on: each combinator lives in the file of its kind.
export { array } from "./array.ts";
export {
  conditional,
  constrained,
  contains,
  dependentRequired,
  dependentSchemas,
  jsonValues,
  onlyProperties,
  propertyNames,
} from "./assertions.ts";
export { integer, number } from "./number.ts";
export { object, optional, required } from "./object.ts";
export { string } from "./string.ts";
export { allOf, anyOf, discriminated, not, oneOf } from "./unions.ts";
export { boolean, file, id, lazy, never, nothing, nullable, oneOfValues, proven, unknown } from "./values.ts";
