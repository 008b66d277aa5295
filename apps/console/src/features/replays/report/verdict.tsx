import { Alert } from 'antd';
import { Link } from 'react-router-dom';
import type { ReplayReport, ReplayView } from '../../../shared/api/types';
import { formatCount } from '../../../shared/format/money';
import styles from '../replays.module.css';
import { t } from '../strings';

type Changes = ReplayView['changes'];

const namesOf = (changes: Changes): string => changes.map(({ name }) => name).join('、');

/** What a reader must know before the figures mean something. */
const notesOf = ({ events, differences }: ReplayReport, changes: Changes): string[] => {
  const alwaysValid = changes.filter((change) => change.alwaysValid);
  const others = changes.filter(({ trigger }) => trigger !== null && trigger !== 'purchase');
  const versions = differences.count > 0 ? t.differsBecause : t.otherVersions;
  return [
    ...(events.otherVersions > 0 ? [versions(formatCount(events.otherVersions))] : []),
    ...(events.older > 0 ? [t.older(formatCount(events.older))] : []),
    ...(alwaysValid.length > 0 ? [t.alwaysValid(namesOf(alwaysValid))] : []),
    ...(others.length > 0 ? [t.notPurchase(namesOf(others))] : []),
  ];
};

/** Whether the active rules and the ledger agree: what all other figures stand on. */
export function Verdict({ report, changes }: { report: ReplayReport; changes: Changes }) {
  const { differences, events } = report;
  const notes = notesOf(report, changes).map((note) => <div key={note}>{note}</div>);
  const judged = events.purchases + events.others;
  if (differences.count === 0)
    return (
      <Alert
        type="success"
        showIcon
        title={t.agrees(formatCount(judged))}
        description={notes.length > 0 ? notes : undefined}
      />
    );
  const isExplained = events.otherVersions > 0;
  return (
    <Alert
      type={isExplained ? 'info' : 'warning'}
      showIcon
      title={t.differs(formatCount(differences.count))}
      description={
        <>
          {notes}
          {isExplained ? null : (
            <ul className={styles.first} aria-label={t.differsFirst}>
              {differences.first.map(({ reference, memberId, problem }) => (
                <li key={reference}>
                  <Link to={`/members/${memberId}`}>{reference}</Link> <code>{problem}</code>
                </li>
              ))}
            </ul>
          )}
        </>
      }
    />
  );
}
