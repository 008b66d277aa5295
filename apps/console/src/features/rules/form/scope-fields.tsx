import { Form, Select } from 'antd';
import type { RuleFacts } from '../../../shared/api/types';
import { MomentInput, StoresInput } from '../../../shared/ui/pickers';
import styles from '../rules.module.css';
import { t } from '../strings';
import type { PartProps } from './part';

const f = t.fields;

/** From when to when, in which stores, through which channels. */
export function ScopeFields({ draft, change, facts }: PartProps & { facts: RuleFacts }) {
  const { validFrom, validUntil } = draft;
  const isWrong = Boolean(validFrom && validUntil && validUntil <= validFrom);
  const channels = facts.facts.find(({ name }) => name === 'channel')?.choices ?? [];
  return (
    <>
      <div className={styles.pair}>
        <Form.Item label={f.validFrom} htmlFor="valid-from">
          <MomentInput
            id="valid-from"
            placeholder={f.openStart}
            value={validFrom}
            onChange={(at) => change({ validFrom: at })}
          />
        </Form.Item>
        <Form.Item
          label={f.validUntil}
          htmlFor="valid-until"
          validateStatus={isWrong ? 'error' : undefined}
          help={isWrong ? t.periodWrong : undefined}
        >
          <MomentInput
            id="valid-until"
            placeholder={f.openEnd}
            value={validUntil}
            onChange={(at) => change({ validUntil: at })}
          />
        </Form.Item>
      </div>
      <div className={styles.pair}>
        <Form.Item label={f.stores} htmlFor="rule-stores">
          <StoresInput id="rule-stores" value={draft.stores} onChange={(stores) => change({ stores })} />
        </Form.Item>
        <Form.Item label={f.channels}>
          <Select
            aria-label={f.channels}
            mode="multiple"
            allowClear
            placeholder={f.allChannels}
            value={draft.channels ?? []}
            options={channels}
            onChange={(next: string[]) => change({ channels: next.length > 0 ? next : null })}
          />
        </Form.Item>
      </div>
    </>
  );
}
