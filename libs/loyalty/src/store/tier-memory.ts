import type { MemberId } from '@fanloop/kernel';
import type { Queryable } from '@fanloop/platform';
import { type Day, earliestDay } from '../rules/calendar/days';
import type { Account } from '../rules/ledger/account';
import { firstDayAsked, type TierContext } from '../rules/tiers/tier-state';
import type { BrandTime } from './brand-time';
import { MemberDays } from './member-days';
import type { Programme } from './programme.repository';
import { TierPast } from './tier-past';

const COUNT_OF = { 'tier-points': 'tierPoints', 'net-spend': 'netFen', visits: 'purchases' } as const;

/** The column of `loyalty_member_day` that each basis counts. */
export const COLUMN_OF = { 'tier-points': 'tier_points', 'net-spend': 'net_fen', visits: 'purchases' } as const;

export type TierProgramme = Pick<Programme, 'tiers' | 'formerTiers' | 'settings'>;

/** What was counted and what happened to the tiers of some members, as far as judging on these days may ask. */
export interface TierMemory {
  readonly days: MemberDays;
  readonly past: TierPast;
}

export const tierContext = (
  { tiers, formerTiers, settings }: TierProgramme,
  time: BrandTime,
  { memberId, openedAt }: Pick<Account, 'memberId' | 'openedAt'>,
  days: MemberDays,
): TierContext => {
  const count = COUNT_OF[settings.tiers.basis];
  return {
    tiers,
    successors: formerTiers.successors,
    settings: settings.tiers,
    joined: time.day(openedAt),
    qualifying: (from, to) => days.sum(memberId, from, to, count),
  };
};

/** Reads what judging the tiers of these accounts may ask on days from `first` on; conditions may ask for days from `alsoFrom` on. */
export const loadTierMemory = async (
  db: Queryable,
  { settings }: TierProgramme,
  time: BrandTime,
  accounts: ReadonlyMap<MemberId, Account>,
  { first, alsoFrom = first }: { readonly first: Day; readonly alsoFrom?: Day },
): Promise<TierMemory> => {
  const all = [...accounts.values()];
  const asked = all.map(({ tier, openedAt }) =>
    firstDayAsked(tier, first, { settings: settings.tiers, joined: time.day(openedAt) }),
  );
  const from = earliestDay([alsoFrom, ...asked]);
  const late = all.filter(({ tier }) => first < tier.day).map(({ memberId }) => memberId);
  return {
    days: await MemberDays.load(db, [...accounts.keys()], from),
    past: await TierPast.load(db, late, time.startOf(late.length > 0 ? first : from)),
  };
};
