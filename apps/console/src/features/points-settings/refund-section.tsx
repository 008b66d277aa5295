import { Form, InputNumber, Radio } from 'antd';
import type { LoyaltySettings, SettingsChange } from '../../shared/api/types';
import { common } from '../../shared/text/common';
import { MoneyInput } from '../../shared/ui/pickers';
import { Consequence } from './consequence';
import { Section } from './section';
import { t } from './strings';

const r = t.refund;
const needed = { required: true, message: common.required };
type RefundForm = Pick<LoyaltySettings, 'clawbackPolicy' | 'fenPer100Points' | 'returnWindowDays'>;

const formOf = ({ clawbackPolicy, fenPer100Points, returnWindowDays }: LoyaltySettings): RefundForm => ({
  clawbackPolicy,
  fenPer100Points,
  returnWindowDays,
});

export function RefundSection({ settings }: { settings: LoyaltySettings }) {
  const [form] = Form.useForm<RefundForm>();
  const initial = formOf(settings);
  const watched = Form.useWatch([], form) as Partial<RefundForm> | undefined;
  const change: SettingsChange = {
    clawbackPolicy: watched?.clawbackPolicy ?? initial.clawbackPolicy,
    fenPer100Points: watched?.fenPer100Points ?? initial.fenPer100Points,
  };
  return (
    <Section title={r.title} form={form} initial={initial} toChange={(values) => values}>
      <Form.Item name="clawbackPolicy" label={r.policy}>
        <Radio.Group
          optionType="button"
          options={Object.entries(r.policies).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <Consequence change={change} about="refund" />
      <Form.Item name="fenPer100Points" label={r.worth} extra={r.worthHint} rules={[needed]}>
        <MoneyInput max={10_000} style={{ width: 160 }} />
      </Form.Item>
      <Form.Item name="returnWindowDays" label={r.returnWindow} extra={r.returnHint} rules={[needed]}>
        <InputNumber min={0} max={366} precision={0} suffix={t.expiry.daysUnit} style={{ width: 160 }} />
      </Form.Item>
    </Section>
  );
}
