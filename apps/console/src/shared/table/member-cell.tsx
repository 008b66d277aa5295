import { Link } from 'react-router-dom';
import styles from './table.module.css';

interface MemberCellProps {
  memberId: string;
  name: string;
  /** What tells two of the same name apart: the masked phone, or the member number. */
  note: string | null;
}

/** Whose row it is. The name leads to the member; the row's own click does not follow. */
export function MemberCell({ memberId, name, note }: MemberCellProps) {
  return (
    <span>
      <Link to={`/members/${memberId}`} onClick={(event) => event.stopPropagation()}>
        {name}
      </Link>
      <span className={styles.note}>{note}</span>
    </span>
  );
}
