import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { saved } from '../saved';
import { t } from '../texts';
import { PageElement } from './element';

/** Saves a deed into the browser's own list, or takes it out. `name` tells a screen reader which deed. */
@customElement('kt-save')
export class SaveElement extends PageElement {
  @property() deed = '';
  @property() name = '';

  private readonly refresh = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    saved.addEventListener('change', this.refresh);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    saved.removeEventListener('change', this.refresh);
  }

  protected override render() {
    const isSaved = saved.has(this.deed);
    const label = isSaved ? t.saving.saved : t.saving.save;
    return html`<button
      type="button"
      class=${isSaved ? 'save quiet is-saved' : 'save quiet'}
      aria-label=${`${label}: ${this.name}`}
      @click=${() => saved.toggle(this.deed)}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M3.5 1.75h9v12.5L8 10.9l-4.5 3.35z" />
      </svg>
      <span>${label}</span>
    </button>`;
  }
}
