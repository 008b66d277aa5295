import * as fc from 'fast-check';
import { type Moment, mergeNewestFirst } from './timeline';

const moment = (ms: number, ref: string): Moment => ({
  at: new Date(ms),
  kind: 'points',
  title: '',
  detail: '',
  amountFen: null,
  points: null,
  ref,
});

const page = (sources: readonly Moment[][], before: Date, limit: number) =>
  mergeNewestFirst(
    limit,
    sources.map((source) =>
      source
        .filter((each) => each.at < before)
        .sort((a, b) => b.at.getTime() - a.at.getTime())
        .slice(0, limit),
    ),
  );

describe('timeline', () => {
  it('shows every moment once, newest first, over any pages', () => {
    const times = fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 40 });
    fc.assert(
      fc.property(times, times, fc.integer({ min: 1, max: 7 }), (a, b, limit) => {
        const sources = [a.map((ms) => moment(ms, `a${ms}`)), b.map((ms) => moment(ms, `b${ms}`))];
        const seen: Moment[] = [];
        let before: Date | null = new Date(10_000);
        while (before) {
          const next: { items: Moment[]; nextBefore: Date | null } = page(sources, before, limit);
          seen.push(...next.items);
          before = next.nextBefore;
        }
        expect(seen.map((each) => each.ref).sort()).toEqual(
          sources
            .flat()
            .map((each) => each.ref)
            .sort(),
        );
        seen.reduce(
          (earlier, later) => {
            expect(later.at <= earlier.at).toBe(true);
            return later;
          },
          moment(20_000, ''),
        );
      }),
    );
  });
});
