import { html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Vocabulary, VocabularyEntry } from '../api-types';
import { noDescription, shareOfSpace, type Description } from '../description';
import { formatNumber, language } from '../language';
import { t } from '../texts';
import { PageElement } from './element';
import { options, type Choices } from './options';

/** A description to find similar deeds for; it is not blank and fits. */
export class DescriptionGiven extends CustomEvent<Description> {
  constructor(description: Description) {
    super('kt-description', { detail: description, bubbles: true });
  }
}

/** From this share on the space left is told. */
const toldFrom = 0.75;

function used(entries: readonly VocabularyEntry[] = []): Choices {
  return entries.filter((one) => one.count).map((one) => [one.slug, one.names[language]]);
}

/** A field for a problem in one's own words, and filters. Fires `kt-description`. */
@customElement('kt-description-form')
export class DescriptionFormElement extends PageElement {
  /** What the fields hold at first, and whenever it is set. */
  @property({ attribute: false }) description: Description = noDescription;
  @property({ attribute: false }) vocabulary?: Vocabulary;

  @state() private share = 0;
  @state() private isMissing = false;
  @query('form') private readonly form!: HTMLFormElement;
  @query('textarea') private readonly field!: HTMLTextAreaElement;

  /** Puts the cursor where the description is. */
  focusField(): void {
    this.field.focus();
    this.field.scrollIntoView({ block: 'center' });
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('description')) this.fill(this.description.text);
  }

  private fill(text: string): void {
    this.field.value = text;
    this.onInput();
  }

  private onInput(): void {
    this.share = shareOfSpace(this.field.value);
    this.isMissing = false;
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    const given = new FormData(this.form);
    const value = (name: string) => String(given.get(name) ?? '');
    const text = value('text').trim();
    this.isMissing = !text;
    if (this.isMissing || this.share > 1) {
      this.field.focus();
      return;
    }
    this.dispatchEvent(
      new DescriptionGiven({
        text,
        theme: value('theme'),
        organisationType: value('organisation_type'),
        since: value('since'),
      }),
    );
  }

  private clear(): void {
    this.fill('');
    this.field.focus();
  }

  private example(text: string): void {
    this.fill(text);
    this.form.requestSubmit();
  }

  private get message(): string {
    const percent = formatNumber(Math.ceil(this.share * 100));
    if (this.isMissing) return t.describe.empty;
    if (this.share > 1) return t.describe.tooLong(percent);
    return this.share >= toldFrom ? t.describe.used(percent) : '';
  }

  protected override render() {
    const isWrong = this.isMissing || this.share > 1;
    return html`<form class="description card" novalidate @submit=${this.onSubmit}>
      <label for="kt-text">${t.describe.label}</label>
      <p id="kt-text-hint" class="soft small">${t.describe.hint}</p>
      <textarea
        id="kt-text"
        class="field"
        name="text"
        rows="7"
        aria-describedby="kt-text-hint kt-text-message"
        aria-invalid=${isWrong ? 'true' : nothing}
        @input=${this.onInput}
      ></textarea>
      <p
        id="kt-text-message"
        class=${isWrong ? 'field-message is-wrong small' : 'field-message soft small'}
        role="status"
      >
        ${this.message}
      </p>
      ${this.examples()} ${this.filters()}
      <div class="actions">
        <button class="button">${t.describe.submit}</button>
        <button type="button" class="quiet" @click=${this.clear}>${t.describe.clear}</button>
      </div>
      <p class="privacy soft small">${t.describe.privacy}</p>
    </form>`;
  }

  private examples() {
    return html`<div class="description-examples">
      <span id="kt-examples" class="soft small">${t.describe.examplesTitle}:</span>
      <ul class="chips" aria-labelledby="kt-examples">
        ${t.describe.examples.map(
          ({ title, text }) =>
            html`<li>
              <button type="button" class="chip" @click=${() => this.example(text)}>
                ${title}
              </button>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  private filters() {
    const { description, vocabulary } = this;
    const years = (vocabulary?.years ?? [])
      .filter((one) => one.count)
      .map((one) => [one.year, one.year] as const)
      .reverse();
    const choice = (name: string, label: string, choices: Choices, chosen: string) =>
      html`<label
        >${label}<select name=${name}>
          ${options(choices, chosen)}
        </select></label
      >`;
    const { describe } = t;
    return html`<fieldset>
      <legend class="soft small">${describe.limits}</legend>
      <div class="choices">
        ${choice('theme', t.filters.names.theme, [['', describe.anyTheme], ...used(vocabulary?.themes)], description.theme)}
        ${choice('organisation_type', t.filters.names.organisation_type, [['', describe.anyType], ...used(vocabulary?.organisation_types)], description.organisationType)}
        ${choice('since', describe.since, [['', describe.anyYear], ...years], description.since)}
      </div>
    </fieldset>`;
  }
}
