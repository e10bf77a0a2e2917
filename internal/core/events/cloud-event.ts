import type { DomainEvent } from "./event.ts";

/** CloudEvents 1.0, JSON format. `traceparent` is its distributed tracing extension; extension names are lower-case only. */
export interface CloudEvent {
  readonly specversion: "1.0";
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: "application/json";
  readonly data: unknown;
  readonly organization?: string;
  readonly actor?: string;
  readonly traceparent?: string;
}

/** The event as it goes over the wire. `source` is a path below the platform, `/archwright/<domain>`; source and id together are unique. */
export function toCloudEvent(event: DomainEvent & { readonly trace?: string | undefined }): CloudEvent {
  const domain = event.type.slice(0, event.type.indexOf("."));
  return {
    specversion: "1.0",
    id: event.id,
    source: `/archwright/${domain}`,
    type: event.type,
    subject: event.aggregate,
    time: event.time,
    datacontenttype: "application/json",
    data: event.data,
    // An extension attribute must not be empty (CloudEvents 1.0, type system: a String of at least one character).
    ...(event.organization === "" ? {} : { organization: event.organization }),
    ...(event.actor === "" ? {} : { actor: event.actor }),
    ...(event.trace === undefined ? {} : { traceparent: event.trace }),
  };
}
