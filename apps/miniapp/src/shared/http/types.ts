// The shapes of the member/ and clerk/ interfaces. When the generated client changes, this is the only file to follow it.

export interface Tokens {
  accessToken: string;
  accessExpiresAt: string;
  refreshToken: string;
  refreshExpiresAt: string;
}
export interface StaffCard {
  staffId: string;
  name: string;
  role: string;
  stores: { id: string; name: string }[];
}
export interface ClerkMe extends StaffCard {
  permissions: string[];
}
export interface SessionAnswer {
  tokens: Tokens;
  enrolled: boolean;
  staff: StaffCard | null;
}
export type ConsentPurpose = 'membership' | 'marketing' | 'profiling';
export interface ConsentText {
  purpose: ConsentPurpose;
  version: string;
  title: string;
  text: string;
  required: boolean;
}
export interface Consent {
  purpose: ConsentPurpose;
  version: string;
  granted: boolean;
  at: string;
}
export type Gender = 'female' | 'male' | 'undisclosed';
export interface MemberMe {
  memberNo: string;
  nickname: string;
  avatarUrl: string | null;
  phoneMasked: string;
  birthday: string | null;
  gender: Gender;
  joinedAt: string;
  status: string;
  consents: Consent[];
}
export interface EnrolmentAnswer {
  member: MemberMe;
  tokens: Tokens;
}
export interface MemberCodeStep {
  code: string;
  validUntil: string;
}
export interface MemberCode extends MemberCodeStep {
  stepSeconds: number;
  serverTime: string;
  upcoming?: MemberCodeStep[];
}
export interface Tier {
  code: string;
  name: string;
  atPoints: number;
  colour: string;
  benefits: string[];
}
export interface TierStanding {
  code: string;
  name: string;
  colour: string;
  multiplierPercent: number;
  qualifyingPoints: number;
  windowFrom: string;
  windowUntil: string;
  next: { code: string; name: string; atPoints: number; missingPoints: number; hint: string } | null;
  progressPercent: number;
  benefits: string[];
  tiers: Tier[];
}
export interface Store {
  id: string;
  code: string;
  name: string;
  address: string;
  phone: string | null;
  lat: number;
  lng: number;
  openHours: string;
  distanceMeters: number | null;
  photoUrl: string | null;
}
export type TodoKind = 'coupon-expiring' | 'points-expiring' | 'complete-profile' | 'activity-today';
export interface Todo {
  kind: TodoKind;
  title: string;
  subtitle: string;
  link: string;
}
export interface Home {
  greetingName: string;
  tier: TierStanding;
  points: { available: number; pending: number; debt: number; expiringSoon: { points: number; at: string } | null };
  usableCoupons: number;
  todos: Todo[];
  activities: ActivityCard[];
  posts: Post[];
  nearestStore: Store | null;
}
export interface PointsOverview {
  available: number;
  pending: number;
  debt: number;
  lotsExpiring: { points: number; expiresAt: string }[];
  tier: TierStanding;
  waysToEarn: string[];
}
export type EntryKind = 'earn' | 'spend' | 'return' | 'expire' | 'clawback' | 'adjust' | 'activate';
export interface PointsEntry {
  entryId: string;
  kind: EntryKind;
  points: number;
  balanceAfter: number;
  at: string;
  title: string;
  why: string[];
  purchaseNo: string | null;
  storeName: string | null;
}
export interface Feed<T> {
  items: T[];
  nextCursor: string | null;
}
export interface List<T> {
  items: T[];
}
export interface ClaimableTemplate {
  templateId: string;
  name: string;
  kind: string;
  amountFen: number;
  thresholdFen: number;
  terms: string;
  stockLeft: number;
  perMemberLimit: number;
  claimedByMe: number;
  claimable: boolean;
  reason: string | null;
  validityText: string;
}
export interface MyCoupon {
  couponId: string;
  couponNo: string;
  name: string;
  kind: string;
  amountFen: number;
  thresholdFen: number;
  terms: string;
  state: 'claimed' | 'locked' | 'redeemed' | 'expired' | 'void';
  validFrom: string;
  validUntil: string;
  claimedAt: string;
  redeemedAt: string | null;
  purchaseNo: string | null;
  storesText: string;
}
export interface CouponLookup extends MyCoupon {
  usableHere: boolean;
  reason: string | null;
}
export type ActivityState = 'none' | 'joined' | 'waiting' | 'cancelled' | 'attended';
export interface ActivityCard {
  id: string;
  kind: string;
  title: string;
  summary: string;
  coverUrl: string | null;
  startsAt: string;
  endsAt: string;
  place: string;
  seatsTotal: number;
  seatsLeft: number;
  waiting: number;
  status: 'open' | 'closed' | 'settled' | 'cancelled';
  myState: ActivityState;
}
export interface ActivityDetail extends ActivityCard {
  body: string;
  storeId: string | null;
  storeName: string | null;
  signUpUntil: string;
  myEntryNo: string | null;
  waitingPosition: number | null;
  checkInCode: { code: string; validUntil: string; stepSeconds: number } | null;
  attendees: { nickname: string; avatarUrl: string | null }[];
}
export interface EntryAnswer {
  state: 'joined' | 'waiting';
  position: number | null;
  entryNo: string;
}
export interface Author {
  name: string;
  avatarUrl: string | null;
  official?: boolean;
}
export interface Post {
  id: string;
  author: Author;
  title: string | null;
  text: string;
  pictureUrls: string[];
  publishedAt: string;
  likes: number;
  comments: number;
  likedByMe: boolean;
  pinned: boolean;
  link: { kind: 'coupon' | 'activity' | 'product'; id: string; title: string } | null;
}
export interface LikeAnswer {
  likes: number;
  likedByMe: boolean;
}
export interface Comment {
  id: string;
  author: Author;
  text: string;
  at: string;
  mine: boolean;
}
export type CommentAnswer = Comment | { state: 'in-review' };
export interface PurchaseLine {
  name: string;
  quantity: number;
  amountFen: number;
}
export interface MyPurchase {
  purchaseNo: string;
  storeName: string;
  at: string;
  amountFen: number;
  discountFen: number;
  points: number;
  lines: PurchaseLine[];
  refundedFen: number;
}
export interface FanStory {
  tier: { code: string; name: string } | null;
  since: string | null;
  score: number;
  parts: { name: string; score: number; why: string }[];
  next: { name: string; missing: string | number } | null;
}
export interface ClosureReceipt {
  receiptNo: string;
  closedAt: string;
}
export interface CustomerCard {
  visitToken: string;
  member: { nickname: string; avatarUrl: string | null; memberNoMasked: string; joinedAt: string };
  tier: { code: string; name: string; colour: string };
  points: { available: number };
  coupons: {
    couponId: string;
    name: string;
    terms: string;
    amountFen: number;
    thresholdFen: number;
    validUntil: string;
  }[];
  lastPurchases: { at: string; storeName: string; amountFen: number; summary: string }[];
  tastes: string[];
  suggestion: { text: string; reason: string } | null;
}
export interface Product {
  sku: string;
  name: string;
  category: string;
  priceFen: number;
  pictureUrl: string | null;
}
export interface DraftLine {
  sku?: string;
  name?: string;
  quantity: number;
  unitPriceFen: number;
}
export interface PurchaseDraft {
  visitToken: string;
  storeId: string;
  lines: DraftLine[];
  amountFen?: number;
  couponIds: string[];
  occurredAt?: string;
}
export interface Preview {
  grossFen: number;
  discountFen: number;
  payableFen: number;
  points: number;
  why: string[];
  coupons: { couponId: string; usable: boolean; reason: string | null; discountFen: number }[];
  tierAfter: { code: string; name: string } | null;
}
export interface Receipt {
  purchaseNo: string;
  at: string;
  storeName: string;
  clerkName: string;
  grossFen: number;
  discountFen: number;
  paidFen: number;
  points: number;
  balanceAfter: number;
  why: string[];
  lines: PurchaseLine[];
  couponName: string | null;
  refunded: boolean;
}
export interface RefundAnswer {
  refundNo: string;
  amountFen: number;
  pointsClawedBack: number;
  debtPoints: number;
  couponReturned: boolean;
  why: string[];
}
export interface CheckInAnswer {
  nickname: string;
  state: 'attended';
  entryNo: string;
}
