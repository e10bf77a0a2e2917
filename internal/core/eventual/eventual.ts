/**
 * A value that may be here already: a read of SQLite is done when it was called, and whoever waited for a promise of it would pay more for
 * the waiting than for the read. `await` takes either. A failure always comes as a rejection, never as a throw.
 */
export type Eventual<Value> = Value | Promise<Value>;

/** What `next` makes of the value: at once when both are here. */
export function after<Value, Next>(value: Eventual<Value>, next: (value: Value) => Eventual<Next>): Eventual<Next> {
  if (value instanceof Promise) return value.then(next);
  try {
    return next(value);
  } catch (error) {
    return Promise.reject(error);
  }
}
