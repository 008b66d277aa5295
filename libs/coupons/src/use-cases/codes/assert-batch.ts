import { refuseCode } from '../../rules/codes/code-refusals';
import { refuse } from '../../rules/refusals';
import type { TemplateRow } from '../../store/template.repository';

interface Asked {
  readonly name: string;
  readonly usableUntil: Date | null;
}

/** What holds for every new batch; answers its name as it is kept. */
export const assertBatch = (
  template: TemplateRow | null,
  { name, usableUntil }: Asked,
  now: Date,
): { name: string } => {
  if (!template) throw refuse('TemplateNotFound');
  if (template.status === 'ended') throw refuse('TemplateEnded');
  const kept = name.trim();
  if (kept === '' || kept.length > 60) throw refuseCode('CodeBatchInvalid', { problem: '名称 1 到 60 个字' });
  if (usableUntil && usableUntil <= now) throw refuseCode('CodeBatchInvalid', { problem: '兑换截止时间已经过去' });
  return { name: kept };
};
