import { chmod, copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cached, install } from './cache.mjs';
import { onPath, run } from './run.mjs';
import { buildSecantus, secantus } from './secantus.mjs';

/** @type {import('./cache.mjs').Tool} */
const mongod = { name: 'mongod', version: '8.2.6', binary: 'mongod', label: 'MongoDB', megabytes: 1000 };
const downloader = fileURLToPath(new URL('./download-mongod.mjs', import.meta.url));

/**
 * @typedef {{ engine: 'mongod' | 'secantus', path: string, how: string }} LocatedDatabase
 */

/**
 * The database engines of this machine, best first.
 * @returns {LocatedDatabase[]}
 */
export function locateDatabases() {
  const system = onPath('mongod');
  const downloaded = cached(mongod);
  const built = cached(secantus);
  return [
    ...(system ? [found('mongod', system, `mongod trên PATH (${system})`)] : []),
    ...(downloaded ? [found('mongod', downloaded, `MongoDB ${mongod.version} đã tải về máy`)] : []),
    ...(built ? [found('secantus', built, `SecantusDB ${secantus.version} đã dựng trên máy`)] : []),
  ];
}

/**
 * @param {'mongod' | 'secantus'} engine
 * @param {string} path
 * @param {string} how
 * @returns {LocatedDatabase}
 */
const found = (engine, path, how) => ({ engine, path, how });

/** @param {Promise<void>} packages the download of MongoDB is made by one of them */
export async function ensureDatabase(packages) {
  if (process.env.MONGODB_URI || locateDatabases().length > 0) return;
  await packages;
  try {
    await install(mongod, downloadMongod);
  } catch {
    console.log('MongoDB: không tải được từ đây, sẽ dựng SecantusDB thay thế');
    await install(secantus, buildSecantus);
  }
}

/** @param {string} folder */
async function downloadMongod(folder) {
  // No first byte within five seconds means that this network refuses it.
  const output = await run(process.execPath, [downloader, mongod.version, folder], {
    silenceMs: 5000,
    onLine: (line) => {
      const percent = /: ([\d.]+)%/.exec(line)?.[1];
      if (percent) console.log(`MongoDB: đã tải ${percent}%`);
    },
  });
  await mkdir(join(folder, 'bin'));
  await copyFile(output.split('\n').at(-1) ?? '', join(folder, 'bin', mongod.binary));
  await chmod(join(folder, 'bin', mongod.binary), 0o755);
}
