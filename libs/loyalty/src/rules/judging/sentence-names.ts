/** Names that stand behind ids and codes; what is not known is shown as it is. */
export interface Names {
  readonly tiers: ReadonlyMap<string, string>;
  readonly stores?: ReadonlyMap<string, string>;
  readonly coupons?: ReadonlyMap<string, string>;
  readonly tags?: ReadonlyMap<string, string>;
}
