import type { Points } from '@fanloop/kernel';
import { type Account, type Entry, GENESIS, type Lot, type LotTouch } from './account';

/** The first row that contradicts the others, and how. */
export interface BadRow {
  readonly table: 'loyalty_points_account' | 'loyalty_lot' | 'loyalty_entry';
  readonly memberId: string;
  /** Number of the entry or lot; null for the account itself. */
  readonly number: number | null;
  readonly problem: string;
}

export interface AccountProof {
  readonly badRow: BadRow | null;
  readonly entriesSum: Points;
  readonly lotsSum: Points;
  readonly checkedEntries: number;
}

export interface AccountRows {
  readonly account: Account;
  readonly lots: readonly Lot[];
  /** In order of `seq`. */
  readonly entries: readonly Entry[];
}

/**
 * Proves one account: available − debt = Σ remaining of its lots − debt = Σ entries, and the same for pending points; each entry's balance follows from the
 * one before; the hash chain holds; no lot is below zero, above what was earned, or other than its entries say.
 */
export const proveAccount = (rows: AccountRows, hashOf: (entry: Entry) => string): AccountProof => {
  const { lots, entries } = rows;
  const entriesSum = entries.reduce((sum, entry) => sum + entry.points, 0);
  const lotsSum = lots.reduce((sum, lot) => sum + lot.remaining, 0);
  const badRow = badEntry(rows, hashOf) ?? badLot(rows) ?? badAccount(rows, entriesSum, lotsSum);
  return { badRow, entriesSum, lotsSum, checkedEntries: entries.length };
};

const badEntry = ({ account, entries }: AccountRows, hashOf: (entry: Entry) => string): BadRow | null => {
  let balance = 0;
  let head = GENESIS;
  for (const [i, entry] of entries.entries()) {
    const bad = (problem: string): BadRow => ({
      table: 'loyalty_entry',
      memberId: account.memberId,
      number: entry.seq,
      problem,
    });
    balance += entry.points;
    if (entry.seq !== i + 1) return bad(`entry ${i + 1} is missing`);
    if (entry.prevHash !== head) return bad('the chain is broken: prev_hash is not the hash of the entry before');
    if (entry.hash !== hashOf(entry)) return bad('the entry was changed: its hash does not fit its content');
    if (entry.balanceAfter !== balance)
      return bad(`balance_after is ${entry.balanceAfter}, the entries add up to ${balance}`);
    head = entry.hash;
  }
  return null;
};

const badLot = ({ account, lots, entries }: AccountRows): BadRow | null => {
  const moved = new Map<number, Points>();
  const waiting = new Map<number, Points>();
  for (const entry of entries)
    for (const { lot, points, pending = 0 } of JSON.parse(entry.lots) as LotTouch[]) {
      moved.set(lot, (moved.get(lot) ?? 0) + points);
      if (pending !== 0) waiting.set(lot, (waiting.get(lot) ?? 0) + pending);
    }
  for (const lot of lots) {
    const bad = (problem: string): BadRow => ({
      table: 'loyalty_lot',
      memberId: account.memberId,
      number: lot.lotNo,
      problem,
    });
    if (lot.remaining < 0) return bad(`remaining is ${lot.remaining}`);
    if (lot.pending < 0) return bad(`pending is ${lot.pending}`);
    if (lot.remaining > lot.earned) return bad(`remaining is ${lot.remaining}, only ${lot.earned} were earned`);
    if (lot.pending !== (waiting.get(lot.lotNo) ?? 0))
      return bad(`pending is ${lot.pending}, the entries leave ${waiting.get(lot.lotNo) ?? 0}`);
    const expected = moved.get(lot.lotNo) ?? 0;
    if (lot.remaining !== expected) return bad(`remaining is ${lot.remaining}, the entries leave ${expected}`);
  }
  return null;
};

const badAccount = ({ account, lots, entries }: AccountRows, entriesSum: Points, lotsSum: Points): BadRow | null => {
  const bad = (problem: string): BadRow => ({
    table: 'loyalty_points_account',
    memberId: account.memberId,
    number: null,
    problem,
  });
  const { available, pending, debt, seq, headHash } = account;
  if (available < 0 || pending < 0 || debt < 0) return bad(`available ${available}, pending ${pending}, debt ${debt}`);
  if (seq !== entries.length) return bad(`seq is ${seq}, there are ${entries.length} entries`);
  if (headHash !== (entries.at(-1)?.hash ?? GENESIS)) return bad('head_hash is not the hash of the last entry');
  if (available !== lotsSum) return bad(`available is ${available}, the lots hold ${lotsSum}`);
  if (available - debt !== entriesSum)
    return bad(`available − debt is ${available - debt}, the entries add up to ${entriesSum}`);
  const pendingLots = lots.reduce((sum, lot) => sum + lot.pending, 0);
  const pendingEntries = entries.reduce((sum, entry) => sum + entry.pending, 0);
  if (pending !== pendingLots || pending !== pendingEntries)
    return bad(`pending is ${pending}, the lots hold ${pendingLots}, the entries add up to ${pendingEntries}`);
  return null;
};
