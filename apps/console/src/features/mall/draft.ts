import type { MallItem, MallItemDraft, NewMallItem } from '../../shared/api/types';

export const freshItem: NewMallItem = {
  kind: 'goods',
  stock: 50,
  title: '',
  summary: '',
  terms: '',
  pictureUrl: null,
  pricePoints: 500,
  priceFen: 0,
  worthFen: null,
  perMemberLimit: 1,
  minTier: null,
  availableFrom: null,
  availableUntil: null,
  templateId: null,
  storeIds: null,
  pickUpDays: 14,
  position: 0,
};

export const draftOf = (item: MallItem): MallItemDraft => ({
  title: item.title,
  summary: item.summary,
  terms: item.terms,
  pictureUrl: item.pictureUrl,
  pricePoints: item.pricePoints,
  priceFen: item.priceFen,
  worthFen: item.worthFen,
  perMemberLimit: item.perMemberLimit,
  minTier: item.minTier,
  availableFrom: item.availableFrom,
  availableUntil: item.availableUntil,
  templateId: item.templateId,
  storeIds: item.storeIds,
  pickUpDays: item.pickUpDays,
  position: item.position,
});

/** Kinds that wait in a store for their owner. */
export const waits = (kind: MallItem['kind']): boolean => kind === 'goods' || kind === 'entitlement';
