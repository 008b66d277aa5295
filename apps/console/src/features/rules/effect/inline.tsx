import type { ReactNode } from 'react';
import styles from '../rules.module.css';

/** Fields within a sentence: 每消费 [¥10] 得 [1] 分. */
export function Inline({ children }: { children: ReactNode }) {
  return <div className={styles.inline}>{children}</div>;
}
