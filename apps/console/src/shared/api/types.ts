import type { Answer, Input } from '@fanloop/api-client';

/** The names that the screens use for what the interface answers and takes. All come from the generated client. */
type ItemOf<List> = List extends { items: (infer Row)[] } ? Row : never;

export interface Named {
  code: string;
  name: string;
}

export type Today = Answer<'/api/console/today', 'get'>;

export type MemberRow = ItemOf<Answer<'/api/console/members', 'get'>>;
export type MemberDetail = Answer<'/api/console/members/{id}', 'get'>;
export type TimelineItem = ItemOf<Answer<'/api/console/members/{id}/timeline', 'get'>>;
export type TimelineKind = TimelineItem['kind'];
export type MemberCoupon = ItemOf<Answer<'/api/console/members/{id}/coupons', 'get'>>;

export type PurchaseRow = ItemOf<Answer<'/api/console/purchases', 'get'>>;

export type ImportUpload = Answer<'/api/console/imports', 'post'>;
export type ImportColumn = ImportUpload['columns'][number];
export type ImportView = Answer<'/api/console/imports/{id}', 'get'>;
export type ImportState = ImportView['state'];
export type ImportReport = Answer<'/api/console/imports/{id}/dry-run', 'post'>;
export type ImportError = ImportReport['errors'][number];
export type MappingInput = Input<'/api/console/imports/{id}/mapping', 'post'>;

export type RuleView = ItemOf<Answer<'/api/console/rules', 'get'>>;
export type RuleDetail = Answer<'/api/console/rules/{id}', 'get'>;
export type RuleVersion = RuleDetail['versions'][number];
export type RuleDraft = Input<'/api/console/rules', 'post'>;
export type RuleEffect = RuleDraft['effect'];
export type RuleTrigger = RuleDraft['trigger'];
export type RuleStatus = RuleView['status'];
export type RuleVersionState = RuleView['state'];
export type RuleFacts = Answer<'/api/console/rules/facts', 'get'>;
export type RuleFact = RuleFacts['facts'][number];
export type FieldChange = RuleVersion['changes'][number];
export type TryInput = Input<'/api/console/rules/try', 'post'>;
export type TryResult = Answer<'/api/console/rules/try', 'post'>;
export type ExplainedRule = TryResult['rules'][number];
export type LintWarning = Answer<'/api/console/rules/lint', 'post'>['warnings'][number];
export type EntryExplanation = Answer<'/api/console/members/{id}/points/entries/{seq}/explanation', 'get'>;
export type TierRow = ItemOf<Answer<'/api/console/tiers', 'get'>>;
export type AdjustmentRequest = ItemOf<Answer<'/api/console/adjustment-requests', 'get'>>;
export type AdjustmentState = AdjustmentRequest['state'];
export type LedgerEntry = ItemOf<Answer<'/api/console/members/{id}/points/entries', 'get'>>;
export type LedgerLot = ItemOf<Answer<'/api/console/members/{id}/points/lots', 'get'>>;
export type AccountProof = Answer<'/api/console/members/{id}/points/proof', 'get'>;
export type LoyaltySettings = Answer<'/api/console/loyalty-settings', 'get'>;
export type SettingsChange = Input<'/api/console/loyalty-settings', 'put'>;
export type ExpiryPolicy = LoyaltySettings['expiry'];
export type Liability = Answer<'/api/console/points-reports/liability', 'get'>;
export type Settlement = Answer<'/api/console/points-reports/settlement', 'get'>;
export type LedgerProof = Answer<'/api/console/ledger/proof', 'get'>;

export type CouponTemplate = ItemOf<Answer<'/api/console/coupons/templates', 'get'>>;
export type CouponBenefit = CouponTemplate['benefit'];
export type CouponDraft = Pick<
  CouponTemplate,
  | 'name'
  | 'benefit'
  | 'thresholdFen'
  | 'stockTotal'
  | 'perMemberLimit'
  | 'validity'
  | 'stores'
  | 'categories'
  | 'skus'
  | 'channels'
  | 'tiers'
  | 'tags'
  | 'firstPurchaseOnly'
  | 'useTimes'
  | 'stacking'
  | 'claimFrom'
  | 'claimUntil'
  | 'openTo'
  | 'audienceId'
  | 'clerkPerDay'
  | 'returnGraceDays'
  | 'belowThreshold'
  | 'budgets'
  | 'giving'
>;
export type CouponStatus = CouponTemplate['status'];
export type CouponBudgets = CouponTemplate['budgets'];
export type CouponBudgetsUsed = Answer<'/api/console/coupons/templates/{id}/budgets', 'get'>;
export type CouponBreakdown = Answer<'/api/console/coupons/templates/{id}/breakdown', 'get'>;
type StatusInput = Input<'/api/console/coupons/templates/{id}/status', 'post'>;
export type CouponStatusChange = Pick<StatusInput, 'status'> & Partial<StatusInput>;
export type CouponSettings = Answer<'/api/console/coupons/settings', 'get'>;
export type TillSettings = Answer<'/api/console/till-settings', 'get'>;
export type CouponStatistics = Answer<'/api/console/coupons/templates/{id}/statistics', 'get'>;

export type MallItem = ItemOf<Answer<'/api/console/reward-items', 'get'>>;
export type NewMallItem = Omit<
  MallItem,
  'id' | 'status' | 'stockTotal' | 'stockLeft' | 'redeemed' | 'waiting' | 'reserved'
> & {
  stock: number;
};
export type MallItemDraft = Omit<NewMallItem, 'kind' | 'stock'>;
export type MallItemStatusChange = Input<'/api/console/reward-items/{id}/status', 'post'>['status'];
export type MembershipPlan = ItemOf<Answer<'/api/console/membership-plans', 'get'>>;
export type MembershipPlanDraft = Pick<
  MembershipPlan,
  | 'name'
  | 'summary'
  | 'terms'
  | 'priceFen'
  | 'duration'
  | 'tierCode'
  | 'usedCoupons'
  | 'reminderDays'
  | 'saleFrom'
  | 'saleUntil'
  | 'stockTotal'
  | 'position'
> & { coupons: { templateId: string; count: number; worthFen: number }[] };
export type MembershipPlanStatusChange = Input<'/api/console/membership-plans/{id}/status', 'post'>['status'];
export type MembershipCard = ItemOf<Answer<'/api/console/membership-cards', 'get'>>;
export type MembershipRefundPreview = Answer<'/api/console/membership-cards/{cardNo}/refund', 'get'>;
export type MallReward = ItemOf<Answer<'/api/console/rewards', 'get'>>;

export type PaymentRow = ItemOf<Answer<'/api/console/payments', 'get'>>;
export type PaymentDetail = Answer<'/api/console/payments/{paymentNo}', 'get'>;
export type RefundRow = ItemOf<Answer<'/api/console/payment-refunds', 'get'>>;
export type PaymentDay = ItemOf<Answer<'/api/console/payments/days', 'get'>>;
export type BillDifference = ItemOf<Answer<'/api/console/reconciliation/differences', 'get'>>;

export type ActivityView = ItemOf<Answer<'/api/console/activities', 'get'>>;
export type ActivityInput = Input<'/api/console/activities', 'post'>;
export type ActivityStatus = ActivityView['status'];
export type ActivityStatusChange = Input<'/api/console/activities/{id}/status', 'post'>['status'];
export type ActivityEntry = ItemOf<Answer<'/api/console/activities/{id}/entries', 'get'>>;

export type ContentItem = ItemOf<Answer<'/api/console/content', 'get'>>;
export type ContentDetail = Answer<'/api/console/content/{id}', 'get'>;
export type ContentDraft = Input<'/api/console/content', 'post'>;
export type ContentState = ContentItem['state'];
export type ContentLink = NonNullable<ContentItem['link']>;
export type CommentInReview = ItemOf<Answer<'/api/console/comments', 'get'>>;

export type TagRow = ItemOf<Answer<'/api/console/tags', 'get'>>;
export type RfmGrid = Answer<'/api/console/tagging/rfm', 'get'>;
export type RfmCell = RfmGrid['grid'][number];
export type TaggingRun = Answer<'/api/console/tagging/runs/{id}', 'get'>;

export type StoreRow = ItemOf<Answer<'/api/console/stores', 'get'>>;
export type StoreDraft = Input<'/api/console/stores', 'post'>;
export type StaffRow = ItemOf<Answer<'/api/console/staff', 'get'>>;
export type StaffDraft = Input<'/api/console/staff', 'post'>;
export type Role = StaffRow['role'];

export type AuditRow = ItemOf<Answer<'/api/console/audit', 'get'>>;
export type DeadLetter = ItemOf<Answer<'/api/console/dead-letters', 'get'>>;

export type UnissuedReward = ItemOf<Answer<'/api/console/unissued-rewards', 'get'>>;
export type ApiKey = ItemOf<Answer<'/api/console/api-keys', 'get'>>;
export type ApiKeyDraft = Input<'/api/console/api-keys', 'post'>;
export type ApiKeyMade = Answer<'/api/console/api-keys', 'post'>;
export type ReplayRow = ItemOf<Answer<'/api/console/replays', 'get'>>;
export type ReplayView = Answer<'/api/console/replays/{id}', 'get'>;
export type ReplayState = ReplayView['state'];
export type ReplayReport = NonNullable<ReplayView['report']>;
export type ReplayStart = Input<'/api/console/replays', 'post'>;

export type CodeBatch = ItemOf<Answer<'/api/console/coupons/templates/{id}/code-batches', 'get'>>;
export type CodeFormInput = Input<'/api/console/coupons/code-examples', 'post'>;
export type OrderCodesInput = Input<'/api/console/coupons/templates/{id}/code-batches', 'post'>;
export type CodeFileInput = Input<'/api/console/coupons/code-files', 'post'>;
export type ImportCodesInput = Input<'/api/console/coupons/templates/{id}/code-imports', 'post'>;
export type LookedThrough = Answer<'/api/console/coupons/code-files', 'post'>;
export type CodeFault = LookedThrough['faults'][number];
export type LookedUpCode = Answer<'/api/console/coupons/code-lookup', 'post'>;
export type BulkIssue = ItemOf<Answer<'/api/console/bulk-issues', 'get'>>;
export type BulkIssueView = Answer<'/api/console/bulk-issues/{id}', 'get'>;
export type BulkIssueState = BulkIssue['state'];
export type NewBulkIssue = Input<'/api/console/bulk-issues', 'post'>;
export type AudienceConditions = NewBulkIssue['conditions'];
export type AudienceList = Answer<'/api/console/audiences/lists', 'post'>;
export type KeptAudience = Answer<'/api/console/audiences', 'post'>;
export type UnissuedCoupon = ItemOf<Answer<'/api/console/bulk-issues/{id}/unissued', 'get'>>;
