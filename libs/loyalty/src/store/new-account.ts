import type { MemberId } from '@fanloop/kernel';
import { type Account, GENESIS } from '../rules/ledger/account';
import { startingIn } from '../rules/tiers/tier-state';
import type { Opening } from './account.repository';

/** An account as it is when it is opened. */
export const newAccount = (memberId: MemberId, { at, day, tierCode }: Opening): Account => ({
  memberId,
  available: 0,
  pending: 0,
  debt: 0,
  seq: 0,
  headHash: GENESIS,
  lotCount: 0,
  nextExpiryAt: null,
  nextActivationAt: null,
  inactivityEndsAt: null,
  inactivityMonths: null,
  tier: startingIn(tierCode, day),
  tierSince: at,
  birthday: null,
  inviterId: null,
  openedAt: at,
  closedAt: null,
});
