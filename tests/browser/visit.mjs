// A test is a journey through the pages. Whatever happens on it, a page stays quiet: no error in its console, no question to
// anybody else, no cookie.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { handOf } from './hands.mjs';
import { startBrowser } from './programs.mjs';
import { texts } from './texts.mjs';

export const origin = process.env.KIERTOON_ORIGIN;

export const sizes = {
  desktop: { viewport: { width: 1280, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
  narrow: { viewport: { width: 320, height: 640 } },
};

/** Each language with each hand at each size: twelve. */
export const ways = Object.keys(texts).flatMap((language) =>
  ['keyboard', 'pointer'].flatMap((hand) =>
    ['desktop', 'phone'].map((size) => ({ language, hand, size })),
  ),
);

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser?.close());

// Notes in `seen` what must not be, on all pages of a visit.
function watch(context, seen, { allowed, isElsewhere }) {
  const note = (text) => {
    if (!allowed?.test(text)) seen.push(text);
  };
  context.on('weberror', (error) => note(String(error.error())));
  context.on('console', (message) => {
    if (message.type() === 'error') note(`${message.text()} ${message.location().url}`);
  });
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    const isStrange = protocol.startsWith('http') && asked !== origin && !isElsewhere;
    if (isStrange) note(`asked ${request.url()}`);
  });
}

class Visit {
  constructor(context, page, options) {
    this.context = context;
    this.page = page;
    this.language = options.language ?? 'fi';
    this.isPhone = options.size === 'phone';
    this.hand = handOf(page, options.hand ?? 'pointer', this.isPhone);
    this.t = texts[this.language];
  }

  /** The address of a page in the language of this visit. */
  address(path, params = {}) {
    const url = new URL(path, origin);
    for (const [name, value] of Object.entries(params)) url.searchParams.append(name, value);
    if (this.language !== 'fi') url.searchParams.set('lang', this.language);
    return url.href;
  }

  async open(path, params) {
    await this.page.goto(this.address(path, params));
    await this.page.waitForFunction(() => !document.querySelector('kt-header:not(:defined)'));
    assert.equal(await this.page.locator('html').getAttribute('lang'), this.language);
  }

  heading(name, more = {}) {
    return this.page.getByRole('heading', { name, ...more });
  }

  link(name, within = this.page) {
    return within.getByRole('link', { name });
  }

  button(name, within = this.page) {
    return within.getByRole('button', { name });
  }

  param(name) {
    return new URL(this.page.url()).searchParams.get(name);
  }
}

/** What the server answers to a question of a test itself. */
export async function ask(path, params = {}) {
  const response = await fetch(new URL(`/api/v1/${path}?${new URLSearchParams(params)}`, origin));
  return response.json();
}

/**
 * A test on a page of its own. `allowed` matches messages that this journey may cause; `isElsewhere` when it goes to a site whose
 * own policy says whom a page may ask.
 */
export function journey(name, options, body) {
  test(name, async () => {
    const { size = 'desktop', scheme = 'light', hasScripts = true } = options;
    const context = await browser.newContext({
      ...sizes[size],
      colorScheme: scheme,
      javaScriptEnabled: hasScripts,
      locale: options.language ?? 'fi',
      reducedMotion: 'reduce',
    });
    const seen = [];
    watch(context, seen, options);
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      await body(new Visit(context, page, options));
      assert.deepEqual(seen, []);
      assert.deepEqual(await context.cookies(), []);
    } catch (error) {
      // What the page complained of is often why it did not go on.
      if (seen.length) error.message += `\nThe page: ${seen.join('\n')}`;
      throw error;
    } finally {
      await context.close();
    }
  });
}

/** The same journey in all ways; `options` are those of a journey. */
export function inEveryWay(name, body, options = {}) {
  for (const way of ways) {
    journey(`${name}: ${Object.values(way).join(', ')}`, { ...options, ...way }, body);
  }
}
