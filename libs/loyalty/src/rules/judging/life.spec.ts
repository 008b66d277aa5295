import { DEEDS, decidesAs, lifeAfter, type RuleDeed, type RuleLife } from './life';
import type { RuleStatus, VersionState } from './rule';

/** `active 1/2 in-review` = active, judging by version 1, its version 2 in review. */
const lifeOf = (text: string): RuleLife => {
  const [status, versions, state] = text.split(' ') as [RuleStatus, string, VersionState];
  const [active, newest] = versions.split('/');
  return { status, version: Number(newest), activeVersion: active === '-' ? null : Number(active), state };
};
const textOf = ({ status, version, activeVersion, state }: RuleLife): string =>
  `${status} ${activeVersion ?? '-'}/${version} ${state}`;

const outcome = (from: string, deed: RuleDeed): string => {
  const result = lifeAfter(lifeOf(from), deed);
  if (!result.ok) return result.refusal.code;
  if (result.value === null) return '=';
  const { life, versions } = result.value;
  return [textOf(life), ...[...versions].map(([version, state]) => `v${version} ${state}`)].join('; ');
};

const NOT_DRAFTED = 'RuleNotDrafted';
const NOT_IN_REVIEW = 'RuleNotInReview';
const NEVER = 'RuleNeverApproved';
const RETIRED = 'RuleRetired';

/** For each state what follows from: revise, submit, withdraw, approve, reject, pause, resume, retire. */
const TABLE: Readonly<Record<string, readonly string[]>> = {
  'draft -/1 draft': [
    'draft -/2 draft; v1 superseded; v2 draft',
    'draft -/1 in-review; v1 in-review',
    '=',
    NOT_IN_REVIEW,
    NOT_IN_REVIEW,
    NEVER,
    NEVER,
    'retired -/1 superseded; v1 superseded',
  ],
  'draft -/1 in-review': [
    'draft -/2 draft; v1 superseded; v2 draft',
    '=',
    'draft -/1 draft; v1 draft',
    'active 1/1 approved; v1 approved',
    'draft -/1 rejected; v1 rejected',
    NEVER,
    NEVER,
    'retired -/1 superseded; v1 superseded',
  ],
  'draft -/1 rejected': [
    'draft -/2 draft; v2 draft',
    NOT_DRAFTED,
    NOT_IN_REVIEW,
    NOT_IN_REVIEW,
    NOT_IN_REVIEW,
    NEVER,
    NEVER,
    'retired -/1 rejected',
  ],
  'active 1/1 approved': [
    'active 1/2 draft; v2 draft',
    NOT_DRAFTED,
    NOT_IN_REVIEW,
    NOT_IN_REVIEW,
    NOT_IN_REVIEW,
    'paused 1/1 approved',
    '=',
    'retired 1/1 approved',
  ],
  'active 1/2 draft': [
    'active 1/3 draft; v2 superseded; v3 draft',
    'active 1/2 in-review; v2 in-review',
    '=',
    NOT_IN_REVIEW,
    NOT_IN_REVIEW,
    'paused 1/2 draft',
    '=',
    'retired 1/2 superseded; v2 superseded',
  ],
  'active 1/2 in-review': [
    'active 1/3 draft; v2 superseded; v3 draft',
    '=',
    'active 1/2 draft; v2 draft',
    'active 2/2 approved; v1 superseded; v2 approved',
    'active 1/2 rejected; v2 rejected',
    'paused 1/2 in-review',
    '=',
    'retired 1/2 superseded; v2 superseded',
  ],
  'active 1/2 rejected': [
    'active 1/3 draft; v3 draft',
    NOT_DRAFTED,
    NOT_IN_REVIEW,
    NOT_IN_REVIEW,
    NOT_IN_REVIEW,
    'paused 1/2 rejected',
    '=',
    'retired 1/2 rejected',
  ],
  'paused 1/1 approved': [
    'paused 1/2 draft; v2 draft',
    NOT_DRAFTED,
    NOT_IN_REVIEW,
    NOT_IN_REVIEW,
    NOT_IN_REVIEW,
    '=',
    'active 1/1 approved',
    'retired 1/1 approved',
  ],
  'paused 1/2 in-review': [
    'paused 1/3 draft; v2 superseded; v3 draft',
    '=',
    'paused 1/2 draft; v2 draft',
    'paused 2/2 approved; v1 superseded; v2 approved',
    'paused 1/2 rejected; v2 rejected',
    '=',
    'active 1/2 in-review',
    'retired 1/2 superseded; v2 superseded',
  ],
  'retired 1/2 superseded': [RETIRED, RETIRED, RETIRED, RETIRED, RETIRED, RETIRED, RETIRED, '='],
};

describe('the life of a rule', () => {
  const rows = Object.entries(TABLE).flatMap(([from, ends]) => DEEDS.map((deed, i) => [from, deed, ends[i]!] as const));

  it.each(rows)('%s → %s: %s', (from, deed, end) => expect(outcome(from, deed)).toBe(end));

  it('names every deed in every row', () =>
    expect(Object.values(TABLE).every((ends) => ends.length === DEEDS.length)).toBe(true));

  it('judges by an approved version or not at all, whatever is done in whatever order', () => {
    const seen = new Set<string>();
    const walk = (life: RuleLife, approved: ReadonlySet<number>): void => {
      const key = `${textOf(life)} ${[...approved]}`;
      if (seen.has(key) || life.version > 3) return;
      seen.add(key);
      if (life.status === 'active' || life.status === 'paused') expect(approved).toContain(life.activeVersion);
      if (life.status === 'draft') expect(life.activeVersion).toBeNull();
      for (const deed of DEEDS) {
        const result = lifeAfter(life, deed);
        if (!result.ok || result.value === null) continue;
        const { life: after } = result.value;
        walk(after, deed === 'approve' ? new Set([...approved, after.version]) : approved);
      }
    };
    walk(lifeOf('draft -/1 draft'), new Set());
    expect(seen.size).toBeGreaterThan(40);
  });
});

describe('who decides about a version', () => {
  it.each([
    ['another person', 'staff:1', { by: 'staff:2', isOwner: false, approvers: 2 }, 'another-person'],
    ['the author', 'staff:1', { by: 'staff:1', isOwner: false, approvers: 2 }, 'RuleOwnVersion'],
    [
      'an owner who wrote it, with others there',
      'staff:1',
      { by: 'staff:1', isOwner: true, approvers: 2 },
      'RuleOwnVersion',
    ],
    ['an owner who is the only one', 'staff:1', { by: 'staff:1', isOwner: true, approvers: 1 }, 'alone'],
    ['the only one, but no owner', 'staff:1', { by: 'staff:1', isOwner: false, approvers: 1 }, 'RuleOwnVersion'],
    [
      'anybody about a version of the system',
      'system:seed',
      { by: 'staff:1', isOwner: false, approvers: 1 },
      'another-person',
    ],
  ] as const)('%s', (_, author, decider, expected) => {
    const result = decidesAs(author, decider);
    expect(result.ok ? result.value : result.refusal.code).toBe(expected);
  });
});
