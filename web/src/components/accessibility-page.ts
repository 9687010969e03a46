import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { api } from '../api';
import { formatDate, language } from '../language';
import { en } from '../statement/en';
import { fi } from '../statement/fi';
import { reviewed, type Site, type Statement } from '../statement/statement';
import { sv } from '../statement/sv';
import { PageElement } from './element';

const statement: Statement = { fi, sv, en }[language];

function contact(address: string): TemplateResult {
  const href = address.includes('://') ? address : `mailto:${address}`;
  return html`<a href=${href}>${address}</a>`;
}

// As a telephone dials it from anywhere.
function international(phone: string): string {
  return phone.replace(/\s/g, '').replace(/^0/, '+358');
}

function section(heading: string, content: TemplateResult): TemplateResult {
  return html`<section>
    <h2>${heading}</h2>
    ${content}
  </section>`;
}

/** The statement of accessibility, with who runs this server and where feedback goes. */
@customElement('kt-accessibility-page')
export class AccessibilityPageElement extends PageElement {
  /** Undefined until the server has told. */
  @state() private site?: Site;

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = `${statement.title} – kiertoon`;
    void this.load();
  }

  private async load(): Promise<void> {
    const answer = await api.site();
    this.site = answer.ok ? answer.value : { operator: null, feedback: null };
  }

  protected override render() {
    const { site } = this;
    if (!site) return nothing;
    const isIncomplete = !site.operator || !site.feedback;
    return html`<div class="wide page statement">
      <h1>${statement.title}</h1>
      ${isIncomplete ? html`<p class="notice">${statement.incomplete}</p>` : nothing}
      <p class="lead">${statement.intro(site.operator ?? statement.unnamed)}</p>
      ${section(statement.status.heading, html`<p>${statement.status.text}</p>`)}
      ${this.shortcomings()}
      ${section(statement.tested.heading, html`<p>${statement.tested.text}</p>`)}
      ${this.feedback(site)} ${this.enforcement()} ${this.made()}
    </div>`;
  }

  private shortcomings() {
    const { heading, lead, items } = statement.shortcomings;
    return section(
      heading,
      html`<p>${lead}</p>
        <ul>
          ${items.map((one) => html`<li><strong>${one.title}.</strong> ${one.text}</li>`)}
        </ul>`,
    );
  }

  private feedback({ feedback }: Site) {
    const { heading, text, by, missing, promise } = statement.feedback;
    return section(
      heading,
      html`<p>${text} ${promise}</p>
        <p>${by}: ${feedback ? contact(feedback) : missing}</p>`,
    );
  }

  private enforcement() {
    const { heading, text, name, unit, site, mail, phoneLabel, phone } = statement.enforcement;
    return section(
      heading,
      html`<p>${text}</p>
        <address>
          ${name}<br />
          ${unit}<br />
          <a href=${site.address}>${site.text}</a><br />
          ${contact(mail)}<br />
          ${phoneLabel} <a href=${`tel:${international(phone)}`}>${phone}</a>
        </address>`,
    );
  }

  private made() {
    const { heading, text, law } = statement.made;
    return section(
      heading,
      html`<p>${text} ${formatDate(reviewed)}.</p>
        <p><a href=${law.address}>${law.text}</a></p>`,
    );
  }
}
