/** Longer texts are no names that anybody mistyped. */
const longest = 200;

/** The candidate that `text` was probably meant to be: a few typing slips away at the most, ignoring case. */
export function nearest(text: string, candidates: Iterable<string>): string | undefined {
  if (text.length > longest) return undefined;
  const limit = Math.max(1, Math.floor(text.length / 3));
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - text.length) >= least) continue;
    const found = distance(text.toLowerCase(), candidate.toLowerCase());
    if (found < least && candidate !== text) {
      best = candidate;
      least = found;
    }
  }
  return best;
}

const nearestByMap = new WeakMap<object, Map<string, string | undefined>>();

/** The nearest key of a map that does not change, looked for once: thousands of references may name the same file that is not there. */
export function nearestKey(text: string, map: ReadonlyMap<string, unknown>): string | undefined {
  const known = nearestByMap.get(map) ?? new Map<string, string | undefined>();
  nearestByMap.set(map, known);
  if (!known.has(text)) known.set(text, nearest(text, map.keys()));
  return known.get(text);
}

/** Damerau-Levenshtein (optimal string alignment): insertions, deletions, substitutions and swaps of neighbours. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
