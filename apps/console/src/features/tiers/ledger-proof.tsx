import { SafetyCertificateOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { client } from '../../shared/api/client';
import { messageOf } from '../../shared/api/errors';
import type { LedgerProof } from '../../shared/api/types';
import { formatCount } from '../../shared/format/money';
import { Panel } from '../../shared/ui/panel';
import { t } from './strings';
import styles from './tiers.module.css';

function Outcome({ proof }: { proof: LedgerProof }) {
  const text = t.proofText(formatCount(proof.accounts), formatCount(proof.entries));
  if (proof.ok) return <Alert type="success" showIcon title={t.proofOk} description={text} />;
  const row = typeof proof.badRow === 'string' ? proof.badRow : JSON.stringify(proof.badRow, null, 2);
  return (
    <Alert
      type="error"
      showIcon
      title={t.proofBad}
      description={
        <>
          <p>{text}</p>
          <pre className={styles.badRow}>{row}</pre>
        </>
      }
    />
  );
}

export function LedgerProofPanel() {
  const prove = useMutation({
    mutationFn: () => client.get('/api/console/ledger/proof'),
  });
  return (
    <Panel title={t.ledger}>
      <p className={styles.soft}>{t.ledgerLead}</p>
      <div className={styles.prove}>
        <Button
          type="primary"
          icon={<SafetyCertificateOutlined />}
          loading={prove.isPending}
          onClick={() => prove.mutate()}
        >
          {prove.isPending ? t.proving : t.prove}
        </Button>
        {prove.isPending ? <span className={styles.soft}>{t.proofWait}</span> : null}
      </div>
      {prove.isError ? <Alert type="error" showIcon title={messageOf(prove.error)} /> : null}
      {prove.data && !prove.isPending ? <Outcome proof={prove.data} /> : null}
    </Panel>
  );
}
