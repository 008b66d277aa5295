import { Form, Input, InputNumber, Select } from 'antd';
import type { RuleFacts, RuleTrigger } from '../../../shared/api/types';
import { withTrigger } from '../draft';
import styles from '../rules.module.css';
import { t } from '../strings';
import type { PartProps } from './part';

const f = t.fields;
const DAYS = Array.from({ length: 31 }, (_, i) => ({ value: String(i + 1), label: t.dayOfMonth(i + 1) }));
const MONTHS = Array.from({ length: 12 }, (_, i) => ({ value: String(i + 1), label: t.month(i + 1) }));

type Frequency = keyof typeof t.frequencies;
const FREQUENCIES = (Object.keys(t.frequencies) as Frequency[]).map((value) => ({
  value,
  label: t.frequencies[value],
}));

const FIRST: Record<Frequency, string> = {
  DAILY: 'FREQ=DAILY',
  WEEKLY: 'FREQ=WEEKLY;BYDAY=SA',
  MONTHLY: 'FREQ=MONTHLY;BYMONTHDAY=8',
  YEARLY: 'FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=18',
};

const partsOf = (rrule: string): Record<string, string> =>
  Object.fromEntries(rrule.split(';').map((part) => part.split('=') as [string, string]));

const textOf = (parts: Record<string, string>): string =>
  Object.entries(parts)
    .map(([name, value]) => `${name}=${value}`)
    .join(';');

/** An RFC 5545 rule of days by its usual forms. */
function ScheduleFields({ draft, change }: PartProps) {
  const schedule = draft.schedule ?? { rrule: FIRST.MONTHLY, hour: 10 };
  const parts = partsOf(schedule.rrule);
  const frequency = (parts['FREQ'] ?? 'MONTHLY') as Frequency;
  const set = (name: string, values: string[]) =>
    change({
      schedule: {
        ...schedule,
        rrule: values.length > 0 ? textOf({ ...parts, [name]: values.join(',') }) : schedule.rrule,
      },
    });
  const many = (name: string, options: { value: string; label: string }[]) => (
    <Select
      aria-label={`${f.schedule} ${name}`}
      mode="multiple"
      value={parts[name]?.split(',') ?? []}
      options={options}
      onChange={(values: string[]) => set(name, values)}
      style={{ minWidth: 140, flex: 1 }}
    />
  );
  return (
    <div className={styles.pair}>
      <Form.Item label={f.schedule}>
        <div className={styles.inline}>
          <Select
            aria-label={f.schedule}
            value={frequency}
            options={FREQUENCIES}
            onChange={(next: Frequency) => change({ schedule: { ...schedule, rrule: FIRST[next] } })}
            style={{ width: 90 }}
          />
          {frequency === 'WEEKLY' ? many('BYDAY', [...t.weekdays]) : null}
          {frequency === 'YEARLY' ? many('BYMONTH', MONTHS) : null}
          {frequency === 'MONTHLY' || frequency === 'YEARLY' ? many('BYMONTHDAY', DAYS) : null}
        </div>
      </Form.Item>
      <Form.Item label={f.hour}>
        <InputNumber
          aria-label={f.hour}
          min={0}
          max={23}
          precision={0}
          value={schedule.hour}
          formatter={(hour) => t.oClock(Number(hour))}
          parser={(text) => Number(String(text).replace(/:.*$/, ''))}
          onChange={(hour) => change({ schedule: { ...schedule, hour: hour ?? 0 } })}
          style={{ width: 120 }}
        />
      </Form.Item>
    </div>
  );
}

/** The name of the rule, and what it waits for. */
export function WhenFields({ draft, change, triggers }: PartProps & { triggers: RuleFacts['triggers'] }) {
  return (
    <>
      <div className={styles.pair}>
        <Form.Item label={f.name} required>
          <Input
            aria-label={f.name}
            maxLength={40}
            placeholder={f.namePlaceholder}
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        </Form.Item>
        <Form.Item label={f.trigger}>
          <Select
            aria-label={f.trigger}
            showSearch={{ optionFilterProp: 'label' }}
            value={draft.trigger}
            options={triggers}
            onChange={(trigger: RuleTrigger) => change(withTrigger(draft, trigger))}
          />
        </Form.Item>
      </div>
      {draft.trigger === 'custom' ? (
        <Form.Item label={f.customEvent} extra={f.customEventHint} required>
          <Input
            aria-label={f.customEvent}
            maxLength={40}
            value={draft.customEvent ?? ''}
            onChange={(event) => change({ customEvent: event.target.value.trim() })}
          />
        </Form.Item>
      ) : null}
      {draft.trigger === 'schedule' ? <ScheduleFields draft={draft} change={change} /> : null}
    </>
  );
}
