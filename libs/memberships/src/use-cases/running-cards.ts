import type { Day } from '@fanloop/kernel';
import { isLive, shownState } from '../rules/card';
import { cardBefore, firstPeriod, nextPeriod, type Period, type RunningCard } from '../rules/period';
import type { PlanTerms } from '../rules/plan';
import type { Card } from '../store/card.repository';

/** The member's cards that run or are to begin, as a new one sees them. */
export const runningOf = (cards: readonly Card[], today: Day): (RunningCard & { readonly isWaiting: boolean })[] =>
  cards.flatMap((card) => {
    const { startsOn, lastOn, anchorOn, anchorMonths } = card;
    if (!isLive(card, today) || startsOn === null || lastOn === null) return [];
    const period = { startsOn, lastOn, anchorOn: anchorOn ?? lastOn, anchorMonths: anchorMonths ?? 0 };
    const { cardId, planId, tierCode } = card;
    return [{ cardId, planId, tierCode, ...period, isWaiting: shownState(card, today) === 'upcoming' }];
  });

/** When a card that is bought today would run, and which one it would renew. */
export const placeFor = (
  cards: readonly Card[],
  bought: Pick<PlanTerms, 'duration' | 'tierCode'> & { readonly planId: string },
  today: Day,
): { readonly before: ReturnType<typeof runningOf>[number] | null; readonly period: Period } => {
  const before = cardBefore(runningOf(cards, today), bought);
  return { before, period: before ? nextPeriod(before, bought.duration) : firstPeriod(today, bought.duration) };
};
