import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/** The one timer of a workflow: set anew only when the instant changes, since each setting costs history. */
export class Alarm {
  private at: number | undefined;
  private scope: CancellationScope | undefined;
  private rang = false;

  /** Whether the instant it was set to has come. */
  isRinging(): boolean {
    return this.rang;
  }

  /** Whoever heard it sets it anew. */
  silence(): void {
    this.rang = false;
    this.at = undefined;
  }

  /** @param at engine time in milliseconds, undefined for no alarm */
  set(at: number | undefined): void {
    if (at === this.at && !this.rang) return;
    this.scope?.cancel();
    this.scope = undefined;
    this.rang = false;
    this.at = at;
    if (at === undefined) return;
    const scope = new CancellationScope();
    this.scope = scope;
    void scope.run(() => this.ringAt(at, scope));
  }

  private async ringAt(at: number, scope: CancellationScope): Promise<void> {
    try {
      await sleep(Math.max(at - Date.now(), 1));
      if (this.scope === scope) this.rang = true;
    } catch (error) {
      if (!isCancellation(error)) throw error;
    }
  }
}
