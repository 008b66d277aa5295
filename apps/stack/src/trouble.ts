/** Something that a person has to mend: one sentence that says what, and lines that help. Printed without a stack. */
export class Trouble extends Error {
  constructor(
    message: string,
    readonly hints: readonly string[] = [],
  ) {
    super(message);
    this.name = 'Trouble';
  }
}
