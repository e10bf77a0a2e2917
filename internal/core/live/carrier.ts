/** Carries short texts between the processes of one platform, as far as it can: what is lost on the way costs time only. */
export interface Carrier {
  /** The longest text it takes, in bytes. */
  readonly longest: number;
  /**
   * Connects in the background, and again whenever the connection is lost. `heard` gets what others sent, and perhaps what this one did;
   * `connected` is called after each connection, since something may have been missed before it.
   */
  start(heard: (text: string) => void, connected: () => void): void;
  /** Resolves when the text is on its way to all others; rejects when it is not. */
  send(text: string): Promise<void>;
  close(): Promise<void>;
}
