import type { Named } from './common';

export interface TagRow {
  code: string;
  name: string;
  kind: 'manual' | 'rule' | 'scored';
  members: number;
  description: string;
}

export interface TaggingRun {
  runId?: string;
  startedAt: string;
  finishedAt: string | null;
  members: number;
  changed: number;
  state?: string;
  progressPercent?: number;
  failure?: string | null;
}

export interface RfmCell {
  r: number;
  f: number;
  m: number;
  members: number;
  netFen: number;
}

export interface RfmGrid {
  asOf: string | null;
  windowDays: number;
  boundaries: unknown;
  grid: RfmCell[];
  fanTiers: (Named & { members: number })[];
  lastRun: TaggingRun | null;
}
