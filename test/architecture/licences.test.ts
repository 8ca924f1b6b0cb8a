import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';

const lock = z.object({
  packages: z.record(z.string(), z.object({ dev: z.boolean().optional(), optional: z.boolean().optional() })),
});
const manifest = z.object({
  name: z.string(),
  license: z.unknown().optional(),
  licenses: z.unknown().optional(),
});
// It says so in its LICENSE file alone.
const readByHand: Record<string, string> = { unionfs: 'Unlicense' };
const copyleft = /\b(A?GPL|SSPL)/;

/** What a package says of its licence; one that offers a choice is as free as its freest part. */
function refusedLicence(path: string): string | undefined {
  const { name, license, licenses } = manifest.parse(
    JSON.parse(readFileSync(`${path}/package.json`, 'utf8')),
  );
  const text = JSON.stringify(license ?? licenses ?? readByHand[name] ?? 'none');
  const choices = text.split(' OR ');
  return text === '"none"' || choices.every((choice) => copyleft.test(choice))
    ? `${name}: ${text}`
    : undefined;
}

test('nothing that runs inside our process is under a licence that binds our own code', () => {
  const { packages } = lock.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  const production = Object.entries(packages)
    .filter(([path, { dev, optional }]) => path !== '' && !dev && !optional)
    .map(([path]) => path);
  expect(production.length).toBeGreaterThan(100);
  expect(production.map(refusedLicence).filter(Boolean)).toEqual([]);
});
