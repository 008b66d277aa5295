/** Who somebody is before the mini-program gives them an openid. */
export interface PersonDraft {
  readonly personId: string;
  readonly nickname: string;
  readonly phone: string;
  readonly note: string;
}
