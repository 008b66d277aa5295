import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import type { SettingsChange } from '../../shared/api/types';
import { previewSettings, settingsKey } from './api';
import styles from './settings.module.css';
import { t } from './strings';

const PAUSE_MS = 300;

/** What the form means as it stands, in the server's own words; asked when typing pauses. */
export function Consequence({ change, about }: { change: SettingsChange; about: 'expiry' | 'refund' }) {
  const text = JSON.stringify(change);
  const [asked, ask] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => ask(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const preview = useQuery({
    queryKey: [...settingsKey, 'preview', asked],
    queryFn: () => previewSettings(JSON.parse(asked) as SettingsChange),
    placeholderData: keepPreviousData,
  });
  if (!preview.data) return null;
  const { problems, sentences } = preview.data;
  if (sentences)
    return (
      <p className={styles.consequence} aria-live="polite">
        <b>{t.expiry.consequence}</b>
        {sentences[about]}
      </p>
    );
  return <Alert className={styles.risk} type="warning" showIcon title={problems.join('；')} />;
}
