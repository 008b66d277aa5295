import type { ReactNode } from 'react';
import styles from './figure.module.css';

interface FigureProps {
  label: string;
  value: ReactNode;
  note?: ReactNode;
  size?: 'large' | 'small';
}

/** One number with its name and what to compare it with. */
export function Figure({ label, value, note, size = 'large' }: FigureProps) {
  return (
    <div className={styles.figure}>
      <div className={styles.label}>{label}</div>
      <div className={size === 'large' ? styles.value : styles.small}>{value}</div>
      {note ? <div className={styles.note}>{note}</div> : null}
    </div>
  );
}
