import { headline, headlineFrom, templateSentence } from './sentence';
import type { TemplateDraft } from './template';
import { assertDraft, assertStatusChange } from './template';
import { type KeptTerms, termsOf } from './terms';

const local = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16);

const draft = (
  more: Partial<TemplateDraft> = {},
  terms: Partial<Extract<KeptTerms, { kind: 'cash' }>> = {},
): TemplateDraft => ({
  stockTotal: 1000,
  perMemberLimit: 2,
  claimFrom: null,
  claimUntil: null,
  openTo: 'everyone',
  audienceId: null,
  ...more,
  terms: termsOf({
    kind: 'cash',
    name: '满减券',
    amountFen: 500,
    thresholdFen: 3000,
    scope: { stores: null, categories: null },
    validity: { kind: 'days', days: 7 },
    returnGraceDays: 3,
    ...terms,
  } as KeptTerms),
});

describe('what stands large on the ticket', () => {
  it('holds from the step that it is taken from, so that steps do not read as without a threshold', () => {
    const steps = [
      { thresholdFen: 5000, amountFen: 500 },
      { thresholdFen: 10_000, amountFen: 1200 },
    ];
    const terms = { ...draft().terms, kind: 'steps' as const, steps, thresholdFen: 0 };
    expect([headline(terms), headlineFrom(terms)]).toEqual(['¥12', 10_000]);
    expect([headline(draft().terms), headlineFrom(draft().terms)]).toEqual(['¥5', 3000]);
  });
});

describe('templateSentence', () => {
  it('says everything that was set', () => {
    expect(templateSentence(draft(), null, local)).toBe(
      '满 ¥30 减 ¥5，全部门店可用；领取后 7 天内有效，每人限领 2 张，共 1000 张。',
    );
  });

  it('names stores, categories and half-open days as people say them', () => {
    const fixed = { kind: 'fixed' as const, from: '2026-05-31T16:00:00Z', until: '2026-06-30T16:00:00Z' };
    const special = draft(
      { claimFrom: new Date('2026-06-01T02:00:00Z'), claimUntil: new Date('2026-06-10T04:30:00Z') },
      { thresholdFen: 0, amountFen: 850, scope: { stores: ['1', '2'], categories: ['奶茶', '果茶'] }, validity: fixed },
    );
    expect(templateSentence(special, ['静安店', '徐汇店'], local)).toBe(
      '无门槛减 ¥8.50，限奶茶、果茶，仅限 静安店、徐汇店；2026-06-01 至 2026-06-30 有效，2026-06-01 10:00 至 2026-06-10 12:30 可领，每人限领 2 张，共 1000 张。',
    );
  });
});

describe('assertDraft', () => {
  it.each<[string, TemplateDraft]>([
    ['no name', draft({}, { name: ' ' })],
    ['no amount', draft({}, { amountFen: 0 })],
    ['half a fen', draft({}, { amountFen: 0.5 })],
    ['a negative stock', draft({ stockTotal: -1 })],
    ['a limit of nothing', draft({ perMemberLimit: 0 })],
    ['more off than the threshold', draft({}, { thresholdFen: 400 })],
    ['a window that ends before it begins', draft({ claimFrom: new Date(2), claimUntil: new Date(1) })],
    ['no store at all', draft({}, { scope: { stores: [], categories: null } })],
    ['valid for no day', draft({}, { validity: { kind: 'days', days: 0 } })],
  ])('refuses %s', (_, bad) => {
    expect(() => assertDraft(bad)).toThrow(/TemplateInvalid/);
  });

  it('accepts a sound one', () => {
    expect(() => assertDraft(draft())).not.toThrow();
  });

  it('what has ended does not come back', () => {
    expect(() => assertStatusChange('ended', 'active')).toThrow(/TemplateEnded/);
    expect(() => assertStatusChange('paused', 'active')).not.toThrow();
  });
});
