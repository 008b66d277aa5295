/** The few with the highest rank, of any number that is shown. On a tie the earlier one stays. */
export class TopList<Item> {
  private readonly items: { readonly item: Item; readonly rank: number }[] = [];

  constructor(private readonly size: number) {}

  /** `make` is asked only for what enters the list. */
  offer(rank: number, make: () => Item): void {
    const last = this.items.at(-1);
    if (this.items.length === this.size && last && last.rank >= rank) return;
    const at = this.items.findIndex((one) => one.rank < rank);
    this.items.splice(at < 0 ? this.items.length : at, 0, { item: make(), rank });
    if (this.items.length > this.size) this.items.pop();
  }

  get all(): Item[] {
    return this.items.map(({ item }) => item);
  }
}
