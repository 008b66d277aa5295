import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { useNavigate } from 'react-router-dom';
import { common } from '../text/common';
import { brand } from '../theme/tokens';
import styles from './page.module.css';

interface PageProps {
  title: string;
  /** One sentence that says what the page is for. */
  lead?: ReactNode;
  /** Stands beside the title: a state, a count. */
  mark?: ReactNode;
  actions?: ReactNode;
  /** Where the back arrow goes; none without it. */
  back?: string;
  children: ReactNode;
}

export function Page({ title, lead, mark, actions, back, children }: PageProps) {
  const navigate = useNavigate();
  useEffect(() => {
    document.title = `${title} · ${brand.product} ${brand.title}`;
  }, [title]);
  return (
    <section className={styles.page}>
      <header className={styles.head}>
        <div className={styles.names}>
          <div className={styles.titleRow}>
            {back ? (
              <Button
                type="text"
                icon={<ArrowLeftOutlined />}
                aria-label={common.back}
                onClick={() => navigate(back)}
              />
            ) : null}
            <h1 className={styles.title}>{title}</h1>
            {mark}
          </div>
          {lead ? <p className={styles.lead}>{lead}</p> : null}
        </div>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </header>
      {children}
    </section>
  );
}
