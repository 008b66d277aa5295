import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, InputNumber, Select } from 'antd';
import { MoneyInput } from '../../shared/ui/pickers';
import { listTemplates } from './api';
import styles from './memberships.module.css';
import { needed } from './plan-fields';
import { t } from './strings';

const f = t.fields;

/** Templates that coupons can still be given of. */
export const useTemplates = () => {
  const query = useQuery({ queryKey: ['membership-templates'], queryFn: listTemplates });
  return (query.data?.items ?? []).filter(({ status }) => status !== 'ended');
};

/** Coupons of the first day: which, how many, and with what a used one is deducted. */
export function CouponFields() {
  const options = useTemplates().map(({ templateId, name }) => ({ value: templateId, label: name }));
  return (
    <Form.Item label={f.coupons} extra={f.couponsHint}>
      <Form.List name="coupons">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className={styles.coupon}>
                <Form.Item name={[name, 'templateId']} rules={[needed]} noStyle>
                  <Select
                    aria-label={f.template}
                    showSearch={{ optionFilterProp: 'label' }}
                    options={options}
                    placeholder={f.template}
                  />
                </Form.Item>
                <Form.Item name={[name, 'count']} rules={[needed]} noStyle>
                  <InputNumber aria-label={f.count} min={1} max={20} precision={0} suffix={f.pieces} />
                </Form.Item>
                <Form.Item name={[name, 'worthFen']} rules={[needed]} noStyle>
                  <MoneyInput aria-label={f.worth} placeholder={f.worth} />
                </Form.Item>
                <Button type="text" aria-label="删除" icon={<DeleteOutlined />} onClick={() => remove(name)} />
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ count: 1, worthFen: 0 })} disabled={rows.length >= 10}>
              {f.addCoupon}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}
