/** The TypeScript type of what a JSON Schema constant accepts; knows just what the vocabulary uses. */
export type FromSchema<S> = S extends { readonly const: infer Value }
  ? Value
  : S extends { readonly enum: readonly (infer Value)[] }
    ? Value
    : S extends { readonly anyOf: readonly (infer Variant)[] }
      ? FromSchema<Variant>
      : S extends { readonly type: "string" }
        ? string
        : S extends { readonly type: "integer" | "number" }
          ? number
          : S extends { readonly type: "boolean" }
            ? boolean
            : S extends { readonly type: "array"; readonly items: infer Item }
              ? readonly FromSchema<Item>[]
              : S extends { readonly type: "object"; readonly properties: infer Properties }
                ? FromProperties<Properties, S extends { readonly required: readonly (infer Name)[] } ? Name : never>
                : S extends { readonly type: "object"; readonly additionalProperties: infer Value }
                  ? Readonly<Record<string, FromSchema<Value>>>
                  : unknown;

/** Properties that are `not: {}`, which is to say not supported yet, never appear. */
type FromProperties<Properties, Required> = Flat<
  {
    readonly [Name in keyof Properties as Name extends Required ? Name : never]: FromSchema<Properties[Name]>;
  } & {
    readonly [Name in keyof Properties as Name extends Required
      ? never
      : Properties[Name] extends { readonly not: object }
        ? never
        : Name]?: FromSchema<Properties[Name]>;
  }
>;

type Flat<Type> = { readonly [Name in keyof Type]: Type[Name] };
