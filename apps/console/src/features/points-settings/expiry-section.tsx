import { Form, Input, InputNumber, Radio, Select } from 'antd';
import type { ExpiryPolicy, LoyaltySettings, SettingsChange } from '../../shared/api/types';
import { common } from '../../shared/text/common';
import { Consequence } from './consequence';
import { Section } from './section';
import styles from './settings.module.css';
import { t } from './strings';

const e = t.expiry;
const KINDS = Object.keys(e.kinds) as ExpiryPolicy['kind'][];
const REMINDERS = [1, 3, 7, 15, 30, 60, 90];
const needed = { required: true, message: common.required };

/** The fields of every policy side by side, so that changing one's mind loses nothing that was typed. */
interface ExpiryForm {
  kind: ExpiryPolicy['kind'];
  months: number | null;
  monthDay: string;
  leastDays: number | null;
  years: number;
  pendingDays: number | null;
  reminderDays: number[];
}

const formOf = ({ expiry, pendingDays, reminderDays }: LoyaltySettings): ExpiryForm => ({
  kind: expiry.kind,
  months: 'months' in expiry ? expiry.months : 12,
  monthDay: 'monthDay' in expiry ? expiry.monthDay : '06-30',
  leastDays: 'leastDays' in expiry ? expiry.leastDays : 90,
  years: 'years' in expiry ? expiry.years : 1,
  pendingDays,
  reminderDays,
});

const policyOf = ({ kind, months, monthDay, leastDays, years }: ExpiryForm): ExpiryPolicy => {
  switch (kind) {
    case 'rolling-months':
    case 'inactivity':
      return { kind, months: months ?? 0 };
    case 'fixed-date':
      return { kind, monthDay: monthDay ?? '', leastDays: leastDays ?? 0 };
    case 'year-end':
      return { kind, years: years ?? 0 };
    default:
      return { kind: 'never' };
  }
};

const changeOf = (values: ExpiryForm): SettingsChange => ({
  expiry: policyOf(values),
  pendingDays: values.pendingDays ?? 0,
  reminderDays: [...(values.reminderDays ?? [])].sort((a, b) => b - a),
});

function PolicyFields({ kind }: { kind: ExpiryPolicy['kind'] }) {
  if (kind === 'never') return null;
  if (kind === 'year-end')
    return (
      <Form.Item name="years" label={e.years}>
        <Select options={e.yearNames.map((label, value) => ({ value, label }))} style={{ width: 160 }} />
      </Form.Item>
    );
  if (kind === 'fixed-date')
    return (
      <div className={styles.fields}>
        <Form.Item name="monthDay" label={e.monthDay} rules={[needed]}>
          <Input maxLength={5} placeholder={e.monthDayHint} />
        </Form.Item>
        <Form.Item name="leastDays" label={e.leastDays} rules={[needed]}>
          <InputNumber min={0} max={730} precision={0} suffix={e.daysUnit} style={{ width: '100%' }} />
        </Form.Item>
      </div>
    );
  return (
    <Form.Item name="months" label={e.months} rules={[needed]}>
      <InputNumber min={1} max={120} precision={0} suffix={e.monthsUnit} style={{ width: 160 }} />
    </Form.Item>
  );
}

export function ExpirySection({ settings }: { settings: LoyaltySettings }) {
  const [form] = Form.useForm<ExpiryForm>();
  const initial = formOf(settings);
  // All fields, also those of policies that are not chosen at present.
  const values = { ...initial, ...(Form.useWatch([], { form, preserve: true }) as Partial<ExpiryForm> | undefined) };
  return (
    <Section title={e.title} form={form} initial={initial} toChange={(given) => changeOf({ ...initial, ...given })}>
      <Form.Item name="kind" label={e.policy}>
        <Radio.Group className={styles.kinds}>
          {KINDS.map((kind) => (
            <Radio key={kind} value={kind}>
              <span className={styles.kind}>
                <b>{e.kinds[kind]}</b>
                <span>{e.hints[kind]}</span>
              </span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <PolicyFields kind={values.kind} />
      <Form.Item name="pendingDays" label={e.pendingDays} extra={e.pendingHint} rules={[needed]}>
        <InputNumber min={0} max={365} precision={0} suffix={e.daysUnit} style={{ width: 160 }} />
      </Form.Item>
      <Consequence change={changeOf(values)} about="expiry" />
      <Form.Item name="reminderDays" label={e.reminders} extra={e.reminderHint}>
        <Select
          mode="multiple"
          maxCount={5}
          options={[...new Set([...REMINDERS, ...settings.reminderDays])]
            .sort((a, b) => a - b)
            .map((value) => ({ value, label: e.reminderDay(value) }))}
        />
      </Form.Item>
    </Section>
  );
}
