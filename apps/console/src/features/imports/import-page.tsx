import { useQuery } from '@tanstack/react-query';
import { Steps } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import type { ImportState, ImportView } from '../../shared/api/types';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { QueryView } from '../../shared/ui/states';
import { importKey, readImport } from './api';
import { DryRunStep } from './dry-run-step';
import { ImportStatePill } from './import-columns';
import { MappingStep } from './mapping-step';
import { RunStep } from './run-step';
import { t } from './strings';

type Step = 'map' | 'dry' | 'run';

const stepOf = (state: ImportState): Step => {
  if (state === 'uploaded') return 'map';
  return state === 'mapped' ? 'dry' : 'run';
};

const position = (step: Step, state: ImportState): number => {
  if (state === 'done') return 3;
  return { map: 0, dry: 1, run: 2 }[step];
};

function ImportSteps({ view }: { view: ImportView }) {
  const [wanted, want] = useState<Step | null>(null);
  const fromState = stepOf(view.state);
  // Someone who went back to the columns stays there until the server says that the import began.
  const step = fromState === 'run' ? 'run' : (wanted ?? fromState);
  return (
    <>
      <Panel>
        <Steps
          size="small"
          current={position(step, view.state)}
          items={Object.values(t.steps).map((title) => ({ title }))}
        />
      </Panel>
      {step === 'map' ? <MappingStep view={view} onMapped={() => want('dry')} /> : null}
      {step === 'dry' ? <DryRunStep view={view} onRemap={() => want('map')} /> : null}
      {step === 'run' ? <RunStep view={view} /> : null}
    </>
  );
}

export function ImportPage() {
  const { importId = '' } = useParams();
  const query = useQuery({
    queryKey: importKey(importId),
    queryFn: () => readImport(importId),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 1000 : false),
  });
  return (
    <Page
      title={query.data?.fileName ?? t.title}
      back={t.back}
      mark={query.data ? <ImportStatePill state={query.data.state} /> : null}
    >
      <QueryView query={query}>{(view) => <ImportSteps key={view.importId} view={view} />}</QueryView>
    </Page>
  );
}
