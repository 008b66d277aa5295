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
