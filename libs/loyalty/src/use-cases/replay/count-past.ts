import type { MemberId } from '@fanloop/kernel';
import { chunks, type Queryable } from '@fanloop/platform';
import { mondayOf } from '../../rules/calendar/days';
import type { Replay } from '../../rules/replay/replay';
import { isCapped } from '../../rules/replay/uses';
import type { BrandTime } from '../../store/brand-time';
import { JournalEntries } from '../../store/journal-entries';
import type { Programme } from '../../store/programme.repository';
import { ReplayJournal, type ReplaySpan } from '../../store/replay-journal';

const ENTRIES_PER_READ = 1000;
const MEMBERS_PER_READ = 500;
const HOUR_MS = 3_600_000;

/**
 * What was given before a replay begins, counted from the entries of that time themselves: budgets once for all, members when they are
 * first met. The tables of uses cannot tell it: they hold what is used now.
 */
export class CountPast {
  private readonly journal: ReplayJournal;
  private readonly entries: JournalEntries;
  private readonly met = new Set<MemberId>();
  private readonly since: Date | null;

  constructor(
    private readonly db: Queryable,
    private readonly time: BrandTime,
    private readonly replay: Replay,
    private readonly span: ReplaySpan,
    programme: Pick<Programme, 'tiers' | 'settings'>,
  ) {
    this.journal = new ReplayJournal(db);
    this.entries = new JournalEntries(this.journal, time, null);
    this.since = this.sinceWhen(programme);
  }

  /** From the time on when the first rule with a budget was made. */
  async budgets(): Promise<void> {
    const ruleIds = this.replay.sets.flatMap((set) => set.budgets.all.map(({ rule }) => rule.ruleId));
    const made = ruleIds.length > 0 ? await this.firstVersionAt(ruleIds) : null;
    if (made) {
      // An hour, because the clocks of several servers differ.
      let after = await this.journal.idBefore(new Date(made.getTime() - HOUR_MS), this.span.first);
      for (;;) {
        const rows = await this.journal.budgeted(after, this.span.first, ENTRIES_PER_READ);
        if (rows.length === 0) break;
        after = rows.at(-1)!.id;
        this.replay.countBudgets(await this.entries.of(rows));
      }
    }
    this.replay.beginBudgets();
  }

  /** To be called before entries of these members are played. */
  async members(memberIds: readonly MemberId[]): Promise<void> {
    if (this.since === null) return;
    const fresh = [...new Set(memberIds)].filter((memberId) => !this.met.has(memberId));
    for (const ids of chunks(fresh, MEMBERS_PER_READ)) {
      for (const id of ids) this.met.add(id);
      const rows = await this.journal.earlier(ids, this.span.first, this.since);
      this.replay.beginMembers(await this.entries.of(rows));
    }
  }

  /** The earliest instant that a cap or the window of a tier can reach back to; null: nothing of the sets looks back. */
  private sinceWhen({ tiers, settings: { tiers: settings } }: Pick<Programme, 'tiers' | 'settings'>): Date | null {
    const asksTiers = settings.basis === 'tier-points' && tiers.length > 1;
    if (!asksTiers && !this.replay.sets.some((set) => set.rules.some(isCapped))) return null;
    const day = this.time.day(this.span.earliest);
    const months = settings.window.kind === 'rolling' ? settings.window.months : 24;
    const days = [mondayOf(day), `${day.slice(0, 8)}01`, ...(asksTiers ? [this.time.windowStart(day, months)] : [])];
    return this.time.startOf(days.sort()[0]!);
  }

  private async firstVersionAt(ruleIds: readonly string[]): Promise<Date | null> {
    const [row] = await this.db.query<{ at: Date | null }>(
      'SELECT MIN(at) AS at FROM loyalty_rule_version WHERE rule_id IN (?)',
      [ruleIds],
    );
    return row?.at ?? null;
  }
}
