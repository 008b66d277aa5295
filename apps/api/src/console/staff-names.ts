import type { OrganizationDoor } from '@fanloop/organization';

const STAFF = 'staff:';

/** Names of staff for labels such as `staff:12`; what is not staff keeps its label. */
export const staffNamesOf = async (
  organization: OrganizationDoor,
  labels: readonly (string | null)[],
): Promise<(label: string) => string> => {
  const ids = labels.flatMap((label) => (label?.startsWith(STAFF) ? [label.slice(STAFF.length)] : []));
  const names = await organization.staffNames(ids);
  return (label) => (label.startsWith(STAFF) ? names.get(label.slice(STAFF.length)) : undefined) ?? label;
};
