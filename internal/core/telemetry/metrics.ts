/** What was found of one combination of labels. */
export interface Level {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Notes how long something took, in seconds. */
export type Observe = (labels: Readonly<Record<string, string>>, seconds: number) => void;

/** What whoever runs the platform can watch. Names and labels are few, and never what a user wrote. */
export interface Metrics {
  /** How long things of one kind take: how many there were, and their durations in steps. */
  durations(name: string, help: string, labels: readonly string[]): Observe;
  /** What there is at the moment: read when somebody looks. What cannot be read is left out. */
  levels(name: string, help: string, labels: readonly string[], read: () => readonly Level[] | Promise<readonly Level[]>): void;
  /** All of it, in the text format of Prometheus. */
  text(): Promise<string>;
}

/** Watches nothing; for tests and commands. */
export const noMetrics: Metrics = Object.freeze({
  durations: () => () => {},
  levels() {},
  text: async () => "",
});
