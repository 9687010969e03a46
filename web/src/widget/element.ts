// What both widgets have in common: a shadow root that is drawn anew when an attribute or an answer changes, where links lead,
// how they say that something is wrong. Not a LitElement: that would be a fifth of what the script may weigh.

import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import type { Problem } from '../http';
import type { ShownDeed } from './answers';
import { Client } from './client';
import { filterParams, readEndpoint, readLanguage, readSlugs } from './settings';
import { texts, type WidgetTexts } from './texts';
import style from './widget.css';

// Where this script came from.
const script = import.meta.url;

// A constructed style sheet is allowed under every Content-Security-Policy. Safari before 16.4 has none.
let sheet: CSSStyleSheet | undefined;

function addStyle(root: ShadowRoot): void {
  if ('adoptedStyleSheets' in Document.prototype) {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
    }
    root.adoptedStyleSheets = [sheet];
  } else {
    const element = document.createElement('style');
    element.textContent = style;
    root.append(element);
  }
}

/** Its light children are what browsers show until the script is there. */
export abstract class WidgetElement extends HTMLElement {
  static readonly observedAttributes = [
    'endpoint',
    'lang',
    'theme',
    'organisation',
    'limit',
    'open-in',
    'link-to',
    'label',
    'placeholder',
    'deed',
    'text-from',
    'heading',
    'heading-level',
    'empty-text',
  ];

  protected readonly root = this.attachShadow({ mode: 'open' });
  private readonly place = document.createElement('div');
  private isAwaited = false;
  private request?: AbortController;

  constructor() {
    super();
    addStyle(this.root);
    this.root.append(this.place);
  }

  protected abstract template(): unknown;
  /** After each drawing. */
  protected drawn(): void {}

  connectedCallback(): void {
    this.requestUpdate();
  }

  disconnectedCallback(): void {
    this.request?.abort();
  }

  attributeChangedCallback(): void {
    this.requestUpdate();
  }

  /** Draws anew, once for all changes made until then. */
  requestUpdate(): void {
    if (this.isAwaited) return;
    this.isAwaited = true;
    queueMicrotask(() => {
      this.isAwaited = false;
      if (!this.isConnected) return;
      render(this.template(), this.place);
      this.drawn();
    });
  }

  /** An attribute without the spaces around it; empty when it is not there. */
  protected attribute(name: string): string {
    return this.getAttribute(name)?.trim() ?? '';
  }

  protected get service(): string {
    return readEndpoint(this.attribute('endpoint'), document.baseURI, script);
  }

  protected get language() {
    return readLanguage(
      this.closest('[lang]')?.getAttribute('lang') ?? document.documentElement.lang,
    );
  }

  protected get texts(): WidgetTexts {
    return texts[this.language];
  }

  protected get client(): Client {
    return new Client(this.service, this.language);
  }

  protected get fixedFilters() {
    return {
      theme: readSlugs(this.attribute('theme')),
      organisation: readSlugs(this.attribute('organisation')),
    };
  }

  /** What the attributes narrow to, as parameters. */
  protected get fixedParams(): URLSearchParams {
    return filterParams(this.fixedFilters);
  }

  protected get opensNew(): boolean {
    return this.attribute('open-in') === 'new';
  }

  protected formatNumber(n: number): string {
    return n.toLocaleString(this.language);
  }

  /** Gives up the question before, and answers the signal of a new one. */
  protected nextQuestion(): AbortSignal {
    this.request?.abort();
    this.request = new AbortController();
    return this.request.signal;
  }

  /** Tells the editor of a page, in the browser's console, what the service refused. */
  protected report(problem: Problem): void {
    if (problem.detail) console.warn(`${this.localName}: ${problem.detail}`);
  }

  /** A page of the service, in this language. */
  protected address(path: string, params = new URLSearchParams()): string {
    params.set('lang', this.language);
    return `${this.service}${path}?${params}`;
  }

  protected deedAddress(id: string): string {
    return this.address(`/deeds/${encodeURIComponent(id)}`);
  }

  protected link(href: string, content: unknown, part: string): TemplateResult {
    const opens = this.opensNew;
    return html`<a
      class=${part}
      part=${part}
      href=${href}
      target=${opens ? '_blank' : nothing}
      rel=${opens ? 'noopener' : nothing}
      >${content}${
        opens ? html`<span class="visually-hidden"> (${this.texts.newTab})</span>` : nothing
      }</a
    >`;
  }

  /** The title of a deed, leading to its page at the service or, if so wished and there is one, at its source. */
  protected deedLink(deed: ShownDeed, title: TemplateResult): TemplateResult {
    const original = this.attribute('link-to') === 'original' ? deed.url : undefined;
    return this.link(original ?? this.deedAddress(deed.id), title, 'title');
  }

  protected problemText(problem: Problem): string {
    return problem.kind === 'timeout' ? this.texts.slow : this.texts.broken;
  }

  protected problemNotice(problem: Problem, retry: () => void): TemplateResult {
    return html`<p class="message" part="message">
      ${this.problemText(problem)}
      <button type="button" class="quiet" part="retry" @click=${retry}>${this.texts.retry}</button>
    </p>`;
  }
}
