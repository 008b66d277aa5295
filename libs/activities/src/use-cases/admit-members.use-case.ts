import { domainEvent } from '@fanloop/events';
import type { ActivityId, MemberId, Outcome } from '@fanloop/kernel';
import { accept, reject } from '@fanloop/kernel';
import { Outbox, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { decideJoins, type Placement } from '../rules/entry';
import { refuse } from '../rules/refusals';
import { type Activity, ActivityRepository } from '../store/activity.repository';
import { type Entry, EntryRepository, type PlacedMember } from '../store/entry.repository';

export interface AdmitCommand {
  readonly activityId: ActivityId;
  readonly memberId: MemberId;
}

/** Plain JSON, because it is stored as the answer to a repeated request. */
export interface Admission {
  readonly state: 'joined' | 'waiting';
  readonly position: number | null;
  readonly entryNo: string;
}

/**
 * Signs many members up in the caller's transaction. Each activity's row is locked first; its seats are taken once for
 * all that were accepted, by a conditional statement; the unique key over (activity, member) keeps one entry per person.
 */
@Injectable()
export class AdmitMembers {
  constructor(
    private readonly activities: ActivityRepository,
    private readonly entries: EntryRepository,
    private readonly outbox: Outbox,
  ) {}

  /** One outcome per command, in order; a refused one wrote nothing. */
  async execute(tx: Tx, commands: readonly AdmitCommand[], now: Date): Promise<Outcome<Admission>[]> {
    const activities = await this.activities.lock(tx, [...new Set(commands.map((command) => command.activityId))]);
    const outcomes = commands.map((): Outcome<Admission> => reject(refuse('ActivityNotFound')));
    for (const activity of activities.values()) {
      const positions = commands.flatMap((command, i) => (command.activityId === activity.activityId ? [i] : []));
      const members = positions.map((i) => commands[i]!.memberId);
      const admitted = await this.admit(tx, activity, members, now);
      positions.forEach((position, i) => {
        outcomes[position] = admitted[i]!;
      });
    }
    return outcomes;
  }

  private async admit(tx: Tx, activity: Activity, members: readonly MemberId[], now: Date) {
    const entries = await this.entries.ofMembers(tx, activity.activityId, [...new Set(members)]);
    const states = new Map([...entries].map(([member, entry]) => [member, entry.state]));
    const decisions = decideJoins(activity, states, members, now);
    const placed = decisions.flatMap((decision, i): PlacedMember[] =>
      decision.ok ? [{ memberId: members[i]!, ...decision.value }] : [],
    );
    const numbers = placed.length > 0 ? await this.write(tx, activity, placed, entries, now) : new Map();
    return decisions.map((decision, i): Outcome<Admission> => {
      if (!decision.ok) return decision;
      const { state, position }: Placement = decision.value;
      return accept({ state, position, entryNo: numbers.get(members[i]!)! });
    });
  }

  private async write(
    tx: Tx,
    { activityId }: Activity,
    placed: readonly PlacedMember[],
    entries: ReadonlyMap<MemberId, Entry>,
    now: Date,
  ): Promise<Map<MemberId, string>> {
    const seats = placed.filter((one) => one.state === 'joined').length;
    const change = { seats, waiting: placed.length - seats, queued: placed.length };
    if (!(await this.activities.change(tx, activityId, change)))
      throw new Error(`the seats of activity ${activityId} changed under its lock`);
    const first = placed.filter((one) => !entries.has(one.memberId));
    const drawn = first.length > 0 ? await this.entries.insert(tx, activityId, first, now) : [];
    const numbers = new Map(first.map((one, i) => [one.memberId, drawn[i]!]));
    for (const again of placed.filter((one) => entries.has(one.memberId))) {
      const entry = entries.get(again.memberId)!;
      if (!(await this.entries.rejoin(tx, entry.entryId, again, now)))
        throw new Error(`entry ${entry.entryId} changed under the lock of its activity`);
      numbers.set(again.memberId, entry.entryNo);
    }
    await this.outbox.append(
      tx,
      placed.map(({ memberId, state }) =>
        domainEvent(
          'activities.entry-joined.v1',
          { activityId, memberId, at: now.toISOString(), waiting: state === 'waiting' },
          now,
        ),
      ),
    );
    return numbers;
  }
}
