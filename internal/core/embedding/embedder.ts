/**
 * Makes vectors of texts: texts that say nearly the same get vectors that are near to each other. The composition root binds one; it may be
 * a model behind a network, so it is never asked while a transaction is open: rows are embedded after the commit that wrote them
 * (embed-due.ts), and a text that is searched for before anything is read.
 */
export interface Embedder {
  /** Names the model and its version. Vectors of other makers are not compared, and made anew. */
  readonly name: string;
  /**
   * A vector for each text, in their order, each of `dimensions` finite numbers; nothing but noughts for a text that says nothing.
   * Rejects when it cannot do it now: then it is tried again later.
   */
  embed(texts: readonly string[], options: EmbedOptions): Promise<readonly Float32Array[]>;
}

export interface EmbedOptions {
  readonly dimensions: number;
  readonly signal: AbortSignal;
}

/** A vector for each text; undefined for one that says nothing. Throws when the embedder gave something else than was asked for. */
export async function vectorsOf(
  embedder: Embedder,
  texts: readonly string[],
  options: EmbedOptions,
): Promise<readonly (Float32Array | undefined)[]> {
  if (texts.length === 0) return [];
  const vectors = await embedder.embed(texts, options);
  if (vectors.length !== texts.length) throw new Error(`${embedder.name} gave ${vectors.length} vectors for ${texts.length} texts.`);
  for (const vector of vectors) {
    if (vector.length !== options.dimensions)
      throw new Error(
        `${embedder.name} gave a vector of ${vector.length} numbers, where the spec has ${options.dimensions} \`dimensions\`.`,
      );
    if (!vector.every(Number.isFinite)) throw new Error(`${embedder.name} gave a vector with a number that is none.`);
  }
  return vectors.map((vector) => (vector.some((value) => value !== 0) ? vector : undefined));
}
