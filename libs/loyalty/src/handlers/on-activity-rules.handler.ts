import type { EventEnvelope, EventHandler, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { AskRules } from '../use-cases/ask-rules.use-case';
import type { EventToJudge } from '../use-cases/judge-events.use-case';

const EVENTS = [
  'activities.entry-joined.v1',
  'activities.entry-promoted.v1',
  'activities.entry-attended.v1',
  'activities.survey-answered.v1',
] as const;
type Name = (typeof EVENTS)[number];

/** Seats (also those that came from the waiting list), attendance and surveys: each once per member and activity. */
@Injectable()
export class OnActivityRules implements EventHandler<Name> {
  readonly consumer = 'loyalty.activity-rules';
  readonly events = EVENTS;

  constructor(private readonly rules: AskRules) {}

  async handle(tx: Tx, events: readonly EventEnvelope<Name>[]): Promise<void> {
    await this.rules.execute(tx, events.flatMap(asked));
  }
}

const asked = (event: EventEnvelope<Name>): EventToJudge[] => {
  const { memberId, activityId } = event.payload;
  const about = { memberId, at: event.occurredAt, channel: 'mini-program', event: { activityId } };
  switch (event.name) {
    case 'activities.entry-joined.v1':
      return event.payload.waiting ? [] : [{ ...about, ...named('activity-joined', 'joined', event) }];
    case 'activities.entry-promoted.v1':
      return [{ ...about, ...named('activity-joined', 'joined', event) }];
    case 'activities.entry-attended.v1':
      return [{ ...about, ...named('activity-attended', 'attended', event) }];
    case 'activities.survey-answered.v1':
      return [
        {
          ...about,
          ...named('survey-answered', 'survey', event),
          event: { activityId, answers: event.payload.answers },
        },
      ];
  }
};

const named = (
  trigger: EventToJudge['trigger'],
  deed: string,
  { payload: { activityId, memberId } }: EventEnvelope<Name>,
): Pick<EventToJudge, 'trigger' | 'reference'> => ({ trigger, reference: `${deed}:${activityId}:${memberId}` });
