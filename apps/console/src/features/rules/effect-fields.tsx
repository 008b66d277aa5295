import { Form, Input, InputNumber } from 'antd';
import type { RuleKind, TierRow } from '../../shared/api/types';
import { common } from '../../shared/text/common';
import styles from './rules.module.css';
import { t } from './strings';

const f = t.fields;
const needed = [{ required: true, message: common.required }];

function Percent({ extra }: { extra?: string }) {
  return (
    <Form.Item name={['params', 'multiplierPercent']} label={f.multiplier} extra={extra} rules={needed}>
      <InputNumber min={1} max={2000} precision={0} suffix={t.unitPercent} style={{ width: '100%' }} />
    </Form.Item>
  );
}

function Bonus() {
  return (
    <Form.Item name={['params', 'points']} label={f.points} rules={needed}>
      <InputNumber min={1} max={100_000} precision={0} suffix={t.unitPoints} style={{ width: '100%' }} />
    </Form.Item>
  );
}

/** The fields that belong to one kind of rule. */
export function EffectFields({ kind, tiers }: { kind: RuleKind; tiers: TierRow[] }) {
  switch (kind) {
    case 'base-rate':
      return (
        <Form.Item name={['params', 'pointsPerYuan']} label={f.pointsPerYuan} rules={needed}>
          <InputNumber min={0.01} max={100} step={1} suffix={t.unitPoints} style={{ width: '100%' }} />
        </Form.Item>
      );
    case 'category-multiplier':
      return (
        <div className={styles.pair}>
          <Form.Item
            name={['params', 'category']}
            label={f.category}
            extra={f.categoryHint}
            rules={[{ required: true, whitespace: true, message: common.required }]}
          >
            <Input maxLength={40} />
          </Form.Item>
          <Percent extra={f.multiplierHint} />
        </div>
      );
    case 'tier-multiplier':
      return (
        <Form.Item label={f.perTier} extra={f.perTierHint}>
          <div className={styles.tiers}>
            {tiers.map((tier) => (
              <Form.Item key={tier.code} name={['params', 'perTier', tier.code]} noStyle>
                <InputNumber
                  min={1}
                  max={2000}
                  precision={0}
                  prefix={tier.name}
                  suffix={t.unitPercent}
                  placeholder={String(tier.multiplierPercent)}
                  style={{ width: 170 }}
                />
              </Form.Item>
            ))}
          </div>
        </Form.Item>
      );
    case 'birthday-multiplier':
      return <Percent extra={f.multiplierHint} />;
    case 'first-purchase-bonus':
    case 'sign-up-bonus':
      return <Bonus />;
  }
}
