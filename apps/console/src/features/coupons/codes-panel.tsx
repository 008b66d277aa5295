import { Link } from 'react-router-dom';
import { Panel } from '../../shared/ui/panel';
import { t } from './strings';

/** The way to the unique codes of a coupon. */
export function CodesPanel({ templateId }: { templateId: string }) {
  return (
    <Panel title={t.codes.title} extra={<Link to={`/coupons/${templateId}/codes`}>{t.codes.open}</Link>}>
      {t.codes.note}
    </Panel>
  );
}
