import type { RfmCell } from '../../shared/api/types';
import { formatCount, formatFen, shortFen } from '../../shared/format/money';
import { useAppearance } from '../../shared/theme/theme-provider';
import { t } from './strings';
import styles from './tagging.module.css';

interface Cell {
  r: number;
  f: number;
}

interface RfmHeatProps {
  grid: RfmCell[];
  /** A money score, or empty for all of them together. */
  money: string;
  chosen: Cell | null;
  onChoose: (cell: Cell) => void;
}

const SCORES = [1, 2, 3, 4, 5];

const sumOf = (grid: RfmCell[], cell: Cell, money: string) =>
  grid
    .filter(({ r, f, m }) => r === cell.r && f === cell.f && (money === '' || m === Number(money)))
    .reduce((sum, { members, netFen }) => ({ members: sum.members + members, netFen: sum.netFen + netFen }), {
      members: 0,
      netFen: 0,
    });

/** Shades by the root of the count: a few crowded cells must not wash out all others. */
const shade = (members: number, most: number, steps: number): number =>
  members === 0 || most === 0 ? 0 : 1 + Math.min(steps - 2, Math.floor(Math.sqrt(members / most) * (steps - 1)));

export function RfmHeat({ grid, money, chosen, onChoose }: RfmHeatProps) {
  const { palette, mode } = useAppearance();
  const sums = SCORES.flatMap((r) => SCORES.map((f) => ({ r, f, ...sumOf(grid, { r, f }, money) })));
  const most = Math.max(...sums.map(({ members }) => members));
  const ink = (step: number) => (step === 5 && mode === 'light' ? '#ffffff' : palette.text);
  return (
    <div className={styles.heat}>
      <div className={styles.heatGrid}>
        {[...SCORES].reverse().map((r) => (
          <div key={r} className={styles.heatRow}>
            <span className={styles.heatName}>
              <b>{t.rowName(r)}</b>
              <small>{t.recencyNotes[r - 1]}</small>
            </span>
            {sums
              .filter((cell) => cell.r === r)
              .map((cell) => {
                const step = shade(cell.members, most, palette.heat.length);
                const isChosen = chosen?.r === cell.r && chosen.f === cell.f;
                return (
                  <button
                    key={cell.f}
                    type="button"
                    className={isChosen ? `${styles.cell} ${styles.chosen}` : styles.cell}
                    style={{ background: palette.heat[step], color: ink(step) }}
                    aria-pressed={isChosen}
                    aria-label={t.cellLabel(cell.r, cell.f, formatCount(cell.members), formatFen(cell.netFen))}
                    onClick={() => onChoose(cell)}
                  >
                    <b>{formatCount(cell.members)}</b>
                    <small>{shortFen(cell.netFen)}</small>
                  </button>
                );
              })}
          </div>
        ))}
        <div className={styles.heatRow}>
          <span />
          {SCORES.map((f) => (
            <span key={f} className={styles.heatFoot}>
              {t.columnName(f)}
            </span>
          ))}
        </div>
      </div>
      <div className={styles.scale}>
        <span>
          {t.recency} ↑　{t.frequency} →
        </span>
        <span className={styles.scaleSteps}>
          {t.scale[0]}
          {palette.heat.map((colour) => (
            <i key={colour} style={{ background: colour }} />
          ))}
          {t.scale[1]}
        </span>
      </div>
    </div>
  );
}
