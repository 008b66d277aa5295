import { Text, View } from '@tarojs/components';
import { points as inPoints, signedPoints } from '@/shared/format/amount';
import { momentText } from '@/shared/format/time';
import type { EntryExplanation, PointsEntry } from '@/shared/http/types';
import { Icon } from '@/shared/ui/icon';
import { Sheet } from '@/shared/ui/sheet';
import { usePointsEntry } from './points.api';
import { text } from './strings';
import './points.scss';

const Line = ({ children }: { children: string }) => (
  <View className="why__line">
    <View className="why__dot" />
    <Text className="grow">{children}</Text>
  </View>
);

/** One rule that gave: its name, what it gave, and how that was worked out. */
const Step = ({ step }: { step: EntryExplanation['steps'][number] }) => (
  <View className="step">
    <View className="row row--between">
      <Text className="step__name">{step.name}</Text>
      <Text className="number step__points">{step.points > 0 ? signedPoints(step.points) : text.given}</Text>
    </View>
    {step.lines.map((line) => (
      <Text key={line} className="step__line">
        {line}
      </Text>
    ))}
  </View>
);

/** What is said beside the rules: points that still wait, an adjustment's reason. */
const besides = ({ entry, steps }: EntryExplanation): string[] => {
  const said = new Set(steps.flatMap((step) => step.lines));
  return entry.why.filter((line) => !said.has(line));
};

const Explained = ({ found }: { found: EntryExplanation }) => (
  <>
    {found.steps.map((step) => (
      <Step key={[step.name, ...step.lines].join()} step={step} />
    ))}
    {besides(found).map((line) => (
      <Line key={line}>{line}</Line>
    ))}
    {found.lots.map((line) => (
      <View key={line} className="lot">
        <Icon name="clock" tone="accent" size="small" />
        <Text>{line}</Text>
      </View>
    ))}
    {found.hint ? (
      <View className="why__hint">
        <Text>{text.almost(found.hint)}</Text>
      </View>
    ) : null}
  </>
);

const Why = ({ entry }: { entry: PointsEntry }) => {
  const asked = usePointsEntry(entry.entryId);
  const lines = entry.why.length ? entry.why : [text.noWhy];
  return (
    <View id="why">
      <View className="why__total">
        <View>
          <Text className="why__kind">{text.kinds[entry.kind]}</Text>
          <Text className="why__when">{[momentText(entry.at), entry.storeName].filter(Boolean).join(' · ')}</Text>
        </View>
        <Text className="number why__number">{signedPoints(entry.points + entry.pending)}</Text>
      </View>
      {/* What the list already knows is there at once; the whole explanation follows. */}
      {asked.data ? <Explained found={asked.data} /> : lines.map((line) => <Line key={line}>{line}</Line>)}
      <View className="why__foot">
        <Text className="faint">{text.balanceAfter(inPoints(entry.balanceAfter))}</Text>
        {entry.purchaseNo ? <Text className="faint">{text.purchase(entry.purchaseNo)}</Text> : null}
      </View>
    </View>
  );
};

/** Which rules gave the points, how they were worked out, until when they count, and what was just missed. */
export const WhySheet = ({ entry, onClose }: { entry: PointsEntry | null; onClose: () => void }) => (
  <Sheet open={entry !== null} title={text.why} onClose={onClose}>
    {entry ? <Why key={entry.entryId} entry={entry} /> : null}
  </Sheet>
);
