import { Radio } from 'antd';
import type { RuleKind } from '../../shared/api/types';
import { Panel } from '../../shared/ui/panel';
import styles from './rules.module.css';
import { kindHints, kindNames, t } from './strings';

const kinds = Object.keys(kindNames) as RuleKind[];

export function KindChoice({ value, onChange }: { value: RuleKind; onChange: (kind: RuleKind) => void }) {
  return (
    <Panel title={t.kind}>
      <Radio.Group
        className={styles.kinds}
        value={value}
        onChange={(event) => onChange(event.target.value as RuleKind)}
      >
        {kinds.map((kind) => (
          <Radio key={kind} value={kind} className={value === kind ? `${styles.kind} ${styles.chosen}` : styles.kind}>
            <b>{kindNames[kind]}</b>
            <span className={styles.soft}>{kindHints[kind]}</span>
          </Radio>
        ))}
      </Radio.Group>
    </Panel>
  );
}
