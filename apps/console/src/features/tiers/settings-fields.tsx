import { Alert, Form, InputNumber, Radio } from 'antd';
import { Panel } from '../../shared/ui/panel';
import type { TierBasis } from './api';
import type { Design } from './draft';
import { t } from './strings';
import styles from './tiers.module.css';

const BASES = ['tier-points', 'net-spend', 'visits'] as const;
const WINDOWS = ['rolling', 'calendar-year', 'membership-year'] as const;

interface SettingsFieldsProps {
  design: Partial<Design>;
  /** What the brand counts now. */
  basisNow: TierBasis;
}

/** What counts, over which time, and how long somebody who missed it is warned. */
export function SettingsFields({ design, basisNow }: SettingsFieldsProps) {
  return (
    <Panel title={t.rules} extra={<span className={styles.soft}>{t.rulesHint}</span>}>
      <div className={styles.settings}>
        <Form.Item name="basis" label={t.basis} extra={design.basis ? t.basisHints[design.basis] : undefined}>
          <Radio.Group optionType="button" options={BASES.map((value) => ({ value, label: t.bases[value] }))} />
        </Form.Item>
        <Form.Item label={t.window}>
          <div className={styles.window}>
            <Form.Item name="windowKind" noStyle>
              <Radio.Group optionType="button" options={WINDOWS.map((value) => ({ value, label: t.windows[value] }))} />
            </Form.Item>
            {design.windowKind === 'rolling' ? (
              <Form.Item name="months" noStyle>
                <InputNumber min={1} max={36} precision={0} suffix={t.months} style={{ width: 110 }} />
              </Form.Item>
            ) : null}
          </div>
        </Form.Item>
        <Form.Item name="graceDays" label={t.grace} extra={t.graceHint}>
          <InputNumber min={0} max={180} precision={0} suffix={t.days} style={{ width: 110 }} />
        </Form.Item>
      </div>
      {design.basis && design.basis !== basisNow ? <Alert type="warning" showIcon title={t.basisChanged} /> : null}
    </Panel>
  );
}
