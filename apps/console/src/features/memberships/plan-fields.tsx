import { Form, Input, InputNumber, Segmented, Select } from 'antd';
import { common } from '../../shared/text/common';
import { MomentInput, MoneyInput, TierSelect } from '../../shared/ui/pickers';
import styles from './memberships.module.css';
import { t, unitNames, usedCouponNames } from './strings';

const f = t.fields;
export const needed = { required: true, message: common.required };
const optionsOf = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));

export function FaceFields() {
  return (
    <>
      <div className={styles.pair}>
        <Form.Item name="name" label={f.name} rules={[{ ...needed, whitespace: true }]}>
          <Input maxLength={20} showCount placeholder={f.namePlaceholder} />
        </Form.Item>
        <Form.Item name="priceFen" label={f.price} rules={[needed]}>
          <MoneyInput min={0.01} max={100_000} />
        </Form.Item>
        <Form.Item label={f.duration} required>
          <div className={styles.duration}>
            <Form.Item name={['duration', 'count']} rules={[needed]} noStyle>
              <InputNumber aria-label={f.duration} min={1} max={1096} precision={0} style={{ width: '100%' }} />
            </Form.Item>
            <Form.Item name={['duration', 'unit']} noStyle>
              <Select aria-label={f.duration} options={optionsOf(unitNames)} />
            </Form.Item>
          </div>
        </Form.Item>
        <Form.Item name="tierCode" label={f.tier} extra={f.tierHint} rules={[needed]}>
          <TierSelect placeholder={f.tierPlaceholder} />
        </Form.Item>
      </div>
      <Form.Item name="summary" label={f.summary}>
        <Input maxLength={60} showCount />
      </Form.Item>
    </>
  );
}

export function RefundFields() {
  return (
    <Form.Item name="usedCoupons" label={f.usedCoupons} extra={f.usedHint}>
      <Segmented options={optionsOf(usedCouponNames)} />
    </Form.Item>
  );
}

const isDay = (typed: string): boolean => /^\d{1,2}$/.test(typed) && Number(typed) <= 60;

export function ReminderFields() {
  return (
    <Form.Item
      name="reminderDays"
      label={f.reminders}
      extra={f.remindersHint}
      getValueProps={(days?: number[]) => ({ value: (days ?? []).map(String) })}
      normalize={(typed: string[]) => [...new Set(typed.filter(isDay).map(Number))].sort((a, b) => b - a).slice(0, 5)}
    >
      <Select
        mode="tags"
        open={false}
        suffixIcon={null}
        placeholder={f.remindersPlaceholder}
        labelRender={({ value }) => f.remindersSuffix(String(value))}
      />
    </Form.Item>
  );
}

export function SaleFields() {
  return (
    <div className={styles.pair}>
      <Form.Item name="stockTotal" label={f.limit}>
        <InputNumber
          min={0}
          precision={0}
          suffix={f.pieces}
          placeholder={f.limitPlaceholder}
          style={{ width: '100%' }}
        />
      </Form.Item>
      <Form.Item name="position" label={f.position} extra={f.positionHint} rules={[needed]}>
        <InputNumber min={0} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="saleFrom" label={f.from}>
        <MomentInput placeholder={f.openStart} />
      </Form.Item>
      <Form.Item
        name="saleUntil"
        label={f.until}
        dependencies={['saleFrom']}
        rules={[
          ({ getFieldValue }) => ({
            validator: async (_, until: string | null) => {
              const from = getFieldValue('saleFrom') as string | null;
              if (from && until && until <= from) throw new Error(f.endWrong);
            },
          }),
        ]}
      >
        <MomentInput placeholder={f.openEnd} />
      </Form.Item>
    </div>
  );
}
