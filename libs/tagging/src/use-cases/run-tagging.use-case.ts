import { type DomainEvent, domainEvent } from '@fanloop/events';
import { addMs, type Clock, messageOf } from '@fanloop/kernel';
import { BusinessCalendar, CLOCK, Outbox, type Tx, UnitOfWork } from '@fanloop/platform';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { LogicEngine } from 'json-logic-engine';
import { type Assessment, assessMember } from '../rules/assess-member';
import type { FanTierStanding } from '../rules/fan-tiers';
import { type PurchaseSummary, type RfmBoundaries, rfmBoundaries, shiftDate } from '../rules/rfm';
import { standardTags, type TagFacts } from '../rules/standard-tags';
import { RunStore } from '../store/run-store';
import type { RunRow } from '../store/runs.repository';
import { tagEvents } from './tag-events';

const LEASE_MS = 120_000;
const CHUNK = 500;

interface Population {
  readonly run: RunRow;
  readonly asOf: string;
  readonly summaries: Map<string, PurchaseSummary>;
  readonly boundaries: RfmBoundaries;
}

/**
 * Takes up one requested run: scores the whole population, then writes members chunk by chunk, each chunk in its own
 * transaction. A killed run is taken up again by the next worker from its beginning; what it wrote before is simply
 * written again. Facts that change meanwhile count in the next run.
 */
@Injectable()
export class RunTagging {
  private readonly logger = new Logger(RunTagging.name);
  private readonly engine = new LogicEngine();
  private readonly conditions = standardTags.map((tag) => ({ tag, holds: this.compile(tag.condition) }));

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: RunStore,
    private readonly outbox: Outbox,
    private readonly calendar: BusinessCalendar,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The run that was done, or null when none was asked for. */
  async execute(): Promise<{ runId: string } | null> {
    const run = await this.unitOfWork.run((tx) => this.store.runs.claim(tx, this.clock.now(), this.lease()));
    if (!run) return null;
    try {
      await this.compute(run);
      await this.unitOfWork.run((tx) => this.store.runs.finish(tx, run.id, 'done', this.clock.now(), null));
    } catch (error) {
      const message = messageOf(error);
      this.logger.error({ runId: run.id, err: error }, 'a tagging run failed');
      await this.unitOfWork.run((tx) =>
        this.store.runs.finish(tx, run.id, 'failed', this.clock.now(), message.slice(0, 300)),
      );
    }
    return { runId: run.id };
  }

  private async compute(run: RunRow): Promise<void> {
    const { reader, population, runs } = this.store;
    const asOf = run.as_of.toISOString().slice(0, 10);
    const summaries = await population.purchaseSummaries(reader, { asOf, days: run.window_days });
    const boundaries = rfmBoundaries(summaries);
    const members = await population.count(reader);
    await this.unitOfWork.run(async (tx) => {
      await this.store.results.declareTags(tx, standardTags);
      await runs.begin(tx, run.id, members, boundaries);
    });
    const whole = {
      run,
      asOf,
      boundaries,
      summaries: new Map(summaries.map((summary) => [summary.memberId, summary])),
    };
    let after = '0';
    for (;;) {
      const ids = await population.memberIds(reader, after, CHUNK);
      if (ids.length === 0) return;
      await this.unitOfWork.run((tx) => this.writeChunk(tx, whole, ids));
      after = ids[ids.length - 1]!;
    }
  }

  private async writeChunk(tx: Tx, whole: Population, ids: readonly string[]): Promise<void> {
    const { population, results, runs } = this.store;
    const until = this.calendar.startOf(shiftDate(whole.asOf, 1));
    const facts = await population.members(tx, ids, until);
    const before = await results.standings(tx, ids);
    const assessments = facts.map((member) =>
      assessMember(
        member,
        whole.summaries.get(member.memberId) ?? null,
        whole.boundaries,
        before.get(member.memberId) ?? null,
        whole.asOf,
      ),
    );
    const now = this.clock.now();
    await results.writeRfm(tx, whole.run.id, assessments);
    await results.writeFanTiers(tx, assessments, before, now);
    const told: DomainEvent[] = [];
    let changed = assessments.filter((each) => each.tier.changed).length;
    for (const { tag, holds } of this.conditions) {
      const holding = assessments.filter((each) => holds(each.tagFacts)).map((each) => each.memberId);
      const { entered, left } = await results.writeTag(tx, tag, holding, ids, now);
      changed += entered.length + left.length;
      told.push(...tagEvents('left', tag, left, now), ...tagEvents('entered', tag, entered, now));
    }
    await this.outbox.append(tx, [...tierEvents(assessments, before, now), ...told]);
    await runs.progress(tx, whole.run.id, ids.length, changed, this.lease());
  }

  private compile(condition: Record<string, unknown>): (facts: TagFacts) => boolean {
    const compiled = this.engine.build(condition) as (facts: TagFacts) => unknown;
    return (facts) => Boolean(compiled(facts));
  }

  private lease(): Date {
    return addMs(this.clock.now(), LEASE_MS);
  }
}

const tierEvents = (assessments: readonly Assessment[], before: Map<string, FanTierStanding>, at: Date) =>
  assessments
    .filter((each) => each.tier.changed)
    .map((each) =>
      domainEvent(
        'tagging.fan-tier-changed.v1',
        {
          memberId: each.memberId,
          from: before.get(each.memberId)?.code ?? null,
          to: each.tier.code,
          at: at.toISOString(),
        },
        at,
      ),
    );
