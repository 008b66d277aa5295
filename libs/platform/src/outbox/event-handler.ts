import type { DomainEvent, EventName } from '@fanloop/events';
import type { Tx } from '../database/tx';

/** An event as a handler gets it: the payload, its own id, and when it happened. */
export type EventEnvelope<N extends EventName = EventName> = DomainEvent<N> & { readonly eventId: string };

/**
 * Reacts to events of other contexts, in one transaction with the mark "handled", so that each event takes effect once
 * for each consumer however often it is delivered. Events come in batches and may come late or out of order.
 */
export interface EventHandler<N extends EventName = EventName> {
  /** Unique and stable, for example `tagging.member-facts`. */
  readonly consumer: string;
  readonly events: readonly N[];
  handle(tx: Tx, events: readonly EventEnvelope<N>[]): Promise<void>;
}

/** Injection token of all handlers of the deployment: bound in one page, the worker's `subscriptions.ts`. */
export const EVENT_HANDLERS = Symbol('event handlers');
