import { z } from 'zod';
import { problemInChinese, problemInEnglish } from './input-problem';

const shape = z.object({
  couponNo: z.string().min(4).max(20).optional(),
  name: z.string().min(1).optional(),
  by: z.number().int().min(-5).max(99).optional(),
  stock: z.number().int().optional(),
  codes: z.array(z.string()).min(1).max(2).optional(),
  kind: z.enum(['cash', 'gift']).optional(),
  day: z.iso.date().optional(),
  hours: z
    .string()
    .regex(/^\d\d:\d\d$/, '时间写作 14:00')
    .optional(),
});
const issueOf = (input: unknown) => shape.strict().safeParse(input).error?.issues[0];

describe('what is wrong with an input', () => {
  it.each<[unknown, string]>([
    [{ couponNo: '胡说' }, '至少 4 个字（couponNo）'],
    [{ couponNo: '一'.repeat(21) }, '最多 20 个字（couponNo）'],
    [{ name: '' }, '不能为空（name）'],
    [{ by: -6 }, '不能小于 -5（by）'],
    [{ by: 100 }, '不能大于 99（by）'],
    [{ stock: 1e20 }, '数字太大（stock）'],
    [{ by: '5' }, '没有填写或格式不对（by）'],
    [{ by: 0.5 }, '没有填写或格式不对（by）'],
    [{ codes: [] }, '至少 1 项（codes）'],
    [{ codes: ['1', '2', '3'] }, '最多 2 项（codes）'],
    [{ codes: [5] }, '没有填写或格式不对（codes.0）'],
    [{ kind: 'free' }, '不在可选范围内（kind）'],
    [{ day: '2026-13-01' }, '没有填写或格式不对（day）'],
    [{ hours: '2点' }, '时间写作 14:00（hours）'],
    [{ extra: 1 }, '有不认识的内容 extra'],
    [null, '没有填写或格式不对'],
  ])('%j in words for people: %s', (input, said) => {
    expect(problemInChinese(issueOf(input))).toBe(said);
  });

  it('keeps the schema’s own words for programmers', () => {
    expect(problemInEnglish(issueOf({ couponNo: '胡说' }))).toBe(
      'couponNo: Too small: expected string to have >=4 characters',
    );
  });

  it('says something when nothing is known', () => {
    expect([problemInChinese(undefined), problemInEnglish(undefined)]).toEqual(['格式不对', 'invalid']);
  });
});
