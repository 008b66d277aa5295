import { actorLabel } from '@fanloop/kernel';
import type { OrganizationDoor } from '@fanloop/organization';

/** Names of staff for labels such as `staff:12`; the system keeps its label. */
export const staffNamer = async (
  organization: OrganizationDoor,
  labels: readonly string[],
): Promise<(label: string) => string> => {
  const ids = labels.flatMap((label) => (label.startsWith('staff:') ? [label.slice('staff:'.length)] : []));
  const names = await organization.staffNames(ids);
  const byLabel = new Map([...names].map(([id, name]) => [actorLabel({ kind: 'staff', id }), name]));
  return (label) => byLabel.get(label) ?? label;
};
