import { DeleteOutlined } from '@ant-design/icons';
import { Button, ColorPicker, Form, type FormInstance, Input, InputNumber } from 'antd';
import { formatCount } from '../../shared/format/money';
import { common } from '../../shared/text/common';
import { AmountInput } from './amount-input';
import type { TierBasis } from './api';
import { BenefitFields } from './benefit-fields';
import type { TierDraft } from './draft';
import { t } from './strings';
import styles from './tiers.module.css';

interface TierFieldsProps {
  index: number;
  draft: TierDraft | undefined;
  lower: TierDraft | undefined;
  basis: TierBasis;
  members: number | null;
  /** Null for the first tier, which stays. */
  onRemove: (() => void) | null;
}

type Rule = NonNullable<Parameters<typeof Form.Item>[0]['rules']>[number];
const needed = { required: true, message: common.required };

/** A threshold against another field of the form; an empty one is somebody else's complaint. */
const check =
  (path: (string | number)[], holds: (value: number, other: number) => boolean, message: string) =>
  ({ getFieldValue }: FormInstance): { validator: (_: unknown, value: number | null) => Promise<void> } => ({
    validator: async (_, value) => {
      const other = getFieldValue(path) as number | null;
      if (typeof value === 'number' && typeof other === 'number' && !holds(value, other)) throw new Error(message);
    },
  });

function Thresholds({ index, lower, basis }: Pick<TierFieldsProps, 'index' | 'lower' | 'basis'>) {
  const of = (field: string) => ['tiers', index, field];
  const fields: [string, string, string, Rule][] = [
    [
      'enterAt',
      t.enterLabel,
      t.enterHint,
      check(['tiers', index - 1, 'enterAt'], (a, b) => a > b, t.thresholdOrder.enter(lower?.name ?? '')) as Rule,
    ],
    ['keepAt', t.keepLabel, t.keepHint, check(of('enterAt'), (a, b) => a <= b, t.thresholdOrder.keep) as Rule],
    ['leaveAt', t.leaveLabel, t.leaveHint, check(of('keepAt'), (a, b) => a <= b, t.thresholdOrder.leave) as Rule],
  ];
  return (
    <>
      {fields.map(([field, label, hint, rule]) => (
        <Form.Item
          key={field}
          name={[index, field]}
          label={label}
          tooltip={hint}
          dependencies={[of('enterAt'), of('keepAt'), ['tiers', index - 1, 'enterAt']]}
          rules={[needed, rule]}
        >
          <AmountInput basis={basis} />
        </Form.Item>
      ))}
    </>
  );
}

/** One tier of the designer: a card in the tier's colour. */
export function TierFields({ index, draft, lower, basis, members, onRemove }: TierFieldsProps) {
  return (
    <article className={styles.draft} style={{ ['--tier' as string]: draft?.colour }}>
      <header className={styles.draftHead}>
        <span className={styles.rank}>{t.tier(index + 1)}</span>
        <Form.Item name={[index, 'code']} hidden>
          <Input />
        </Form.Item>
        <Form.Item
          name={[index, 'colour']}
          noStyle
          getValueFromEvent={(colour: { toHexString: () => string }) => colour.toHexString().slice(0, 7)}
        >
          <ColorPicker disabledAlpha aria-label={t.colour} />
        </Form.Item>
        <Form.Item name={[index, 'name']} noStyle rules={[{ ...needed, whitespace: true }]}>
          <Input maxLength={12} className={styles.name} aria-label={t.name} />
        </Form.Item>
        {members === null ? null : <span className={styles.soft}>{t.held(formatCount(members))}</span>}
        {onRemove ? (
          <Button
            type="text"
            danger
            icon={<DeleteOutlined />}
            aria-label={t.removeTier(draft?.name ?? '')}
            onClick={onRemove}
          />
        ) : null}
      </header>
      <div className={styles.thresholds}>
        {index === 0 ? (
          <p className={styles.startNote}>{t.start}</p>
        ) : (
          <Thresholds index={index} lower={lower} basis={basis} />
        )}
        <Form.Item name={[index, 'multiplierPercent']} label={t.multiplierLabel} rules={[needed]}>
          <InputNumber min={100} max={1000} step={10} precision={0} suffix="%" style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <BenefitFields index={index} />
    </article>
  );
}
