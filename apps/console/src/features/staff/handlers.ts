import type { StaffRow } from '../../shared/api/types';

/** What the page does when a button of a row is pressed. */
export interface StaffHandlers {
  onEdit: (staff: StaffRow) => void;
  onInvite: (staff: StaffRow) => void;
  onPassword: (staff: StaffRow, password: string) => void;
}
