import type { Named } from '../api/types/common';

/** The six fan tiers from stranger to friend. The server names them; the order and the colours are the console's. */
export const FAN_TIERS = [
  { code: 'passer-by', name: '路人', colour: 'default' },
  { code: 'customer', name: '顾客', colour: 'blue' },
  { code: 'member', name: '会员', colour: 'cyan' },
  { code: 'fan', name: '粉丝', colour: 'green' },
  { code: 'devotee', name: '铁粉', colour: 'gold' },
  { code: 'co-creator', name: '共创者', colour: 'volcano' },
] as const;

const known = (value: string) => FAN_TIERS.find((tier) => tier.code === value || tier.name === value);

/** The server may name a fan tier by code alone or with its name. */
export const fanTierOf = (value: Named | string | null | undefined): Named | null => {
  if (!value) return null;
  if (typeof value !== 'string') return value;
  return { code: value, name: known(value)?.name ?? value };
};

export const fanTierColour = (tier: Named): string => (known(tier.name) ?? known(tier.code))?.colour ?? 'default';
