import { PlayCircleOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Form, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import type { ReplayStart, RuleView } from '../../shared/api/types';
import { brandNow, type Dayjs, dayjs } from '../../shared/format/time';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { StoresInput } from '../../shared/ui/pickers';
import { QueryView } from '../../shared/ui/states';
import { useAction } from '../../shared/ui/use-action';
import { listRules, replaysKey, startReplay } from './api';
import styles from './replays.module.css';
import { t } from './strings';

const DAY = 'YYYY-MM-DD';
type Mode = keyof typeof t.modes;

/** A wall date without a zone, as the picker keeps it. */
const today = (): Dayjs => dayjs(brandNow().format(DAY));
const last = (days: number): [Dayjs, Dayjs] => [today().subtract(days - 1, 'day'), today()];
const presets = (): { label: string; value: [Dayjs, Dayjs] }[] => {
  const month = today().subtract(1, 'month');
  return [
    { label: t.presets.month, value: last(30) },
    { label: t.presets.lastMonth, value: [month.startOf('month'), month.endOf('month')] },
    { label: t.presets.quarter, value: last(90) },
    { label: t.presets.year, value: last(365) },
  ];
};

interface Asked {
  mode: Mode;
  ruleIds: string[];
  period: [Dayjs, Dayjs];
  storeIds: string[] | null;
}

const bodyOf = ({ mode, ruleIds, period: [from, to], storeIds }: Asked): ReplayStart => ({
  from: from.format(DAY),
  to: to.format(DAY),
  storeIds,
  drafts: mode === 'active' ? [] : ruleIds.map((ruleId) => (mode === 'without' ? { ruleId, draft: null } : { ruleId })),
});

/** Rules that a replay may take out are those that judge; any but a retired one has a newest version to try. */
const choosable = (rules: RuleView[], mode: Mode): RuleView[] =>
  rules.filter(({ status }) => (mode === 'without' ? status === 'active' : status !== 'retired'));

function StartForm({ rules }: { rules: RuleView[] }) {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const wanted = params.get('rule');
  const [asked, set] = useState<Asked>({
    mode: wanted || rules.length > 0 ? 'draft' : 'active',
    ruleIds: wanted && rules.some(({ ruleId }) => ruleId === wanted) ? [wanted] : [],
    period: last(30),
    storeIds: null,
  });
  const change = (patch: Partial<Asked>) => set((now) => ({ ...now, ...patch }));
  const start = useAction(() => startReplay(bodyOf(asked)), {
    refresh: [replaysKey],
    onDone: ({ replayId }) => navigate(`${t.back}/${replayId}`, { replace: true }),
  });
  const options = choosable(rules, asked.mode).map(({ ruleId, draft, pending }) => ({
    value: ruleId,
    label: pending?.draft.name ?? draft.name,
  }));
  const chosen = asked.ruleIds.filter((ruleId) => options.some(({ value }) => value === ruleId));
  return (
    <Panel className={styles.start}>
      <Form layout="vertical" onFinish={() => start.mutate()}>
        <Form.Item label={t.what} extra={t.modeHints[asked.mode]}>
          <Segmented<Mode>
            options={(Object.keys(t.modes) as Mode[]).map((value) => ({ value, label: t.modes[value] }))}
            value={asked.mode}
            onChange={(mode) => change({ mode })}
          />
        </Form.Item>
        {asked.mode === 'active' ? null : (
          <Form.Item label={t.rules} htmlFor="replay-rules" required>
            <Select
              id="replay-rules"
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t.rulesPlaceholder}
              notFoundContent={t.noRules}
              value={chosen}
              onChange={(ruleIds: string[]) => change({ ruleIds })}
              options={options}
            />
          </Form.Item>
        )}
        <div className={styles.pair}>
          <Form.Item label={t.period} htmlFor="replay-period" required>
            <DatePicker.RangePicker
              id="replay-period"
              allowClear={false}
              presets={presets()}
              value={asked.period}
              disabledDate={(day) => day.isAfter(today())}
              onChange={(days) => {
                if (days?.[0] && days[1]) change({ period: [days[0], days[1]] });
              }}
              style={{ width: '100%' }}
            />
          </Form.Item>
          <Form.Item label={t.stores} htmlFor="replay-stores" extra={t.storesHint}>
            <StoresInput id="replay-stores" value={asked.storeIds} onChange={(storeIds) => change({ storeIds })} />
          </Form.Item>
        </div>
        <div className={styles.startRow}>
          <Button
            type="primary"
            htmlType="submit"
            icon={<PlayCircleOutlined />}
            loading={start.isPending}
            disabled={asked.mode !== 'active' && chosen.length === 0}
          >
            {t.start}
          </Button>
          <span className={styles.soft}>{t.startHint}</span>
        </div>
      </Form>
    </Panel>
  );
}

/** `?rule=12` comes from the rule's own page. */
export function NewReplayPage() {
  const query = useQuery({ queryKey: ['rules'], queryFn: listRules });
  return (
    <Page title={t.newTitle} lead={t.newLead} back={t.back}>
      <QueryView query={query}>{({ items }) => <StartForm rules={items} />}</QueryView>
    </Page>
  );
}
