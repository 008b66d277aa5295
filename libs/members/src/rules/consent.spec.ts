import { type ConsentText, judgeChange, judgeEnrolment } from './consent';

const membership: ConsentText = { purpose: 'membership', version: 2, title: '会员协议', text: '…', required: true };
const marketing: ConsentText = { purpose: 'marketing', version: 1, title: '营销信息', text: '…', required: false };
const texts = [membership, marketing];

describe('consents at enrolment', () => {
  it('records what was chosen', () =>
    expect(
      judgeEnrolment(texts, [
        { purpose: 'membership', version: 2, granted: true },
        { purpose: 'marketing', version: 1, granted: false },
      ]),
    ).toEqual({
      ok: true,
      value: [
        { purpose: 'membership', version: 2, granted: true },
        { purpose: 'marketing', version: 1, granted: false },
      ],
    }));

  it.each([
    ['nothing given', [], 'ConsentRequired'],
    ['the required one refused', [{ purpose: 'membership', version: 2, granted: false }], 'ConsentRequired'],
    ['an older text', [{ purpose: 'membership', version: 1, granted: true }], 'ConsentOutdated'],
    ['only the optional one', [{ purpose: 'marketing', version: 1, granted: true }], 'ConsentRequired'],
  ] as const)('refuses %s', (_, choices, code) =>
    expect(judgeEnrolment(texts, choices)).toMatchObject({ ok: false, refusal: { code } }),
  );

  it('does not take silence for consent', () =>
    expect(judgeEnrolment(texts, [{ purpose: 'membership', version: 2, granted: true }])).toEqual({
      ok: true,
      value: [{ purpose: 'membership', version: 2, granted: true }],
    }));
});

describe('a later change', () => {
  it('withdraws an optional one, whatever version was seen', () =>
    expect(judgeChange(marketing, { purpose: 'marketing', version: 9, granted: false })).toEqual({
      ok: true,
      value: { purpose: 'marketing', version: 1, granted: false },
    }));

  it('keeps the one that membership rests on', () =>
    expect(judgeChange(membership, { purpose: 'membership', version: 2, granted: false })).toMatchObject({
      refusal: { code: 'MembershipNeedsConsent' },
    }));
});
