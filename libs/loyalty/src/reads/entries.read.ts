import type { MemberId } from '@fanloop/kernel';
import { json, num, Reader } from '@fanloop/platform';
import { Injectable } from '@nestjs/common';
import { TRIGGER_NAMES } from '../rules/judging/fact-catalogue';
import type { RuleTrigger } from '../rules/judging/rule';
import type { Entry, EntryKind, LotTouch } from '../rules/ledger/account';
import type { EntryRow } from '../store/journal.repository';
import { toEntry } from '../store/journal.repository';

export interface EntryView {
  /** `<member>-<seq>`. */
  readonly entryId: string;
  readonly seq: number;
  readonly kind: EntryKind;
  readonly points: number;
  /** How points that wait to become usable moved. */
  readonly pending: number;
  readonly balanceAfter: number;
  readonly at: Date;
  readonly title: string;
  readonly why: readonly string[];
  readonly purchaseNo: string | null;
  readonly storeId: string | null;
  readonly reference: string;
  readonly actor: string;
}

export type LedgerEntryView = EntryView & { readonly lots: readonly LotTouch[]; readonly hash: string };

export interface EntryFilter {
  readonly kind?: EntryKind;
  /** Half-open. */
  readonly from?: Date;
  readonly until?: Date;
  readonly page: number;
  readonly pageSize: number;
}

/** A member's journal for screens, newest first. */
@Injectable()
export class EntriesRead {
  constructor(private readonly reader: Reader) {}

  /** Entries before `beforeSeq` (null: from the newest on). `nextBefore` asks for the next page. */
  async execute(
    memberId: MemberId,
    { beforeSeq, limit }: { readonly beforeSeq: number | null; readonly limit: number },
  ): Promise<{ items: EntryView[]; nextBefore: number | null }> {
    const rows = await this.reader.query<EntryRow>(
      'SELECT * FROM loyalty_entry WHERE member_id = ? AND seq < ? ORDER BY seq DESC LIMIT ?',
      [memberId, beforeSeq ?? Number.MAX_SAFE_INTEGER, limit + 1],
    );
    const items = rows.slice(0, limit).map((row) => toEntryView(toEntry(row)));
    return { items, nextBefore: rows.length > limit ? items.at(-1)!.seq : null };
  }

  /** Entries before an instant, newest first: for a timeline. */
  async before(memberId: MemberId, at: Date, limit: number): Promise<EntryView[]> {
    const rows = await this.reader.query<EntryRow>(
      'SELECT * FROM loyalty_entry WHERE member_id = ? AND at < ? ORDER BY seq DESC LIMIT ?',
      [memberId, at, limit],
    );
    return rows.map((row) => toEntryView(toEntry(row)));
  }

  /** For the console's table: filtered, a page at a time, with the lots that each entry touched. */
  async page(memberId: MemberId, filter: EntryFilter): Promise<{ items: LedgerEntryView[]; total: number }> {
    const { where, params } = conditions(memberId, filter);
    const count = await this.reader.one<{ n: string }>(
      `SELECT COUNT(*) AS n FROM loyalty_entry WHERE ${where}`,
      params,
    );
    const rows = await this.reader.query<EntryRow>(
      `SELECT * FROM loyalty_entry WHERE ${where} ORDER BY seq DESC LIMIT ? OFFSET ?`,
      [...params, filter.pageSize, (filter.page - 1) * filter.pageSize],
    );
    const items = rows.map((row) => ({
      ...toEntryView(toEntry(row)),
      lots: json<LotTouch[]>(row.lots),
      hash: row.hash,
    }));
    return { items, total: num(count?.n) };
  }

  async one(memberId: MemberId, seq: number): Promise<EntryView | null> {
    const { items } = await this.execute(memberId, { beforeSeq: seq + 1, limit: 1 });
    return items[0]?.seq === seq ? items[0] : null;
  }
}

const conditions = (memberId: MemberId, { kind, from, until }: EntryFilter) => {
  const parts: [string, unknown][] = [['member_id = ?', memberId]];
  if (kind) parts.push(['kind = ?', kind]);
  if (from) parts.push(['at >= ?', from]);
  if (until) parts.push(['at < ?', until]);
  return { where: parts.map(([sql]) => sql).join(' AND '), params: parts.map(([, value]) => value) };
};

interface AnyTrace {
  readonly why?: string[];
  readonly about?: { readonly purchaseNo?: string };
  readonly facts?: { readonly trigger: RuleTrigger };
  readonly steps?: readonly { readonly name: string }[];
}

export const toEntryView = (entry: Entry): EntryView => {
  const trace = entry.trace ? json<AnyTrace>(entry.trace) : {};
  return {
    entryId: `${entry.memberId}-${entry.seq}`,
    seq: entry.seq,
    kind: entry.kind,
    points: entry.points,
    pending: entry.pending,
    balanceAfter: entry.balanceAfter,
    at: entry.at,
    title: titleOf(entry, trace),
    why: trace.why ?? (entry.reason ? [entry.reason] : []),
    purchaseNo: trace.about?.purchaseNo ?? null,
    storeId: entry.storeId,
    reference: entry.reference,
    actor: entry.actor,
  };
};

const TITLES: Record<EntryKind, string> = {
  earn: '消费得积分',
  activate: '积分到账',
  spend: '使用积分',
  return: '积分退回',
  expire: '积分到期',
  clawback: '退款收回积分',
  adjust: '积分调整',
  'transfer-out': '转赠积分',
  'transfer-in': '收到转赠积分',
};

/** An event that gave points is named by what happened; one that only the brand knows by its rule. */
const titleOf = ({ kind, reference }: Entry, { facts, steps }: AnyTrace): string => {
  if (reference.startsWith('closing:')) return '账户注销';
  if (kind !== 'earn' || !facts || facts.trigger === 'purchase') return TITLES[kind];
  const { trigger } = facts;
  const ofRule = trigger === 'custom' || trigger === 'schedule' ? steps?.[0]?.name : undefined;
  return ofRule ?? `${TRIGGER_NAMES[trigger]}奖励`;
};
