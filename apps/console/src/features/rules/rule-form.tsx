import { Alert, Button, Form, Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import type { RuleDraft } from '../../shared/api/types';
import { useTiers } from '../../shared/lookups/lookups';
import { common } from '../../shared/text/common';
import { Panel } from '../../shared/ui/panel';
import { MomentInput, StoresInput } from '../../shared/ui/pickers';
import { sentenceOf, withoutBlanks } from './draft';
import { EffectFields } from './effect-fields';
import styles from './rules.module.css';
import { t } from './strings';

interface RuleFormProps {
  initial: RuleDraft;
  submitText: string;
  isBusy: boolean;
  isLocked?: boolean;
  onSubmit: (draft: RuleDraft) => void;
  aside?: ReactNode;
}

const f = t.fields;

function LimitFields() {
  return (
    <>
      <div className={styles.pair}>
        <Form.Item name="capPerDayPoints" label={f.cap} extra={f.capHint}>
          <InputNumber min={1} precision={0} suffix={t.unitPoints} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item
          name="priority"
          label={f.priority}
          extra={f.priorityHint}
          rules={[{ required: true, message: common.required }]}
        >
          <InputNumber min={-1000} max={1000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item name="stores" label={f.stores}>
        <StoresInput />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="validFrom" label={f.validFrom}>
          <MomentInput placeholder={f.openStart} />
        </Form.Item>
        <Form.Item
          name="validUntil"
          label={f.validUntil}
          dependencies={['validFrom']}
          rules={[
            ({ getFieldValue }) => ({
              validator: async (_, until: string | null) => {
                const from = getFieldValue('validFrom') as string | null;
                if (from && until && until <= from) throw new Error(t.periodWrong);
              },
            }),
          ]}
        >
          <MomentInput placeholder={f.openEnd} />
        </Form.Item>
      </div>
    </>
  );
}

export function RuleForm({ initial, submitText, isBusy, isLocked, onSubmit, aside }: RuleFormProps) {
  const [form] = Form.useForm<RuleDraft>();
  const values = Form.useWatch([], form) as Partial<RuleDraft> | undefined;
  const tiers = useTiers();
  const draft: RuleDraft = { ...initial, ...values };
  const tierName = (code: string) => tiers.data?.items.find((tier) => tier.code === code)?.name ?? code;
  return (
    <div className={styles.board}>
      <Panel title={t.formTitle}>
        <Form<RuleDraft>
          form={form}
          layout="vertical"
          initialValues={initial}
          disabled={isLocked}
          onFinish={(finished) => onSubmit(withoutBlanks({ ...initial, ...finished }))}
        >
          <Form.Item
            name="name"
            label={f.name}
            rules={[{ required: true, whitespace: true, message: common.required }]}
          >
            <Input maxLength={40} placeholder={f.namePlaceholder} />
          </Form.Item>
          <EffectFields kind={initial.kind} tiers={tiers.data?.items ?? []} />
          <LimitFields />
          {initial.condition ? (
            <Alert type="info" showIcon title={t.advanced} description={t.advancedHint} className={styles.gap} />
          ) : null}
          {isLocked ? null : (
            <Button type="primary" htmlType="submit" loading={isBusy}>
              {submitText}
            </Button>
          )}
        </Form>
      </Panel>
      <div className={styles.side}>
        <Panel title={t.previewTitle}>
          <p className={styles.sentence}>{sentenceOf(draft, tierName)}</p>
          <p className={styles.soft}>{t.previewNote}</p>
        </Panel>
        {aside}
      </div>
    </div>
  );
}
