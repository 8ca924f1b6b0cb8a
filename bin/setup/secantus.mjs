import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheRoot } from './cache.mjs';
import { SetupError, onPath, run } from './run.mjs';

/** @type {import('./cache.mjs').Tool} */
export const secantus = {
  name: 'secantusdb',
  version: '0.5.3-beta.196',
  binary: 'secantusd-rs',
  label: 'SecantusDB',
  megabytes: 3000,
};

const leastRustMinor = 95;
const secondsBetweenLines = 15;

/**
 * Builds SecantusDB from the Rust registry: minutes, once per machine.
 * @param {string} folder
 */
export async function buildSecantus(folder) {
  await requireToolchain();
  // A fixed target folder lets a build that was broken off go on, and makes a second setup wait for the first.
  const target = join(cacheRoot, `build-${secantus.name}-${secantus.version}`);
  const crate = ['install', 'secantus-mdb', '--version', secantus.version, '--bin', secantus.binary];
  const report = progressReporter();
  await run('cargo', [...crate, '--locked', '--ignore-rust-version', '--root', folder], {
    onLine: report,
    env: {
      CARGO_TARGET_DIR: target,
      CARGO_PROFILE_RELEASE_LTO: 'off',
      CARGO_PROFILE_RELEASE_CODEGEN_UNITS: '16',
      CARGO_PROFILE_RELEASE_OPT_LEVEL: '2',
      CARGO_TERM_PROGRESS_WHEN: 'always',
      CARGO_TERM_PROGRESS_WIDTH: '80',
    },
  });
  await rm(target, { recursive: true, force: true });
}

async function requireToolchain() {
  const missing = ['cargo', 'cmake', 'cc'].filter((program) => !onPath(program));
  const choices = 'Hoặc cài MongoDB (mongod), hoặc đặt MONGODB_URI.';
  if (missing.length > 0)
    throw new SetupError(
      `máy này không có MongoDB và thiếu ${missing.join(', ')} để dựng SecantusDB. ${choices}`,
    );
  const version = await run('cargo', ['--version']);
  if (Number(/ 1\.(\d+)\./.exec(version)?.[1]) < leastRustMinor)
    throw new SetupError(
      `dựng SecantusDB cần Rust 1.${leastRustMinor} trở lên, máy này có ${version}. ${choices}`,
    );
}

function progressReporter() {
  const started = Date.now();
  let last = 0;
  /** @param {string} line */
  return (line) => {
    const seconds = Math.round((Date.now() - started) / 1000);
    const [, done, total] = /(\d+)\/(\d+)(?=[:\s])/.exec(line) ?? [];
    if (!total || seconds - last < secondsBetweenLines) return;
    last = seconds;
    console.log(`Đang dựng SecantusDB: ${done}/${total} gói, ${inWords(seconds)}`);
  };
}

/** @param {number} seconds */
function inWords(seconds) {
  const minutes = Math.floor(seconds / 60);
  return minutes > 0 ? `${minutes} phút ${seconds % 60} giây` : `${seconds} giây`;
}
