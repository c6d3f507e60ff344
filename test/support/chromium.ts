import { chromium as playwright, type Browser } from 'playwright-core';

/**
 * A real Chromium, without anything installed: on Linux the one inside the npm package `@sparticuz/chromium`,
 * elsewhere the Chrome or Edge that the system has.
 * Its package's own default arguments switch web security off, so they are not used.
 */
export async function launchChromium(): Promise<Browser> {
  if (process.platform !== 'linux') {
    return playwright.launch({ channel: process.platform === 'win32' ? 'msedge' : 'chrome' });
  }
  const { default: chromium } = await import('@sparticuz/chromium');
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--no-zygote'],
  });
}
