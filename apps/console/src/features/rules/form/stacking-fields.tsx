import { Form, Input, InputNumber, Segmented } from 'antd';
import styles from '../rules.module.css';
import { t } from '../strings';
import type { PartProps } from './part';

const s = t.stacking;
type Mode = 'add' | 'best' | 'first' | 'exclusive';

const modeOf = ({ exclusive, stacking }: PartProps['draft']): Mode => {
  if (exclusive) return 'exclusive';
  return stacking && stacking.mode !== 'all' ? stacking.mode : 'add';
};

/** How the rule stands beside others that apply too. */
export function StackingFields({ draft, change }: PartProps) {
  const mode = modeOf(draft);
  const group = draft.stacking?.group ?? '';
  const take = (next: Mode) =>
    change({
      exclusive: next === 'exclusive',
      stacking: next === 'best' || next === 'first' ? { group, mode: next } : null,
    });
  return (
    <>
      <Form.Item label={s.label} extra={s.hints[mode]}>
        <Segmented
          value={mode}
          onChange={take}
          options={(['add', 'best', 'first', 'exclusive'] as const).map((value) => ({ value, label: s[value] }))}
        />
      </Form.Item>
      <div className={styles.pair}>
        {draft.stacking && mode !== 'add' ? (
          <Form.Item label={s.group} required>
            <Input
              aria-label={s.group}
              maxLength={40}
              placeholder={s.groupPlaceholder}
              value={group}
              onChange={(event) => change({ stacking: { ...draft.stacking!, group: event.target.value } })}
            />
          </Form.Item>
        ) : null}
        <Form.Item label={t.fields.priority} extra={t.fields.priorityHint}>
          <InputNumber
            aria-label={t.fields.priority}
            min={-1000}
            max={1000}
            precision={0}
            value={draft.priority}
            onChange={(priority) => change({ priority: priority ?? 0 })}
            style={{ width: 120 }}
          />
        </Form.Item>
      </div>
    </>
  );
}
