import type { Fen } from '@fanloop/kernel';
import { type Case, domainOf, EVERYTHING } from '../cases/case';
import type { Analysed, Context } from '../cases/rule-cases';
import { lowest } from '../domain/intervals';
import { PIECES_PER_100 } from '../model/thresholds';
import { boundOf, powerOf } from './bound';

const HUNDRED_YUAN: Fen = 10_000;

/**
 * About how much one purchase rule adds to the cost of ¥100 (fen, rounded up), on a basket that suits it and beside the most
 * generous basic rule: an estimate that needs no search, for the question whether it should have a budget.
 */
export const generosityPer100 = (subject: Analysed, others: readonly Analysed[], context: Context): Fen => {
  const { tiers, settings } = context.input;
  const [category = null] = subject.draft.lines?.except ? [] : (subject.draft.lines?.categories ?? []);
  const [sku = null] = subject.draft.lines?.except ? [] : (subject.draft.lines?.skus ?? []);
  const amountFen = Math.max(HUNDRED_YUAN, leastAmount(subject));
  const basket = { amountFen, pieces: PIECES_PER_100, category, sku };
  const added = (tiers.length > 0 ? tiers : [null]).map((tier) => {
    const basics = others
      .filter(({ draft }) => draft.trigger === 'purchase' && draft.effect.kind === 'points-per-amount')
      .map((other) => powerOf(other, basket, tier))
      .sort((a, b) => b.adds - a.adds)
      .slice(0, 1);
    return boundOf([...basics, powerOf(subject, basket, tier)]) - boundOf(basics);
  });
  return Math.ceil((Math.max(...added) * settings.fenPer100Points * 100) / amountFen);
};

/** What must be paid at least before the rule holds. */
const leastAmount = ({ cases }: Analysed): Fen => Math.min(...(cases ?? [EVERYTHING]).map(leastOf), HUNDRED_YUAN ** 2);

const leastOf = (one: Case): Fen =>
  [...one.keys()]
    .filter((fact) => /^(eligible\.)?amountFen/.test(fact))
    .reduce((least, fact) => {
      const domain = domainOf(one, fact);
      return Math.max(least, domain?.kind === 'numbers' ? (lowest(domain.set) ?? 0) : 0);
    }, 0);
