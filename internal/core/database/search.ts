import type { Context } from "../context/context.ts";
import { hasRole } from "../context/has-role.ts";
import type { SearchQuery } from "./lists.ts";
import { words } from "./words.ts";

/** A field that is searched; `readers` are the only roles that may see it, and so find rows by it. */
export interface SearchField {
  readonly name: string;
  readonly readers?: readonly string[];
}

/** What lists of a table can be searched by. */
export interface SearchIndex {
  readonly table: string;
  readonly fields: readonly SearchField[];
}

/** One word that a row must have; `prefix`: or a word that begins with it. It counts with any of the marks before it. */
export interface SearchTerm {
  readonly word: string;
  readonly prefix: boolean;
}

/** What a search asks for: all of the terms. */
export interface SearchTerms {
  readonly terms: readonly SearchTerm[];
  readonly marks: readonly string[];
}

/** Words beyond these are not asked for. */
const mostTerms = 32;

/** A row's words beyond these bytes are not kept: Postgres holds a megabyte in a tsvector. */
const mostBytes = 500_000;

/** Stands in no word, and in no query language. */
const sign = "·";

/**
 * What a row is found by: its words, each once, with a space in between. Words of fields that only some roles see carry a mark, so that
 * one index serves all callers. Both databases keep this text and take it apart at the spaces, and nowhere else.
 */
export function searchWords(index: SearchIndex, row: object): string {
  const kept = new Set<string>();
  let bytes = 0;
  for (const [mark, { fields }] of groupsOf(index)) {
    for (const field of fields) {
      const text: unknown = Reflect.get(row, field);
      if (typeof text !== "string") continue;
      for (const word of words(text)) {
        const marked = mark + word;
        if (kept.has(marked)) continue;
        bytes += Buffer.byteLength(marked) + 1;
        if (bytes > mostBytes) return [...kept].join(" ");
        kept.add(marked);
      }
    }
  }
  return [...kept].join(" ");
}

/** What `text` asks of rows; undefined when there is no word in it, and so every row will do. */
export function searchTerms(ctx: Context, index: SearchIndex, text: string | undefined): SearchTerms | undefined {
  if (text === undefined) return undefined;
  const asked = words(text);
  const last = asked.pop();
  if (last === undefined) return undefined;
  const whole = [...new Set(asked)].slice(0, mostTerms - 1).map((word): SearchTerm => ({ word, prefix: false }));
  const marks = [...groupsOf(index)].flatMap(([mark, { readers }]) => (readers === undefined || hasRole(ctx, readers) ? [mark] : []));
  // Whoever may see none of the fields finds nothing: no word is kept with the bare sign.
  return { terms: [...whole, { word: last, prefix: true }], marks: marks.length === 0 ? [sign] : marks };
}

/** A search in memory: what it asks for, and whether a row has it. Undefined when every row will do. */
export interface MemorySearch {
  readonly terms: SearchTerms;
  finds(row: object): boolean;
}

/** The search of a list's query, for rows in memory. */
export function memorySearch(ctx: Context, index: SearchIndex, query: SearchQuery<unknown, string>): MemorySearch | undefined {
  const terms = searchTerms(ctx, index, query.search);
  if (terms === undefined) return undefined;
  return {
    terms,
    finds(row) {
      const kept = searchWords(index, row).split(" ");
      return terms.terms.every(({ word, prefix }) =>
        terms.marks.some((mark) => kept.some((one) => (prefix ? one.startsWith(mark + word) : one === mark + word))),
      );
    },
  };
}

/** What makes the kept words what they are: when it changes, they are made anew. Words are what this version of Unicode says. */
export const searchRecipe = ({ fields }: SearchIndex): readonly unknown[] => [1, process.versions.unicode, fields];

interface Group {
  readonly readers: readonly string[] | undefined;
  readonly fields: string[];
}

const groups = new WeakMap<SearchIndex, ReadonlyMap<string, Group>>();

/** Fields by the mark of those who see them; "" is everybody's. */
function groupsOf(index: SearchIndex): ReadonlyMap<string, Group> {
  const known = groups.get(index);
  if (known !== undefined) return known;
  const made = new Map<string, Group>();
  const marks = new Map<string, string>();
  for (const { name, readers } of index.fields) {
    const key = readers === undefined ? "" : readers.join();
    const mark = readers === undefined ? "" : (marks.get(key) ?? `${marks.size + 1}${sign}`);
    if (readers !== undefined) marks.set(key, mark);
    const group = made.get(mark) ?? { readers, fields: [] };
    group.fields.push(name);
    made.set(mark, group);
  }
  groups.set(index, made);
  return made;
}
