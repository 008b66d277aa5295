import { Form, Input, InputNumber } from 'antd';
import type { MallItem } from '../../shared/api/types';
import { common } from '../../shared/text/common';
import { CouponInput, MomentInput, MoneyInput, StoresInput, TierSelect } from '../../shared/ui/pickers';
import { waits } from './draft';
import styles from './mall.module.css';
import { t } from './strings';

const f = t.fields;
export const needed = { required: true, message: common.required };

export function FaceFields() {
  return (
    <>
      <Form.Item name="title" label={f.title} rules={[{ ...needed, whitespace: true }]}>
        <Input maxLength={40} showCount placeholder={f.titlePlaceholder} />
      </Form.Item>
      <Form.Item name="summary" label={f.summary}>
        <Input maxLength={60} showCount />
      </Form.Item>
      <Form.Item
        name="pictureUrl"
        label={f.picture}
        extra={f.pictureHint}
        rules={[{ pattern: /^(https?:\/\/|\/)/, message: f.pictureWrong }]}
      >
        <Input maxLength={300} allowClear />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="pricePoints" label={f.points} rules={[needed]}>
          <InputNumber min={1} max={100_000_000} precision={0} suffix={t.unit} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="priceFen" label={f.yuan} extra={f.yuanHint} rules={[needed]}>
          <MoneyInput />
        </Form.Item>
        <Form.Item name="worthFen" label={f.worth}>
          <MoneyInput />
        </Form.Item>
        <Form.Item name="position" label={f.position} extra={f.positionHint} rules={[needed]}>
          <InputNumber min={0} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
    </>
  );
}

export function LimitFields() {
  return (
    <div className={styles.pair}>
      <Form.Item name="perMemberLimit" label={f.limit}>
        <InputNumber
          min={1}
          max={1000}
          precision={0}
          suffix={f.pieces}
          placeholder={f.limitPlaceholder}
          style={{ width: '100%' }}
        />
      </Form.Item>
      <Form.Item name="minTier" label={f.tier}>
        <TierSelect placeholder={f.tierPlaceholder} />
      </Form.Item>
      <Form.Item name="availableFrom" label={f.from}>
        <MomentInput placeholder={f.openStart} />
      </Form.Item>
      <Form.Item
        name="availableUntil"
        label={f.until}
        dependencies={['availableFrom']}
        rules={[
          ({ getFieldValue }) => ({
            validator: async (_, until: string | null) => {
              const from = getFieldValue('availableFrom') as string | null;
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

function TemplateField() {
  return (
    <Form.Item name="templateId" label={f.template} rules={[needed]}>
      <CouponInput placeholder={f.templatePlaceholder} />
    </Form.Item>
  );
}

export function KindFields({ kind }: { kind: MallItem['kind'] }) {
  if (kind === 'coupon') return <TemplateField />;
  if (!waits(kind)) return null;
  return (
    <div className={styles.pair}>
      <Form.Item name="storeIds" label={f.stores}>
        <StoresInput />
      </Form.Item>
      <Form.Item name="pickUpDays" label={f.days} extra={f.daysHint} rules={[needed]}>
        <InputNumber min={1} max={365} precision={0} suffix={f.daysUnit} style={{ width: '100%' }} />
      </Form.Item>
    </div>
  );
}
