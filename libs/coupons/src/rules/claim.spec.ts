import * as fc from 'fast-check';
import { type ClaimableTemplate, decideClaims, isWelcome, whyNotClaimable } from './claim';
import { termsOf, type Validity } from './terms';
import { validSpan } from './validity';

const DAY_MS = 86_400_000;
const ZONE_MS = 8 * 3_600_000;
/** Shanghai has had no daylight saving since 1991: midnight there is 16:00 UTC. */
const startOfDayAfter = (at: Date, days: number): Date =>
  new Date(Math.floor((at.getTime() + ZONE_MS) / DAY_MS) * DAY_MS - ZONE_MS + days * DAY_MS);

const NOW = new Date('2026-06-15T04:00:00Z');

const template = (more: Partial<ClaimableTemplate> = {}, validity: Validity = { kind: 'days', days: 7 }) => ({
  status: 'active' as const,
  stockLeft: 10,
  perMemberLimit: 2,
  claimFrom: null,
  claimUntil: null,
  terms: termsOf({
    kind: 'cash' as const,
    name: '满减券',
    amountFen: 500,
    thresholdFen: 3000,
    scope: { stores: null, categories: null },
    validity,
    returnGraceDays: 3,
  }),
  ...more,
});

const decide = (of: ClaimableTemplate, members: string[], taken: Record<string, number[]> = {}) =>
  decideClaims(
    of,
    new Map(Object.entries(taken)),
    members.map((memberId) => ({ memberId, isWelcome: true })),
    NOW,
    startOfDayAfter,
  ).map((outcome) => (outcome.ok ? outcome.value.ordinal : outcome.refusal.code));

describe('decideClaims', () => {
  it('gives each claim of a batch what the ones before it left', () => {
    expect(decide(template({ stockLeft: 3 }), ['1', '2', '1', '1', '3', '4'])).toEqual([
      1,
      1,
      2,
      'ClaimLimitReached',
      'StockExhausted',
      'StockExhausted',
    ]);
  });

  it('goes on from the ordinals that a member holds, and fills a gap', () => {
    expect(decide(template({ perMemberLimit: 3 }), ['1', '2', '2'], { 1: [1, 2], 2: [2] })).toEqual([3, 1, 3]);
  });

  it('never passes stock or limit, and never gives one ordinal twice', () => {
    const members = fc.array(fc.constantFrom('1', '2', '3', '4', '5'), { maxLength: 60 });
    fc.assert(
      fc.property(members, fc.nat(40), fc.integer({ min: 1, max: 5 }), (claimants, stockLeft, perMemberLimit) => {
        const decided = decide(template({ stockLeft, perMemberLimit }), claimants);
        const granted = claimants.flatMap((member, i) =>
          typeof decided[i] === 'number' ? [`${member}:${decided[i]}`] : [],
        );
        return (
          granted.length <= stockLeft &&
          new Set(granted).size === granted.length &&
          granted.every((grant) => Number(grant.split(':')[1]) <= perMemberLimit)
        );
      }),
    );
  });

  it('tells why not', () => {
    const FIRST = { claimed: 0, isWelcome: true };
    const later = new Date(NOW.getTime() + 1);
    expect(whyNotClaimable(template(), { ...FIRST, isWelcome: false }, NOW)?.code).toBe('NotInvited');
    expect(whyNotClaimable(template({ status: 'paused' }), FIRST, NOW)?.code).toBe('TemplateNotActive');
    expect(whyNotClaimable(template({ claimFrom: later }), FIRST, NOW)?.code).toBe('ClaimNotStarted');
    expect(whyNotClaimable(template({ claimFrom: NOW }), FIRST, NOW)).toBeNull();
    expect(whyNotClaimable(template({ claimUntil: NOW }), FIRST, NOW)?.code).toBe('ClaimEnded');
    expect(whyNotClaimable(template({ claimUntil: later }), FIRST, NOW)).toBeNull();
    const over: Validity = { kind: 'fixed', from: '2026-06-01T00:00:00Z', until: NOW.toISOString() };
    expect(whyNotClaimable(template({}, over), FIRST, NOW)?.code).toBe('ClaimEnded');
  });
});

describe('who may claim', () => {
  it.each([
    ['everyone', 'claim', false, true],
    ['audience', 'claim', true, true],
    ['audience', 'claim', false, false],
    ['nobody', 'claim', true, false],
    ['nobody', 'bulk', false, true],
    ['audience', 'rule', false, true],
  ] as const)('open to %s, by %s, in the audience %p: %p', (openTo, channel, isInAudience, welcome) => {
    expect(isWelcome(openTo, channel, isInAudience)).toBe(welcome);
  });
});

describe('validSpan', () => {
  it.each([
    ['noon', '2026-06-15T04:00:00.000Z', '2026-06-22T16:00:00.000Z'],
    ['the last moment of the day in Shanghai', '2026-06-15T15:59:59.999Z', '2026-06-22T16:00:00.000Z'],
    ['the first moment of the next day', '2026-06-15T16:00:00.000Z', '2026-06-23T16:00:00.000Z'],
  ])('7 days after a claim at %s end with the seventh day after it', (_, claimed, until) => {
    const span = validSpan({ kind: 'days', days: 7 }, new Date(claimed), startOfDayAfter);
    expect([span.validFrom.toISOString(), span.validUntil.toISOString()]).toEqual([claimed, until]);
  });

  it('a fixed span begins with the claim, or later', () => {
    const fixed: Validity = { kind: 'fixed', from: '2026-06-20T16:00:00.000Z', until: '2026-06-30T16:00:00.000Z' };
    expect(validSpan(fixed, NOW, startOfDayAfter).validFrom).toEqual(new Date(fixed.from));
    const late = new Date('2026-06-25T00:00:00Z');
    expect(validSpan(fixed, late, startOfDayAfter)).toEqual({ validFrom: late, validUntil: new Date(fixed.until) });
  });

  it('always ends at a midnight of the zone, N to N+1 days after the claim', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 400 }),
        (at, days) => {
          const { validUntil } = validSpan({ kind: 'days', days }, at, startOfDayAfter);
          const lasts = validUntil.getTime() - at.getTime();
          return (
            (validUntil.getTime() + ZONE_MS) % DAY_MS === 0 && lasts > days * DAY_MS && lasts <= (days + 1) * DAY_MS
          );
        },
      ),
    );
  });
});
