import { html, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { api } from '../api';
import type { Vocabulary } from '../api-types';
import { language, pageAddress } from '../language';
import { t } from '../texts';
import { optionParams, readOptions, type WidgetOptions } from '../widget-options';
import { widgetProperties, widgetTag } from '../widget-tag';
import './copy-text';
import { PageElement } from './element';
import { widgetChoices } from './widget-choices';

const defaults = { endpoint: location.origin, language };
const sampleId = 'kt-widget-sample';

/** The page where an editor chooses how a widget shall be, sees it, and copies its tag. */
@customElement('kt-widget-page')
export class WidgetPageElement extends PageElement {
  @state() private chosen = readOptions(new URLSearchParams(location.search), defaults);
  @state() private vocabulary?: Vocabulary;
  @query('kiertoon-search, kiertoon-similar') private readonly preview?: HTMLElement;

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = `${t.widget.title} – kiertoon`;
    void this.loadNames();
    if (!this.chosen.deed) void this.proposeDeed();
  }

  // Without names the rest of the page still works.
  private async loadNames(): Promise<void> {
    const answer = await api.vocabulary();
    if (answer.ok) this.vocabulary = answer.value;
  }

  private async proposeDeed(): Promise<void> {
    const answer = await api.search({ sort: 'newest', per_page: '1' });
    const id = answer.ok ? answer.value.hits[0]?.id : undefined;
    if (id && !this.chosen.deed) this.chosen = { ...this.chosen, deed: id };
  }

  private readonly change = (changes: Partial<WidgetOptions>): void => {
    const next = { ...this.chosen, ...changes };
    this.chosen = { ...next, endpoint: next.endpoint || defaults.endpoint };
    const address = pageAddress('/widget', optionParams(this.chosen, defaults));
    history.replaceState(null, '', address);
    dispatchEvent(new Event('kt-navigated'));
  };

  // By the object model, for the policy of this page allows no style attribute in its source.
  protected override updated(): void {
    const { preview } = this;
    if (!preview) return;
    preview.style.cssText = '';
    for (const [name, value] of widgetProperties(this.chosen)) {
      preview.style.setProperty(name, value);
    }
  }

  protected override render() {
    return html`<div class="wide page">
      <h1>${t.widget.title}</h1>
      <p class="lead">${t.widget.lead}</p>
      <div class="widget-page">
        <section class="card" aria-labelledby="widget-options">
          <h2 id="widget-options">${t.widget.options}</h2>
          <form class="choices" @submit=${(event: Event) => event.preventDefault()}>
            ${widgetChoices(this.chosen, this.vocabulary, this.change)}
          </form>
        </section>
        <div class="widget-result">
          <section aria-labelledby="widget-preview">
            <h2 id="widget-preview">${t.widget.preview}</h2>
            <div class="widget-stage is-${this.chosen.scheme}">${this.stage()}</div>
          </section>
          <section aria-labelledby="widget-tag">
            <h2 id="widget-tag">${t.widget.tag}</h2>
            <kt-copy-text text=${widgetTag(this.chosen)} label=${t.widget.tag}></kt-copy-text>
            <p class="soft small">${t.widget.pasteHint}</p>
          </section>
        </div>
      </div>
    </div>`;
  }

  private stage() {
    const { chosen } = this;
    const optional = (text: string) => text || nothing;
    const theme = optional(chosen.theme.join(' '));
    const organisation = optional(chosen.organisation.join(' '));
    if (chosen.kind === 'search') {
      return html`<kiertoon-search
        endpoint=${defaults.endpoint}
        lang=${chosen.language}
        theme=${theme}
        organisation=${organisation}
        limit=${chosen.limit}
        open-in=${chosen.openIn}
        link-to=${chosen.linkTo}
        scheme=${chosen.scheme}
      ></kiertoon-search>`;
    }
    const isDeed = chosen.source === 'deed';
    return html`${
        isDeed
          ? nothing
          : html`<p class="soft small">${t.widget.samplePage}</p>
              <p id=${sampleId} class="widget-sample" lang="fi">${t.widget.sample}</p>`
      }
      <kiertoon-similar
        endpoint=${defaults.endpoint}
        lang=${chosen.language}
        deed=${isDeed ? optional(chosen.deed) : nothing}
        text-from=${isDeed ? nothing : `#${sampleId}`}
        theme=${theme}
        organisation=${organisation}
        limit=${chosen.limit}
        open-in=${chosen.openIn}
        link-to=${chosen.linkTo}
        scheme=${chosen.scheme}
        heading-level="3"
        empty-text=${t.empty.title}
      ></kiertoon-similar>`;
  }
}
