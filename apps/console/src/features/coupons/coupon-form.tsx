import { Button, Collapse, Form, Input, InputNumber, Radio, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { CouponBenefit, CouponDraft } from '../../shared/api/types';
import { common } from '../../shared/text/common';
import { Panel } from '../../shared/ui/panel';
import { MomentInput, MoneyInput, StoresInput } from '../../shared/ui/pickers';
import { BenefitFields } from './benefit-fields';
import { BudgetFields } from './budget-fields';
import styles from './coupons.module.css';
import { finishedCoupon, hasBudgets, hasUseConditions, typedCoupon } from './draft';
import { OpenToFields } from './open-to-fields';
import { Sentence } from './sentence';
import { t } from './strings';
import { Ticket } from './ticket';
import { UseFields } from './use-fields';
import { ValidityFields } from './validity-fields';

interface CouponFormProps {
  initial: CouponDraft;
  /** How many members already hold: the stock may not fall below it. */
  claimed: number;
  isBusy: boolean;
  isLocked?: boolean;
  onSubmit: (draft: CouponDraft) => void;
  aside?: ReactNode;
}

const f = t.fields;
const needed = { required: true, message: common.required };
/** The fields that stand under “more conditions”. */
const USE_FIELDS = ['tiers', 'tags', 'firstPurchaseOnly', 'useTimes', 'stacking', 'giving'];

function FaceFields({ claimed, kind }: { claimed: number; kind: CouponBenefit['kind'] }) {
  return (
    <>
      <Form.Item name="name" label={f.name} rules={[{ ...needed, whitespace: true }]}>
        <Input maxLength={30} placeholder={f.namePlaceholder} />
      </Form.Item>
      <BenefitFields kind={kind} />
      <div className={styles.pair}>
        {kind === 'steps' ? null : (
          <Form.Item
            name="thresholdFen"
            label={f.threshold}
            extra={f.thresholdHint}
            dependencies={[['benefit', 'amountFen']]}
            rules={[
              needed,
              ({ getFieldValue }) => ({
                validator: async (_, threshold: number | null) => {
                  const off = kind === 'cash' ? (getFieldValue(['benefit', 'amountFen']) as number) : 0;
                  if (threshold && threshold < off) throw new Error(t.thresholdWrong);
                },
              }),
            ]}
          >
            <MoneyInput />
          </Form.Item>
        )}
        <Form.Item
          name="stockTotal"
          label={f.stock}
          rules={[needed, { type: 'number', min: claimed, message: t.stockWrong(String(claimed)) }]}
        >
          <InputNumber min={1} precision={0} suffix={f.unit} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="perMemberLimit" label={f.limit} rules={[needed]}>
          <InputNumber min={1} max={99} precision={0} suffix={f.unit} style={{ width: '100%' }} />
        </Form.Item>
      </div>
    </>
  );
}

function ScopeFields() {
  return (
    <>
      <div className={styles.pair}>
        <Form.Item name="claimFrom" label={f.claimFrom}>
          <MomentInput placeholder={f.openStart} />
        </Form.Item>
        <Form.Item
          name="claimUntil"
          label={f.claimUntil}
          dependencies={['claimFrom']}
          rules={[
            ({ getFieldValue }) => ({
              validator: async (_, until: string | null) => {
                const from = getFieldValue('claimFrom') as string | null;
                if (from && until && until <= from) throw new Error(t.periodWrong);
              },
            }),
          ]}
        >
          <MomentInput placeholder={f.openEnd} />
        </Form.Item>
      </div>
      <Form.Item name="returnGraceDays" label={f.grace} extra={f.graceHint} rules={[needed]}>
        <InputNumber min={0} max={365} precision={0} suffix={f.graceUnit} style={{ width: 160 }} />
      </Form.Item>
      <Form.Item name="belowThreshold" label={f.below} extra={f.belowHint}>
        <Radio.Group
          optionType="button"
          options={Object.entries(f.belowKinds).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <Form.Item name="stores" label={f.stores}>
        <StoresInput />
      </Form.Item>
      <Form.Item name="categories" label={f.categories} extra={f.categoriesHint}>
        <Select
          mode="tags"
          open={false}
          suffixIcon={null}
          placeholder={f.allCategories}
          tokenSeparators={[',', '，', '、']}
        />
      </Form.Item>
    </>
  );
}

export function CouponForm({ initial, claimed, isBusy, isLocked, onSubmit, aside }: CouponFormProps) {
  const [form] = Form.useForm<CouponDraft>();
  const values = Form.useWatch([], form) as Partial<CouponDraft> | undefined;
  const [isMoreOpen, setMoreOpen] = useState(() => hasUseConditions(initial));
  return (
    <div className={styles.board}>
      <Panel title={t.formTitle}>
        <Form<CouponDraft>
          form={form}
          layout="vertical"
          initialValues={{
            ...initial,
            categories: initial.categories ?? [],
            useTimes: { ...initial.useTimes, hours: initial.useTimes.hours ?? [] },
          }}
          disabled={isLocked}
          onFinish={(typed) => onSubmit(finishedCoupon(initial, typed))}
          onFinishFailed={({ errorFields }) => {
            // A fault in a closed part would leave a button that seems to do nothing.
            if (errorFields.some(({ name }) => USE_FIELDS.includes(String(name[0])))) setMoreOpen(true);
          }}
        >
          <FaceFields claimed={claimed} kind={values?.benefit?.kind ?? initial.benefit.kind} />
          <ValidityFields kind={values?.validity?.kind ?? initial.validity.kind} />
          <OpenToFields openTo={values?.openTo ?? initial.openTo} />
          <ScopeFields />
          <Collapse
            ghost
            className={styles.more}
            activeKey={isMoreOpen ? ['use'] : []}
            onChange={(open) => setMoreOpen(open.length > 0)}
            items={[{ key: 'use', label: f.more, children: <UseFields />, forceRender: true }]}
          />
          <Collapse
            ghost
            className={styles.more}
            defaultActiveKey={hasBudgets(initial) ? ['budgets'] : []}
            items={[{ key: 'budgets', label: f.budgets, children: <BudgetFields />, forceRender: true }]}
          />
          {isLocked ? null : (
            <Button type="primary" htmlType="submit" loading={isBusy}>
              {t.save}
            </Button>
          )}
        </Form>
      </Panel>
      <div className={styles.side}>
        <Panel title={t.previewTitle}>
          <Ticket draft={typedCoupon(initial, values)} />
        </Panel>
        <Sentence draft={finishedCoupon(initial, typedCoupon(initial, values))} />
        {aside}
      </div>
    </div>
  );
}
