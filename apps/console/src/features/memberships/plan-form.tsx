import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import type { MembershipPlanDraft } from '../../shared/api/types';
import { Panel } from '../../shared/ui/panel';
import { CouponFields } from './coupon-fields';
import styles from './memberships.module.css';
import { FaceFields, RefundFields, ReminderFields, SaleFields } from './plan-fields';
import { PlanTicket } from './plan-ticket';
import { t } from './strings';

interface PlanFormProps {
  initial: MembershipPlanDraft;
  isBusy: boolean;
  isLocked?: boolean;
  /** Of a plan that is there already: what a change means for cards that are sold. */
  hint?: string;
  onSubmit: (plan: MembershipPlanDraft) => void;
  aside?: ReactNode;
}

export function PlanForm({ initial, isBusy, isLocked, hint, onSubmit, aside }: PlanFormProps) {
  const [form] = Form.useForm<MembershipPlanDraft>();
  const values = Form.useWatch([], form) as Partial<MembershipPlanDraft> | undefined;
  return (
    <div className={styles.board}>
      <Panel title={t.formTitle}>
        {hint ? <p className={styles.hint}>{hint}</p> : null}
        <Form<MembershipPlanDraft>
          form={form}
          layout="vertical"
          initialValues={{ ...initial, tierCode: initial.tierCode || undefined }}
          disabled={isLocked}
          onFinish={(typed) => onSubmit({ ...initial, ...typed, stockTotal: typed.stockTotal ?? null })}
        >
          <FaceFields />
          <CouponFields />
          <RefundFields />
          <ReminderFields />
          <SaleFields />
          <Form.Item name="terms" label={t.fields.terms}>
            <Input.TextArea rows={4} maxLength={2000} />
          </Form.Item>
          {isLocked ? null : (
            <Button type="primary" htmlType="submit" loading={isBusy}>
              {t.save}
            </Button>
          )}
        </Form>
      </Panel>
      <div className={styles.side}>
        {aside}
        <Panel title={t.previewTitle}>
          <PlanTicket draft={{ ...initial, ...values }} />
        </Panel>
      </div>
    </div>
  );
}
