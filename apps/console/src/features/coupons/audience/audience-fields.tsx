import { DatePicker, Form } from 'antd';
import type { AudienceConditions, Named } from '../../../shared/api/types';
import { type Dayjs, dayjs } from '../../../shared/format/time';
import { FAN_TIERS } from '../../../shared/lookups/fan-tiers';
import { useStores, useTags, useTiers } from '../../../shared/lookups/lookups';
import { shortStore } from '../../../shared/text/names';
import { NamedInput } from '../../../shared/ui/named-input';
import styles from './audience.module.css';
import { ListUpload } from './list-upload';
import { t } from './strings';

interface AudienceFieldsProps {
  value: AudienceConditions;
  onChange: (next: AudienceConditions) => void;
}

const DAY = 'YYYY-MM-DD';
const fanTiers: Named[] = FAN_TIERS.map(({ code, name }) => ({ code, name }));
const plain = (list: readonly Named[] | undefined): Named[] => (list ?? []).map(({ code, name }) => ({ code, name }));
const dayOf = (text: string | null | undefined): Dayjs | null => (text ? dayjs(text) : null);
const textOf = (day: Dayjs | null | undefined): string | null => day?.format(DAY) ?? null;

/** Who a coupon is for, in the words of the shop. Nothing chosen asks nothing. */
export function AudienceFields({ value, onChange }: AudienceFieldsProps) {
  const stores = useStores().map(({ id, name }) => ({ code: id, name: shortStore(name) }));
  const tiers = plain(useTiers().data?.items);
  const tags = plain(useTags().data?.items);
  const set = (patch: Partial<AudienceConditions>) => onChange({ ...value, ...patch });
  const named = (id: 'tiers' | 'tags' | 'fanTiers' | 'lastStores', choices: Named[], label: string, any: string) => (
    <Form.Item label={label} htmlFor={`audience-${id}`}>
      <NamedInput
        id={`audience-${id}`}
        value={value[id] ?? null}
        onChange={(next) => set({ [id]: next })}
        choices={choices}
        placeholder={any}
      />
    </Form.Item>
  );
  const day = (id: 'boughtSince' | 'notBoughtSince', label: string) => (
    <Form.Item label={label} htmlFor={`audience-${id}`}>
      <DatePicker
        id={`audience-${id}`}
        placeholder={t.anyDay}
        value={dayOf(value[id])}
        onChange={(next: Dayjs | null) => set({ [id]: textOf(next) })}
        style={{ width: '100%' }}
      />
    </Form.Item>
  );
  return (
    <Form layout="vertical" component="div">
      <p className={styles.soft}>{t.lead}</p>
      <div className={styles.pair}>
        {named('tiers', tiers, t.tiers, t.anyTier)}
        {named('tags', tags, t.tags, t.anyTag)}
        {named('fanTiers', fanTiers, t.fanTiers, t.anyFanTier)}
        {named('lastStores', stores, t.lastStores, t.anyStore)}
        <Form.Item label={t.joined} htmlFor="audience-joined">
          <DatePicker.RangePicker
            id="audience-joined"
            allowEmpty={[true, true]}
            placeholder={[t.from, t.to]}
            value={[dayOf(value.joinedFrom), dayOf(value.joinedTo)]}
            onChange={(days) => set({ joinedFrom: textOf(days?.[0]), joinedTo: textOf(days?.[1]) })}
            style={{ width: '100%' }}
          />
        </Form.Item>
        {day('boughtSince', t.boughtSince)}
        <ListUpload value={value.list ?? null} onChange={(list) => set({ list })} />
        {day('notBoughtSince', t.notBoughtSince)}
      </div>
    </Form>
  );
}
