import { Avatar } from 'antd';
import type { ReactNode } from 'react';
import styles from './person.module.css';

const HUES = ['#6a8f5f', '#b5702a', '#5f7fa8', '#9a6a8c', '#4f8a86', '#a3703f', '#7a7fae', '#8c7a3f'];

const hueOf = (text: string): string => {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return HUES[sum % HUES.length] ?? '#6a8f5f';
};

interface PersonProps {
  name: string;
  avatarUrl?: string | null;
  note?: ReactNode;
  size?: number;
}

/** Face (or first character) and name. */
export function Person({ name, avatarUrl, note, size = 32 }: PersonProps) {
  return (
    <span className={styles.person}>
      <Avatar size={size} src={avatarUrl ?? undefined} style={{ background: hueOf(name), flex: 'none' }}>
        {[...name][0] ?? '·'}
      </Avatar>
      <span className={styles.words}>
        <span className={styles.name} title={name}>
          {name || '—'}
        </span>
        {note ? <span className={styles.note}>{note}</span> : null}
      </span>
    </span>
  );
}
