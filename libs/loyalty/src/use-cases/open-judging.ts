import type { MemberId, StoreId } from '@fanloop/kernel';
import type { Queryable, Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { type Day, plusDays } from '../rules/calendar/days';
import type { RuleTrigger } from '../rules/judging/rule';
import type { Account } from '../rules/ledger/account';
import { BrandTime } from '../store/brand-time';
import { BudgetUses } from '../store/budget-uses';
import { CapUses } from '../store/cap-uses';
import { Counters } from '../store/counters';
import { LedgerBatch } from '../store/ledger-batch';
import { HISTORY_DAYS } from '../store/member-days';
import { MemberTags } from '../store/member-tags';
import { type Programme, ProgrammeRepository } from '../store/programme.repository';
import { loadTierMemory, type TierMemory } from '../store/tier-memory';
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

type LoadBudgets = (ruleIds: readonly string[], stores: readonly StoreId[]) => Promise<BudgetUses>;

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

  /** The same without locks, for previews: nothing of it may be written. `programme`: another than the active one. */
  look(
    db: Queryable,
    accounts: ReadonlyMap<MemberId, Account>,
    upcoming: readonly Upcoming[],
    programme?: Programme,
  ): Promise<OpenedJudging> {
    const budgets: LoadBudgets = (ruleIds, stores) => BudgetUses.load(db, ruleIds, stores);
    return this.open(db, accounts, upcoming, budgets, programme);
  }

  private async open(
    db: Queryable,
    accounts: ReadonlyMap<MemberId, Account>,
    upcoming: readonly Upcoming[],
    budgets: LoadBudgets,
    other?: Programme,
  ): Promise<OpenedJudging> {
    const programme = other ?? (await this.programmes.current(db));
    const ids = [...accounts.keys()];
    const days = [...new Set(upcoming.map((event) => event.day))].sort();
    const memory = await this.memory(db, programme, accounts, days);
    const counters = new Counters(
      memory.days,
      await CapUses.load(db, ids, programme.needs.cappedRuleIds, days),
      await budgets(budgetsInPlay(programme.needs.budgeted, upcoming), storesOf(upcoming)),
    );
    const batch = new LedgerBatch(accounts, counters);
    const tiering = new Tiering(programme, this.time, batch, memory);
    const tags = programme.needs.tags ? await this.tags.of(db, ids) : new Map<MemberId, string[]>();
    const judging = new Judging({ programme, time: this.time, batch, counters, tiering, tags });
    return { programme, batch, judging, tiering, counters };
  }

  /** The days that a tier or a condition on history may ask for. */
  private memory(
    db: Queryable,
    programme: Programme,
    accounts: ReadonlyMap<MemberId, Account>,
    days: readonly Day[],
  ): Promise<TierMemory> {
    const [first = '9999-12-31'] = days;
    return loadTierMemory(db, programme, this.time, accounts, { first, alsoFrom: plusDays(first, 1 - HISTORY_DAYS) });
  }
}

const storesOf = (upcoming: readonly Upcoming[]): StoreId[] => [
  ...new Set(upcoming.flatMap(({ storeId }) => (storeId === null ? [] : [storeId]))),
];
