/** More at once would make one transaction too large. */
const MOST = 20;

/**
 * Writes one by one, but what is asked for while others are being written goes together with the next ones: under load
 * many share a transaction, and nobody waits for company.
 * @param writeAll writes all of them or none; false where it did not
 * @returns writes one; where it kept the others of its group from being written, they go alone
 */
export function grouped<Item>(
  writeAll: (items: readonly Item[]) => Promise<boolean>,
): (item: Item) => Promise<boolean> {
  const waiting: { readonly item: Item; readonly settle: (answer: Promise<boolean>) => void }[] = [];
  let busy = false;

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    while (waiting.length > 0) {
      const group = waiting.splice(0, MOST);
      const together = writeAll(group.map(({ item }) => item));
      const wrote = await together.catch(() => false);
      for (const { item, settle } of group) {
        settle(wrote || group.length === 1 ? together : writeAll([item]));
      }
    }
    busy = false;
  }

  return (item) =>
    new Promise((settle) => {
      waiting.push({ item, settle });
      void work();
    });
}
