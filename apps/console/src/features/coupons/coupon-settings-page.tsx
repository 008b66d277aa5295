import { useQuery } from '@tanstack/react-query';
import { Button, Form, InputNumber, Select } from 'antd';
import type { CouponSettings, TillSettings } from '../../shared/api/types';
import { useMay } from '../../shared/session/session';
import { common } from '../../shared/text/common';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { MoneyInput } from '../../shared/ui/pickers';
import { QueryView } from '../../shared/ui/states';
import { useAction } from '../../shared/ui/use-action';
import {
  couponSettingsKey,
  readCouponSettings,
  readTillSettings,
  saveCouponSettings,
  saveTillSettings,
  tillSettingsKey,
} from './api';
import styles from './coupons.module.css';
import { t } from './strings';

const s = t.settings;
const DAYS = [0, 1, 2, 3, 5, 7, 14, 30];
const needed = { required: true, message: common.required };

function Save({ isBusy }: { isBusy: boolean }) {
  return useMay()('coupons.write') ? (
    <Button type="primary" htmlType="submit" loading={isBusy}>
      {s.save}
    </Button>
  ) : null;
}

function Reminders({ settings }: { settings: CouponSettings }) {
  const mayWrite = useMay()('coupons.write');
  const save = useAction(saveCouponSettings, { said: s.saved, refresh: [couponSettingsKey] });
  return (
    <Panel title={s.reminders}>
      <Form<CouponSettings>
        layout="vertical"
        disabled={!mayWrite}
        initialValues={settings}
        onFinish={({ reminderDays }) => save.mutate({ reminderDays: [...reminderDays].sort((a, b) => b - a) })}
      >
        <Form.Item name="reminderDays" label={s.reminderDays} extra={s.reminderHint}>
          <Select mode="multiple" maxCount={5} options={DAYS.map((value) => ({ value, label: s.dayName(value) }))} />
        </Form.Item>
        <Save isBusy={save.isPending} />
      </Form>
    </Panel>
  );
}

function Undo({ settings }: { settings: TillSettings }) {
  const mayWrite = useMay()('coupons.write');
  const save = useAction(saveTillSettings, { said: s.saved, refresh: [tillSettingsKey] });
  return (
    <Panel title={s.undo}>
      <Form<TillSettings>
        layout="vertical"
        disabled={!mayWrite}
        initialValues={settings}
        onFinish={({ minutes, secondAboveFen }) => save.mutate({ minutes, secondAboveFen: secondAboveFen ?? null })}
      >
        <Form.Item name="minutes" label={s.minutes} extra={s.minutesHint} rules={[needed]}>
          <InputNumber min={0} max={1440} precision={0} suffix={s.minutesUnit} style={{ width: 180 }} />
        </Form.Item>
        <Form.Item name="secondAboveFen" label={s.second} extra={s.secondHint}>
          <MoneyInput style={{ width: 180 }} />
        </Form.Item>
        <Save isBusy={save.isPending} />
      </Form>
    </Panel>
  );
}

/** What holds for all coupons. */
export function CouponSettingsPage() {
  const coupons = useQuery({ queryKey: couponSettingsKey, queryFn: readCouponSettings });
  const till = useQuery({ queryKey: tillSettingsKey, queryFn: readTillSettings });
  return (
    <Page title={s.title} lead={s.lead} back={t.back}>
      <div className={styles.settings}>
        <QueryView query={coupons}>{(settings) => <Reminders settings={settings} />}</QueryView>
        <QueryView query={till}>{(settings) => <Undo settings={settings} />}</QueryView>
      </div>
    </Page>
  );
}
