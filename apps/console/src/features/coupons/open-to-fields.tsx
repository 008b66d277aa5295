import { Form, InputNumber, Radio } from 'antd';
import type { CouponDraft } from '../../shared/api/types';
import { common } from '../../shared/text/common';
import { AudienceInput } from './audience/audience-input';
import { t } from './strings';

const f = t.fields;
const KINDS = Object.entries(f.openToKinds).map(([value, label]) => ({ value, label }));

/** Who may claim in the coupon centre; whatever the brand issues itself needs no invitation. */
export function OpenToFields({ openTo }: { openTo: CouponDraft['openTo'] }) {
  return (
    <>
      <Form.Item name="openTo" label={f.openTo} extra={f.openToHints[openTo ?? 'everyone']}>
        <Radio.Group optionType="button" options={KINDS} />
      </Form.Item>
      {openTo === 'audience' ? (
        <Form.Item name="audienceId" label={f.audience} rules={[{ required: true, message: common.required }]}>
          <AudienceInput />
        </Form.Item>
      ) : null}
      <Form.Item name="clerkPerDay" label={f.clerkPerDay} extra={f.clerkPerDayHint}>
        <InputNumber
          min={1}
          max={1000}
          precision={0}
          suffix={f.unit}
          placeholder={f.clerkPerDayNone}
          style={{ width: 180 }}
        />
      </Form.Item>
    </>
  );
}
