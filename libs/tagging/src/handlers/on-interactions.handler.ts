import type { EventEnvelope, EventHandler, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { FactsRepository } from '../store/facts.repository';

const EVENTS = [
  'community.post-liked.v1',
  'community.post-unliked.v1',
  'community.comment-posted.v1',
  'activities.entry-joined.v1',
  'activities.entry-cancelled.v1',
  'activities.entry-attended.v1',
] as const;
type Name = (typeof EVENTS)[number];

/** What members do in the community and at activities. */
@Injectable()
export class OnInteractions implements EventHandler<Name> {
  readonly consumer = 'tagging.interaction-facts';
  readonly events = EVENTS;

  constructor(private readonly facts: FactsRepository) {}

  async handle(tx: Tx, events: readonly EventEnvelope<Name>[]): Promise<void> {
    for (const event of events) {
      const { memberId, at } = event.payload;
      await this.facts.interaction(tx, { memberId, at: new Date(at), ...interactionOf(event) });
    }
  }
}

const interactionOf = (event: EventEnvelope<Name>): { kind: string; reference: string; active: boolean } => {
  switch (event.name) {
    case 'community.post-liked.v1':
      return { kind: 'like', reference: event.payload.postId, active: true };
    case 'community.post-unliked.v1':
      return { kind: 'like', reference: event.payload.postId, active: false };
    case 'community.comment-posted.v1':
      return { kind: 'comment', reference: event.payload.commentId, active: true };
    case 'activities.entry-joined.v1':
      return { kind: 'joined', reference: event.payload.activityId, active: true };
    case 'activities.entry-cancelled.v1':
      return { kind: 'joined', reference: event.payload.activityId, active: false };
    case 'activities.entry-attended.v1':
      return { kind: 'attended', reference: event.payload.activityId, active: true };
  }
};
