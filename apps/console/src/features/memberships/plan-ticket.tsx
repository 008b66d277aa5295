import type { MembershipPlanDraft } from '../../shared/api/types';
import { briefFen, formatFen } from '../../shared/format/money';
import { useTiers } from '../../shared/lookups/lookups';
import { useTemplates } from './coupon-fields';
import styles from './memberships.module.css';
import { t, unitNames } from './strings';

const DAYS_OF_MONTH = 30;

/** For a month, or for a day where the card lasts no longer than one. */
const perText = ({ priceFen, duration }: MembershipPlanDraft): string => {
  const isLong = duration.unit === 'month' && duration.count > 1;
  const parts = isLong || duration.unit === 'day' ? duration.count : DAYS_OF_MONTH;
  const amount = formatFen(Math.round(priceFen / Math.max(1, parts)));
  return isLong ? t.perMonth(amount) : t.perDay(amount);
};

/** The plan as shoppers see it, while it is being written. */
export function PlanTicket({ draft }: { draft: MembershipPlanDraft }) {
  const tier = useTiers().data?.items.find(({ code }) => code === draft.tierCode);
  const templates = useTemplates();
  const coupons = draft.coupons.flatMap((coupon) => {
    // A row that was just added names nothing yet.
    const name = templates.find(({ templateId }) => templateId === coupon?.templateId)?.name;
    return name ? [t.couponLine(name, coupon.count)] : [];
  });
  const lines = [...coupons, ...(tier ? [t.benefits(tier.name)] : []), t.noAuto];
  return (
    <>
      <div className={styles.ticket}>
        <b>{draft.name || t.plan}</b>
        <span className={styles.soft}>{t.durationText(draft.duration.count, unitNames[draft.duration.unit])}</span>
        <strong>{briefFen(draft.priceFen ?? 0)}</strong>
        <span className={styles.soft}>{perText(draft)}</span>
      </div>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
