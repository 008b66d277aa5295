import { Switch, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { platform } from '@/platform';
import { dateText } from '@/shared/format/time';
import type { ClosureReceipt, Consent, ConsentText, MemberMe } from '@/shared/http/types';
import { go, routes } from '@/shared/nav/nav';
import { forget } from '@/shared/session/session';
import { palettes } from '@/shared/theme/theme';
import { Card, Section } from '@/shared/ui/card';
import { Cell } from '@/shared/ui/cell';
import { Empty } from '@/shared/ui/empty';
import { Icon } from '@/shared/ui/icon';
import { ask, say, sayError } from '@/shared/ui/toast';
import { exportMyData, useCloseAccount, useConsentTexts, useSetConsent } from './me.api';
import { text } from './strings';
import './me.scss';

const Stored = () => {
  const [exporting, setExporting] = useState(false);
  const exportAll = async () => {
    if (exporting) return;
    setExporting(true);
    try {
      await platform.saveText('my-data.json', JSON.stringify(await exportMyData(), null, 2));
      say(text.exported);
    } catch (error) {
      sayError(error);
    }
    setExporting(false);
  };
  return (
    <Section title={text.stored}>
      <Card>
        {text.storedLines.map((line) => (
          <View key={line} className="stored__line">
            <Icon name="check" tone="brand" size="small" />
            <Text className="grow">{line}</Text>
          </View>
        ))}
      </Card>
      <Card className="card--list">
        <Cell
          id="export"
          icon="receipt"
          title={exporting ? `${text.export}…` : text.export}
          note={text.exportNote}
          onTap={() => void exportAll()}
        />
      </Card>
    </Section>
  );
};

const ConsentRow = ({ consent, current }: { consent: Consent | undefined; current: ConsentText }) => {
  const setConsent = useSetConsent();
  const granted = setConsent.isPending ? setConsent.variables.granted : consent?.granted === true;
  const change = (wanted: boolean) => {
    const { purpose, version } = current;
    setConsent.mutate({ purpose, version, granted: wanted }, { onError: sayError });
  };
  const note = current.required
    ? text.needed
    : consent
      ? text.consentOf(dateText(consent.at), consent.version)
      : current.title;
  return (
    <Cell
      title={text.purposes[current.purpose] ?? current.title}
      note={note}
      value={
        <Switch
          id={`consent-${current.purpose}`}
          checked={granted}
          disabled={current.required || setConsent.isPending}
          color={palettes.light.brand}
          onChange={(event) => change(event.detail.value)}
        />
      }
    />
  );
};

const Consents = ({ me }: { me: MemberMe }) => {
  const texts = useConsentTexts();
  return (
    <Section title={text.consents}>
      <Card className="card--list">
        {(texts.data?.items ?? []).map((current) => (
          <ConsentRow
            key={current.purpose}
            current={current}
            consent={me.consents.find((consent) => consent.purpose === current.purpose)}
          />
        ))}
      </Card>
      <Text className="faint">{text.consentNote}</Text>
    </Section>
  );
};

const Closure = ({ onClosed }: { onClosed: (receipt: ClosureReceipt) => void }) => {
  const close = useCloseAccount();
  const start = async () => {
    if (!(await ask(text.closeAsk, text.closeWarn, text.close))) return;
    if (!(await ask(text.closeAgain, text.closeAgainWarn, text.close))) return;
    close.mutate(undefined, { onSuccess: onClosed, onError: sayError });
  };
  return (
    <Section title={text.close}>
      <Card className="card--list">
        <Cell
          id="close-account"
          icon="close"
          danger
          title={text.close}
          note={text.closeNote}
          onTap={() => void start()}
        />
      </Card>
    </Section>
  );
};

export const PrivacyPanel = ({ me }: { me: MemberMe }) => {
  const [receipt, setReceipt] = useState<ClosureReceipt | null>(null);
  if (receipt) {
    return (
      <Empty
        picture="cup"
        title={text.closed}
        note={text.closedReceipt(receipt.receiptNo)}
        action={text.closedDone}
        onAction={() => {
          forget().catch(() => undefined);
          go(routes.home);
        }}
      />
    );
  }
  return (
    <>
      <Stored />
      <Consents me={me} />
      <Closure onClosed={setReceipt} />
    </>
  );
};
