import { Text, View } from '@tarojs/components';
import { momentText } from '@/shared/format/time';
import type { Receipt } from '@/shared/http/types';
import { text } from './strings';
import './refund.scss';

/** Who took the record back as a slip, or wishes to, and why. */
export const UndoState = ({ undo }: { undo: NonNullable<Receipt['undo']> }) => (
  <View id="undo-state" className="offline-note undo-state">
    <Text>{text.undoStates[undo.state](undo.askedBy, undo.reason)}</Text>
    <Text className="faint">
      {[momentText(undo.askedAt), undo.state === 'done' && undo.decidedBy ? text.undoDecidedBy(undo.decidedBy) : '']
        .filter(Boolean)
        .join(' · ')}
    </Text>
  </View>
);
