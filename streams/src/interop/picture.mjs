// SPDX-License-Identifier: Apache-2.0
//
// Takes the picture of the page that the README shows, from a running quickstart with its sample traffic.
//
// To take it again, start `streams/bin/whence quickstart`, and in another terminal, with Node.js 18 or newer and a
// Chromium, in any folder outside the checkout:
//
//   npm install --no-save playwright-core@1.65.1
//   node CHECKOUT/streams/src/interop/picture.mjs --out CHECKOUT/streams/docs/images/page.png
//
// Options: --page URL, --out FILE, --browser FILE (default /usr/bin/chromium), --expect N (notices to wait for; default
// 6, those of the sample), --timeout SECONDS (default 120).
//
// Exit code: 0 when the picture is taken, 1 when not.

import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

const { chromium } = createRequire(`${process.cwd()}/`)('playwright-core');

const { values } = parseArgs({
  options: {
    page: { type: 'string', default: 'http://127.0.0.1:8080/' },
    out: { type: 'string', default: 'page.png' },
    browser: { type: 'string', default: '/usr/bin/chromium' },
    expect: { type: 'string', default: '6' },
    timeout: { type: 'string', default: '120' },
  },
});

const browser = await chromium.launch({ executablePath: values.browser, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB', timezoneId: 'UTC' });
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.setDefaultTimeout(Number(values.timeout) * 1000);
  await page.goto(values.page);
  await page.waitForFunction(
    (expected) => document.querySelectorAll('.notices > li .notice-head').length >= expected,
    Number(values.expect),
  );
  await page.reload(); // without the marks of what has just come
  await page.waitForSelector('.notices > li .notice-head');
  await page.waitForFunction(() => document.getElementById('ledger').textContent.includes('accounted for'));
  if (wrong.length > 0) throw new Error(`the page failed: ${wrong.join('; ')}`);
  await page.screenshot({ path: values.out, fullPage: true });
  console.log(`${values.out}: ${await page.locator('.notices > li .notice-head').count()} notices on it`);
} catch (problem) {
  console.error(`picture: ${problem.message}`);
  process.exitCode = 1;
} finally {
  await browser.close();
}
