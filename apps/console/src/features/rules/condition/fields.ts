import type { RuleFact, RuleFacts, RuleTrigger } from '../../../shared/api/types';
import { t } from '../strings';

/** A fact as a field of the builder. */
export interface FactField {
  name: string;
  value: string;
  label: string;
  fact: RuleFact;
}

export interface FieldGroup {
  label: string;
  options: FactField[];
}

const groups: readonly (readonly [keyof typeof t.condition.groups, RegExp])[] = [
  ['history', /^history\./],
  ['event', /^event\./],
  ['basket', /^(amountFen|quantity|eligible\..*|categories|lines|channel|storeId)$/],
  ['time', /^(day|monthDay|month|dayOfMonth|weekday|hour|isHoliday|holiday|isWorkday|lunarMonthDay)$/],
  ['member', /./],
];

const shown: readonly (keyof typeof t.condition.groups)[] = ['basket', 'time', 'member', 'history', 'event'];

const groupOf = (name: string) => groups.find(([, pattern]) => pattern.test(name))![0];

const eventFact = (name: string): RuleFact => ({
  name,
  label: name.slice('event.'.length),
  type: 'text',
  unit: null,
  range: null,
  choices: null,
  from: null,
  triggers: null,
});

/** Names of facts that a condition asks for. */
export const factsIn = (part: unknown): string[] => {
  if (Array.isArray(part)) return part.flatMap(factsIn);
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([operator, operands]) =>
    operator === 'var' ? [String(Array.isArray(operands) ? operands[0] : operands)] : factsIn(operands),
  );
};

/** The facts that events of this trigger know; one that is in the condition already stays, marked. */
export const fieldsFor = (facts: RuleFact[], trigger: RuleTrigger, used: readonly string[]): FieldGroup[] => {
  const known = new Set(facts.map(({ name }) => name));
  const events = [...new Set(used)].filter((name) => name.startsWith('event.') && !known.has(name)).map(eventFact);
  const all = [...facts.filter(({ name }) => name !== 'lines'), ...events].flatMap((fact): FactField[] => {
    const fits = !fact.triggers || fact.triggers.includes(trigger);
    if (!fits && !used.includes(fact.name)) return [];
    const label = fits ? fact.label : `${fact.label}（${t.condition.elsewhere}）`;
    return [{ name: fact.name, value: fact.name, label, fact }];
  });
  return shown.flatMap((key) => {
    const options = all.filter(({ name }) => groupOf(name) === key);
    return options.length > 0 ? [{ label: t.condition.groups[key], options }] : [];
  });
};

export type Choice = { value: string | number; label: string };

/** What a fact can be: its own choices, or those of the brand; null: anything. Figures stay figures. */
export const choicesOf = (fact: RuleFact, choices: RuleFacts['choices']): Choice[] | null => {
  const options: Choice[] | null = fact.choices ?? (fact.from ? choices[fact.from] : null);
  if (!options || fact.type !== 'number') return options;
  return options.map(({ value, label }) => ({ value: Number(value), label }));
};
