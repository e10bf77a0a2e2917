// Made from openapi/artifacts.yaml. Do not edit: change the spec and run `npm run generate`.
import { listParameters } from "../../internal/core/http/lists.ts";
import { integerParameter, textParameter } from "../../internal/core/validation/parameters.ts";

export const listArtifactsParameters = listParameters(
  { name: "text", mediaType: "text", createdAt: "time" },
  ["name", "size", "createdAt", "updatedAt"],
  { search: true },
);

export const uploadArtifactParameters = {
  name: textParameter("query", "name", { maxLength: 200, minLength: 1, pattern: "^[^/\\\\\\x00-\\x1f]+$", required: true }),
  contentType: textParameter("header", "Content-Type", { maxLength: 200 }),
  source: textParameter("query", "source", { maxLength: 100 }),
};

export const downloadArtifactParameters = {
  id: textParameter("path", "id", { required: true }),
  version: integerParameter("query", "version", { minimum: 1 }),
};
