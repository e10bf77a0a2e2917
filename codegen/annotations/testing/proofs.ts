// biome-ignore-all lint/suspicious/noTemplateCurlyInString: names of tests, as they are written.
type Proof = readonly [file: string, title: string];

const emit = (file: string, title: string): Proof => [`codegen/emit/${file}.test.ts`, title];
const contract = (file: string, title: string): Proof => [`internal/core/testing/${file}-contract.ts`, title];

const effects = (title: string): Proof => emit("effects", title);
const machines = (title: string): Proof => emit("machines", title);
const model = (title: string): Proof => ["codegen/model/model.test.ts", title];
const served: Proof = contract("document", "says where it is, who may call it, and what it answers");
const settings: Proof = ["internal/core/config/settings.test.ts", "variables are read as their type"];
const menu: Proof = effects("the navigation is sorted, and names nobody who is not asked for");
const limits: Proof = effects("counts calls by person, and tells of the quota with each answer");
const events: Proof = emit(
  "events",
  "come to the consumers of another domain, in the order in which they happened, and only when they did",
);
const everyState: Proof = machines("from %s");
const timeouts: Proof = emit("machine-timeouts", "end a state that times out once, whoever looks, and not one that was left");
const renamed: Proof = [
  "codegen/migrate/migrate.test.ts",
  "leads from any spec to any other: the tables are as if made fresh, and the rows survive",
];

/** By key of the vocabulary, a test of what the key does: its file, and its title. */
export const proofs: Readonly<Record<string, Proof>> = {
  "document.domain": ["codegen/generate/generate.test.ts", "follows a renamed domain: deletes what it owns, keeps what it does not"],
  "document.tier": effects("hides an optional domain from an organization that does without it, and tells its administrators why"),
  "document.requires": emit("exists", "is asked of the domain that owns it, on create"),
  "document.permissions": served,
  "document.roles": everyState,
  "document.config": settings,
  "document.config.*.type": settings,
  "document.config.*.default": ["internal/core/config/settings.test.ts", "absent and empty variables have their defaults"],
  "document.config.*.env": settings,
  "document.config.*.description": ["internal/configuration.test.ts", "configuration.md"],
  "document.config.*.sensitive": ["internal/core/config/settings.test.ts", "a sensitive one without its value"],
  "document.config.*.minimum": ["internal/core/config/settings.test.ts", "every wrong variable is named at once"],
  "document.config.*.maximum": ["internal/core/config/settings.test.ts", "every wrong variable is named at once"],
  "document.config.*.enum": ["internal/core/config/settings.test.ts", "every wrong variable is named at once"],
  "document.consumes": events,
  "document.features": effects("says which feature an organization lacks, and who can switch it on"),
  "document.menu": menu,
  "document.menu.[].id": menu,
  "document.menu.[].path": menu,
  "document.menu.[].icon": menu,
  "document.menu.[].order": menu,
  "document.menu.[].permission": menu,
  "document.menu.[].label": menu,
  "schema.entity": contract("write", "finds again exactly what it inserted"),
  "schema.entity.prefix": contract("write", "finds again exactly what it inserted"),
  "schema.entity.path": served,
  "schema.entity.scope": contract("scope", "hides a row from every other owner, whatever they try"),
  "schema.entity.renamedFrom": renamed,
  "schema.entity.operations": model("of the shorthand are spelled out beside the written ones, by path"),
  "schema.entity.unique": contract("unique", "refuses a second row with a 409 that names the fields"),
  "schema.entity.indexes": ["codegen/migrate/migrate.test.ts", "leads from any spec to any other"],
  "schema.entity.filter": contract("list", "filters by %s"),
  "schema.entity.sort": contract("list", "gives each row once, sorted by %s"),
  "schema.entity.events": contract("operation", "to what is right"),
  "schema.entity.read": served,
  "schema.entity.write": served,
  "schema.entity.methods": contract("method", "finds all that have it, in order"),
  "schema.entity.methods.*.by": contract("method", "finds all that have it, in order"),
  "schema.entity.methods.*.where": contract("method", "counts them"),
  "schema.entity.methods.*.returns": contract("method", "counts them"),
  "schema.entity.methods.*.across": contract("method", "finds them whoever asks"),
  "schema.entity.softDelete": contract("hidden", "are hidden from find, lists and counts, and from every write"),
  "schema.entity.audit": contract("behaviour", "writes down who changed it, and what, without what must not be known"),
  "schema.entity.cache": contract("behaviour", "keeps a row that was found, until it is changed here; a transaction asks the database"),
  "schema.entity.cache.ttl": ["internal/core/cache/cached.test.ts", "reads again what has become too old"],
  "schema.entity.roles": contract("role", "see a row or do not, by id, in lists and in counts; the platform sees it always"),
  "schema.entity.relations": contract("parent", "must be there, and the caller's"),
  "schema.entity.relations.*.many": contract("method", "finds all that have it, in order"),
  "schema.entity.relations.*.one": contract("method", "finds the one that has it, and nothing where none has"),
  "schema.entity.relations.*.by": contract("parent", "leaves its rows behind when it goes, belonging to nobody"),
  "schema.entity.relations.*.onDelete": contract("parent", "takes its rows along when it goes, and no others"),
  "schema.stateMachine": everyState,
  "schema.stateMachine.field": everyState,
  "schema.stateMachine.initial": machines("begin in the initial state, and leave the state to transitions"),
  "schema.stateMachine.transitions": machines("are in the tables below as a whole: no state, transition or role is left out"),
  "schema.stateMachine.transitions.*.from": everyState,
  "schema.stateMachine.transitions.*.to": everyState,
  "schema.stateMachine.transitions.*.allow": everyState,
  "schema.stateMachine.transitions.*.input": contract("document", "takes a body as it says"),
  "schema.stateMachine.transitions.*.guard": machines("ask the guards, and pass on their sentence"),
  "schema.stateMachine.transitions.*.auto": machines(
    "keep who did what, when, from where and with what, and name automatic transitions by their own names",
  ),
  "schema.stateMachine.terminal": everyState,
  "schema.stateMachine.timeouts": timeouts,
  "schema.stateMachine.timeouts.*.after": machines("going on from %s, they wait in %s for so many hours: %s"),
  "schema.stateMachine.timeouts.*.transition": timeouts,
  "property.immutable": contract("write", "never changes a field that is immutable"),
  "property.sensitive": emit("service", "leaves neither in events, answers, contracts nor the published document"),
  "property.renamedFrom": renamed,
  "property.ref": contract("document", "takes a body as it says"),
  "property.encrypted": emit("encrypted", "are nothing but ciphertext in the table, each time another"),
  "property.readable": contract("field-roles", ", and to nobody else"),
  "property.writable": contract("field-roles", ", and nobody else"),
  "property.exists": emit("exists", "is asked on update, only where it is given"),
  "property.column": emit("made", "point a clash at what the caller gave, by columns of any name"),
  "property.default": emit("made", "cannot be given, where they are always made; can, where they are a default"),
  "property.generated": emit("made", "follow each change, unless they are immutable or a default"),
  "operation.permission": served,
  "operation.public": served,
  "operation.internal": emit("internal-operations", "an operation that only other domains call is in the contract, and served to nobody"),
  "operation.stream": model("a stream of events has a discriminated union"),
  "operation.entity": model("bound by hand to an entity have its signature"),
  "operation.kind": model("bound by hand to an entity have its signature"),
  "operation.feature": effects("says which feature an organization lacks, and who can switch it on"),
  "operation.rateLimit": limits,
  "operation.rateLimit.limit": limits,
  "operation.rateLimit.window": limits,
  "operation.rateLimit.by": effects("counts calls by organization"),
  "operation.idempotent": effects("does a request with an Idempotency-Key once, and answers it again as the first time"),
  "operation.timeout": effects("ends with 504 at its own deadline, and takes back what was written"),
  "operation.transaction": effects("keeps nothing of what fails, unless the spec says that it has no transaction"),
  "operation.audit": effects("writes down who did it, where, and by which request"),
  "operation.event": events,
  "operation.event.aggregate": events,
};
