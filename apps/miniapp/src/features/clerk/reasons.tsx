import { Text, View } from '@tarojs/components';
import './refund.scss';

interface ReasonsProps {
  title: string;
  reasons: readonly string[];
  chosen: string | null;
  onChoose: (reason: string) => void;
}

/** Why: one of a few, at a tap. */
export const Reasons = ({ title, reasons, chosen, onChoose }: ReasonsProps) => (
  <View className="refund-reasons">
    <Text className="faint">{title}</Text>
    <View className="refund-reasons__all">
      {reasons.map((reason, index) => (
        <View
          key={reason}
          id={`reason-${index}`}
          className={`choice ${reason === chosen ? 'choice--chosen' : ''}`}
          onClick={() => onChoose(reason)}
        >
          <Text>{reason}</Text>
        </View>
      ))}
    </View>
  </View>
);
