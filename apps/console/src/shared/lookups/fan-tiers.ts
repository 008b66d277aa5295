/** The six fan tiers from stranger to friend, as the tagging context knows them, with the console's colours. */
export const FAN_TIERS = [
  { code: 'passer-by', name: '路人', colour: 'default' },
  { code: 'customer', name: '顾客', colour: 'blue' },
  { code: 'regular', name: '会员', colour: 'cyan' },
  { code: 'fan', name: '粉丝', colour: 'green' },
  { code: 'true-fan', name: '铁粉', colour: 'gold' },
  { code: 'co-creator', name: '共创者', colour: 'volcano' },
] as const;

export const fanTierColour = (code: string): string =>
  FAN_TIERS.find((tier) => tier.code === code)?.colour ?? 'default';
