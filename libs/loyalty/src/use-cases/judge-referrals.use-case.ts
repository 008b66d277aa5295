import type { Fen, MemberId, PurchaseId, StoreId } from '@fanloop/kernel';
import { json, type Tx } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { isJudged, unpackFacts } from '../rules/judging/trace';
import type { Entry } from '../rules/ledger/account';
import { LedgerStore } from '../store/ledger-store';
import { AskRules } from './ask-rules.use-case';

/** A purchase of somebody who may have been invited. */
export interface FriendsPurchase {
  readonly friendId: MemberId;
  readonly purchaseId: PurchaseId;
  readonly amountFen: Fen;
  /** 1 = the friend's first purchase; 0: not known. */
  readonly ordinal: number;
  readonly storeId: StoreId | null;
  readonly channel: string;
  readonly at: Date;
}

const PURCHASE = 'purchase:';

/**
 * A purchase of an invited member, told to the rules of the one who invited: nobody invites himself, and who has closed the
 * account is passed over. Once per purchase, whichever way the inviter became known.
 */
@Injectable()
export class JudgeReferrals {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly rules: AskRules,
  ) {}

  async execute(tx: Tx, purchases: readonly FriendsPurchase[]): Promise<void> {
    if (purchases.length === 0 || !(await this.rules.awaited.has(tx, 'referral-purchased'))) return;
    const friends = await this.ledger.accounts.read(tx, [...new Set(purchases.map(({ friendId }) => friendId))]);
    await this.rules.execute(
      tx,
      purchases.flatMap(({ friendId, purchaseId, amountFen, ordinal: friendOrdinal, storeId, channel, at }) => {
        const memberId = friends.get(friendId)?.inviterId;
        if (!memberId || memberId === friendId) return [];
        const event = { friendOrdinal, amountFen };
        const reference = `referral:${purchaseId}`;
        return [{ memberId, trigger: 'referral-purchased' as const, reference, storeId, channel, at, event }];
      }),
    );
  }

  /** Purchases that were paid for before the inviter of these members was known. */
  async earlier(tx: Tx, friends: readonly MemberId[]): Promise<void> {
    if (friends.length === 0 || !(await this.rules.awaited.has(tx, 'referral-purchased'))) return;
    const entries = await this.ledger.journal.ofMembers(tx, friends);
    await this.execute(tx, entries.flatMap(toPurchase));
  }
}

const toPurchase = (entry: Entry): FriendsPurchase[] => {
  const { kind, reference, memberId: friendId, storeId, at } = entry;
  if (kind !== 'earn' || !reference.startsWith(PURCHASE) || entry.trace === null) return [];
  const trace = json<unknown>(entry.trace);
  if (!isJudged(trace)) return [];
  const { amountFen, ordinal, channel } = unpackFacts(trace.facts);
  return [{ friendId, purchaseId: reference.slice(PURCHASE.length), amountFen, ordinal, storeId, channel, at }];
};
