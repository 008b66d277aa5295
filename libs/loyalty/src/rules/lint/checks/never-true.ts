import { hasDay } from '../cases/calendar';
import { type Case, type Conflict, isConflict, meetCases } from '../cases/case';
import { normalise } from '../cases/normalise';
import { relationConflict } from '../cases/relations';
import { type Analysed, type Context, DAY_FACTS, impossibility, scopeOf } from '../cases/rule-cases';
import { isEmpty, meet } from '../domain/domain';
import { everyValue } from '../domain/world';
import type { Warning } from '../model/warning';
import { type Check, warn } from './check';
import { branches } from './tree-parts';
import { conflictTexts, partText, quote } from './words';

/** A condition that nothing can satisfy: by itself, within the rule's stores, channels and validity, or in one of its branches. */
export const neverTrue: Check = (subject, _others, context) => {
  const nowhere = nowhereText(subject, context);
  if (nowhere) return [warn('never-true', subject, { severity: 'error', ...nowhere })];
  const conflicts = impossibility(subject.condition, context);
  if (conflicts)
    return [
      warn('never-true', subject, {
        severity: 'error',
        path: 'condition',
        message: `条件永远不会成立：${conflictTexts(conflicts, context.world, subject.draft)}`,
      }),
    ];
  const outside = outsideScope(subject, context);
  if (outside) return [warn('never-true', subject, { severity: 'error', path: 'condition', message: outside })];
  return deadBranches(subject, context);
};

/** All its stores, or all its channels, are ones that do not exist. */
const nowhereText = ({ draft }: Analysed, { world }: Context): { message: string; path: string } | null => {
  for (const [fact, { domain }] of scopeOf(draft)) {
    if (!isEmpty(meet(domain, everyValue(fact, world, draft)))) continue;
    if (fact === 'storeId') return { path: 'stores', message: `适用门店 ${draft.stores?.join('、')} 都不存在` };
    if (fact === 'channel') return { path: 'channels', message: `适用渠道 ${draft.channels?.join('、')} 都不存在` };
  }
  return null;
};

/** The condition could hold, but never where and while the rule applies. */
const outsideScope = (subject: Analysed, context: Context): string | null => {
  const { draft, condition, window, cases } = subject;
  if (cases === null || cases.length > 0 || !hasDay(new Map(), window)) return null;
  const scope = scopeOf(draft, context.world.names);
  const conflicts = (condition.cases ?? []).flatMap((one) => scopeConflict(one, scope) ?? []);
  if (conflicts.length > 0) return `条件在适用范围内永远不会成立：${conflictTexts(conflicts, context.world, draft)}`;
  const says = (condition.cases ?? []).flatMap((one) =>
    [...one.entries()].flatMap(([fact, constraint]) => (DAY_FACTS.has(fact) ? constraint.says : [])),
  );
  const days = [...new Set(says)].map(quote).join('、');
  const span = `${window.from ?? '…'} 至 ${window.to ?? '…'}`;
  return draft.trigger === 'schedule'
    ? `${span} 的触发日中没有一天符合${days}`
    : `有效期 ${span} 内没有一天符合${days}`;
};

const scopeConflict = (one: Case, scope: Case): Conflict | null => {
  const both = meetCases(one, scope);
  return isConflict(both) ? both : relationConflict(both);
};

const deadBranches = ({ draft, ...rest }: Analysed, context: Context): readonly Warning[] =>
  branches(draft.condition).flatMap((branch) => {
    const conflicts = impossibility(normalise(branch, true, context.world, draft), context);
    if (!conflicts) return [];
    const message = `「或」的一支${partText(branch, context.world)}永远不会成立：${conflictTexts(conflicts, context.world, draft)}`;
    return [warn('never-true', { draft, ...rest }, { severity: 'warning', path: 'condition', message })];
  });
