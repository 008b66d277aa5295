import { type RefusalText, refusals } from '@fanloop/kernel';

const TEXTS = {
  CodeNotFound: { zh: '没有这个兑换码，请核对后再输入', en: 'There is no such code', status: 404 },
  CodeMistyped: {
    zh: '兑换码输错了一位，请对照卡片再看一遍',
    en: 'A sign of the code is wrong: look at it once more',
    status: 400,
  },
  CodeUsed: { zh: '这个兑换码已经被使用', en: 'This code has been used already' },
  CodeUsedByYou: { zh: '这个兑换码您已经兑换过了，券在「可用」里', en: 'You have used this code already' },
  CodeExpired: { zh: '这个兑换码已过期', en: 'This code has expired' },
  CodesEnded: { zh: '这批兑换码的活动已结束', en: 'These codes have ended' },
  CodesNotReady: { zh: '这批兑换码还没有启用', en: 'These codes are not ready yet' },
  CodePatternInvalid: { zh: '码的格式有误：{problem}', en: 'The pattern is not valid: {problem}', status: 400 },
  CodePatternWeak: {
    zh: '这样的码太容易被猜中：{count} 个码至少需要 {least} 个随机位',
    en: 'Codes like these could be guessed: {count} of them need {least} random signs',
    status: 400,
  },
  CodeBatchInvalid: { zh: '批次设置有误：{problem}', en: 'The batch is not valid: {problem}', status: 400 },
  CodeFileUnreadable: { zh: '读不懂这个文件：{problem}', en: 'The file cannot be read: {problem}', status: 400 },
  CodeFileEmpty: { zh: '文件里没有可以导入的码', en: 'The file holds no code that can be taken' },
  CodeFileKnown: { zh: '这个文件已经导入过（批次 {batchId}）', en: 'This file was imported already (batch {batchId})' },
  CodeFileFaulty: {
    zh: '有 {faulty} 行不能导入，按您的选择一行都没有导入',
    en: '{faulty} lines cannot be taken, so none was',
  },
  CodeBatchNotFound: { zh: '没有这个批次', en: 'There is no such batch', status: 404 },
  CodeBatchOver: { zh: '这个批次已经处理完或已停止', en: 'This batch is done or was stopped already' },
  CodeBatchNotReady: { zh: '这个批次还没有完成', en: 'This batch is not done yet' },
} satisfies Record<string, RefusalText>;

export const refuseCode = refusals(TEXTS);
