import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataFolder } from './data-folder.ts';
import { end, identify } from './process-identity.ts';
import { StartFailure } from './start-failure.ts';

/** How to run one child process of the launcher. */
export interface ServiceSpec {
  readonly name: string;
  readonly label: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Resolves when the service answers, rejects while it does not. */
  readonly ready: () => Promise<unknown>;
}

const readyWithinMs = 60_000;
const steadyAfterMs = 60_000;
const longestPauseMs = 30_000;

/** A child process that is started again when it dies, until it is stopped. */
export class Service {
  readonly #spec: ServiceSpec;
  readonly #data: DataFolder;
  #child: ChildProcess | undefined;
  #stopping = new AbortController();
  #deaths = 0;

  constructor(spec: ServiceSpec, data: DataFolder) {
    this.#spec = spec;
    this.#data = data;
  }

  /** Spawns the process and waits until it answers; one that dies before that is not tried again. */
  async start(): Promise<this> {
    const child = this.#spawn();
    const deadline = Date.now() + readyWithinMs;
    while (!(await this.#answers())) {
      if (hasEnded(child) || Date.now() > deadline) {
        await this.stop();
        throw this.#failure();
      }
      await sleep(40);
    }
    this.#keepAlive(child);
    return this;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Ends the process for good: politely, then by force. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    if (this.#child?.pid !== undefined) await end(identify(this.#child.pid), 15_000);
    this.#data.forgetChild(this.#spec.name);
  }

  #spawn(): ChildProcess {
    const { name, command, args, cwd, env } = this.#spec;
    const log = openSync(this.#data.logFile(name), 'a');
    // Detached: Ctrl-C reaches the launcher alone, which then stops everything in order.
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', log, log] });
    closeSync(log);
    child.on('error', () => undefined);
    if (child.pid !== undefined) this.#data.recordChild(name, child.pid);
    this.#child = child;
    return child;
  }

  async #answers(): Promise<boolean> {
    return this.#spec.ready().then(
      () => true,
      () => false,
    );
  }

  #keepAlive(child: ChildProcess): void {
    const since = Date.now();
    const ended = once(child, 'exit').catch(() => undefined);
    void ended.then(async () => {
      if (this.#stopping.signal.aborted) return;
      this.#deaths = Date.now() - since > steadyAfterMs ? 1 : this.#deaths + 1;
      const pause = Math.min(1000 * 2 ** (this.#deaths - 1), longestPauseMs);
      console.error(
        `${this.#spec.label} dừng bất ngờ (${String(child.exitCode ?? child.signalCode)}), khởi động lại sau ${String(pause / 1000)} giây. Nhật ký: ${this.#data.logFile(this.#spec.name)}`,
      );
      await sleep(pause, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
      if (!this.#stopping.signal.aborted) this.#keepAlive(this.#spawn());
    });
  }

  #failure(): StartFailure {
    const log = this.#data.logFile(this.#spec.name);
    const last = readFileSync(log, 'utf8').trim().split('\n').slice(-8).join('\n');
    return new StartFailure(`${this.#spec.label} không khởi động được. Nhật ký ${log}:\n${last}`);
  }
}

const hasEnded = (child: ChildProcess): boolean =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
