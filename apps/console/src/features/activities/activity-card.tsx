import { ClockCircleOutlined, EnvironmentOutlined } from '@ant-design/icons';
import type { ActivityInput } from '../../shared/api/types';
import styles from './activities.module.css';
import { periodText } from './period';
import { t } from './strings';

function DefaultCover() {
  return (
    <svg viewBox="0 0 320 180" className={styles.cover} aria-hidden="true">
      <rect width="320" height="180" fill="var(--fl-primary-soft)" />
      <circle cx="250" cy="48" r="24" fill="var(--fl-accent)" opacity="0.5" />
      <path d="M0 140c70-44 120-26 180-12s96 6 140-24v76H0z" fill="var(--fl-primary)" opacity="0.35" />
      <path d="M0 160c80-30 130-10 190-2s90-4 130-20v42H0z" fill="var(--fl-primary)" opacity="0.6" />
    </svg>
  );
}

/** The card as the shopper meets it. */
export function ActivityCard({ activity }: { activity: ActivityInput }) {
  const hasTimes = Boolean(activity.startsAt && activity.endsAt);
  return (
    <div className={styles.card}>
      {activity.coverUrl ? <img src={activity.coverUrl} alt="" className={styles.cover} /> : <DefaultCover />}
      <div className={styles.cardBody}>
        <b>{activity.title || t.untitled}</b>
        <p>{activity.summary}</p>
        <span>
          <ClockCircleOutlined /> {hasTimes ? periodText(activity) : '—'}
        </span>
        <span>
          <EnvironmentOutlined /> {activity.place || '—'}
        </span>
        <em>{t.join}</em>
      </div>
    </div>
  );
}
