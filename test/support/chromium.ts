import { describe } from 'vitest';
import { findChromium } from '../../bin/setup/temporal.mjs';

/** The browser of the browser tests, or undefined where there is none. */
export const chromiumPath = findChromium();

/** Arguments that a Chromium needs as root on a closed network. */
export const chromiumArguments = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync'],
];

/** A suite that needs a browser: skipped and counted as such where there is none. */
export const describeInBrowser = describe.skipIf(chromiumPath === undefined);
