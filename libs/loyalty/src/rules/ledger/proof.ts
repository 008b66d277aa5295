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

/** What is looked at, in this order. */
export const LEDGER_CHECKS = [
  'entries',
  'chain',
  'balances',
  'lots',
  'account',
  'available',
  'pending',
  'traces',
] as const;
export type LedgerCheck = (typeof LEDGER_CHECKS)[number];

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

interface Finding {
  readonly check: LedgerCheck;
  readonly row: BadRow;
}
type HashOf = (entry: Entry) => string;

/**
 * Proves one account: available − debt = Σ remaining of its lots − debt = Σ entries, and the same for pending points; each entry's
 * balance follows from the one before; the hash chain holds; no lot is below zero, above what was earned, or other than its entries
 * say.
 */
export const proveAccount = (rows: AccountRows, hashOf: HashOf): AccountProof => {
  const { lots, entries } = rows;
  const [first] = findings(rows, hashOf);
  return {
    badRow: first?.row ?? null,
    entriesSum: sumOf(entries, (entry) => entry.points),
    lotsSum: sumOf(lots, (lot) => lot.remaining),
    checkedEntries: entries.length,
  };
};

/** The same, check by check, each with its first bad row: for a person who looks at one account. */
export const checkAccount = (
  rows: AccountRows,
  hashOf: HashOf,
): { readonly check: LedgerCheck; readonly badRow: BadRow | null }[] => {
  const bad = new Map<LedgerCheck, BadRow>();
  for (const { check, row } of findings(rows, hashOf)) if (!bad.has(check)) bad.set(check, row);
  return LEDGER_CHECKS.map((check) => ({ check, badRow: bad.get(check) ?? null }));
};

function* findings(rows: AccountRows, hashOf: HashOf): Generator<Finding> {
  yield* badEntries(rows, hashOf);
  yield* badLots(rows);
  yield* badAccount(rows);
}

function* badEntries({ account, entries }: AccountRows, hashOf: HashOf): Generator<Finding> {
  let balance = 0;
  let head = GENESIS;
  for (const [i, entry] of entries.entries()) {
    const bad = (check: LedgerCheck, problem: string): Finding => ({
      check,
      row: { table: 'loyalty_entry', memberId: account.memberId, number: entry.seq, problem },
    });
    balance += entry.points;
    if (entry.seq !== i + 1) yield bad('entries', `entry ${i + 1} is missing`);
    if (entry.prevHash !== head)
      yield bad('chain', 'the chain is broken: prev_hash is not the hash of the entry before');
    if (entry.hash !== hashOf(entry)) yield bad('chain', 'the entry was changed: its hash does not fit its content');
    if (entry.balanceAfter !== balance)
      yield bad('balances', `balance_after is ${entry.balanceAfter}, the entries add up to ${balance}`);
    head = entry.hash;
  }
}

function* badLots({ account, lots, entries }: AccountRows): Generator<Finding> {
  const told = movesOf(entries);
  const known = new Set(lots.map((lot) => lot.lotNo));
  for (const lot of lots) {
    const moves = told.get(lot.lotNo) ?? { remaining: 0, pending: 0, expired: 0 };
    const problem = problemOf(lot, moves);
    if (problem !== null) yield badLot(account, lot.lotNo, problem);
  }
  for (const lotNo of told.keys()) if (!known.has(lotNo)) yield badLot(account, lotNo, 'the lot is missing');
}

const badLot = ({ memberId }: Account, number: number, problem: string): Finding => ({
  check: 'lots',
  row: { table: 'loyalty_lot', memberId, number, problem },
});

interface Moves {
  remaining: Points;
  pending: Points;
  expired: Points;
}

/** What the entries say of each lot. */
const movesOf = (entries: readonly Entry[]): Map<number, Moves> => {
  const told = new Map<number, Moves>();
  for (const entry of entries)
    for (const { lot, points, pending = 0 } of JSON.parse(entry.lots) as LotTouch[]) {
      const moves = told.get(lot) ?? { remaining: 0, pending: 0, expired: 0 };
      moves.remaining += points;
      moves.pending += pending;
      if (entry.kind === 'expire') moves.expired -= points + pending;
      told.set(lot, moves);
    }
  return told;
};

const problemOf = (lot: Lot, { remaining, pending, expired }: Moves): string | null => {
  if (lot.remaining < 0) return `remaining is ${lot.remaining}`;
  if (lot.pending < 0) return `pending is ${lot.pending}`;
  if (lot.remaining > lot.earned) return `remaining is ${lot.remaining}, only ${lot.earned} were earned`;
  if (lot.pending !== pending) return `pending is ${lot.pending}, the entries leave ${pending}`;
  if (lot.remaining !== remaining) return `remaining is ${lot.remaining}, the entries leave ${remaining}`;
  if (lot.expired !== expired) return `expired is ${lot.expired}, the entries let ${expired} die`;
  return null;
};

function* badAccount({ account, lots, entries }: AccountRows): Generator<Finding> {
  const bad = (check: LedgerCheck, problem: string): Finding => ({
    check,
    row: { table: 'loyalty_points_account', memberId: account.memberId, number: null, problem },
  });
  const { available, pending, debt, seq, headHash } = account;
  if (available < 0 || pending < 0 || debt < 0)
    yield bad('account', `available ${available}, pending ${pending}, debt ${debt}`);
  if (seq !== entries.length) yield bad('account', `seq is ${seq}, there are ${entries.length} entries`);
  if (headHash !== (entries.at(-1)?.hash ?? GENESIS))
    yield bad('account', 'head_hash is not the hash of the last entry');
  const inLots = sumOf(lots, (lot) => lot.remaining);
  if (available !== inLots) yield bad('available', `available is ${available}, the lots hold ${inLots}`);
  const inEntries = sumOf(entries, (entry) => entry.points);
  if (available - debt !== inEntries)
    yield bad('available', `available − debt is ${available - debt}, the entries add up to ${inEntries}`);
  if (available > 0 && debt > 0) yield bad('account', `available ${available} and debt ${debt} are both above zero`);
  const waiting = sumOf(lots, (lot) => lot.pending);
  const told = sumOf(entries, (entry) => entry.pending);
  if (pending !== waiting || pending !== told)
    yield bad('pending', `pending is ${pending}, the lots hold ${waiting}, the entries add up to ${told}`);
}

const sumOf = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);
