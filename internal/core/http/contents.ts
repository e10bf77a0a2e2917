/** A binary body, in or out: never held in memory as a whole. */
export type Bytes = ReadableStream<Uint8Array>;

/** A body of several media types, told apart by the one that it came in. */
export interface Tagged<MediaType extends string, Value> {
  readonly mediaType: MediaType;
  readonly value: Value;
}

/** A form as a service gets it: those of its fields that are files are files. */
export type WithFiles<Form, Names extends string> = Form extends object
  ? { readonly [Name in keyof Form]: Name extends Names ? FilesIn<Form[Name]> : Form[Name] }
  : Form;

type FilesIn<Content> = Content extends readonly unknown[] ? readonly Blob[] : Content extends string ? Blob : Content;
