import { Alert, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { LookedUpCode } from '../../shared/api/types';
import { showTime } from '../../shared/format/time';
import { useAction } from '../../shared/ui/use-action';
import { findCode } from './api';
import styles from './codes.module.css';
import { t } from './strings';

/** What became of one code, for a shopper whose code does not work. */
export function CodeSearch({ templateId }: { templateId: string }) {
  const [found, tell] = useState<LookedUpCode | null>(null);
  const find = useAction(findCode, { onDone: tell });
  return (
    <div className={styles.search}>
      <Input.Search
        allowClear
        placeholder={t.search.placeholder}
        loading={find.isPending}
        style={{ width: 260 }}
        onChange={() => tell(null)}
        onSearch={(text) => {
          if (text.trim()) find.mutate(text.trim());
        }}
      />
      {found ? (
        <Alert
          type={found.isUsed ? 'info' : 'success'}
          title={
            <>
              {found.isUsed ? t.search.used(showTime(found.usedAt)) : t.search.unused}
              {found.templateId === templateId ? null : `；${t.search.other}`}
              {found.memberId ? <Link to={`/members/${found.memberId}`}> {t.search.member}</Link> : null}
            </>
          }
        />
      ) : null}
    </div>
  );
}
