import type { MemberId, Points } from '@fanloop/kernel';
import { num, type Queryable, Reader, UnitOfWork } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import type { Account, Entry } from '../rules/ledger/account';
import {
  type AccountProof,
  type AccountRows,
  type BadRow,
  checkAccount,
  type LedgerCheck,
  proveAccount,
} from '../rules/ledger/proof';
import { hashOfEntry } from '../store/hash-chain';
import { LedgerStore } from '../store/ledger-store';
import { ProveTraces } from './prove-traces';

export interface LedgerProof {
  readonly ok: boolean;
  readonly accounts: number;
  readonly entries: number;
  readonly entriesSum: Points;
  readonly lotsSum: Points;
  /** Earned entries that came out again when their event was judged once more. */
  readonly traces: number;
  /** Earned entries of the time before decisions kept their facts: proved as rows, not recomputed. */
  readonly olderTraces: number;
  readonly badRow: BadRow | null;
}

const ACCOUNTS_PER_READ = 500;
const ENTRIES_PER_READ = 10_000;
/** Fewer are proved sooner than another thread is up. */
const LEAST_ENTRIES_PER_RANGE = 50_000;
const ALL: MemberRange = { after: null, until: null };

interface AccountSize {
  readonly member_id: MemberId;
  readonly seq: number;
}

/** Members above `after` and up to `until`; null: open. */
export interface MemberRange {
  readonly after: MemberId | null;
  readonly until: MemberId | null;
}

export interface ProofOptions {
  readonly memberId?: MemberId;
  readonly range?: MemberRange;
  /** Balances, lots and the hash chain only; decisions are not judged again. More than twice as fast. */
  readonly rowsOnly?: boolean;
}

/** An account's rows and what they prove. */
interface Proved {
  readonly proof: AccountProof;
  readonly entries: readonly Entry[];
}

/**
 * Proves every account by its rows and every earned entry by its trace, a bounded number at a time and without holding anybody up: an account that looks bad
 * may have moved between two reads, so it is proved once more under its lock before it is named.
 */
@Injectable()
export class ProveLedger {
  constructor(
    private readonly ledger: LedgerStore,
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Stops at the first bad row. */
  async execute(options: ProofOptions = {}): Promise<LedgerProof> {
    const total = { accounts: 0, entries: 0, entriesSum: 0, lotsSum: 0 };
    const traces = new ProveTraces(this.reader);
    const done = (badRow: BadRow | null): LedgerProof => ({
      ok: badRow === null,
      ...total,
      traces: traces.checked,
      olderTraces: traces.older,
      badRow,
    });
    for await (const ids of this.portions(options.memberId ?? null, options.range)) {
      for (const { proof, entries } of await this.prove(ids)) {
        total.accounts += 1;
        total.entries += proof.checkedEntries;
        total.entriesSum += proof.entriesSum;
        total.lotsSum += proof.lotsSum;
        const badRow = proof.badRow ?? (options.rowsOnly ? null : await traces.check(entries));
        if (badRow) return done(badRow);
      }
    }
    return done(null);
  }

  /** One account, check by check. Null: there is none. */
  async checks(memberId: MemberId): Promise<{ entries: number; checks: CheckedAccount } | null> {
    const account = (await this.ledger.accounts.read(this.reader, [memberId])).get(memberId);
    if (!account) return null;
    const seen = await this.checked(this.reader, account);
    if (seen.checks.every(({ badRow }) => badRow === null)) return seen;
    return this.unitOfWork.run(async (tx) => {
      const locked = (await this.ledger.accounts.lock(tx, [memberId])).get(memberId)!;
      return this.checked(tx, locked);
    });
  }

  private async checked(db: Queryable, account: Account) {
    const rows = (await this.rowsOf(db, [account.memberId])).get(account.memberId)!;
    const badTrace = await new ProveTraces(this.reader).check(rows.entries);
    const checks = checkAccount({ account, ...rows }, hashOfEntry).map((check) =>
      check.check === 'traces' ? { ...check, badRow: badTrace } : check,
    );
    return { entries: rows.entries.length, checks };
  }

  /** At most so many ranges of about as many entries, which together hold all members: for processors side by side. */
  async ranges(most: number, least = LEAST_ENTRIES_PER_RANGE): Promise<MemberRange[]> {
    const [total] = await this.reader.query<{ entries: string }>(
      'SELECT COALESCE(SUM(seq), 0) AS entries FROM loyalty_points_account',
    );
    const each = Math.max(least, Math.ceil(num(total!.entries) / most));
    const ranges: MemberRange[] = [];
    let [after, entries]: [MemberId | null, number] = [null, 0];
    for await (const row of this.members({ after: null, until: null })) {
      entries += row.seq;
      if (entries < each || ranges.length === most - 1) continue;
      ranges.push({ after, until: row.member_id });
      [after, entries] = [row.member_id, 0];
    }
    return [...ranges, { after, until: null }];
  }

  private async *members({ after, until }: MemberRange): AsyncGenerator<AccountSize> {
    const upTo = until === null ? '' : 'AND member_id <= ?';
    for (let last = after ?? '0'; ; ) {
      const rows = await this.reader.query<AccountSize>(
        `SELECT member_id, seq FROM loyalty_points_account WHERE member_id > ? ${upTo} ORDER BY member_id LIMIT ?`,
        [last, ...(until === null ? [] : [until]), ACCOUNTS_PER_READ],
      );
      if (rows.length === 0) return;
      yield* rows;
      last = rows.at(-1)!.member_id;
    }
  }

  /** Members in ascending order, in portions of a bounded number of entries. */
  private async *portions(memberId: MemberId | null, range: MemberRange = ALL): AsyncGenerator<MemberId[]> {
    if (memberId !== null) {
      yield [memberId];
      return;
    }
    let portion: MemberId[] = [];
    let entries = 0;
    for await (const row of this.members(range)) {
      if (portion.length === ACCOUNTS_PER_READ || (portion.length > 0 && entries + row.seq > ENTRIES_PER_READ)) {
        yield portion;
        portion = [];
        entries = 0;
      }
      portion.push(row.member_id);
      entries += row.seq;
    }
    if (portion.length > 0) yield portion;
  }

  private async prove(ids: readonly MemberId[]): Promise<Proved[]> {
    const proved = await this.provedOf(this.reader, ids, await this.ledger.accounts.read(this.reader, ids));
    const result: Proved[] = [];
    for (const [memberId, one] of proved) result.push(one.proof.badRow ? await this.proveLocked(memberId) : one);
    return result;
  }

  private proveLocked(memberId: MemberId): Promise<Proved> {
    return this.unitOfWork.run(async (tx) => {
      const accounts = await this.ledger.accounts.lock(tx, [memberId]);
      return (await this.provedOf(tx, [memberId], accounts)).get(memberId)!;
    });
  }

  private async provedOf(
    db: Queryable,
    ids: readonly MemberId[],
    accounts: ReadonlyMap<MemberId, Account>,
  ): Promise<Map<MemberId, Proved>> {
    const rows = await this.rowsOf(db, ids);
    return new Map(
      [...accounts].map(([memberId, account]) => {
        const own = rows.get(memberId)!;
        return [memberId, { proof: proveAccount({ account, ...own }, hashOfEntry), entries: own.entries }];
      }),
    );
  }

  private async rowsOf(db: Queryable, ids: readonly MemberId[]): Promise<Map<MemberId, Omit<AccountRows, 'account'>>> {
    const lots = await this.ledger.accounts.allLots(db, ids);
    const entries = new Map<MemberId, Entry[]>(ids.map((id) => [id, []]));
    for (const entry of await this.ledger.journal.ofMembers(db, ids)) entries.get(entry.memberId)!.push(entry);
    return new Map(ids.map((id) => [id, { lots: lots.get(id) ?? [], entries: entries.get(id)! }]));
  }
}

export type CheckedAccount = readonly { readonly check: LedgerCheck; readonly badRow: BadRow | null }[];
