// The boundaries of docs/architecture.md. Type-only and dynamic imports count as imports.
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "domain-reaches-out",
      comment: "A domain imports only itself, internal/core, its own generated folder and generated/contracts.",
      severity: "error",
      from: { path: "^internal/(?!core/)([^/]+)/" },
      to: {
        path: "^(internal|generated|cmd|codegen|web)/",
        pathNot: ["^internal/$1/", "^internal/core/", "^generated/$1/", "^generated/contracts/"],
      },
    },
    {
      name: "core-knows-a-domain",
      comment: "internal/core serves every domain and imports none.",
      severity: "error",
      from: { path: "^internal/core/" },
      to: { path: "^(internal/(?!core/)|generated/|cmd/|codegen/|web/)" },
    },
    {
      name: "generated-reaches-out",
      comment: "Generated code calls internal/core and itself.",
      severity: "error",
      from: { path: "^generated/" },
      to: { path: "^(internal/(?!core/)|cmd/|codegen/|web/)" },
    },
    {
      name: "generator-reaches-out",
      comment: "The generator is a compiler: it imports nothing of what it makes or serves.",
      severity: "error",
      from: { path: "^codegen/" },
      to: { path: "^(internal|generated|cmd|web)/" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } } },
    { name: "not-resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    detectProcessBuiltinModuleCalls: true,
    moduleSystems: ["es6", "tsd"],
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
