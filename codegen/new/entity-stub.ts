/** What a new entity is called, and who may do what with it. */
export interface NewEntity {
  readonly name: string;
  readonly prefix: string;
  readonly path: string;
  readonly read: string;
  readonly write: string;
}

/** A sound schema with an entity, as lines of YAML that begin at the first column. */
export const entityStub = ({ name, prefix, path, read, write }: NewEntity): string => `${name}:
  type: object
  description: Say what it is.
  required: [name]
  properties:
    name: { type: string, minLength: 1, maxLength: 200 }
  x-codegen:
    entity:
      prefix: ${prefix}
      path: ${path}
      scope: organization
      operations: [list, get, create, update, delete]
      unique: [[name]]
      filter: [name, createdAt]
      sort: [name, createdAt]
      events: [created, updated, deleted]
      read: ${read}
      write: ${write}
`;
