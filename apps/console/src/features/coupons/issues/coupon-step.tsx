import { Alert, Form, Select } from 'antd';
import type { CouponTemplate } from '../../../shared/api/types';
import { formatCount } from '../../../shared/format/money';
import { t } from './strings';

interface CouponStepProps {
  templates: CouponTemplate[];
  template: CouponTemplate | null;
  onChoose: (templateId: string) => void;
}

export function CouponStep({ templates, template, onChoose }: CouponStepProps) {
  const active = templates.filter(({ status }) => status === 'active');
  if (active.length === 0) return <Alert type="info" showIcon title={t.noCoupon} />;
  return (
    <Form layout="vertical" component="div">
      <Form.Item
        label={t.coupon}
        htmlFor="issue-coupon"
        extra={template ? t.stockLeft(formatCount(template.stockLeft), template.perMemberLimit) : t.couponHint}
      >
        <Select
          id="issue-coupon"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={t.couponPlaceholder}
          value={template?.templateId}
          onChange={onChoose}
          options={active.map(({ templateId, name }) => ({ value: templateId, label: name }))}
        />
      </Form.Item>
    </Form>
  );
}
