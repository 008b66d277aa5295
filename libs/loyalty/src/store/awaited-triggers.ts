import type { Queryable } from '@fanloop/platform';
import { json } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { triggerKey } from '../rules/judging/evaluate';
import type { RuleDraft, RuleTrigger } from '../rules/judging/rule';
import { ProgrammeRepository } from './programme.repository';

/** An event by the names under which something may wait for it. */
export interface NamedEvent {
  readonly trigger: RuleTrigger;
  /** Of a custom event its name, of a schedule its rule. */
  readonly eventName?: string | null;
}

/**
 * What anything waits for: active rules by their triggers, and pending points by the event that makes them usable. An event
 * that nobody waits for costs one look at the programme's revision.
 */
@Injectable()
export class AwaitedTriggers {
  private cached: { revision: string; activations: ReadonlySet<string> } | null = null;

  constructor(private readonly programmes: ProgrammeRepository) {}

  /** Of these events those that something waits for. */
  async among<E extends NamedEvent>(db: Queryable, events: readonly E[]): Promise<E[]> {
    if (events.length === 0) return [];
    const { revision, set } = await this.programmes.current(db);
    const activations = await this.activations(db, revision);
    return events.filter(
      ({ trigger, eventName = null }) =>
        set.has(triggerKey(trigger, eventName)) || activations.has(activationName(trigger, eventName)),
    );
  }

  async has(db: Queryable, trigger: RuleTrigger): Promise<boolean> {
    return (await this.among(db, [{ trigger }])).length > 0;
  }

  /** Names that pending points may wait for: of every version there ever was, because points outlive their rule. */
  private async activations(db: Queryable, revision: string | null): Promise<ReadonlySet<string>> {
    if (revision !== null && this.cached?.revision === revision) return this.cached.activations;
    const rows = await db.query<{ draft: string }>(
      `SELECT draft FROM loyalty_rule_version WHERE draft LIKE '%"activateOn":"%'`,
    );
    const activations = new Set(rows.flatMap(({ draft }) => json<RuleDraft>(draft).lot?.activateOn ?? []));
    this.cached = revision === null ? null : { revision, activations };
    return activations;
  }
}

/** What a lot's `activateOn` says for such an event. */
export const activationName = (trigger: RuleTrigger, eventName: string | null): string =>
  trigger === 'custom' ? (eventName ?? '') : trigger;
