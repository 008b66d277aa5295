import { Form, InputNumber, Segmented, Select } from 'antd';
import type { RuleFacts } from '../../../shared/api/types';
import styles from '../rules.module.css';
import { t } from '../strings';
import type { PartProps } from './part';

const l = t.lot;
const NONE = { activateAfterDays: null, activateOn: null, expireAfterDays: null };
type Terms = NonNullable<PartProps['draft']['lot']>;

/** Terms that say nothing are none. */
const orNone = (terms: Terms): Terms | null => (Object.values(terms).every((value) => value === null) ? null : terms);

/** When the points of this rule can be used, and how long. */
export function LotFields({ draft, change, triggers }: PartProps & { triggers: RuleFacts['triggers'] }) {
  const lot = draft.lot ?? NONE;
  const set = (patch: Partial<Terms>) => change({ lot: orNone({ ...lot, ...patch }) });
  const activation = lot.activateOn !== null ? 'event' : lot.activateAfterDays !== null ? 'days' : 'programme';
  const choose = (next: 'programme' | 'days' | 'event') =>
    set({ activateAfterDays: next === 'days' ? 7 : null, activateOn: next === 'event' ? 'activity-attended' : null });
  const events = triggers.filter(({ value }) => value !== 'purchase' && value !== 'custom' && value !== 'schedule');
  return (
    <>
      <Form.Item label={l.activation}>
        <div className={styles.inline}>
          <Segmented
            value={activation}
            onChange={choose}
            options={[
              { value: 'programme', label: l.byProgramme },
              { value: 'days', label: l.after },
              { value: 'event', label: l.onEvent },
            ]}
          />
          {activation === 'days' ? (
            <InputNumber
              aria-label={l.after}
              min={0}
              max={3660}
              precision={0}
              suffix={l.days}
              value={lot.activateAfterDays}
              onChange={(days) => set({ activateAfterDays: days ?? 0 })}
              style={{ width: 110 }}
            />
          ) : null}
          {activation === 'event' ? (
            <Select
              aria-label={l.event}
              value={lot.activateOn}
              options={events}
              onChange={(activateOn: string) => set({ activateOn })}
              style={{ width: 180 }}
            />
          ) : null}
        </div>
      </Form.Item>
      <Form.Item label={l.life}>
        <div className={styles.inline}>
          <Segmented
            value={lot.expireAfterDays === null ? 'programme' : 'own'}
            onChange={(next) => set({ expireAfterDays: next === 'own' ? 90 : null })}
            options={[
              { value: 'programme', label: l.byProgramme },
              { value: 'own', label: l.ownLife },
            ]}
          />
          {lot.expireAfterDays === null ? null : (
            <>
              {l.lifeDays}
              <InputNumber
                aria-label={l.lifeDays}
                min={1}
                max={36_600}
                precision={0}
                suffix={l.days}
                value={lot.expireAfterDays}
                onChange={(days) => set({ expireAfterDays: days ?? 1 })}
                style={{ width: 110 }}
              />
            </>
          )}
        </div>
      </Form.Item>
    </>
  );
}
