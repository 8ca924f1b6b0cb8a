import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';

/** A failure whose message is a sentence for the person at the keyboard. */
export class SetupError extends Error {}

/** A command that ended badly, with what it said last. */
class CommandError extends Error {
  /**
   * @param {string} command
   * @param {string} output
   */
  constructor(command, output) {
    super(`${command}: ${output}`);
    this.output = output;
  }
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill();
});

/**
 * Runs a command to its end and returns its output; `onLine` sees each line as it comes, with the child.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, onLine?: (line: string) => void, silenceMs?: number }} [options]
 * @returns {Promise<string>}
 */
export function run(command, args, { cwd, env, onLine, silenceMs } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...(cwd ? { cwd } : {}),
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    /** @type {string[]} */
    const lines = [];
    const silence = silenceMs ? setTimeout(() => child.kill('SIGKILL'), silenceMs) : undefined;
    for (const stream of [child.stdout, child.stderr])
      createInterface(stream).on('line', (line) => {
        clearTimeout(silence);
        lines.push(line);
        onLine?.(line);
      });
    child.on('error', (error) => reject(new CommandError(command, error.message)));
    child.on('close', (code) => {
      clearTimeout(silence);
      running.delete(child);
      if (code === 0) resolve(lines.join('\n'));
      else reject(new CommandError(command, lines.slice(-15).join('\n')));
    });
  });
}

/**
 * The path of a program on PATH, or undefined.
 * @param {string} program
 */
export function onPath(program) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find(isExecutable);
}

/** @param {string} path */
export function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Turns a failure of a tool or of the file system into a sentence.
 * @param {string} doing
 * @param {unknown} error
 */
export function explain(doing, error) {
  if (error instanceof SetupError) return error;
  const text = error instanceof CommandError ? error.output : String(error);
  if (/ENOSPC|No space left/i.test(text)) return new SetupError(`${doing}: hết chỗ trên đĩa.`);
  if (/EACCES|EPERM|EROFS|ENOENT.*mkdir|Permission denied|Read-only file system/i.test(text))
    return new SetupError(`${doing}: không có quyền ghi.\n${text}`);
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|NewConnectionError|Could not resolve|network|No matching distribution/i.test(
      text,
    )
  )
    return new SetupError(`${doing}: không tới được kho gói, hãy kiểm tra mạng.\n${text}`);
  return new SetupError(`${doing}: ${text}`);
}
