const units: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** The milliseconds of `90s`, `15m`, `2h`, `3d`, which the vocabulary has checked. */
export const milliseconds = (text: string): number => Number(text.slice(0, -1)) * (units[text.slice(-1)] ?? Number.NaN);
