import type { MemberId, StoreId } from '@fanloop/kernel';
import type { Queryable, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type Day, plusDays, windowStart } from '../rules/calendar/days';
import type { RuleTrigger } from '../rules/judging/rule';
import type { Account } from '../rules/ledger/account';
import { BrandTime } from '../store/brand-time';
import { BudgetUses } from '../store/budget-uses';
import { CapUses } from '../store/cap-uses';
import { Counters } from '../store/counters';
import { LedgerBatch } from '../store/ledger-batch';
import { HISTORY_DAYS, MemberDays } from '../store/member-days';
import { MemberTags } from '../store/member-tags';
import { type Programme, ProgrammeRepository } from '../store/programme.repository';
import { budgetsInPlay, Judging } from './judging';
import { Tiering } from './tiering';

/** What is going to be judged: enough to read what the rules will ask. */
export interface Upcoming {
  readonly trigger: RuleTrigger;
  readonly storeId: StoreId | null;
  readonly day: Day;
}

export interface OpenedJudging {
  readonly programme: Programme;
  readonly batch: LedgerBatch;
  readonly judging: Judging;
  readonly tiering: Tiering;
  readonly counters: Counters;
}

/** Reads, under the account locks, everything that judging these events needs: a handful of statements for any number. */
@Injectable()
export class OpenJudging {
  constructor(
    private readonly programmes: ProgrammeRepository,
    private readonly time: BrandTime,
    private readonly tags: MemberTags,
  ) {}

  programme(db: Queryable): Promise<Programme> {
    return this.programmes.current(db);
  }

  execute(tx: Tx, accounts: ReadonlyMap<MemberId, Account>, upcoming: readonly Upcoming[]): Promise<OpenedJudging> {
    return this.open(tx, accounts, upcoming, (ruleIds, stores) => BudgetUses.lock(tx, ruleIds, stores));
  }

  /** The same without locks, for previews: nothing of it may be written. */
  look(db: Queryable, accounts: ReadonlyMap<MemberId, Account>, upcoming: readonly Upcoming[]): Promise<OpenedJudging> {
    return this.open(db, accounts, upcoming, (ruleIds, stores) => BudgetUses.load(db, ruleIds, stores));
  }

  private async open(
    db: Queryable,
    accounts: ReadonlyMap<MemberId, Account>,
    upcoming: readonly Upcoming[],
    budgets: (ruleIds: readonly string[], stores: readonly StoreId[]) => Promise<BudgetUses>,
  ): Promise<OpenedJudging> {
    const programme = await this.programmes.current(db);
    const ids = [...accounts.keys()];
    const days = [...new Set(upcoming.map((event) => event.day))].sort();
    const counters = new Counters(
      await MemberDays.load(db, ids, this.firstDay(programme, accounts, days)),
      await CapUses.load(db, ids, programme.needs.cappedRuleIds, days),
      await budgets(budgetsInPlay(programme.needs.budgeted, upcoming), storesOf(upcoming)),
    );
    const batch = new LedgerBatch(accounts, counters);
    const tiering = new Tiering(programme, this.time, batch, counters.days);
    const tags = programme.needs.tags ? await this.tags.of(db, ids) : new Map<MemberId, string[]>();
    const judging = new Judging({ programme, time: this.time, batch, counters, tiering, tags });
    return { programme, batch, judging, tiering, counters };
  }

  /** The first day whose counts a tier or a condition on history may ask for. */
  private firstDay({ settings }: Programme, accounts: ReadonlyMap<MemberId, Account>, days: readonly Day[]): Day {
    const [first = '9999-12-31'] = [...days, ...[...accounts.values()].map(({ tierDay }) => tierDay)].sort();
    const { window } = settings.tiers;
    const months = window.kind === 'rolling' ? window.months : 24;
    const [earliest] = [windowStart(first, months), plusDays(first, 1 - HISTORY_DAYS)].sort();
    return earliest!;
  }
}

const storesOf = (upcoming: readonly Upcoming[]): StoreId[] => [
  ...new Set(upcoming.flatMap(({ storeId }) => (storeId === null ? [] : [storeId]))),
];
