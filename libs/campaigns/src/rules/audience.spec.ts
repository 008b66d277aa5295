import { type AudienceConditions, assertConditions, audienceSentence, EVERYBODY } from './audience';

const named = (...names: string[]) => names.map((name) => ({ code: name, name }));
const of = (more: Partial<AudienceConditions>): AudienceConditions => ({ ...EVERYBODY, ...more });

describe('an audience', () => {
  it.each<[string, Partial<AudienceConditions>]>([
    ['全部正常会员', {}],
    ['等级是银叶或金叶的会员', { tiers: named('银叶', '金叶') }],
    ['有标签高客单，并且最近一次消费在静安店的会员', { tags: named('高客单'), lastStores: named('静安店') }],
    ['2026-01-01 起入会的会员', { joinedFrom: '2026-01-01' }],
    ['2026-01-01 到 2026-01-31 入会的会员', { joinedFrom: '2026-01-01', joinedTo: '2026-01-31' }],
    ['消费过，但 2026-03-01 起没有再来的会员', { notBoughtSince: '2026-03-01' }],
    ['在名单“618.csv”里，并且粉丝层级是铁粉的会员', { list: { code: '7', name: '618.csv' }, fanTiers: named('铁粉') }],
    ['最近一次消费在一、二、三、四、五等 6 项之一的会员', { lastStores: named('一', '二', '三', '四', '五', '六') }],
  ])('says %s', (sentence, more) => {
    expect(() => assertConditions(of(more))).not.toThrow();
    expect(audienceSentence(of(more))).toBe(sentence);
  });

  it.each<[string, Partial<AudienceConditions>]>([
    ['no tier', { tiers: [] }],
    ['201 tags', { tags: named(...Array.from({ length: 201 }, (_, i) => `${i}`)) }],
    ['29 February of a common year', { joinedFrom: '2026-02-29' }],
    ['a 13th month', { boughtSince: '2026-13-01' }],
    ['SQL', { joinedFrom: "2026-01-01' OR 1=1" }],
    ['an end before its beginning', { joinedFrom: '2026-02-01', joinedTo: '2026-01-31' }],
    ['bought since a day and not since the same', { boughtSince: '2026-02-01', notBoughtSince: '2026-02-01' }],
  ])('refuses %s', (_, more) => {
    expect(() => assertConditions(of(more))).toThrow(expect.objectContaining({ code: 'IssueInvalid' }));
  });

  it('knows 29 February of a leap year', () => {
    expect(() => assertConditions(of({ joinedFrom: '2028-02-29' }))).not.toThrow();
  });
});
