import { CheckCircleFilled, CloseCircleFilled, SafetyCertificateOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { messageOf } from '../../shared/api/errors';
import type { AccountProof } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import { Panel } from '../../shared/ui/panel';
import { accountProof } from './ledger.api';
import { l } from './ledger-strings';
import styles from './member.module.css';

function Check({ check }: { check: AccountProof['checks'][number] }) {
  const { badRow } = check;
  const table = badRow ? (l.tables[badRow.table] ?? badRow.table) : '';
  return (
    <li className={check.ok ? styles.checkOk : styles.checkBad}>
      {check.ok ? <CheckCircleFilled /> : <CloseCircleFilled />}
      <span>
        {l.checks[check.check]}
        {badRow ? (
          <small>
            {l.badRow(table, badRow.number === null ? '' : `#${badRow.number}`)} · {badRow.problem}
          </small>
        ) : null}
      </span>
    </li>
  );
}

/** Everything the proof looks at, each with its outcome, on demand. */
export function AccountProofPanel({ memberId }: { memberId: string }) {
  const prove = useMutation({ mutationFn: () => accountProof(memberId) });
  const proof = prove.isPending ? undefined : prove.data;
  return (
    <Panel
      title={l.proofTitle}
      extra={
        <Button icon={<SafetyCertificateOutlined />} loading={prove.isPending} onClick={() => prove.mutate()}>
          {prove.isPending ? l.proving : l.proof}
        </Button>
      }
    >
      {prove.isError ? <Alert type="error" showIcon title={messageOf(prove.error)} /> : null}
      {proof ? (
        <>
          <Alert
            type={proof.ok ? 'success' : 'error'}
            showIcon
            title={proof.ok ? l.proofOk(formatCount(proof.entries)) : l.proofBad}
          />
          <ul className={styles.checks}>
            {proof.checks.map((check) => (
              <Check key={check.check} check={check} />
            ))}
          </ul>
        </>
      ) : (
        <p className={styles.soft}>{l.proofHint}</p>
      )}
    </Panel>
  );
}
