import type { Rule } from "./rule.ts";
import { additionalPropertiesRefused } from "./rules/additional-properties-refused.ts";
import { bodyMediaTypeRemoved } from "./rules/body-media-type-removed.ts";
import { bodyRequired } from "./rules/body-required.ts";
import { constraintLoosened } from "./rules/constraint-loosened.ts";
import { constraintTightened } from "./rules/constraint-tightened.ts";
import { defaultChanged } from "./rules/default-changed.ts";
import { enumValueAdded } from "./rules/enum-value-added.ts";
import { enumValueRemoved } from "./rules/enum-value-removed.ts";
import { eventRemoved } from "./rules/event-removed.ts";
import { operationIdChanged } from "./rules/operation-id-changed.ts";
import { operationRemoved } from "./rules/operation-removed.ts";
import { parameterRemoved } from "./rules/parameter-removed.ts";
import { parameterRequired } from "./rules/parameter-required.ts";
import { permissionAdded } from "./rules/permission-added.ts";
import { propertyOptional } from "./rules/property-optional.ts";
import { propertyRemoved } from "./rules/property-removed.ts";
import { propertyRequired } from "./rules/property-required.ts";
import { responseHeaderRemoved } from "./rules/response-header-removed.ts";
import { responseMediaTypeRemoved } from "./rules/response-media-type-removed.ts";
import { responseStatusRemoved } from "./rules/response-status-removed.ts";
import { typeChanged } from "./rules/type-changed.ts";
import { variantAdded } from "./rules/variant-added.ts";
import { variantRemoved } from "./rules/variant-removed.ts";

/** Every rule. */
export const rules: readonly Rule[] = [
  additionalPropertiesRefused,
  bodyMediaTypeRemoved,
  bodyRequired,
  constraintLoosened,
  constraintTightened,
  defaultChanged,
  enumValueAdded,
  enumValueRemoved,
  eventRemoved,
  operationIdChanged,
  operationRemoved,
  parameterRemoved,
  parameterRequired,
  permissionAdded,
  propertyOptional,
  propertyRemoved,
  propertyRequired,
  responseHeaderRemoved,
  responseMediaTypeRemoved,
  responseStatusRemoved,
  typeChanged,
  variantAdded,
  variantRemoved,
];
