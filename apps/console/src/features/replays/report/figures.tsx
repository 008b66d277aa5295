import type { ReplayReport } from '../../../shared/api/types';
import { formatCount, formatFen, formatPoints, signedPoints } from '../../../shared/format/money';
import { Figure } from '../../../shared/ui/figure';
import { Panel } from '../../../shared/ui/panel';
import styles from '../replays.module.css';
import { t } from '../strings';
import { sidesOf } from './sides';

const signedFen = (fen: number): string => (fen > 0 ? `+${formatFen(fen)}` : formatFen(fen));
const percent = (change: number, of: number): string =>
  of === 0 || change === 0 ? '' : `（${change > 0 ? '+' : '−'}${Math.abs((change * 100) / of).toFixed(1)}%）`;

export function Figures({ report }: { report: ReplayReport }) {
  const { base, changed } = sidesOf(report);
  const [was, is] = [report.totals[base], report.totals[changed]];
  if (!was || !is) return null;
  const { events, members } = report;
  const points = is.points - was.points;
  const cost = is.costFen - was.costFen;
  const f = t.figures;
  const compared = (text: string) => (base === 'active' ? f.change : f.ledgerChange)(text);
  const moved = report.tierMoves.reduce((sum, move) => sum + move.members, 0);
  const isSame = points === 0 && cost === 0;
  return (
    <>
      <div className={styles.figures}>
        <Panel>
          <Figure
            label={f.points}
            value={formatPoints(is.points)}
            note={compared(points === 0 ? t.same : `${signedPoints(points)}${percent(points, was.points)}`)}
          />
        </Panel>
        <Panel>
          <Figure label={f.cost} value={formatFen(is.costFen)} note={compared(isSame ? t.same : signedFen(cost))} />
        </Panel>
        <Panel>
          <Figure
            label={f.members}
            value={formatCount(members.touched)}
            note={f.membersNote(formatCount(members.more), formatCount(members.fewer))}
          />
        </Panel>
        <Panel>
          <Figure label={f.moves} value={formatCount(moved)} note={f.movesNote} />
        </Panel>
      </div>
      <p className={styles.fine}>
        {f.events(formatCount(events.purchases), formatCount(events.others), formatCount(events.refunds))}
        {is.takenBack === 0 ? '' : ` · ${f.takenBack(formatPoints(is.takenBack))}`}
      </p>
    </>
  );
}
