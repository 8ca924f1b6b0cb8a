import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetupError, explain, run } from './run.mjs';

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
const nodeFolder = join(root, 'node_modules', 'node');

// Not `npm ci`: it refuses a lock file that lacks optional packages of other platforms, and a registry that
// does not carry them makes such a lock. No install scripts: npm 10 would run all; the one we need is run below.
const installFromLock = [
  'install',
  '--no-save',
  '--ignore-scripts',
  '--prefer-offline',
  '--no-progress',
  '--loglevel=error',
];

/** Installs the packages of the lock file when they are not there, and Node 24 with them. */
export async function ensurePackages() {
  const started = Date.now();
  if (packagesMatchLock() && nodeMatches()) return;
  console.log('Gói npm: đang cài theo package-lock.json');
  try {
    if (!packagesMatchLock()) await run('npm', installFromLock, { cwd: root });
    if (!nodeMatches())
      await run('npm', ['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error'], { cwd: root });
    if (!nodeMatches()) throw new SetupError('gói node không đặt được Node 24 vào node_modules/.bin.');
  } catch (error) {
    throw explain('Cài gói npm', error);
  }
  console.log(`Gói npm: xong sau ${Math.round((Date.now() - started) / 1000)} giây`);
}

/** Compares the lock file with what npm itself recorded in node_modules. */
function packagesMatchLock() {
  try {
    const wanted = readLock('package-lock.json');
    const present = readLock('node_modules/.package-lock.json');
    return Object.entries(wanted).every(
      ([path, entry]) => path === '' || entry.optional || present[path]?.version === entry.version,
    );
  } catch {
    return false;
  }
}

/**
 * @param {string} path
 * @returns {Record<string, { version: string, optional?: boolean }>}
 */
function readLock(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
}

function nodeMatches() {
  try {
    const { version } = JSON.parse(readFileSync(join(nodeFolder, 'package.json'), 'utf8'));
    const binary = join(root, 'node_modules', '.bin', 'node');
    return execFileSync(binary, ['--version'], { encoding: 'utf8' }).trim() === `v${version}`;
  } catch {
    return false;
  }
}
