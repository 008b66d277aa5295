import { num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { JudgingRule } from '../../rules/judging/rule';
import type { ReplayPlan } from '../../rules/replay/plan';
import { Replay } from '../../rules/replay/replay';
import { tiersByThreshold } from '../../rules/replay/replay-tiers';
import type { ReplayReport } from '../../rules/replay/report';
import { Tally } from '../../rules/replay/tally';
import { BrandTime } from '../../store/brand-time';
import { type Inside, JournalEntries } from '../../store/journal-entries';
import { NamedVersions } from '../../store/named-versions';
import { type Programme, ProgrammeRepository } from '../../store/programme.repository';
import type { ReplayProgress } from '../../store/replay.repository';
import { ReplayJournal, type ReplaySpan } from '../../store/replay-journal';
import { replayedSets } from '../../store/replayed-sets';
import { CountPast } from './count-past';

const ENTRIES_PER_READ = 1000;

/**
 * Plays a part of the journal under the sets of a plan, portion by portion in the order of its ids. It only reads. Memory grows with
 * the members and days of the period, not with its events. What members had before is read when they are first met.
 */
@Injectable()
export class PlayJournal {
  constructor(
    private readonly reader: Reader,
    private readonly programmes: ProgrammeRepository,
    private readonly time: BrandTime,
  ) {}

  /** `onPortion` is told after each portion and answers whether to go on; null: it was stopped. */
  async execute(
    plan: ReplayPlan,
    onPortion: (progress: ReplayProgress) => Promise<boolean>,
  ): Promise<ReplayReport | null> {
    const programme = await this.programmes.current(this.reader);
    const journal = new ReplayJournal(this.reader);
    const period = { from: this.time.startOf(plan.from), until: this.time.endOf(plan.to) };
    const span = await journal.span(period.from, period.until);
    const sets = replayedSets(await this.activeRules(plan), plan.changes, period);
    const { fenPer100Points, tiers } = programme.settings;
    const refunded = span ? await journal.refunded(span) : new Set<string>();
    const replay = new Replay({ sets, fenPer100Points, refunded, tiers: tiersByThreshold(programme.tiers, tiers) });
    const tally = new Tally(replay, fenPer100Points);
    if (!span) return tally.report;
    const storeIds = plan.storeIds ? new Set(plan.storeIds) : null;
    const entries = this.entries(journal, { ...period, storeIds });
    const past = this.past(replay, span, programme);
    await past.budgets();
    const first = num(span.first);
    const total = num(span.last) - first + 1;
    let events = 0;
    let reading = journal.portion(String(first - 1), span.last, ENTRIES_PER_READ);
    for (;;) {
      const rows = await reading;
      const last = rows.at(-1);
      if (!last) return tally.report;
      // The database reads on while this portion is played.
      reading = journal.portion(last.id, span.last, ENTRIES_PER_READ);
      reading.catch(() => undefined);
      const portion = await entries.of(rows);
      await past.members(portion.map(({ memberId }) => memberId));
      for (const entry of portion) {
        tally.add(replay.play(entry));
        if (entry.inside) events += 1;
      }
      if (!(await onPortion({ done: num(last.id) - first + 1, total, events }))) return null;
    }
  }

  protected entries(journal: ReplayJournal, inside: Inside): JournalEntries {
    return new JournalEntries(journal, this.time, inside);
  }

  protected past(replay: Replay, span: ReplaySpan, programme: Programme): CountPast {
    return new CountPast(this.reader, this.time, replay, span, programme);
  }

  private async activeRules({ active }: ReplayPlan): Promise<JudgingRule[]> {
    const versions = new NamedVersions();
    await versions.load(this.reader, active);
    return active.flatMap((key) => versions.known.get(key) ?? []);
  }
}
