import { Form, InputNumber, Radio } from 'antd';
import { common } from '../../shared/text/common';
import { MomentInput } from '../../shared/ui/pickers';
import styles from './coupons.module.css';
import { t } from './strings';

const f = t.fields;
const needed = { required: true, message: common.required };

/** Two ways to say how long: days from claiming, or fixed dates. */
export function ValidityFields({ kind }: { kind: 'fixed' | 'days' }) {
  return (
    <>
      <Form.Item name={['validity', 'kind']} label={f.validity}>
        <Radio.Group
          optionType="button"
          options={Object.entries(f.kinds).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      {kind === 'days' ? (
        <Form.Item name={['validity', 'days']} rules={[needed]}>
          <InputNumber min={1} max={730} precision={0} prefix={f.days} suffix={f.daysUnit} style={{ width: 240 }} />
        </Form.Item>
      ) : (
        <div className={styles.pair}>
          <Form.Item name={['validity', 'from']} label={f.fixedFrom} rules={[needed]}>
            <MomentInput />
          </Form.Item>
          <Form.Item
            name={['validity', 'until']}
            label={f.fixedUntil}
            dependencies={[['validity', 'from']]}
            rules={[
              needed,
              ({ getFieldValue }) => ({
                validator: async (_, until: string | null) => {
                  const from = getFieldValue(['validity', 'from']) as string | null;
                  if (from && until && until <= from) throw new Error(t.periodWrong);
                },
              }),
            ]}
          >
            <MomentInput />
          </Form.Item>
        </div>
      )}
    </>
  );
}
