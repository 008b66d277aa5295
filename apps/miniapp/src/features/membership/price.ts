/** A price for one day or one month of it, in whole fen. */
export interface PricePer {
  readonly fen: number;
  readonly per: 'day' | 'month';
}

const DAYS_OF_MONTH = 30;

/**
 * What a card costs for a month, or for a day where it lasts no longer than a month (of 30 days). Rounded half up, in whole
 * numbers.
 */
export const pricePer = (priceFen: number, { unit, count }: { unit: 'day' | 'month'; count: number }): PricePer => {
  const isLong = unit === 'month' && count > 1;
  const parts = isLong || unit === 'day' ? count : DAYS_OF_MONTH;
  const doubled = priceFen * 2 + parts;
  return { fen: (doubled - (doubled % (parts * 2))) / (parts * 2), per: isLong ? 'month' : 'day' };
};
