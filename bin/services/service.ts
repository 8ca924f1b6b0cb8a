import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataFolder } from './data-folder.ts';
import { end, identify } from './process-identity.ts';
import { StartFailure } from './start-failure.ts';

/** How to run one child process of the launcher. */
export interface ServiceSpec {
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
  readonly #name: string;
  readonly #spec: ServiceSpec;
  readonly #data: DataFolder;
  #child: ChildProcess | undefined;
  readonly #stopping = new AbortController();

  constructor(name: string, spec: ServiceSpec, data: DataFolder) {
    this.#name = name;
    this.#spec = spec;
    this.#data = data;
  }

  /** Spawns the process and waits until it answers; one that dies before that is not tried again. */
  async start(): Promise<void> {
    const ended = this.#spawn();
    const deadline = Date.now() + readyWithinMs;
    while (!(await this.#answers())) {
      if (this.#hasEnded || Date.now() > deadline) {
        await this.stop();
        throw this.#failure();
      }
      await sleep(40);
    }
    void this.#keepAlive(ended);
  }

  get label(): string {
    return this.#spec.label;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Ends the process for good: politely, then by force. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    const pid = this.#child?.pid;
    if (pid !== undefined && !this.#hasEnded) await end(identify(pid), 15_000);
    this.#data.forgetChild(this.#name);
  }

  /** Resolves when the process ends. */
  #spawn(): Promise<unknown> {
    const { command, args, cwd, env } = this.#spec;
    const log = openSync(this.#data.logFile(this.#name), 'a');
    // Detached: Ctrl-C reaches the launcher alone, which then stops everything in order.
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', log, log] });
    closeSync(log);
    if (child.pid !== undefined) this.#data.recordChild(this.#name, child.pid);
    this.#child = child;
    return once(child, 'exit').catch(() => undefined);
  }

  get #hasEnded(): boolean {
    const child = this.#child;
    return child?.pid === undefined || child.exitCode !== null || child.signalCode !== null;
  }

  async #answers(): Promise<boolean> {
    return this.#spec.ready().then(
      () => true,
      () => false,
    );
  }

  async #keepAlive(ended: Promise<unknown>): Promise<void> {
    for (let deaths = 1, since = Date.now(); ; deaths++, since = Date.now()) {
      await ended;
      if (Date.now() - since > steadyAfterMs) deaths = 1;
      const pauseMs = Math.min(1000 * 2 ** (deaths - 1), longestPauseMs);
      if (!this.#stopping.signal.aborted) this.#reportDeath(pauseMs / 1000);
      if (await this.#stoppedWithin(pauseMs)) return;
      ended = this.#spawn();
      // It is not up before it answers: what makes it ready is part of that.
      while (!this.#hasEnded && !(await this.#answers())) await sleep(40);
    }
  }

  #reportDeath(pause: number): void {
    const how = this.#child?.exitCode ?? this.#child?.signalCode ?? 'không rõ';
    const log = this.#data.logFile(this.#name);
    console.error(
      `Dịch vụ ${this.label} dừng bất ngờ (${how}), khởi động lại sau ${pause} giây. Nhật ký: ${log}`,
    );
  }

  /** Waits, unless the service is being stopped. */
  async #stoppedWithin(ms: number): Promise<boolean> {
    return sleep(ms, false, { signal: this.#stopping.signal }).catch(() => true);
  }

  #failure(): StartFailure {
    const log = this.#data.logFile(this.#name);
    const last = readFileSync(log, 'utf8').trim().split('\n').slice(-25).join('\n');
    return new StartFailure(`Dịch vụ ${this.label} không khởi động được. Nhật ký ${log}:\n${last}`);
  }
}
