import {
  assertCancellable,
  assertDraft,
  assertResumable,
  ISSUE_STATES,
  type IssueDraft,
  membersPerChunk,
  type Standing,
} from './issue';

const NOW = new Date('2026-06-15T04:00:00Z');
const draft = (more: Partial<IssueDraft> = {}): IssueDraft => ({
  name: '端午回馈',
  templateId: '1',
  copies: 1,
  notify: true,
  startAt: null,
  ...more,
});

describe('a bulk issue', () => {
  it.each<[string, Partial<IssueDraft>]>([
    ['no name', { name: '  ' }],
    ['a name of 61', { name: '券'.repeat(61) }],
    ['no coupon', { copies: 0 }],
    ['less than none', { copies: -1 }],
    ['half a coupon', { copies: 1.5 }],
    ['a million for each', { copies: 1_000_000 }],
    ['more than all numbers', { copies: Number.POSITIVE_INFINITY }],
    ['the present as a time to come', { startAt: NOW }],
    ['a time in two years', { startAt: new Date('2028-06-15T04:00:00Z') }],
  ])('refuses %s', (_, more) => {
    expect(() => assertDraft(draft(more), NOW)).toThrow(expect.objectContaining({ code: 'IssueInvalid' }));
  });

  it('takes 60 emoji for a name of 60, and a time within a year', () => {
    expect(() =>
      assertDraft(draft({ name: '🍵'.repeat(60), copies: 20, startAt: new Date('2026-06-15T04:00:01Z') }), NOW),
    ).not.toThrow();
  });

  it('may be cancelled until it has ended, and resumed where it was held, failed or waits for tomorrow', () => {
    const allowed = (assert: (issue: Standing) => void, heldBy: string | null = null) =>
      ISSUE_STATES.filter((state) => {
        try {
          assert({ state, heldBy });
          return true;
        } catch {
          return false;
        }
      });
    expect(allowed(assertCancellable)).toEqual(['planned', 'freezing', 'running', 'held', 'failed']);
    expect(allowed(assertResumable)).toEqual(['held', 'failed']);
    expect(allowed(assertResumable, 'DayClaimsSpent')).toEqual(['running', 'held', 'failed']);
  });

  it('writes a thousand coupons at once, for however many members that is', () => {
    expect([1, 2, 3, 20].map(membersPerChunk)).toEqual([1000, 500, 333, 50]);
  });
});
