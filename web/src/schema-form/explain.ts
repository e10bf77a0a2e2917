import type { TFunction } from "i18next";
import type { Explain } from "./validator.ts";

const texts = [
  "required",
  "type",
  "enum",
  "const",
  "minLength",
  "maxLength",
  "pattern",
  "format",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minItems",
  "maxItems",
  "uniqueItems",
  "anyOf",
  "oneOf",
  "additionalProperties",
] as const;

/** A JSON Schema keyword that a value breaks, as a sentence in the page's language. */
export function explainKeyword(t: TFunction): Explain {
  return (keyword, limit) => {
    const known = texts.find((name) => name === keyword);
    return known === undefined
      ? t("form.errors.other", { keyword })
      : t(`form.errors.${known}`, { limit: Array.isArray(limit) ? limit.join(", ") : String(limit) });
  };
}
