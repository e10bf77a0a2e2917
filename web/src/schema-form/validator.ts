import { type OutputUnit, type Schema, Validator } from "@cfworker/json-schema";
import {
  type CustomValidator,
  createErrorHandler,
  ErrorSchemaBuilder,
  type ErrorTransformer,
  getDefaultFormState,
  type RJSFSchema,
  type RJSFValidationError,
  type UiSchema,
  unwrapErrorHandler,
  type ValidationData,
  type ValidatorType,
  validationDataMerge,
} from "@rjsf/utils";
import { parsePointer, readPointer } from "../format/pointer.ts";

/** Says in the page's language what a keyword wants. `limit` is the keyword's value in the schema. */
export type Explain = (keyword: string, limit: unknown) => string;

/** These only say that something inside them is wrong, which is told itself. */
const containers: ReadonlySet<string> = new Set([
  "properties",
  "items",
  "prefixItems",
  "allOf",
  "$ref",
  "$dynamicRef",
  "then",
  "else",
  "if",
]);
/** The reasons inside these are many and contradict each other: told as one. */
const choices = /\/(anyOf|oneOf|not|contains)\//;

/**
 * A validator for rjsf that interprets the schema. The usual one compiles it with `new Function`, which our content security
 * policy forbids.
 */
export function schemaValidator(explain: Explain): ValidatorType {
  function validate(schema: RJSFSchema, data: unknown): RJSFValidationError[] {
    const { errors } = new Validator(schema as Schema, "2020-12", false).validate(data ?? {});
    const told = errors.filter(({ keyword, keywordLocation }) => !containers.has(keyword) && !choices.test(keywordLocation));
    return told.flatMap((unit) => readErrors(unit, schema, data, explain)).filter(isFirst);
  }
  return {
    validateFormData<T>(
      data: T | undefined,
      schema: RJSFSchema,
      customValidate?: CustomValidator<T>,
      transformErrors?: ErrorTransformer<T>,
      uiSchema?: UiSchema<T>,
    ): ValidationData<T> {
      const found = validate(schema, data);
      const errors = transformErrors === undefined ? found : transformErrors(found, uiSchema);
      const builder = new ErrorSchemaBuilder<T>();
      for (const { message, params } of errors) builder.addErrors(message ?? "", params.place);
      const told: ValidationData<T> = { errors, errorSchema: builder.ErrorSchema };
      if (customValidate === undefined) return told;
      const filled = getDefaultFormState(this as ValidatorType<T>, schema, data, schema, true) as T;
      const handler = customValidate(filled, createErrorHandler<T>(filled), uiSchema, told.errorSchema);
      return validationDataMerge<T>(told, unwrapErrorHandler<T>(handler));
    },
    isValid(schema, data, root) {
      // `root` holds what a part's $ref points to.
      const whole = { ...schema, $defs: { ...(root.$defs ?? {}), ...(schema.$defs ?? {}) } };
      try {
        return new Validator(whole as Schema, "2020-12").validate(data).valid;
      } catch {
        return false;
      }
    },
    rawValidation<Result>(schema: RJSFSchema, data?: unknown) {
      return { errors: validate(schema, data) as Result[] };
    },
  };
}

function readErrors(unit: OutputUnit, schema: RJSFSchema, data: unknown, explain: Explain): RJSFValidationError[] {
  const place = parsePointer(decoded(unit.instanceLocation));
  const limit = readPointer(schema, decoded(unit.keywordLocation));
  if (unit.keyword !== "required") return [toError(unit.keyword, place, explain(unit.keyword, limit))];
  const owner = readPointer(data ?? {}, decoded(unit.instanceLocation));
  const has = (name: string): boolean => typeof owner === "object" && owner !== null && name in owner;
  return (Array.isArray(limit) ? limit.map(String) : [])
    .filter((name) => !has(name))
    .map((name) => toError("required", [...place, name], explain("required", name)));
}

/** Locations are URI fragments: "#/a%20b". */
const decoded = (location: string): string => decodeURI(location.replace(/^#/, ""));

/** `property` is rjsf's notation, which cannot name every property; `params.place` can. */
const toError = (keyword: string, place: readonly string[], message: string): RJSFValidationError => ({
  name: keyword,
  property: `.${place.join(".")}`,
  message,
  stack: message,
  params: { place },
});

const isFirst = (error: RJSFValidationError, index: number, all: readonly RJSFValidationError[]): boolean =>
  all.findIndex(({ property, message }) => property === error.property && message === error.message) === index;
