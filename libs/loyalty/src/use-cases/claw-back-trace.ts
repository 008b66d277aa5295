import { type Fen, formatFen, formatPoints, type Points } from '@fanloop/kernel';
import { json } from '@fanloop/platform';
import type { Entry } from '../rules/ledger/account';
import type { Clawback } from '../rules/ledger/claw-back';

interface Refunded {
  readonly amountFen: Fen;
  readonly quantity: number;
}

/** What a clawback leaves in the journal beside its numbers: what was refunded of each line, and what became of spent points. */
export interface ClawbackTrace {
  readonly purchaseId: string;
  readonly refunded: { readonly before: readonly Refunded[]; readonly after: readonly Refunded[] };
  readonly debtAdded: Points;
  readonly deductedPoints: Points;
  readonly deductedFen: Fen;
  readonly writtenOff: Points;
  readonly tierAfter: { readonly code: string; readonly name: string } | null;
  readonly tierChanged: boolean;
  readonly why: readonly string[];
}

/** The plain Chinese lines that clerk and shopper read. */
export const clawbackWhy = (claw: Clawback): string[] => {
  const { owed, fromPending, debtAdded, deductedPoints, deductedFen, writtenOff } = claw;
  if (owed === 0) return ['这次退款没有需要收回的积分'];
  const lines = [`退款收回 ${formatPoints(owed - writtenOff)} 分`];
  if (fromPending > 0) lines.push(`其中 ${formatPoints(fromPending)} 分还未到账`);
  if (debtAdded > 0) lines.push(`其中 ${formatPoints(debtAdded)} 分已使用，记为欠分，以后得到的积分先抵扣`);
  if (deductedPoints > 0)
    lines.push(`其中 ${formatPoints(deductedPoints)} 分已使用，从退款中扣除 ${formatFen(deductedFen)}`);
  if (writtenOff > 0) lines.push(`另有 ${formatPoints(writtenOff)} 分已使用，按品牌规则不再收回`);
  return lines;
};

/** Points that earlier refunds of the purchase took from the money. */
export const deductedBefore = (earlier: readonly Entry[]): Points =>
  earlier.reduce((sum, entry) => sum + (json<ClawbackTrace>(entry.trace).deductedPoints ?? 0), 0);
