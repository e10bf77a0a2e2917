/** A process, or a server of several, that can be killed and paused. What was killed is started again, as a supervisor would. */
export interface Victim {
  readonly name: string;
  /** SIGKILL; resolves when it serves again. */
  kill(): Promise<void>;
  /** SIGSTOP, and SIGCONT after a while. */
  pause(milliseconds: number): Promise<void>;
  /** SIGTERM at the end; gives the exit code where it has one. */
  stop(): Promise<number | null>;
}
