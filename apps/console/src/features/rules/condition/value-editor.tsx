import { DatePicker, Input, InputNumber, Select } from 'antd';
import type { RuleFact, RuleFacts } from '../../../shared/api/types';
import { dayjs } from '../../../shared/format/time';
import { common } from '../../../shared/text/common';
import { MoneyInput } from '../../../shared/ui/pickers';
import styles from '../rules.module.css';
import { t } from '../strings';
import { type Choice, choicesOf } from './fields';
import { MonthDayInput } from './month-day-input';
import { arityOf } from './operators';

interface OneProps {
  fact: RuleFact;
  choices: Choice[] | null;
  value: unknown;
  onChange: (value: unknown) => void;
}

const find = { optionFilterProp: 'label' } as const;

/** One value of a fact. */
function One(props: OneProps) {
  const { fact, choices, value, onChange } = props;
  const options = fact.type === 'yes-no' ? YES_NO : choices;
  if (!options) return <Typed {...props} />;
  return (
    <Select
      aria-label={fact.label}
      showSearch={find}
      value={value === '' ? undefined : (value as never)}
      onChange={onChange}
      options={options as never}
      placeholder={common.choose}
      popupMatchSelectWidth={false}
      style={{ minWidth: fact.type === 'yes-no' ? 80 : 150 }}
    />
  );
}

const YES_NO = [
  { value: true, label: common.yes },
  { value: false, label: common.no },
];

function Typed({ fact, value, onChange }: OneProps) {
  const label = fact.label;
  const least = fact.range?.[0] ?? 0;
  switch (fact.type) {
    case 'money':
      return (
        <MoneyInput
          aria-label={label}
          value={value as number}
          onChange={(fen) => onChange(fen ?? 0)}
          style={{ width: 140 }}
        />
      );
    case 'number':
      return (
        <InputNumber
          aria-label={label}
          min={least}
          max={fact.range?.[1] ?? undefined}
          precision={0}
          suffix={fact.unit}
          value={value as number}
          onChange={(figure) => onChange(figure ?? least)}
          style={{ width: 110 }}
        />
      );
    case 'day':
      return (
        <DatePicker
          aria-label={label}
          value={value ? dayjs(String(value)) : null}
          onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : '')}
        />
      );
    case 'month-day': {
      const isLunar = fact.name.startsWith('lunar');
      return <MonthDayInput label={label} isLunar={isLunar} value={String(value ?? '')} onChange={onChange} />;
    }
    default:
      return (
        <Input
          aria-label={label}
          value={String(value ?? '')}
          onChange={(event) => onChange(event.target.value)}
          style={{ width: 180 }}
        />
      );
  }
}

/** Some values: chosen, or typed one after another. */
function Many({ fact, choices, value, onChange }: OneProps) {
  const list = Array.isArray(value) ? (value as (string | number)[]) : [];
  const typed = fact.type === 'number' || fact.type === 'money';
  return (
    <Select
      aria-label={fact.label}
      mode={choices ? 'multiple' : 'tags'}
      showSearch={find}
      value={list}
      options={choices ?? []}
      placeholder={common.choose}
      style={{ width: '100%', maxWidth: 420 }}
      onChange={(next: (string | number)[]) =>
        onChange(typed ? next.map(Number).filter((figure) => Number.isInteger(figure)) : next)
      }
    />
  );
}

interface FactValueProps {
  fact: RuleFact;
  operator: string;
  choices: RuleFacts['choices'];
  value: unknown;
  onChange: (value: unknown) => void;
}

/** What a fact is compared with: nothing, a value, two ends, or some of many. */
export function FactValue({ fact, operator, choices, value, onChange }: FactValueProps) {
  const options = choicesOf(fact, choices);
  const props = { fact, choices: options };
  switch (arityOf(operator)) {
    case 'none':
      return null;
    case 'many':
      return <Many {...props} value={value} onChange={onChange} />;
    case 'two': {
      const [low, high] = Array.isArray(value) ? value : [value, value];
      return (
        <span className={styles.range}>
          <One {...props} value={low} onChange={(next) => onChange([next, high])} />
          {t.to}
          <One {...props} value={high} onChange={(next) => onChange([low, next])} />
        </span>
      );
    }
    default:
      return <One {...props} value={value} onChange={onChange} />;
  }
}
