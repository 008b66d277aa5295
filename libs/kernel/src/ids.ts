/** Internal ids are BIGINT in the database and decimal strings in code (a double loses digits above 2^53). */
export type Id = string;
export type MemberId = Id;
export type StoreId = Id;
export type StaffId = Id;
export type PurchaseId = Id;
export type CouponId = Id;
export type ActivityId = Id;

/** Who does something: kept in journals and in the audit log. */
export type Actor =
  | { readonly kind: 'member'; readonly id: MemberId }
  | { readonly kind: 'staff'; readonly id: StaffId }
  | { readonly kind: 'system'; readonly id: string };

export const systemActor = (name: string): Actor => ({ kind: 'system', id: name });
export const actorLabel = (actor: Actor): string => `${actor.kind}:${actor.id}`;

/** By number: the shorter decimal string is the smaller one. */
export const byId = (a: Id, b: Id): number => a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);

/** Ascending by number, each once: the order in which rows are locked everywhere. */
export const ascending = (ids: Iterable<Id>): Id[] => Array.from(new Set(ids)).sort(byId);
