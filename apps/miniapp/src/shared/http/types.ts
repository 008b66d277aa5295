import type { Answer, Input, paths } from '@fanloop/api-client';

// Names for the shapes of the member/ and clerk/ interfaces, taken from the client that is generated from the OpenAPI
// document. When a route changes its shape, the type checker says here and in the features who has to follow.

type Item<T> = T extends { items: (infer I)[] } ? I : never;
type Given<T> = Exclude<T, null | undefined>;
type Get<P extends keyof paths> = Answer<P, 'get'>;
type Post_<P extends keyof paths> = Answer<P, 'post'>;

export interface List<T> {
  items: T[];
}
export interface Feed<T> {
  items: T[];
  nextCursor: string | null;
}

export type SessionAnswer = Post_<'/api/member/session'>;
export type Tokens = Post_<'/api/member/session/refresh'>;
export type StaffCard = Given<SessionAnswer['staff']>;
export type ClerkMe = Get<'/api/clerk/me'>;

export type ConsentText = Item<Get<'/api/member/consent-texts'>>;
export type ConsentPurpose = ConsentText['purpose'];
export type EnrolmentAnswer = Post_<'/api/member/enrolment'>;
export type MemberMe = Get<'/api/member/me'>;
export type Consent = MemberMe['consents'][number];
export type Gender = MemberMe['gender'];
export type ClosureReceipt = Post_<'/api/member/me/closure'>;
export type FanStory = Get<'/api/member/me/fan-story'>;
export type MyPurchase = Item<Get<'/api/member/purchases'>>;

type CodeAnswer = Get<'/api/member/me/code'>;
export type MemberCodeStep = Pick<CodeAnswer, 'code' | 'validUntil'>;
export type MemberCode = CodeAnswer;

export type Home = Get<'/api/member/home'>;
export type Todo = Home['todos'][number];
export type TodoKind = Todo['kind'];
export type Store = Item<Get<'/api/member/stores'>>;
export type PointsOverview = Get<'/api/member/points'>;
export type TierStanding = PointsOverview['tier'];
export type Tier = TierStanding['tiers'][number];
export type PointsEntry = Item<Get<'/api/member/points/entries'>>;
export type EntryExplanation = Get<'/api/member/points/entries/{id}'>;
export type TransferTerms = Get<'/api/member/points/transfers/terms'>;
export type TransferResult = Post_<'/api/member/points/transfers'>;
export type Transfer = Item<Get<'/api/member/points/transfers'>>;
export type EntryKind = PointsEntry['kind'];

export type CheckIns = Get<'/api/member/check-ins'>;
export type Notice = Item<Get<'/api/member/notices'>>;

type AnyCoupon = Item<Get<'/api/member/coupons'>>;
export type ClaimableTemplate = Exclude<AnyCoupon, { couponId: string }>;
export type MyCoupon = Post_<'/api/member/coupons/templates/{templateId}/claims'>;
export type OfferedGift = Post_<'/api/member/coupons/{id}/gift'>;
export type CouponGift = Get<'/api/member/coupon-gifts/{token}'>;
export type MyGift = Item<Get<'/api/member/coupon-gifts'>>;
export type CouponLookup = Post_<'/api/clerk/coupons/lookup'>;

export type MallItem = Item<Get<'/api/member/mall/items'>>;
export type MallItemDetail = Get<'/api/member/mall/items/{id}'>['item'];
export type MyReward = Get<'/api/member/rewards/{rewardNo}'>;
export type DeskReward = Post_<'/api/clerk/rewards/lookup'>;

export type Membership = Get<'/api/member/membership'>;
export type PlanOffer = Membership['plans'][number];
export type MyCard = Membership['cards'][number];
export type CardRefundPreview = Get<'/api/member/membership/cards/{cardNo}/refund'>;

export type ActivityCard = Item<Get<'/api/member/activities'>>;
export type ActivityDetail = Get<'/api/member/activities/{id}'>;
export type ActivityState = ActivityCard['myState'];
export type EntryAnswer = Post_<'/api/member/activities/{id}/entries'>;

export type Post = Get<'/api/member/posts/{id}'>;
export type LikeAnswer = Answer<'/api/member/posts/{id}/like', 'put'>;
export type Comment = Item<Get<'/api/member/posts/{id}/comments'>>;

export type CustomerCard = Post_<'/api/clerk/customers/scan'>;
export type GiveableCoupon = Post_<'/api/clerk/giveable-coupons'>['items'][number];
export type Product = Item<Get<'/api/clerk/products'>>;
export type PurchaseDraft = Input<'/api/clerk/purchases', 'post'>;
export type Preview = Post_<'/api/clerk/purchases/preview'>;
export type Receipt = Get<'/api/clerk/purchases/{purchaseNo}'>;
export type RefundWish = Input<'/api/clerk/purchases/{purchaseNo}/refund-preview', 'post'>;
export type RefundPreview = Post_<'/api/clerk/purchases/{purchaseNo}/refund-preview'>;
export type RefundOrder = Input<'/api/clerk/purchases/{purchaseNo}/refunds', 'post'>;
export type RefundAnswer = Post_<'/api/clerk/purchases/{purchaseNo}/refunds'>;
export type UndoPreview = Post_<'/api/clerk/purchases/{purchaseNo}/undo-preview'>;
export type UndoAnswer = Post_<'/api/clerk/purchases/{purchaseNo}/undos'>;
export type WaitingUndo = Item<Get<'/api/clerk/undos'>>;
export type CheckInAnswer = Post_<'/api/clerk/activities/{id}/check-ins'>;
