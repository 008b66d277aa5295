import type { ReactNode } from 'react';
import styles from './pill.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'neutral' | 'brand' | 'accent';

/** A small state word. The tone repeats what the word says, it never stands alone. */
export function Pill({ tone, children, strike }: { tone: Tone; children: ReactNode; strike?: boolean }) {
  return <span className={`${styles.pill} ${styles[tone]} ${strike ? styles.strike : ''}`}>{children}</span>;
}
