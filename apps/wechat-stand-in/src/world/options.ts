import { MovableClock } from './clock';
import type { PayStandInOptions } from './pay-options';

/** WeChat's numbers are configuration here: a test may tighten a limit to see it reached. */
export interface Limits {
  readonly tokenSeconds: number;
  /** A superseded token of the plain family, and the last stretch of a stable one, stay usable so long. */
  readonly overlapSeconds: number;
  readonly forcedRefreshesPerDay: number;
  readonly forcedRefreshGapSeconds: number;
  readonly codeSeconds: number;
  readonly visitSeconds: number;
  readonly loginsPerMinutePerPerson: number;
  readonly picturesPerMinute: number;
  readonly textChecksPerMinute: number;
}

export const WECHAT_LIMITS: Limits = {
  tokenSeconds: 7200,
  overlapSeconds: 300,
  forcedRefreshesPerDay: 20,
  forcedRefreshGapSeconds: 30,
  codeSeconds: 300,
  visitSeconds: 7200,
  loginsPerMinutePerPerson: 100,
  picturesPerMinute: 5000,
  textChecksPerMinute: 4000,
};

export interface StandInOptions {
  readonly appId: string;
  readonly appSecret: string;
  /** Keeps the people that were added; without it they live as long as the process. */
  readonly dataFolder?: string;
  /** Pages of the released mini-program; without a list every well-formed page counts as released. */
  readonly releasedPages?: readonly string[];
  readonly limits?: Partial<Limits>;
  readonly clock?: MovableClock;
  /** Without it there is no WeChat Pay. */
  readonly pay?: PayStandInOptions;
}
