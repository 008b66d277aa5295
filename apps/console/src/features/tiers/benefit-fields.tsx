import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, InputNumber, Select, Switch } from 'antd';
import { useMay } from '../../shared/session/session';
import { couponNames, couponNamesKey } from './api';
import { t } from './strings';
import styles from './tiers.module.css';

const useCouponOptions = () => {
  const may = useMay();
  const query = useQuery({
    queryKey: couponNamesKey,
    queryFn: couponNames,
    staleTime: 60_000,
    enabled: may('coupons.read'),
  });
  const options = (query.data?.items ?? []).map((template) => ({ value: template.templateId, label: template.name }));
  return { options, loading: query.isLoading };
};

function MonthlyCoupons({ index }: { index: number }) {
  const coupons = useCouponOptions();
  return (
    <Form.List name={[index, 'monthlyCoupons']}>
      {(fields, { add, remove }) => (
        <div className={styles.coupons}>
          {fields.map((field) => (
            <div key={field.key} className={styles.couponLine}>
              <Form.Item name={[field.name, 'templateId']} noStyle>
                <Select {...coupons} placeholder={t.chooseCoupon} showSearch={{ optionFilterProp: 'label' }} />
              </Form.Item>
              <Form.Item name={[field.name, 'count']} noStyle>
                <InputNumber min={1} max={10} precision={0} suffix={t.sheets} style={{ width: 84 }} />
              </Form.Item>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t.removeCoupon}
                onClick={() => remove(field.name)}
              />
            </div>
          ))}
          {fields.length < 5 ? (
            <Button
              type="dashed"
              size="small"
              icon={<PlusOutlined />}
              onClick={() => add({ templateId: undefined, count: 1 })}
            >
              {t.addCoupon}
            </Button>
          ) : null}
        </div>
      )}
    </Form.List>
  );
}

/** What one tier gives beside its multiplier. */
export function BenefitFields({ index }: { index: number }) {
  const coupons = useCouponOptions();
  return (
    <div className={styles.benefitGrid}>
      <Form.Item label={t.monthly}>
        <MonthlyCoupons index={index} />
      </Form.Item>
      <Form.Item label={t.birthday}>
        <div className={styles.gift}>
          <Form.Item name={[index, 'giftPoints']} noStyle>
            <InputNumber min={1} max={100_000} precision={0} suffix={t.giftPoints} style={{ width: 120 }} />
          </Form.Item>
          <Form.Item name={[index, 'giftCoupon']} noStyle>
            <Select {...coupons} allowClear placeholder={t.giftCoupon} showSearch={{ optionFilterProp: 'label' }} />
          </Form.Item>
        </div>
      </Form.Item>
      <Form.Item name={[index, 'texts']} label={t.texts} extra={t.textsHint}>
        <Select mode="tags" open={false} suffixIcon={null} maxCount={12} tokenSeparators={['\n']} />
      </Form.Item>
      <Form.Item name={[index, 'prioritySeats']} label={t.priority} valuePropName="checked">
        <Switch />
      </Form.Item>
    </div>
  );
}
