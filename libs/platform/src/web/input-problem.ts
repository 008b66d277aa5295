import type { ZodError } from 'zod';

type Issue = ZodError['issues'][number];
type Bounded = Extract<Issue, { code: 'too_small' | 'too_big' }>;

const CHINESE = /\p{Script=Han}/u;

const tooSmall = ({ origin, minimum }: Extract<Bounded, { code: 'too_small' }>): string => {
  if (origin === 'string') return Number(minimum) <= 1 ? '不能为空' : `至少 ${minimum} 个字`;
  if (origin === 'array' || origin === 'set' || origin === 'map') return `至少 ${minimum} 项`;
  return origin === 'date' ? '时间太早' : `不能小于 ${minimum}`;
};

const tooBig = ({ origin, maximum }: Extract<Bounded, { code: 'too_big' }>): string => {
  if (origin === 'string') return `最多 ${maximum} 个字`;
  if (origin === 'array' || origin === 'set' || origin === 'map') return `最多 ${maximum} 项`;
  if (origin === 'date') return '时间太晚';
  return Number(maximum) >= Number.MAX_SAFE_INTEGER ? '数字太大' : `不能大于 ${maximum}`;
};

const inChinese = (issue: Issue): string => {
  // What a schema says in its own words is meant for people already.
  if (issue.code === 'custom' || CHINESE.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_value':
      return '不在可选范围内';
    case 'unrecognized_keys':
      return `有不认识的内容 ${issue.keys.join('、')}`;
    default:
      return '没有填写或格式不对';
  }
};

/** What is wrong with an input, for the person who typed it; the field's name in brackets, for whoever is asked for help. */
export const problemInChinese = (issue: Issue | undefined): string => {
  if (!issue) return '格式不对';
  const field = issue.path.join('.');
  return field ? `${inChinese(issue)}（${field}）` : inChinese(issue);
};

/** The same for a programmer: the field and the schema's own words. */
export const problemInEnglish = (issue: Issue | undefined): string => {
  const field = issue?.path.join('.') ?? '';
  return `${field ? `${field}: ` : ''}${issue?.message ?? 'invalid'}`;
};
