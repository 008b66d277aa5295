import { type RefusalText, refusals } from '@fanloop/kernel';

const TEXTS = {
  TagNotFound: { zh: '没有这个标签', en: 'No such tag', status: 404 },
  TagIsComputed: { zh: '这个标签由规则计算，不能手工增减', en: 'This tag is computed and cannot be set by hand' },
  RewardNotFound: { zh: '没有这条待处理的奖励', en: 'No such reward waits for a decision', status: 404 },
  RunNotFound: { zh: '没有这次计算', en: 'No such run', status: 404 },
} satisfies Record<string, RefusalText>;

export const refuse = refusals(TEXTS);

/** The reason behind a code that was kept: in Chinese, for managers. */
export const reasonOf = (code: string): string =>
  code in TEXTS ? refuse(code as keyof typeof TEXTS).reason('zh') : code;
