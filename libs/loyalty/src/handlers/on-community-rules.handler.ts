import type { EventEnvelope, EventHandler, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { AskRules } from '../use-cases/ask-rules.use-case';
import type { EventToJudge } from '../use-cases/judge-events.use-case';

const EVENTS = [
  'community.post-liked.v1',
  'community.comment-posted.v1',
  'community.post-read.v1',
  'community.post-shared.v1',
] as const;
type Name = (typeof EVENTS)[number];

/** What members do in the community. A like that is taken back and given again is judged once. */
@Injectable()
export class OnCommunityRules implements EventHandler<Name> {
  readonly consumer = 'loyalty.community-rules';
  readonly events = EVENTS;

  constructor(private readonly rules: AskRules) {}

  async handle(tx: Tx, events: readonly EventEnvelope<Name>[]): Promise<void> {
    await this.rules.execute(tx, events.map(asked));
  }
}

const asked = (event: EventEnvelope<Name>): EventToJudge => {
  const { memberId, postId } = event.payload;
  const about = { memberId, at: event.occurredAt, channel: 'mini-program', event: { postId } };
  switch (event.name) {
    case 'community.post-liked.v1':
      return { ...about, trigger: 'content-liked', reference: `like:${postId}:${memberId}` };
    case 'community.comment-posted.v1':
      return { ...about, trigger: 'content-commented', reference: `comment:${event.payload.commentId}` };
    case 'community.post-read.v1':
      return { ...about, trigger: 'content-read', reference: `read:${postId}:${memberId}:${event.payload.day}` };
    case 'community.post-shared.v1':
      return { ...about, trigger: 'content-shared', reference: `share:${postId}:${memberId}:${event.payload.day}` };
  }
};
