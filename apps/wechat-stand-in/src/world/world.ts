import { CallLog } from './calls';
import { MovableClock } from './clock';
import { CodeBook } from './codes';
import { Faults } from './faults';
import { type Limits, type StandInOptions, WECHAT_LIMITS } from './options';
import { People } from './people';
import { fileShelf, noShelf } from './people-file';
import { MinuteRate } from './rate';
import { Tokens } from './tokens';
import { Visits } from './visits';

/** Everything that the stand-in remembers: one WeChat with one mini-program in it. */
export interface World {
  readonly appId: string;
  readonly appSecret: string;
  readonly releasedPages: readonly string[] | null;
  readonly clock: MovableClock;
  readonly people: People;
  readonly codes: CodeBook;
  readonly tokens: Tokens;
  readonly visits: Visits;
  readonly faults: Faults;
  readonly calls: CallLog;
  readonly rates: Record<'login' | 'picture' | 'text', MinuteRate>;
  reset(): void;
  /** Something else that a reset takes back. */
  onReset(act: () => void): void;
}

export const createWorld = (options: StandInOptions): World => {
  const clock = options.clock ?? new MovableClock();
  const limits: Limits = { ...WECHAT_LIMITS, ...options.limits };
  const people = new People(options.appId, options.dataFolder ? fileShelf(options.dataFolder) : noShelf);
  const codes = new CodeBook(clock, limits.codeSeconds);
  const tokens = new Tokens(clock, limits);
  const visits = new Visits(clock, limits.visitSeconds);
  const faults = new Faults();
  const calls = new CallLog();
  const rates = {
    login: new MinuteRate(clock, limits.loginsPerMinutePerPerson),
    picture: new MinuteRate(clock, limits.picturesPerMinute),
    text: new MinuteRate(clock, limits.textChecksPerMinute),
  };
  const others: (() => void)[] = [];
  const parts = [people, codes, tokens, visits, faults, calls, ...Object.values(rates)];
  return {
    appId: options.appId,
    appSecret: options.appSecret,
    releasedPages: options.releasedPages ?? null,
    clock,
    people,
    codes,
    tokens,
    visits,
    faults,
    calls,
    rates,
    reset: () => {
      for (const part of parts) part.reset();
      for (const act of others) act();
      clock.moveTo(0);
    },
    onReset: (act) => {
      others.push(act);
    },
  };
};
