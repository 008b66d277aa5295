import { ArrowDownOutlined, ArrowRightOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Skeleton, Spin } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import { messageOf } from '../../shared/api/errors';
import { Chart } from '../../shared/chart/chart';
import { formatCount } from '../../shared/format/money';
import { useAppearance } from '../../shared/theme/theme-provider';
import { Panel } from '../../shared/ui/panel';
import { Pill } from '../../shared/ui/pill';
import { previewTiers, type TierPlan, type TierPreview } from './api';
import { countsOption } from './preview-chart';
import { t } from './strings';
import styles from './tiers.module.css';

export const previewKey = (plan: TierPlan | null) => ['tier-preview', plan];

export const usePreview = (plan: TierPlan | null) =>
  useQuery({
    queryKey: previewKey(plan),
    queryFn: () => previewTiers(plan!),
    enabled: plan !== null,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 60_000,
  });

const KINDS = {
  up: { tone: 'good', icon: <ArrowUpOutlined /> },
  down: { tone: 'warn', icon: <ArrowDownOutlined /> },
  gone: { tone: 'info', icon: <ArrowRightOutlined /> },
} as const;

type Naming = (code: string) => string;

function Moves({ moves, name }: { moves: TierPreview['moves']; name: Naming }) {
  if (moves.length === 0) return <p className={styles.soft}>{t.noMoves}</p>;
  return (
    <ul className={styles.moves}>
      {moves.map((move) => (
        <li key={`${move.from} ${move.to} ${move.kind}`}>
          <Pill tone={KINDS[move.kind].tone}>
            {KINDS[move.kind].icon} {t.kinds[move.kind]}
          </Pill>
          <div className={styles.moveWords}>
            <b>
              {name(move.from)} → {name(move.to)}
            </b>
            <span>
              {t.kindHints[move.kind]}
              {move.inGrace > 0 ? `，${t.inGrace(formatCount(move.inGrace))}` : ''}
            </span>
          </div>
          <span className={styles.moveCount}>{t.moved(formatCount(move.members))}</span>
        </li>
      ))}
    </ul>
  );
}

function Samples({ samples, name }: { samples: TierPreview['samples']; name: Naming }) {
  if (samples.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{t.samples}</h3>
      <ul className={styles.samples}>
        {samples.slice(0, 6).map((sample) => (
          <li key={sample.memberId}>
            <Link to={`/members/${sample.memberId}`} target="_blank">
              {sample.nickname || sample.memberNo}
            </Link>
            <span>
              {name(sample.from)} → {name(sample.to)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Outcome({ preview }: { preview: TierPreview }) {
  const { palette } = useAppearance();
  const option = useMemo(() => countsOption(preview.counts, palette), [preview, palette]);
  const name: Naming = (code) => preview.counts.find((tier) => tier.code === code)?.name ?? code;
  return (
    <>
      <Chart option={option} height={44 + preview.counts.length * 54} label={t.chart} />
      <Moves moves={preview.moves} name={name} />
      <Samples samples={preview.samples} name={name} />
    </>
  );
}

/** Who would be where with the tiers as they are being written. */
export function PreviewPanel({ plan }: { plan: TierPlan | null }) {
  const query = usePreview(plan);
  const { data, error, isFetching } = query;
  return (
    <Panel
      title={t.preview}
      extra={
        isFetching ? (
          <Spin size="small" />
        ) : data ? (
          <span className={styles.soft}>{t.previewAll(formatCount(data.members))}</span>
        ) : null
      }
    >
      {error ? <Alert type="warning" showIcon title={messageOf(error)} className={styles.gap} /> : null}
      {data ? <Outcome preview={data} /> : null}
      {!data && !error ? plan ? <Skeleton active /> : <p className={styles.soft}>{t.previewWait}</p> : null}
    </Panel>
  );
}
