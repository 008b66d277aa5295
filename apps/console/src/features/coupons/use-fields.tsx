import { Button, Checkbox, Form, Input, Radio, Select } from 'antd';
import { useTags, useTiers } from '../../shared/lookups/lookups';
import { common } from '../../shared/text/common';
import { NamedInput } from '../../shared/ui/named-input';
import styles from './coupons.module.css';
import { GivingInput } from './giving-fields';
import { t } from './strings';

const f = t.fields;
const needed = { required: true, message: common.required };
const time = { pattern: /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, message: f.timeWrong };
const after =
  (list: 'hours' | 'blackouts', index: number, fault: string, goesOn: (from: string, to: string) => boolean) =>
  ({ getFieldValue }: { getFieldValue: (name: (string | number)[]) => unknown }) => ({
    validator: async (_: unknown, to: string) => {
      const from = getFieldValue(['useTimes', list, index, 'from']) as string;
      if (from && to && !goesOn(from, to)) throw new Error(fault);
    },
  });
const weekdays = f.weekdayNames.map((label, i) => ({ value: i + 1, label }));
const options = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));

const named = (list: readonly { code: string; name: string }[] | undefined) =>
  (list ?? []).map(({ code, name }) => ({ code, name }));

function Hours() {
  return (
    <Form.List name={['useTimes', 'hours']}>
      {(fields, { add, remove }) => (
        <Form.Item label={f.hours} extra={fields.length === 0 ? f.allDay : null}>
          {fields.map((field) => (
            <div key={field.key} className={styles.row}>
              <Form.Item name={[field.name, 'from']} rules={[needed, time]}>
                <Input placeholder="14:00" style={{ width: 90 }} />
              </Form.Item>
              <span>–</span>
              <Form.Item
                name={[field.name, 'until']}
                dependencies={[['useTimes', 'hours', field.name, 'from']]}
                rules={[needed, time, after('hours', field.name, f.hoursWrong, (from, until) => until > from)]}
              >
                <Input placeholder="17:00" style={{ width: 90 }} />
              </Form.Item>
              <Button type="link" onClick={() => remove(field.name)}>
                {f.remove}
              </Button>
            </div>
          ))}
          <Button disabled={fields.length >= 6} onClick={() => add({ from: '', until: '' })}>
            {f.addHours}
          </Button>
        </Form.Item>
      )}
    </Form.List>
  );
}

function Blackouts() {
  const day = { pattern: /^\d{4}-\d{2}-\d{2}$/, message: common.required };
  return (
    <Form.List name={['useTimes', 'blackouts']}>
      {(fields, { add, remove }) => (
        <Form.Item label={f.blackouts}>
          {fields.map((field) => (
            <div key={field.key} className={styles.row}>
              <Form.Item name={[field.name, 'from']} rules={[needed, day]}>
                <Input type="date" />
              </Form.Item>
              <span>–</span>
              <Form.Item
                name={[field.name, 'to']}
                dependencies={[['useTimes', 'blackouts', field.name, 'from']]}
                rules={[needed, day, after('blackouts', field.name, f.blackoutsWrong, (from, to) => to >= from)]}
              >
                <Input type="date" />
              </Form.Item>
              <Button type="link" onClick={() => remove(field.name)}>
                {f.remove}
              </Button>
            </div>
          ))}
          <Button onClick={() => add({ from: '', to: '' })}>{f.addBlackout}</Button>
        </Form.Item>
      )}
    </Form.List>
  );
}

/** For whom, when, and together with what. */
export function UseFields() {
  const tiers = named(useTiers().data?.items);
  const tags = named(useTags().data?.items);
  return (
    <>
      <div className={styles.pair}>
        <Form.Item name="tiers" label={f.tiers}>
          <NamedInput choices={tiers} placeholder={f.anyTier} />
        </Form.Item>
        <Form.Item name="tags" label={f.tags}>
          <NamedInput choices={tags} placeholder={f.anyTag} />
        </Form.Item>
      </div>
      <Form.Item name="firstPurchaseOnly" valuePropName="checked">
        <Checkbox>{f.firstOnly}</Checkbox>
      </Form.Item>
      <Form.Item name={['useTimes', 'weekdays']} label={f.weekdays}>
        <Select mode="multiple" options={weekdays} placeholder={f.everyDay} allowClear />
      </Form.Item>
      <Hours />
      <Form.Item name={['useTimes', 'holidays']} label={f.holidays}>
        <Radio.Group optionType="button" options={options(f.holidayKinds)} />
      </Form.Item>
      <Blackouts />
      <div className={styles.pair}>
        <Form.Item name={['stacking', 'class']} label={f.stackClass} extra={f.stackClassHint} rules={[needed]}>
          <Input maxLength={20} />
        </Form.Item>
        <Form.Item name={['stacking', 'with']} label={f.stackWith}>
          <Select options={options(f.stackKinds)} />
        </Form.Item>
      </div>
      <Form.Item name="giving" label={f.giving} extra={f.givingHint}>
        <GivingInput />
      </Form.Item>
    </>
  );
}
