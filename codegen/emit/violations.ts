import type { Property, Schema } from "../model/json-schema.ts";
import type { Model } from "../model/model.ts";
import { literal } from "../print/text.ts";
import { plain } from "./parameters.ts";

/** One wrong value of one property, as an expression. */
export interface Violation {
  /** JSON Pointer (RFC 6901) to the property. */
  readonly pointer: string;
  readonly name: string;
  readonly value: string;
}

/** For each property of an object, values that break one constraint each; and one property too many where none is allowed. */
export function violations(model: Model, schema: Schema): readonly Violation[] {
  const object = plain(schema, model);
  if (object.kind !== "object") return [];
  const wrong = object.properties.flatMap((property) =>
    wrongValues(model, property).map((value) => ({ pointer: `/${escaped(property.name)}`, name: property.name, value })),
  );
  return object.additional === false ? [...wrong, { pointer: "/unheardOf", name: "unheardOf", value: "1" }] : wrong;
}

// A longer text than this says nothing more, and makes a test slow.
const longest = 5000;

function wrongValues(model: Model, { schema, required }: Property): readonly string[] {
  const absent = required ? ["undefined"] : [];
  const content = plain(schema, model);
  switch (content.kind) {
    case "string": {
      const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = content.constraints;
      return [...absent, "1", ...(minLength > 0 ? [literal("")] : []), ...(maxLength < longest ? [`"x".repeat(${maxLength + 1})`] : [])];
    }
    case "number": {
      const { minimum, maximum } = content.constraints;
      return [
        ...absent,
        literal("x"),
        ...(minimum === undefined ? [] : [`${minimum - 1}`]),
        ...(maximum === undefined ? [] : [`${maximum + 1}`]),
      ];
    }
    case "array":
      return [...absent, literal("x"), ...((content.constraints.minItems ?? 0) > 0 ? ["[]"] : [])];
    case "enum":
      return [...absent, literal("no such value")];
    case "boolean":
    case "object":
      return [...absent, literal("x")];
    case "id":
      return [...absent, literal("xx-0123456789abcdef")];
    default:
      return absent;
  }
}

const escaped = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1");
