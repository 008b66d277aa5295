import { type ComponentType, createElement, lazy, type ReactElement } from 'react';
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router-dom';
import { useMay } from '../shared/session/session';
import { Allowed } from '../shared/ui/allowed';
import { ConsoleLayout } from './layout';
import { homeFor } from './menu';
import { NotFound, RouteError } from './route-error';

/** A feature's page in a bundle of its own, fetched when it is first opened. */
const page = <Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name): ReactElement => {
  const Lazy = lazy(async (): Promise<{ default: ComponentType }> => ({ default: (await load())[name] }));
  return createElement(Lazy);
};

const route = (path: string, needs: string | null, element: ReactElement): RouteObject => ({
  path,
  element: needs ? (
    <Allowed to={needs} explain>
      {element}
    </Allowed>
  ) : (
    element
  ),
  errorElement: <RouteError />,
});

const login = () => import('../features/login');
const today = () => import('../features/today');
const members = () => import('../features/members');
const purchases = () => import('../features/purchases');
const imports = () => import('../features/imports');
const rules = () => import('../features/rules');
const replays = () => import('../features/replays');
const tiers = () => import('../features/tiers');
const approvals = () => import('../features/approvals');
const pointsReports = () => import('../features/points-reports');
const pointsSettings = () => import('../features/points-settings');
const coupons = () => import('../features/coupons');
const couponCodes = () => import('../features/coupon-codes');
const bulkIssues = () => import('../features/coupons/issues');
const activities = () => import('../features/activities');
const content = () => import('../features/content');
const comments = () => import('../features/comments');
const tagging = () => import('../features/tagging');
const stores = () => import('../features/stores');
const staff = () => import('../features/staff');
const unissuedRewards = () => import('../features/unissued-rewards');
const mall = () => import('../features/mall');
const memberships = () => import('../features/memberships');
const payments = () => import('../features/payments');
const integrations = () => import('../features/integrations');
const audit = () => import('../features/audit');
const deadLetters = () => import('../features/dead-letters');
const account = () => import('../features/account');

function Home() {
  const may = useMay();
  return <Navigate to={homeFor(may)} replace />;
}

const inside: RouteObject[] = [
  { index: true, element: <Home /> },
  route('today', 'today.read', page(today, 'TodayPage')),
  route('members', 'members.read', page(members, 'MembersPage')),
  route('members/:memberId', 'members.read', page(members, 'MemberPage')),
  route('members/:memberId/points', 'members.read', page(members, 'LedgerPage')),
  route('purchases', 'purchases.read', page(purchases, 'PurchasesPage')),
  route('imports', 'imports.run', page(imports, 'ImportsPage')),
  route('imports/:importId', 'imports.run', page(imports, 'ImportPage')),
  route('rules', 'rules.read', page(rules, 'RulesPage')),
  route('rules/try', 'rules.read', page(rules, 'TryPage')),
  route('rules/replays', 'rules.read', page(replays, 'ReplaysPage')),
  route('rules/replays/new', 'rules.write', page(replays, 'NewReplayPage')),
  route('rules/replays/:replayId', 'rules.read', page(replays, 'ReplayPage')),
  route('rules/new', 'rules.write', page(rules, 'RuleEditPage')),
  route('rules/:ruleId', 'rules.read', page(rules, 'RuleEditPage')),
  route('tiers', 'rules.read', page(tiers, 'TiersPage')),
  route('tiers/design', 'tiers.write', page(tiers, 'TierDesignPage')),
  route('approvals', 'points.adjust', page(approvals, 'ApprovalsPage')),
  route('points-liability', 'rules.read', page(pointsReports, 'LiabilityPage')),
  route('store-settlement', 'rules.read', page(pointsReports, 'SettlementPage')),
  route('points-settings', 'rules.read', page(pointsSettings, 'PointsSettingsPage')),
  route('coupons', 'coupons.read', page(coupons, 'CouponsPage')),
  route('coupons/new', 'coupons.write', page(coupons, 'CouponEditPage')),
  route('coupons/settings', 'coupons.read', page(coupons, 'CouponSettingsPage')),
  route('coupons/:templateId/codes', 'coupons.read', page(couponCodes, 'CodesPage')),
  route('coupons/:templateId', 'coupons.read', page(coupons, 'CouponEditPage')),
  route('bulk-issues', 'coupons.read', page(bulkIssues, 'BulkIssuesPage')),
  route('bulk-issues/new', 'coupons.issue', page(bulkIssues, 'NewBulkIssuePage')),
  route('bulk-issues/:issueId', 'coupons.read', page(bulkIssues, 'BulkIssuePage')),
  route('mall', 'rewards.read', page(mall, 'MallPage')),
  route('mall/new', 'rewards.write', page(mall, 'MallItemPage')),
  route('mall-rewards', 'rewards.read', page(mall, 'MallRewardsPage')),
  route('mall/:itemId', 'rewards.read', page(mall, 'MallItemPage')),
  route('membership-plans', 'memberships.read', page(memberships, 'MembershipPlansPage')),
  route('membership-plans/new', 'memberships.write', page(memberships, 'MembershipPlanPage')),
  route('membership-plans/:planId', 'memberships.read', page(memberships, 'MembershipPlanPage')),
  route('membership-cards', 'memberships.read', page(memberships, 'MembershipCardsPage')),
  route('payments', 'payments.read', page(payments, 'PaymentsPage')),
  route('payment-refunds', 'payments.read', page(payments, 'RefundsPage')),
  route('reconciliation', 'operations.read', page(payments, 'ReconciliationPage')),
  route('activities', 'activities.read', page(activities, 'ActivitiesPage')),
  route('activities/new', 'activities.write', page(activities, 'ActivityEditPage')),
  route('activities/:activityId', 'activities.read', page(activities, 'ActivityPage')),
  route('activities/:activityId/edit', 'activities.write', page(activities, 'ActivityEditPage')),
  route('content', 'content.read', page(content, 'ContentPage')),
  route('comments', 'content.moderate', page(comments, 'CommentsPage')),
  route('tagging', 'tagging.read', page(tagging, 'TaggingPage')),
  route('stores', 'stores.read', page(stores, 'StoresPage')),
  route('staff', 'staff.read', page(staff, 'StaffPage')),
  route('unissued-rewards', 'rules.read', page(unissuedRewards, 'UnissuedRewardsPage')),
  route('integrations', 'integrations.write', page(integrations, 'IntegrationsPage')),
  route('audit', 'audit.read', page(audit, 'AuditPage')),
  route('dead-letters', 'operations.read', page(deadLetters, 'DeadLettersPage')),
  route('account', null, page(account, 'AccountPage')),
  { path: '*', element: <NotFound /> },
];

export const router = createBrowserRouter(
  [
    { path: '/login', element: page(login, 'LoginPage'), errorElement: <RouteError /> },
    { path: '/', element: <ConsoleLayout />, errorElement: <RouteError />, children: inside },
  ],
  { basename: import.meta.env.BASE_URL.replace(/\/$/, '') || '/' },
);
