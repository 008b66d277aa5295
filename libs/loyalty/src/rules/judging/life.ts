import { accept, type Outcome, reject } from '@fanloop/kernel';
import { refuse } from '../refusals';
import type { RuleStatus, VersionState } from './rule';

/** Where a rule stands: what judges, and how far its newest version has come. */
export interface RuleLife {
  readonly status: RuleStatus;
  /** The newest version. */
  readonly version: number;
  /** The approved one that judges while the rule is active; null: none was ever approved. */
  readonly activeVersion: number | null;
  /** Of the newest version. */
  readonly state: VersionState;
}

export const DEEDS = ['revise', 'submit', 'withdraw', 'approve', 'reject', 'pause', 'resume', 'retire'] as const;
export type RuleDeed = (typeof DEEDS)[number];

/** What a deed makes of a rule: the rule as it is afterwards, and the versions whose state changed. */
export interface LifeStep {
  readonly life: RuleLife;
  readonly versions: ReadonlyMap<number, VersionState>;
}

/** A rule begins as the draft of its first version. */
export const NEW_LIFE: RuleLife = { status: 'draft', version: 1, activeVersion: null, state: 'draft' };

/**
 * What a deed does to a rule; null: it is done already, and nothing changes (a repeated request). Versions are never
 * changed by a deed but for their state, so what one of them has judged stays explained by it.
 */
export const lifeAfter = (life: RuleLife, deed: RuleDeed): Outcome<LifeStep | null> => {
  if (life.status === 'retired') return deed === 'retire' ? accept(null) : reject(refuse('RuleRetired'));
  return COURSES[deed](life);
};

type Course = (life: RuleLife) => Outcome<LifeStep | null>;

const step = (life: RuleLife, ...versions: readonly (readonly [number, VersionState])[]): Outcome<LifeStep> =>
  accept({ life, versions: new Map(versions) });

/** What was not approved yet and never will be: its place is taken, or its rule has ended. */
const superseded = ({ version, state }: RuleLife): readonly (readonly [number, VersionState])[] =>
  state === 'draft' || state === 'in-review' ? [[version, 'superseded']] : [];

/** While the next version is written and reviewed, the approved one goes on judging. */
const revise: Course = (life) =>
  step({ ...life, version: life.version + 1, state: 'draft' }, ...superseded(life), [life.version + 1, 'draft']);

const submit: Course = (life) => {
  if (life.state === 'in-review') return accept(null);
  if (life.state !== 'draft') return reject(refuse('RuleNotDrafted'));
  return step({ ...life, state: 'in-review' }, [life.version, 'in-review']);
};

const withdraw: Course = (life) => {
  if (life.state === 'draft') return accept(null);
  if (life.state !== 'in-review') return reject(refuse('RuleNotInReview'));
  return step({ ...life, state: 'draft' }, [life.version, 'draft']);
};

/** A draft begins to judge; an active rule judges by the new version from then on; a paused one stays paused. */
const approve: Course = (life) => {
  if (life.state !== 'in-review') return reject(refuse('RuleNotInReview'));
  const before: readonly (readonly [number, VersionState])[] =
    life.activeVersion === null ? [] : [[life.activeVersion, 'superseded']];
  const status = life.status === 'draft' ? 'active' : life.status;
  return step({ status, version: life.version, activeVersion: life.version, state: 'approved' }, ...before, [
    life.version,
    'approved',
  ]);
};

const rejectVersion: Course = (life) =>
  life.state === 'in-review'
    ? step({ ...life, state: 'rejected' }, [life.version, 'rejected'])
    : reject(refuse('RuleNotInReview'));

const pause: Course = (life) => {
  if (life.status === 'paused') return accept(null);
  return life.status === 'active' ? step({ ...life, status: 'paused' }) : reject(refuse('RuleNeverApproved'));
};

const resume: Course = (life) => {
  if (life.status === 'active') return accept(null);
  return life.status === 'paused' ? step({ ...life, status: 'active' }) : reject(refuse('RuleNeverApproved'));
};

const retire: Course = (life) => {
  const ended = superseded(life);
  return step({ ...life, status: 'retired', state: ended.length > 0 ? 'superseded' : life.state }, ...ended);
};

const COURSES: Readonly<Record<RuleDeed, Course>> = {
  revise,
  submit,
  withdraw,
  approve,
  reject: rejectVersion,
  pause,
  resume,
  retire,
};

/** Who decides about a version, and how many people of the brand could. */
export interface Decider {
  /** `staff:12`. */
  readonly by: string;
  readonly isOwner: boolean;
  /** Active people who may approve rules, the decider among them. */
  readonly approvers: number;
}

/**
 * Four eyes: whoever wrote a version does not decide about it. Where nobody else may, an owner decides alone, and the audit
 * log says so.
 */
export const decidesAs = (author: string, { by, isOwner, approvers }: Decider): Outcome<'another-person' | 'alone'> => {
  if (by !== author) return accept('another-person');
  return isOwner && approvers <= 1 ? accept('alone') : reject(refuse('RuleOwnVersion'));
};
