import type { Msg, Subscription } from "@nats-io/transport-node";
import type { Nats } from "../nats/nats.ts";
import type { Carrier } from "./carrier.ts";

/** All processes of a platform share it, and no other platform: each has an account of its own with the server. */
const subject = "archwright.live";
/** Well below the megabyte that a server takes unless told otherwise. */
const longest = 65_536;
const patience = 2_000;

/** Carries by a core subject of NATS, which keeps nothing: whoever is not there hears nothing. The connection is its caller's to close. */
export function natsCarrier(nats: Nats): Carrier {
  let subscription: Subscription | undefined;
  let leave = (): void => {};
  return {
    longest,
    start(heard, connected) {
      leave = nats.onConnected((connection) => {
        // A connection that was made anew, rather than come back, has no subscriptions.
        if (subscription === undefined || subscription.isClosed())
          subscription = connection.subscribe(subject, {
            callback: (error: Error | null, message: Msg) => {
              if (error === null) heard(message.string());
            },
          });
        // Once the server has the subscription: what was sent before may be missed, what is sent from then on is heard. A connection that
        // is lost meanwhile comes back here.
        connection.flush().then(connected, () => {});
      });
    },
    async send(text) {
      const connection = nats.current();
      if (connection === undefined) throw new Error("There is no connection to send on.");
      connection.publish(subject, text);
      // Only an answer shows that the server has it.
      await within(connection.flush());
    },
    async close() {
      leave();
      subscription?.unsubscribe();
    },
  };
}

async function within(work: Promise<void>): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error("NATS did not answer in time.")), patience);
  await Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
}
